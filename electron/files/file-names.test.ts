import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { freePath, safeName } from './file-names.ts'
import { growingPath } from './half-made.ts'
import { fc, runs } from '../../test/support/chance.ts'

test('a name that every disk takes stays as it is', () => {
  for (const name of ['NEC action plan.xlsx', 'plan (1).csv', 'Zażółć gęślą.json', '計画.zip', 'a.b.c', 'README'])
    expect(safeName(name)).toBe(name)
})

test('what a disk would not take, or a system would hide, is changed, and as little of it as can be', () => {
  for (const [asked, name] of [
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\autorun.inf', 'autorun.inf'],
    ['C:\\Users\\plan.csv', 'plan.csv'],
    ['.bashrc', 'bashrc'],
    ['...', 'file'],
    ['', 'file'],
    ['folder/', 'file'],
    ['plan.xlsx. . ', 'plan.xlsx'],
    ['plan .xlsx', 'plan.xlsx'],
    ['NEC: plan? "1"|<2>*.csv', 'NEC plan 12.csv'],
    ['con', '_con'],
    ['NUL.tar.gz', '_NUL.tar.gz'],
    ['Com1 .txt', '_Com1.txt'],
    ['lpt³.csv', '_lpt³.csv'],
    ['console.csv', 'console.csv'],
    // A mark that turns text round makes a program look like a list.
    ['plan\u202ecsv.exe', 'plancsv.exe'],
    ['a\u0000b\nc.csv', 'abc.csv'],
    ['half \ud83c.csv', 'half \ufffd.csv'],
  ] as const)
    expect([asked, safeName(asked)]).toEqual([asked, name])
})

test('a long name keeps its ending, and no character of it is cut in two', () => {
  const name = safeName(`${'計'.repeat(300)}.xlsx`)
  expect(name).toMatch(/^計+\.xlsx$/)
  expect(Buffer.byteLength(name)).toBe(179)
  expect(safeName(`plan.${'x'.repeat(400)}`)).toHaveLength(180)
})

test('whatever a page asks for, the name can be made, lies in the folder, and asking again changes nothing', () => {
  const folder = tempFolder()
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('.', '/', '\\', ' ', 'a', ':', '\u0000', '計', '\ud800', 'con', '.csv'),
      maxLength: 120,
    }),
  )
  fc.assert(
    fc.property(odd, (asked) => {
      const name = safeName(asked)
      expect(safeName(name)).toBe(name)
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|^$|[. ]$/u)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(182)
      const path = freePath(folder, asked)
      expect(path.startsWith(join(folder, 'x').slice(0, -1))).toBe(true)
      // The disk takes it, also with what the writer puts round it, and the next of that name stands beside it.
      closeSync(openSync(growingPath(join(folder, name)), 'w'))
      closeSync(openSync(path, 'wx'))
      expect(freePath(folder, asked)).not.toBe(path)
    }),
    { numRuns: runs(120) },
  )
})

test('a second one of the same name stands beside the first, numbered before its ending', () => {
  const there = new Set([join('/d', 'plan.xlsx'), join('/d', 'plan (1).xlsx')])
  expect(freePath('/d', 'plan.xlsx', (path) => there.has(path))).toBe(join('/d', 'plan (2).xlsx'))
  expect(freePath('/d', '..\\plan.csv', () => false)).toBe(join('/d', 'plan.csv'))
})
