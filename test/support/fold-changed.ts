/** A tablet as an update finds it whose version folds some records in another way: their rows are what an older fold made. */
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { pledgeMade } from '../../electron/station/pledges/facts.ts'
import { anyone, aPledge } from './test-station.ts'

/** What an older fold made of every wording, as far as anybody can see. */
export const OLD_WORDING = 'As it was folded before'

/** So many pledges, in one commit. */
export function pledge(station: Station, count: number): string[] {
  const { by: _by, timescale: _timescale, ...told } = aPledge
  const by = { kind: 'anonymous' as const, delegate: null, name: '', organisation: '', area: '', sector: 'other' }
  const timescale = { stated: 'by summer', due: '2024-06-30', derived: false }
  return station.journal.commit(anyone, (write) =>
    Array.from({ length: count }, (_, nth) => {
      const reference = `7K3-${String(nth).padStart(4, '0')}`
      return write.begin(pledgeMade, { ...told, reference, by, timescale, wording: `Promise ${nth}` }).subject
    }),
  )
}

/** The folder is closed, or its station goes on as an older version’s program would. */
export function foldChanged(folder: string, table = 'pledge'): void {
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), Date.now)
  const folded = db.prepare<[], string>("SELECT value FROM setting WHERE key = 'folded'").pluck().get() ?? ''
  const before = folded.replace(new RegExp(`${table}:[^ ]+`), `${table}:0`)
  db.prepare("UPDATE setting SET value = ? WHERE key = 'folded'").run(before)
  db.prepare('UPDATE pledge SET wording = ?').run(OLD_WORDING)
  db.close()
}
