/** What a station whose data is damaged can start again from: what is left of the data itself, where it is sound, and its backups. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { WHAT_IS_LEFT } from '../../../../shared/contract/station.ts'
import { wallOf } from '../../../../shared/domain/clock.ts'
import { listBackups, pathOfBackup } from './backup.ts'
import { openCopy, whatIsIn } from './copy.ts'
import { databasePath } from './open.ts'

/** `facts` are all it holds; `taken` is when it was made, for what is left the time of its last fact. */
export type WayBack = { name: string; taken: string; bytes: number; facts: number }

export const pathOfWay = (folder: string, name: string): string =>
  name === WHAT_IS_LEFT ? databasePath(folder) : pathOfBackup(folder, name)

/** The sound ones, those that hold most first. Reads each from end to end. */
export function waysBack(folder: string, key: string): WayBack[] {
  const all = [{ name: WHAT_IS_LEFT, taken: null, bytes: 0 }, ...listBackups(folder)]
  return all
    .flatMap(({ name, taken, bytes }) => {
      const held = lookInto(pathOfWay(folder, name), key)
      if (held === null) return []
      if (taken !== null) return [{ name, taken, bytes, facts: held.facts }]
      if (held.latest === null) return []
      const when = new Date(wallOf(held.latest)).toISOString()
      return [{ name, taken: when, bytes: statSync(join(folder, name)).size, facts: held.facts }]
    })
    .toSorted((a, b) => b.facts - a.facts)
}

function lookInto(path: string, key: string) {
  try {
    const copy = openCopy(path, key)
    try {
      return whatIsIn(copy)
    } finally {
      copy.close()
    }
  } catch {
    return null
  }
}
