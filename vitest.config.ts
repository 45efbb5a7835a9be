/** How the tests run: six projects, from the quickest to the slowest, on two cores. */
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { CountReporter } from './test/support/count-reporter.ts'

/** Journeys of the browser host itself and of its requests, of the desktop app itself, and of sticks, which no test can plug into the app’s own process. */
const OWN_LAUNCHER = ['browser', 'desktop', 'news', 'silent-print', 'sticks', 'updates', 'wall-beside', 'warnings'].map(
  (name) => `test/journeys/${name}.test.ts`,
)

/** Whole days in a real Chromium, through one of the two hosts. */
const journeys = (
  name: string,
  launcher: 'browser' | 'desktop',
  groupOrder: number,
  exclude: string[],
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: ['test/journeys/**/*.test.ts'],
    exclude,
    provide: { launcher },
    globalSetup: ['test/support/browser-setup.ts'],
    setupFiles: ['test/support/tell-failures.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // One at a time: Chromium wants the other core, and a journey waits for what a person would see.
    maxWorkers: 1,
    sequence: { groupOrder },
  },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: false,
    reporters: ['default', new CountReporter()],
    // A busy machine takes longer than the usual second for what comes a moment later.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,electron,renderer}/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/house/**/*.test.ts'],
          // The tools take seconds on a quiet machine and minutes on a busy one.
          testTimeout: 320_000,
          hookTimeout: 320_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'station',
          include: ['test/{desktop,station}/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      journeys('journeys', 'browser', 3, []),
      // The same suite through the other launcher.
      journeys('journeys-desktop', 'desktop', 4, OWN_LAUNCHER),
      {
        extends: true,
        test: {
          name: 'smoke',
          include: ['test/smoke/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
