/** Files that are still being made, under names that tell what was cut off from what somebody is making at this moment. */
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const four = (): string => randomBytes(4).toString('hex')

/** A program is given the number of one that has ended, and in a box of its own always the same number. */
const THIS_RUN = four()

/**
 * Where a file, or a folder, grows before it has the name of `path`. Another one each time, unless `which`, eight hex digits, says
 * which of this program's it is.
 */
export const growingPath = (path: string, which: string = four()): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.${THIS_RUN}${which}.half-made`)

/** The program that makes it, and its run; SQLite puts files beside those that it makes. */
const GROWING = /^\..+\.(\d+)\.([0-9a-f]{8})[0-9a-f]{8}\.half-made(?:-journal|-wal|-shm)?$/

function isCutOff(name: string): boolean {
  const [, pid, run] = GROWING.exec(name) ?? []
  return run !== undefined && run !== THIS_RUN && (Number(pid) === process.pid || !isRunning(Number(pid)))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Takes away what was cut off in this folder. What cannot be taken away now is left to whoever asks next, and what is wrong with the folder
 * to whoever writes there.
 */
export function clearHalfMade(folder: string): void {
  for (const name of orElse([], () => readdirSync(folder)).filter(isCutOff))
    orElse(undefined, () => rmSync(join(folder, name), { recursive: true, force: true }))
}

/** The same for a disk that may take its time, such as a stick. */
export async function clearHalfMadeSlowly(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch((): string[] => [])).filter(isCutOff))
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
}

function orElse<T>(otherwise: T, work: () => T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
