/** The last line of a test run counts everything that went wrong, also what happened outside any test. */
import { describe, expect, test } from 'vitest'
import { inSpoiledHouses } from './spoiled.ts'
import { house, inHouseOf, runTool } from './tools.ts'

const config = `import { defineConfig } from 'vitest/config'
import { CountReporter } from '${house}/test/support/count-reporter.ts'
export default defineConfig({ test: { reporters: ['default', new CountReporter()], globalSetup: ['./setup.ts'] } })
`
const begin = `import { afterAll, beforeAll, describe, expect, test } from 'vitest'\n`
const pass = `test('passes', () => expect(1).toBe(1))\n`

/** Runs the given test files in a house of their own; answers with the exit code and the last line that was printed. */
async function runTests(tests: Record<string, string>, options: { args?: string[]; setup?: string } = {}) {
  const files = {
    'vitest.config.ts': config,
    'setup.ts': `export function setup() {\n  ${options.setup ?? ''}\n}\n`,
    ...Object.fromEntries(Object.entries(tests).map(([file, text]) => [file, begin + text])),
  }
  const { code, output } = await inHouseOf(files, (folder) =>
    runTool(folder, 'vitest/vitest.mjs', 'run', ...(options.args ?? [])),
  )
  return { failed: code !== 0, lastLine: output.trimEnd().split('\n').at(-1) }
}

describe('the line that counts', () => {
  test('passed, failed and skipped tests are counted one by one', async () => {
    const files = {
      'a.test.ts': `${pass}test('fails', () => expect(1).toBe(2))\ntest.skip('is skipped', () => {})\n`,
      'b.test.ts': `${pass}test.todo('is still to do')\n`,
    }
    expect(await runTests(files)).toEqual({ failed: true, lastLine: '2 passed, 1 failed, 2 skipped' })
  })

  inSpoiledHouses('count-line', () => {
    test('when all is well nothing fails', async () => {
      expect(await runTests({ 'a.test.ts': pass })).toEqual({
        failed: false,
        lastLine: '1 passed, 0 failed, 0 skipped',
      })
    })

    test('a file that does not load, a hook that throws and an error nobody caught each count as failed', async () => {
      const files = {
        'load.test.ts': `import './nowhere.ts'\n${pass}`,
        'before.test.ts': `describe('doors', () => {\n  beforeAll(() => { throw new Error('shut') })\n  ${pass}})\n`,
        'after.test.ts': `afterAll(() => { throw new Error('shut') })\n${pass}`,
        'loose.test.ts': `test('leaves', () => { void Promise.reject(new Error('loose')) })\n`,
      }
      expect(await runTests(files)).toEqual({ failed: true, lastLine: '2 passed, 4 failed, 1 skipped' })
    })

    test('a run in which no test was carried out fails', async () => {
      const nothing = { failed: true, lastLine: '0 passed, 1 failed, 0 skipped' }
      expect(await runTests({})).toEqual(nothing)
      const skipped = { failed: true, lastLine: '0 passed, 1 failed, 1 skipped' }
      expect(await runTests({ 'a.test.ts': pass }, { args: ['--testNamePattern', 'no such test'] })).toEqual(skipped)
    })

    test('a fault before the first test, such as a browser that does not start, is a failure too', async () => {
      const setup = `throw new Error('no browser')`
      expect(await runTests({ 'a.test.ts': pass }, { setup })).toEqual({
        failed: true,
        lastLine: '0 passed, 1 failed, 0 skipped',
      })
    })
  })
})
