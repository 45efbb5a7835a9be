/** Files that are still being made, under names that tell what was cut off from what somebody is making at this moment. */
import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, readdirSync, rmSync, type Stats } from 'node:fs'
import { lstat, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

const four = (): string => randomBytes(4).toString('hex')

/** A program is given the number of one that has ended, and in a box of its own always the same number. */
const THIS_RUN = four()

/** On a drive that several computers use, only this one can tell which of its own programs still run. */
const THIS_COMPUTER = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/**
 * Where a file, or a folder, grows before it has the name of `path`. Another one each time, unless `which`, eight hex digits, says
 * which of this program's it is.
 */
export const growingPath = (path: string, which: string = four()): string =>
  join(dirname(path), `.${basename(path)}.${THIS_COMPUTER}.${process.pid}.${THIS_RUN}${which}.half-made`)

/** The program that makes it, and its run; SQLite puts files beside those that it makes. */
const GROWING = /^\..+\.([0-9a-f]{8})\.(\d+)\.([0-9a-f]{8})[0-9a-f]{8}\.half-made(?:-journal|-wal|-shm)?$/

function isCutOff(name: string): boolean {
  const [, computer, pid, run] = GROWING.exec(name) ?? []
  if (computer !== THIS_COMPUTER || run === THIS_RUN) return false
  return Number(pid) === process.pid || !isRunning(Number(pid))
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
    orElse(undefined, () => {
      if (isOurs(lstatSync(join(folder, name)))) rmSync(join(folder, name), { recursive: true, force: true })
    })
}

/** The same for a disk that may take its time, such as a stick. */
export async function clearHalfMadeSlowly(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch((): string[] => [])).filter(isCutOff))
    await lstat(join(folder, name))
      .then((of) => (isOurs(of) ? rm(join(folder, name), { recursive: true, force: true }) : undefined))
      .catch(() => undefined)
}

/** What another user of this computer has is not ours to take away; a system without users says 0 of everything. */
const isOurs = ({ uid }: Stats): boolean => process.getuid === undefined || uid === process.getuid()

/** What grows, or was cut off, under the name of `path`. */
export function halfMadeOf(path: string): string[] {
  const begin = `.${basename(path)}.`
  return orElse([], () => readdirSync(dirname(path)))
    .filter((name) => name.startsWith(begin) && GROWING.test(name))
    .map((name) => join(dirname(path), name))
}

function orElse<T>(otherwise: T, work: () => T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}
