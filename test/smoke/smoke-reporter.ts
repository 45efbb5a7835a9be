/** A vitest reporter: when a smoke run is over, also one that broke off, it writes the report that is sent back. */
import { readFileSync } from 'node:fs'
import { homedir, hostname, release, tmpdir, type, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { itemsByHand, type Outcome, REPORT_FOLDER, REPORT_ZIP, reportText, writeReport } from './report.ts'

const house = join(import.meta.dirname, '../..')

export class SmokeReporter implements Reporter {
  readonly #folder: string
  readonly #zip: string
  readonly #now: () => Date

  constructor({ folder = REPORT_FOLDER, zip = join(house, REPORT_ZIP), now = () => new Date() } = {}) {
    this.#folder = folder
    this.#zip = zip
    this.#now = now
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const { version } = JSON.parse(readFileSync(join(house, 'package.json'), 'utf8')) as { version: string }
    const text = reportText(
      {
        day: this.#now().toISOString().slice(0, 10),
        versions: {
          app: version,
          ...together(tests.map((test) => test.meta().versions)),
          system: [type(), release(), process.arch, process.env['XDG_SESSION_TYPE'] ?? ''].join(' ').trim(),
        },
        figures: together(tests.map((test) => test.meta().figures)),
        outcomes: outcomesOf(modules, unhandledErrors),
        byHand: itemsByHand(readFileSync(join(house, 'docs/desktop.md'), 'utf8')),
      },
      [house, homedir(), tmpdir(), hostname(), userInfo().username],
    )
    writeReport(text, this.#folder, this.#zip)
  }
}

/** All that was told, each name once. */
const together = (told: readonly (Record<string, string> | undefined)[]): Record<string, string> =>
  Object.fromEntries(told.flatMap((one) => Object.entries(one ?? {})))

const wordsOf = (errors: readonly { message: string }[]) => errors.map(({ message }) => message).join(' ')

/** Each test is an item; what went wrong outside any is one of its own, so that it does not look as if all were well. */
function outcomesOf(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): Outcome[] {
  const items = modules.flatMap((module) => [
    ...[...module.children.allTests()].map((test): Outcome => {
      const { state, errors } = test.result()
      if (state === 'passed') return { item: test.name, state, words: '' }
      if (state === 'skipped')
        return { item: test.name, state, words: test.parent.type === 'suite' ? test.parent.name : '' }
      return { item: test.name, state: 'failed', words: wordsOf(errors ?? []) || 'It did not come to an end.' }
    }),
    ...[module, ...module.children.allSuites()]
      .filter((part) => part.errors().length > 0)
      .map((part): Outcome => ({ item: 'around the tests', state: 'failed', words: wordsOf(part.errors()) })),
  ])
  return [
    ...items,
    // Each once: a program that does not start says the same for every test.
    ...[...new Set(unhandledErrors.map(({ message }) => message))].map((words): Outcome => ({
      item: 'an error nobody caught',
      state: 'failed',
      words,
    })),
  ]
}
