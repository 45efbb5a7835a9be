/** What whoever has a real Electron sends back: told here without one, from a run that passes, fails and skips. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { house, inHouseOf, runTool } from '../house/tools.ts'
import { itemsByHand, reportText, type SmokeRun, withoutPlaces, writeReport } from '../smoke/report.ts'
import { tempFolder } from '../support/temp-folder.ts'

const run: SmokeRun = {
  day: '2026-11-30',
  versions: { app: '0.1.0', electron: '45.4.1', system: 'Windows_NT 10.0.22631 x64' },
  figures: { 'first paint': '810 ms' },
  outcomes: [
    { item: 'it opens on the first screen', state: 'passed', words: '' },
    { item: 'a second start ends', state: 'failed', words: 'expected 1 to be 0\nin C:\\Users\\ewa\\kiosk | here' },
    { item: 'printers', state: 'skipped', words: 'no printer' },
  ],
  byHand: ['a badge goes to the chosen printer (by hand: rolls)'],
}

describe('the report', () => {
  test('has the versions, each item with what came of it and its words, and what is left to look at', () => {
    expect(
      reportText(run, [])
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      '# Pledge Kiosk in a real Electron',
      'Run on 2026-11-30: 1 passed, 1 failed, 1 skipped.',
      '- app: 0.1.0',
      '- electron: 45.4.1',
      '- system: Windows_NT 10.0.22631 x64',
      '| item | came of it | words |',
      '|---|---|---|',
      '| it opens on the first screen | passed |  |',
      '| a second start ends | failed | expected 1 to be 0 in C:\\Users\\…\\kiosk \\| here |',
      '| printers | skipped | no printer |',
      '## Measured',
      '- first paint: 810 ms',
      '## By hand',
      'Nobody has looked at these for you. Write what you saw, and no names of people; leave empty what you did not look at.',
      '| to look at | what you saw |',
      '|---|---|',
      '| a badge goes to the chosen printer (by hand: rolls) | |',
    ])
  })

  test.each([
    [`${join('/home', 'ewa', 'kiosk')}: no such folder`, `${join('/home', '…', 'kiosk')}: no such folder`],
    ['file:///Users/ewa/kiosk', 'file:///Users/…/kiosk'],
    ['C:\\\\Users\\\\ewa\\\\AppData', 'C:\\\\Users\\\\…\\\\AppData'],
    ['spawn /srv/ewas-work/kiosk/node_modules ENOENT', 'spawn …/node_modules ENOENT'],
    ['D:/Ewa Work/kiosk/dist', '…/dist'],
    ['on ewas-laptop', 'on …'],
    ['\u001B[31mred\u001B[39m', 'red'],
  ])('tells nothing of who ran it: %s', (text, told) => {
    expect(withoutPlaces(text, ['/srv/ewas-work', '/srv/ewas-work/kiosk', 'D:\\Ewa Work\\kiosk', 'ewas-laptop'])).toBe(
      told,
    )
  })

  test('goes into one ZIP with its pictures, and nothing else', () => {
    const folder = join(tempFolder(), 'electron-smoke')
    mkdirSync(folder)
    writeFileSync(join(folder, '1.png'), 'a picture')
    writeFileSync(join(folder, 'station.db'), 'what people promised')
    const zip = `${folder}.zip`
    writeReport('# The report', folder, zip)
    const inside = unzipSync(readFileSync(zip))
    expect(Object.entries(inside).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
      ['report.md', '# The report'],
      ['1.png', 'a picture'],
    ])
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe('# The report')
  })

  test('asks for each item that docs/desktop.md leaves to a person, and for no other', () => {
    const items = itemsByHand(readFileSync(join(house, 'docs/desktop.md'), 'utf8'))
    expect(items).toContain('refused downloads; those of the page (`blob:app://kiosk/…`) (by hand: export a plan)')
    expect(items).toContain(
      'a port from another frame or address is refused (not yet: the frames that Electron reports)',
    )
    expect(items.filter((item) => item.startsWith('a second start'))).toEqual([])
    expect(() => itemsByHand('# Another page')).toThrow('no item')
  })
})

test('a run that passes, fails, skips and breaks leaves a report that says so', async () => {
  const files = {
    'vitest.config.ts': `import { defineConfig } from 'vitest/config'
import { SmokeReporter } from '${house}/test/smoke/smoke-reporter.ts'
const reporter = new SmokeReporter({ folder: 'out', zip: 'out.zip', now: () => new Date('2026-11-30T09:00:00Z') })
export default defineConfig({ test: { reporters: ['default', reporter] } })
`,
    'a.test.ts': `import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
test('it opens', ({ task }) => {
  onTestFinished(() => { delete task.meta.app })
  onTestFinished(() => { task.meta.versions = { electron: task.meta.app } })
  task.meta.app = '45.4.1'
  task.meta.figures = { 'first paint': '810 ms' }
})
test('it leaves', () => void [1, 2].map(() => Promise.reject(new Error('loose'))))
test('it closes', () => expect('${house}/dist').toBe('shut'))
describe.skip('in a real Electron (skipped: no screen)', () => void test('it prints', () => undefined))
describe('around', () => {
  afterAll(() => { throw new Error('the folder is still open') })
  test('it shuts', () => undefined)
})
`,
  }
  const report = await inHouseOf(files, async (folder) => {
    await runTool(folder, 'vitest/vitest.mjs', 'run')
    expect(existsSync(join(folder, 'out.zip'))).toBe(true)
    return readFileSync(join(folder, 'out/report.md'), 'utf8')
  })
  expect(report).toContain('Run on 2026-11-30: 3 passed, 3 failed, 1 skipped.')
  expect(report).toMatch(/^- app: \d+\.\d+\.\d+\n- electron: 45\.4\.1\n- system: \w+ /m)
  expect(report).toContain('- first paint: 810 ms')
  expect(report).toContain('| it opens | passed |  |')
  expect(report).toMatch(/^\| it closes \| failed \| .*…\/dist.* \|$/m)
  expect(report).toContain('| it prints | skipped | in a real Electron (skipped: no screen) |')
  expect(report).toContain('| around the tests | failed | the folder is still open |')
  expect(report).toContain('| an error nobody caught | failed | loose |')
  expect(report).not.toContain(house)
})
