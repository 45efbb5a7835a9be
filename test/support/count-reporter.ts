/** The last line of every test run: `N passed, N failed, N skipped`, alone, for people and for machines that count. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/**
 * Adds up a finished run. A test counts once. What went wrong outside any test counts as one failure each: a file that
 * did not load, a hook of a suite that threw, an error nobody caught, a test that was begun and never ended.
 */
export function countTests(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): Counts {
  const counts: Counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
  for (const module of modules) {
    let failures = 0
    for (const suite of [module, ...module.children.allSuites()]) if (suite.errors().length > 0) failures += 1
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') counts.passed += 1
      else if (state === 'skipped') counts.skipped += 1
      else failures += 1
    }
    // A file that failed with nothing to point at, or never got its turn, is still a failure.
    const unfinished = module.state() === 'failed' || module.state() === 'queued' || module.state() === 'pending'
    counts.failed += failures === 0 && unfinished ? 1 : failures
  }
  return counts
}

/**
 * A vitest reporter. It prints when the process ends, so that nothing comes after its line, and it turns a run in which
 * no test was carried out into a failed one.
 */
export class CountReporter implements Reporter {
  #counts: Counts | null = null
  readonly #before: () => Counts

  /** `before` is what was counted by the runs that this one goes on with. */
  constructor(before: () => Counts = () => ({ passed: 0, failed: 0, skipped: 0 })) {
    this.#before = before
  }

  onInit(): void {
    process.once('exit', (code) => this.#printLast(code))
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    this.#counts = countTests(modules, unhandledErrors)
  }

  #printLast(code: number): void {
    // Nothing was asked to run: `vitest list`, for one.
    if (this.#counts === null && code === 0) return
    const counts = { ...this.#before() }
    for (const what of ['passed', 'failed', 'skipped'] as const) counts[what] += this.#counts?.[what] ?? 0
    if (counts.passed + counts.failed === 0) {
      process.stderr.write('No test was run, and a run without tests proves nothing.\n')
      counts.failed = 1
    }
    // Something went wrong that no test reported: a global setup, a time-out on closing, a configuration fault.
    if (code !== 0 && counts.failed === 0) counts.failed = 1
    if (counts.failed > 0 && code === 0) process.exitCode = 1
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }
}
