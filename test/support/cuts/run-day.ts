/** Runs days in processes of their own, for what they leave when they are cut off. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tempFolder } from '../temp-folder.ts'
import type { Doing, GivenDay, Photograph, Told } from './day.ts'
import { filesAt } from './files.ts'
import { SQL } from './steps.ts'

const program = fileURLToPath(new URL('./day.ts', import.meta.url))

/** `begins` is a folder with `station` and `stick` in it, as they stand before; `told` is what was answered by then. */
export type Day = Pick<GivenDay, 'story' | 'list' | 'copy'> & { begins: string; told: Told[] }

/** What is left of a day: `home` has `station` and `stick` in it; `told` is what was begun and answered until then. */
export type Left = Photograph & { home: string }

/** Where a day ends that is no photograph: before a step, or so many bytes into a file; null where it did not, but came to its end. */
type Cut = { dies: number } | { disk: number }

/** What the process said; `steps` is null where it was cut off. */
type Ended = { told: Told[]; steps: number | null }

function run({ begins, told: before, ...day }: Day, home: string, how: Partial<GivenDay> & { disk?: number }) {
  cpSync(begins, home, { recursive: true })
  const { disk, ...given } = how
  const whole: GivenDay = { ...day, home, photographs: null, dies: null, ...given }
  // POSIX counts the largest file in pieces of 512 bytes.
  const limit = disk === undefined ? 'unlimited' : String(Math.ceil(disk / 512))
  const command = [limit, process.execPath, program, JSON.stringify(whole)]
  return new Promise<Ended>((resolve, reject) => {
    execFile('sh', ['-c', 'ulimit -f "$0" && exec "$@"', ...command], (error, out, complaint) => {
      if (error !== null && error.signal !== 'SIGKILL') {
        reject(new Error(`${complaint}${out}`))
        return
      }
      const told = out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Told)
      resolve({ told: [...before, ...told], steps: error === null ? Number(complaint) : null })
    })
  })
}

/** The files as they stood between any two steps of the day, in order, and how many steps it has. */
export async function photograph(day: Day): Promise<{ left: Left[]; steps: number }> {
  const photographs = join(tempFolder(), 'photographs')
  mkdirSync(photographs)
  const { steps } = await run(day, join(tempFolder(), 'home'), { photographs })
  if (steps === null) throw new Error('Nothing cuts off a day that is only photographed')
  const left = readdirSync(photographs)
    .toSorted()
    .map((name) => {
      const home = join(photographs, name)
      const { step, told } = JSON.parse(readFileSync(join(home, 'told.json'), 'utf8')) as Photograph
      return { home, step, told: [...day.told, ...told] }
    })
  return { left, steps }
}

/**
 * A moment in the middle of the step of SQLite's that leads from `before` to `after`, drawn by `draw`: a part of what it writes to each
 * file is there. Null where the step is not SQLite's: of the others, each half is a step.
 */
export function amidst(before: Left, after: Left, draw: () => number): Left | null {
  if (!before.step.startsWith(SQL)) return null
  const [was, is] = [filesAt(before.home), filesAt(after.home)]
  const home = join(tempFolder(), 'home')
  cpSync(before.home, home, { recursive: true })
  for (const [name, bytes] of is) {
    const old = was.get(name) ?? Buffer.alloc(0)
    if (bytes.equals(old)) continue
    // A log is emptied once all of it is in the data, and that is on the disk.
    if (name.endsWith('-wal') && bytes.length < old.length) continue
    // The data is only written to while all of it is in the log, or before there is any.
    const isData = name === join('station', 'station.db')
    if (isData && !was.has(`${name}-wal`)) return null
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), isData ? somePages(old, bytes, draw) : firstPart(old, bytes, draw))
  }
  return { ...before, home, step: `the middle of ${before.step}` }
}

const PAGE = 4096

/** Pages come in any order. */
function somePages(old: Buffer, bytes: Buffer, draw: () => number): Buffer {
  const some = Buffer.alloc(Math.max(old.length, bytes.length))
  old.copy(some)
  for (let index = 0; index < bytes.length; index += PAGE)
    if (draw() < 0.5) bytes.copy(some, index, index, index + PAGE)
  return some
}

/** A log, and a new file, is written from its beginning to its end. */
function firstPart(old: Buffer, bytes: Buffer, draw: () => number): Buffer {
  const same = bytes.findIndex((byte, index) => byte !== old[index])
  const end = same + Math.floor(draw() * (bytes.length - same))
  return Buffer.concat([bytes.subarray(0, end), old.subarray(end)])
}

/** How many bytes the largest file of these has. */
export const largestOf = (left: readonly Left[]): number =>
  Math.max(
    ...left.flatMap(({ home }) =>
      readdirSync(home, { recursive: true }).map((name) => statSync(join(home, String(name))).size),
    ),
  )

/** The process dies. Null where it came to its end before. */
export async function cut(day: Day, where: Cut): Promise<Left | null> {
  const home = join(tempFolder(), 'home')
  const { told, steps } = await run(day, home, where)
  return steps === null ? { home, step: JSON.stringify(where), told } : null
}

/** What was being done; nothing is counted before the first line is said. */
export function doing({ told }: Pick<Left, 'told'>): Doing {
  const begun = told.findLast((line) => 'begins' in line)
  if (begun === undefined || !('begins' in begun)) throw new Error('Nothing was begun')
  return begun.begins
}

/** What was answered of one kind. */
export const answered = ({ told }: Pick<Left, 'told'>, what: string): string[] =>
  told.flatMap((line) => ('what' in line && line.what === what ? [line.id] : []))
