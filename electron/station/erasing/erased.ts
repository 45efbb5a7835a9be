/** Who was erased, remembered beside the data by their ids alone: data that is put back from before must not bring them back. */
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { syncFile } from '../kernel/database/index.ts'
import { bodyOf, isId, type Journal, personErased } from '../kernel/journal/index.ts'

const pathIn = (folder: string): string => join(folder, 'station.erased')

/**
 * Runs `erase` with the ids already on the disk: cut off in between, the next opening does what was asked. Where `erase` throws, or
 * the ids cannot be written, nothing was done and nothing stays.
 */
export function rememberingErased<T>(folder: string, ids: readonly string[], erase: () => T): T {
  const path = pathIn(folder)
  const before = existsSync(path) ? statSync(path).size : 0
  try {
    // A line that was cut off by a power cut ends here and is nobody's id.
    appendFileSync(path, `\n${ids.join('\n')}\n`, { mode: 0o600 })
    syncFile(path)
    return erase()
  } catch (error) {
    if (existsSync(path)) truncateSync(path, before)
    throw error
  }
}

/** Others erased them: what is put back from before that was heard brings them back no more than whom this tablet erased. */
export function rememberErased(folder: string, ids: readonly string[]): void {
  const known = remembered(folder)
  const fresh = ids.filter((id) => !known.has(id))
  if (fresh.length === 0) return
  appendFileSync(pathIn(folder), `\n${fresh.join('\n')}\n`, { mode: 0o600 })
  syncFile(pathIn(folder))
}

const remembered = (folder: string): ReadonlySet<string> =>
  new Set(existsSync(pathIn(folder)) ? readFileSync(pathIn(folder), 'utf8').split('\n').filter(isId) : [])

/** The ids of all that were ever erased, on this tablet or on one that it has heard of. */
export const everErased = (folder: string, journal: Journal): ReadonlySet<string> =>
  new Set([
    ...remembered(folder),
    ...journal.facts.ofTypes([personErased.type]).flatMap((fact) => bodyOf(personErased, fact)?.ids ?? []),
  ])

/** Those that were erased and of whom this journal still says something. */
export function toEraseAgain(folder: string, journal: Journal): string[] {
  return [...remembered(folder)].filter((id) => {
    const facts = journal.facts.about(id)
    return facts.length > 0 && facts.every(({ type }) => type !== personErased.type)
  })
}
