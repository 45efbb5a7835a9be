/** What this station alone remembers: its id, those it went by before, the keys it signs and opens with, whom it believes, name, duty, how its door works, its second screen, which drafts made way, what is to be cleared away, how its clock ran, when the plan and a copy last left it, and whether it was closed well. Never facts, never merged. */
import type { Database, Statement } from 'better-sqlite3'

export type SettingKey =
  | 'station'
  | 'stationKey'
  | 'sealingKey'
  | 'eventKey'
  | 'eventSealingKey'
  | 'eventSeed'
  | 'wentBy'
  | 'name'
  | 'duty'
  | 'open'
  | 'folded'
  | 'noted'
  | 'givenUp'
  | 'door'
  | 'wall'
  | 'draftsMadeWay'
  | 'oldCopy'
  | 'takenOut'
  | 'cleared'
  | 'clock'
  | 'planExported'
  | 'copySaved'

export type Settings = ReturnType<typeof createSettings>

export function createSettings(db: Database) {
  const read: Statement<[string], { value: string }> = db.prepare('SELECT value FROM setting WHERE key = ?')
  const keep: Statement<[string, string]> = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const forget: Statement<[string]> = db.prepare('DELETE FROM setting WHERE key = ?')
  return {
    read: (key: SettingKey): string | null => read.get(key)?.value ?? null,
    keep(key: SettingKey, value: string): string {
      keep.run(key, value)
      return value
    },
    forget: (key: SettingKey): void => void forget.run(key),
  }
}
