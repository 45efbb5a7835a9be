/** Breaks one line of a house, runs the tests that could notice, and puts the line back. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Drawn, breakIn } from './draw.ts'
import { testsOf } from './tests-of.ts'

/** `by` is the first test that failed; `gone`: the line is not in this house. Seconds. */
export type Outcome = { outcome: 'caught' | 'escaped' | 'gone'; by: string; seconds: number }

/** A run that has not ended by then hangs, and that is noticed as well. Milliseconds. */
const HANGS = 20 * 60 * 1000

/** The house at `house` must be nobody else's meanwhile: the line stays broken in it if this process is killed. */
export async function tryOut(house: string, drawn: Drawn): Promise<Outcome> {
  const began = performance.now()
  const ended = (outcome: Outcome['outcome'], by: string): Outcome => ({
    outcome,
    by,
    seconds: Math.round((performance.now() - began) / 1000),
  })
  const path = join(house, drawn.path)
  const whole = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const text = breakIn(whole, drawn)
  if (text === null) return ended('gone', '')
  writeFileSync(path, text)
  try {
    const related = ['related', '--run', drawn.path]
    for (const projects of [['unit', 'contract'], ['station']]) {
      const by = await firstFailure(house, [...related, ...projects.flatMap((name) => ['--project', name])])
      if (by !== null) return ended('caught', by)
    }
    if ((await run(house, 'npm', ['run', 'build', '--silent'])) !== 0) return ended('caught', 'the build')
    const files = testsOf(drawn.path).filter((file) => existsSync(join(house, file)))
    const by = await firstFailure(house, ['run', ...files])
    return by === null ? ended('escaped', '') : ended('caught', by)
  } finally {
    writeFileSync(path, whole)
  }
}

/** The first test that fails in this run of vitest; null where none does. */
async function firstFailure(house: string, words: string[]): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'pledge-kiosk-broken-'))
  const told = join(folder, 'told.json')
  try {
    const more = ['--bail', '1', '--passWithNoTests', '--reporter', 'json', '--outputFile', told]
    const code = await run(house, process.execPath, [join(house, 'node_modules/vitest/vitest.mjs'), ...words, ...more])
    if (code === 0) return null
    if (code === null) return 'it hangs'
    return existsSync(told) ? nameOfFailure(readFileSync(told, 'utf8'), house) : `vitest ended with ${code}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function nameOfFailure(json: string, house: string): string {
  type Told = { name: string; message: string; assertionResults: { status: string; fullName: string }[] }
  const { testResults } = JSON.parse(json) as { testResults: Told[] }
  for (const { name, message, assertionResults } of testResults) {
    const file = name.replace(`${house}/`, '')
    const failed = assertionResults.find(({ status }) => status === 'failed')
    if (failed !== undefined) return `${file}: ${failed.fullName}`
    if (message !== '') return `${file}: ${message.split('\n', 1)[0]}`
  }
  return 'a fault outside any test'
}

/** The exit code; null where it had to be ended. */
function run(house: string, program: string, words: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    // At the usual size, whichever lane asks. A group of its own, so that what it has started ends with it.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PLEDGE_KIOSK|VITEST)/.test(name)))
    const child = spawn(program, words, { cwd: house, stdio: 'ignore', detached: true, env })
    const hangs = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), HANGS)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(hangs)
      resolve(code)
    })
  })
}
