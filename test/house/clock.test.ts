/** No clock on the wall decides whether a test passes: a machine may be a hundred times slower than the one it was written on. */
import { describe, expect, test } from 'vitest'
import { type HouseFile, lineAt, readHouse } from './house-files.ts'

/** What asks a clock, or waits for one, and what to do instead. */
const CLOCKS: { words: RegExp; say: string }[] = [
  { words: /\.waitForTimeout\(/g, say: 'a page waits for what must happen; page.clock moves its time' },
  { words: /\bsetTimeout\(/g, say: 'wait for what must happen, or hand time in' },
  {
    words: /import \{[^}]*\bset(Timeout|Interval)\b[^}]*\} from '(node:)?timers\/promises'/g,
    say: 'wait for what must happen, or hand time in',
  },
  { words: /\bAtomics\.wait\(|\bexecSync\(.sleep\b/g, say: 'wait for what must happen, or hand time in' },
  { words: /\bperformance\.now\(\)/g, say: 'how fast it is, npm run bench says beside a floor' },
  { words: /\bDate\.now\(\)|\bnew Date\(\)/g, say: 'hand time in: handClock, page.clock' },
  { words: /\bvi\.wait(For|Until)\(/g, say: 'it gives up after a second; expect.poll has patience' },
  {
    words: /\btimeout: [\d_]+/g,
    say: 'test/support/patience.ts says how long is waited, and the settings when a test hangs',
  },
  { words: /^\}, \d[\d_]*\)$/gm, say: 'the settings say when a test hangs' },
]

/** `words` as they stand in the file, so many times. */
type Kept = { path: string; words: string; times: number; because: string }

/** What stays, and why. One that is no longer needed is a fault, too. */
const KEPT: Kept[] = [
  {
    path: 'test/support/time-reporter.ts',
    words: 'performance.now()',
    times: 1,
    because: 'it tells what the run took, and decides nothing',
  },
  {
    path: 'test/mutation/try-out.ts',
    words: 'performance.now()',
    times: 2,
    because: 'it tells how long each took, and decides nothing',
  },
  {
    path: 'test/mutation/try-out.ts',
    words: 'setTimeout(',
    times: 1,
    because: 'a broken line may make a run go on for ever, and that is noticed too',
  },
  {
    path: 'test/support/slow-tablet.ts',
    words: "import { setTimeout as wait } from 'node:timers/promises'",
    times: 1,
    because: 'it makes a tablet slow, where somebody asks for that',
  },
  {
    path: 'test/support/tell-failures.ts',
    words: 'timeout: 5000',
    times: 1,
    because: 'the journey has failed already; a page that hangs may not keep it from being told',
  },
  {
    path: 'test/support/browser-program.ts',
    words: 'timeout: 20_000',
    times: 1,
    because: 'a Chromium that lacks a library may hang instead of ending; the next way is tried',
  },
  {
    path: 'test/support/hold-data.ts',
    words: 'Atomics.wait(',
    times: 1,
    because: 'another program has the data: the test says when it lets go',
  },
  {
    path: 'test/support/sign-in-held.ts',
    words: 'Atomics.wait(',
    times: 1,
    because: 'another program is slow to end its step; the one that waits for it stands still, and cannot say when',
  },
  {
    path: 'test/support/electron-double/printers.ts',
    words: 'setTimeout(',
    times: 1,
    because: 'Electron answers in a later turn; it is of no time at all',
  },
  {
    path: 'test/journeys/desktop.test.ts',
    words: 'Atomics.wait(',
    times: 1,
    because: 'it is put into the station’s process, which stands still until it is killed',
  },
  {
    path: 'test/journeys/steps.ts',
    words: 'setTimeout(',
    times: 1,
    because: 'what a page puts off while its clock stands keeps its own delay',
  },
  {
    path: 'test/journeys/steps.ts',
    words: 'Date.now()',
    times: 2,
    because: 'a key’s time stamp and a page’s clock begin at the machine’s, and nothing waits for it',
  },
  {
    path: 'test/support/keys.ts',
    words: 'Date.now()',
    times: 1,
    because: 'a key’s time stamp begins at the machine’s, and nothing waits for it',
  },
  {
    path: 'test/journeys/sticks.test.ts',
    words: 'Date.now()',
    times: 1,
    because: 'the time stands: two files are to be saved in one minute',
  },
  {
    path: 'test/journeys/warnings.test.ts',
    words: 'Date.now()',
    times: 1,
    because: 'page and station have the machine’s time, and the test moves the station’s',
  },
]

function findClocks(files: HouseFile[], kept: readonly Kept[] = KEPT): string[] {
  const found = files.flatMap(({ path, text }) =>
    CLOCKS.flatMap(({ words, say }) =>
      [...text.matchAll(words)].map((match) => ({ path, line: lineAt(text, match.index), words: match[0], say })),
    ),
  )
  const isOf = (one: Kept) => (clock: { path: string; words: string }) =>
    clock.path === one.path && clock.words === one.words
  const loose = found.filter((clock) => !kept.some((one) => isOf(one)(clock)))
  const miscounted = kept.filter((one) => found.filter(isOf(one)).length !== one.times)
  return [
    ...loose.map(({ path, line, words, say }) => `${path}:${line} ${words} – ${say}`),
    ...miscounted.map((one) => `${one.path} has ${one.words} not ${one.times} times`),
  ]
}

describe('no clock decides', () => {
  test('in no test, and in nothing that tests lean on', async () => {
    // How fast something is belongs to test/bench; a real Electron, in test/smoke, is measured where a person has it.
    const files = await readHouse(
      /^test\/(?!bench\/|smoke\/|house\/clock\.test\.ts).*\.tsx?$|^(shared|electron|renderer)\/.*\.test\.tsx?$/,
    )
    expect(files.length).toBeGreaterThan(200)
    expect(findClocks(files)).toEqual([])
  })
  test.each([
    'await page.waitForTimeout(300)',
    'await new Promise((resolve) => setTimeout(resolve, 5))',
    "import { setTimeout as wait } from 'node:timers/promises'",
    'Atomics.wait(cell, 0, 0, 500)',
    'expect(performance.now() - began).toBeLessThan(2000)',
    'const late = Date.now() + 500',
    'const today = new Date()',
    'await vi.waitFor(() => expect(heard).toEqual([]))',
    "await page.getByRole('alert').waitFor({ timeout: 10_000 })",
    "test('quick', () => {\n}, 5000)",
  ])('%s is found, and named with its place', (text) => {
    const [found, ...more] = findClocks([{ path: 'shared/quick.test.ts', text: `\n${text}` }], [])
    expect([found, more]).toEqual([expect.stringMatching(/^shared\/quick\.test\.ts:[23] .+ – .+/), []])
  })

  test('time that is handed in, and the next turn, are no clock', () => {
    const text = `vi.advanceTimersByTime(15)
await page.clock.setFixedTime(new Date('2023-12-12T09:00:00Z'))
openDatabase(folder, key, shippedMigrations(), Date.now)
await new Promise((resolve) => setImmediate(resolve))`
    expect(findClocks([{ path: 'shared/slow.test.ts', text }], [])).toEqual([])
  })

  test('what is kept is kept so many times, and its line may not outlive it', () => {
    const kept = [{ path: 'test/support/slow.ts', words: 'setTimeout(', times: 1, because: 'it is slow' }]
    const text = 'setTimeout(go, 5)\n'
    expect(findClocks([{ path: 'test/support/slow.ts', text }], kept)).toEqual([])
    for (const other of ['', text + text])
      expect(findClocks([{ path: 'test/support/slow.ts', text: other }], kept)).toEqual([
        'test/support/slow.ts has setTimeout( not 1 times',
      ])
  })
})
