/** The shell’s log: lines in files of this machine, small and few, with what happened and never with whom. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of one file, and how many there are: the newest is `shell.log`, the oldest `shell.4.log`. */
const LARGEST = 500_000
const MOST = 5

/** A name or an outcome is a few plain words; anything else could be somebody’s. */
const plain = (text: string): string => (/^[\w .:-]{1,80}$/.test(text) ? text : 'unclear')

/** Each line is on disk before the next thing happens, so that a crash cannot take the line that explains it. Never throws. */
export function createLog({
  folder,
  now = Date.now,
  largest = LARGEST,
}: {
  folder: string
  now?: () => number
  largest?: number
}) {
  const pathOf = (age: number): string => join(folder, age === 0 ? 'shell.log' : `shell.${age}.log`)
  const makeRoom = (): void => {
    if (!existsSync(pathOf(0)) || statSync(pathOf(0)).size < largest) return
    rmSync(pathOf(MOST - 1), { force: true })
    for (let age = MOST - 2; age >= 0; age -= 1) if (existsSync(pathOf(age))) renameSync(pathOf(age), pathOf(age + 1))
  }
  const write = (line: Record<string, string | number>): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      makeRoom()
      appendFileSync(pathOf(0), `${JSON.stringify({ at: new Date(now()).toISOString(), ...line })}\n`, { mode: 0o600 })
    } catch {
      // A full disk must not stop the tablet; what matters is said on the screen.
    }
  }
  return {
    /** How one call went. */
    call: ({ call, outcome, ms }: { call: string; outcome: string; ms: number }): void =>
      write({ call: plain(call), outcome: plain(outcome), ms: Math.round(ms * 10) / 10 }),
    /** What happened to the shell itself. */
    event: (event: string, outcome = 'ok'): void => write({ event: plain(event), outcome: plain(outcome) }),
    /** All that is kept, oldest first. */
    files: (): { name: string; text: string }[] =>
      Array.from({ length: MOST }, (_, index) => MOST - 1 - index)
        .filter((age) => existsSync(pathOf(age)))
        .map((age) => ({
          name: age === 0 ? 'shell.log' : `shell.${age}.log`,
          text: readFileSync(pathOf(age), 'utf8'),
        })),
  }
}
