/** What a long run has done already, file by file, so that one that was stopped goes on where it was. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Counts } from '../support/count-reporter.ts'

/** What a result is true of: nothing of a run with another seed, of another commit or of other files is ever taken over. */
export type Of = {
  /** Where chance begins: a whole number below 2 to the 31st. */
  seed: number
  commit: string
  /** The digest of every file, committed or not, and of the Node that runs them. */
  tree: string
}

/** One test file, by its project and its path from the top folder; `what` is `null` for what went wrong outside any file. */
export type Done = { project: string; what: string | null; counts: Counts }

/** Opens what is kept in `folder`: of the run described, with the seed it had where none is given, or of a new one. */
export function openKept(folder: string, now: Omit<Of, 'seed'>, seed: { given: number | null; draw: () => number }) {
  const [ofFile, doneFile] = [join(folder, 'of.json'), join(folder, 'done.jsonl')]
  const last = existsSync(ofFile) ? (JSON.parse(readFileSync(ofFile, 'utf8')) as Of) : null
  const goesOn =
    last !== null &&
    last.commit === now.commit &&
    last.tree === now.tree &&
    (seed.given === null || seed.given === last.seed)
  const of: Of = goesOn ? last : { ...now, seed: seed.given ?? seed.draw() }
  if (!goesOn) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(ofFile, `${JSON.stringify(of)}\n`)
  }
  const done = existsSync(doneFile) ? readDone(doneFile) : []
  writeFileSync(doneFile, done.map((one) => `${JSON.stringify(one)}\n`).join(''))
  return {
    of,
    done,
    keep(one: Done): void {
      done.push(one)
      appendFileSync(doneFile, `${JSON.stringify(one)}\n`)
    },
    isDone: (project: string, what: string): boolean =>
      done.some((one) => one.project === project && one.what === what),
  }
}

/** A line that was cut short by whoever pulled the plug is of a file that is not done. */
function readDone(file: string): Done[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}}'))
    .map((line) => JSON.parse(line) as Done)
}

export const sumOf = (done: readonly Done[]): Counts => ({
  passed: done.reduce((sum, { counts }) => sum + counts.passed, 0),
  failed: done.reduce((sum, { counts }) => sum + counts.failed, 0),
  skipped: done.reduce((sum, { counts }) => sum + counts.skipped, 0),
})

/** The digest of files by their path and contents. */
export function digestOf(files: Iterable<{ path: string; contents: string | Uint8Array }>): string {
  const hash = createHash('sha256')
  for (const { path, contents } of files) hash.update(`${path}\0${contents.length}\0`).update(contents)
  return hash.digest('hex')
}

/** The commit that is checked out, or `none` in a copy of the folder without its history. */
export function commitOf(folder: string): string {
  if (!existsSync(join(folder, '.git'))) return 'none'
  return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8' }).trim()
}
