/** How the tests run: one queue for two cores, the longest files first, one more at a time than there are cores. docs/testing.md says what is proven where. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { SmokeReporter } from './test/smoke/smoke-reporter.ts'
import { CountReporter } from './test/support/count-reporter.ts'
import { isLong } from './test/support/lane.ts'
import { LongestFirst } from './test/support/longest-first.ts'
import { PATIENCE } from './test/support/patience.ts'
import { TimeReporter } from './test/support/time-reporter.ts'

/** A test hangs after so long. Nothing is proven by it: a story waits for what must happen, however long the machine takes. Milliseconds. */
const HANGS = isLong ? 7_200_000 : 900_000

const project = (
  name: string,
  include: string[],
  more: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, include, testTimeout: HANGS, hookTimeout: HANGS, ...more },
})

// Programs that tests start are compiled once; gone with `npm ci`.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compile')

export default defineConfig({
  test: {
    pool: 'forks',
    // A journey waits for its browser a fifth of the time: a third file has the cores meanwhile.
    maxWorkers: 3,
    passWithNoTests: false,
    reporters: [
      'default',
      new TimeReporter(),
      new CountReporter(),
      // Only where somebody has asked for a report to send back.
      ...(process.env['PLEDGE_KIOSK_SMOKE'] === 'report' ? [new SmokeReporter()] : []),
    ],
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: PATIENCE } },
    // The long lane, which may be stopped and gone on with, keeps its own.
    provide: { looks: process.env['PLEDGE_KIOSK_LOOKS'] ?? join(tmpdir(), `pledge-kiosk-looks-${process.pid}`) },
    projects: [
      // Nothing in the product keeps a state of its own, so files may share a process, which then reads it once.
      project('unit', ['{shared,electron,renderer}/**/*.test.{ts,tsx}'], { isolate: false }),
      project('house', ['test/{house,mutation}/**/*.test.ts']),
      project('station', ['test/{desktop,station}/**/*.test.ts'], { isolate: false }),
      // Every call of the contract, by everybody, over both transports.
      project('contract', ['test/contract/**/*.test.ts'], { isolate: false }),
      // Whole days in a real Chromium.
      project('journeys', ['test/journeys/**/*.test.ts'], {
        isolate: false,
        globalSetup: ['test/support/browser-setup.ts'],
        setupFiles: ['test/support/tell-failures.ts'],
      }),
      project('smoke', ['test/smoke/**/*.test.ts']),
      // Once the journeys are over: was every screen looked at?
      project('register', ['test/register/**/*.test.ts'], { sequence: { groupOrder: 1 } }),
    ],
  },
})
