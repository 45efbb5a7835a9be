/** A line of the product is broken: is it noticed? Lines are drawn, broken, tried out and put back. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { findBreaks } from './break.ts'
import { breakIn, draw } from './draw.ts'
import { readProduct } from './product.ts'
import { keepTable, openTable, type Table, whatEscaped } from './table.ts'
import { testsOf } from './tests-of.ts'
import { tryOut } from './try-out.ts'

const HOUSE = join(import.meta.dirname, '../..')

describe('what can be broken', () => {
  test('comparisons, conditions, numbers and calls are; types, imports and joined words are not', () => {
    const text = [
      `import { many } from './one.ts'`,
      `type Few = 1 | 2`,
      `export const greet = (name: string) => 'Dear ' + name`,
      `if (many > 2 && !greet) tell(true)`,
    ].join('\n')
    expect(findBreaks('shared/greet.ts', text).map(({ line, from, to }) => [line, from, to])).toEqual([
      [4, 'many > 2 && !greet', '!(many > 2 && !greet)'],
      [4, '>', '<='],
      [4, '2', '(2 + 1)'],
      [4, '&&', '||'],
      [4, '!greet', '(greet)'],
      [4, 'tell(true)', 'void 0'],
      [4, 'true', 'false'],
    ])
  })

  test('a drawn line is found again after its file has changed around it, and not where it has changed itself', () => {
    const [drawn] = draw([{ path: 'shared/a.ts', text: 'tell()\n  if (late) tell()\n' }], 3, 1)
    if (drawn === undefined) throw new Error('Nothing was drawn')
    const moved = `// First.\n\n      ${drawn.words}\n`
    const now = breakIn(moved, { ...drawn, nth: 0 })
    expect(now).not.toBeNull()
    expect(now).not.toBe(moved)
    expect(breakIn(moved.replace('tell', 'ask'), drawn)).toBeNull()
  })
})

describe('the draw', () => {
  const files = ['a/x.ts', 'a/y.ts', 'a/z.ts', 'b/x.ts', 'c/d/e/f/g.ts', 'c/d/e/h.ts'].map((path) => ({
    path,
    text: 'if (late) tell(1)\n',
  }))

  test('the same seed draws the same lines, another draws others', () => {
    expect(draw(files, 7, 4)).toEqual(draw(files.toReversed(), 7, 4))
    expect(draw(files, 7, 4)).not.toEqual(draw(files, 8, 4))
  })

  test('each folder has its turn before any has a second, and no file is drawn twice', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const folders = draw(files, seed, 3).map(({ path }) => path.split('/')[0])
      expect(new Set(folders)).toEqual(new Set(['a', 'b', 'c']))
      const all = draw(files, seed, 99).map(({ path }) => path)
      expect(all.toSorted()).toEqual(files.map(({ path }) => path).toSorted())
    }
  })

  test('of this house it draws thirty lines of thirty folders, each of which has tests that exist', () => {
    const product = readProduct(HOUSE)
    const drawn = draw(product, 1, 30)
    expect(new Set(drawn.map(({ path }) => path.split('/').slice(0, -1).slice(0, 3).join('/'))).size).toBe(30)
    for (const { path } of product)
      for (const file of testsOf(path)) expect(() => readFileSync(join(HOUSE, file)), path).not.toThrow()
  })
})

describe('a house with two lines and one test', () => {
  const FILES = {
    'package.json': '{ "type": "module", "scripts": { "build": "node build.ts" } }',
    'build.ts': '',
    'vitest.config.ts': `import { defineConfig } from 'vitest/config'
export default defineConfig({ test: { projects: ['unit', 'station', 'journeys'].map((name) => ({
  test: { name, include: [name === 'unit' ? 'shared/**/*.test.ts' : 'test/' + name + '/*.test.ts'] } })) } })`,
    'shared/count.ts': `export const more = (count: number) => count + 1\nexport const none = (count: number) => count === 0\n`,
    'shared/count.test.ts': `import { expect, test } from 'vitest'
import { more } from './count.ts'
test('one more', () => expect(more(1)).toBe(2))\n`,
    'test/journeys/day.test.ts': `import { test } from 'vitest'\ntest('a day', () => undefined)\n`,
  }
  const house = () => {
    const folder = tempFolder()
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    symlinkSync(join(HOUSE, 'node_modules'), join(folder, 'node_modules'), 'junction')
    return folder
  }
  const line = (words: string, from: string, to: string) => ({
    path: 'shared/count.ts',
    words,
    nth: 0,
    column: words.indexOf(from),
    from,
    to,
  })
  const tested = line('export const more = (count: number) => count + 1', '+', '-')
  const untested = line('export const none = (count: number) => count === 0', '===', '!==')

  test('the line that is tested is caught by the test’s name, the other escapes, and both are put back', async () => {
    const folder = house()
    expect(await tryOut(folder, tested)).toMatchObject({ outcome: 'caught', by: 'shared/count.test.ts: one more' })
    expect(await tryOut(folder, untested)).toMatchObject({ outcome: 'escaped', by: '' })
    expect(await tryOut(folder, { ...tested, words: 'another line' })).toMatchObject({ outcome: 'gone' })
    expect(readFileSync(join(folder, 'shared/count.ts'), 'utf8')).toBe(FILES['shared/count.ts'])
  })

  test('a house that cannot be built any more is noticed', async () => {
    const folder = house()
    writeFileSync(join(folder, 'build.ts'), 'process.exit(1)')
    expect(await tryOut(folder, untested)).toMatchObject({ outcome: 'caught', by: 'the build' })
  })

  test('the table goes on where it was stopped, and starts anew for another house', () => {
    const path = join(tempFolder(), 'table.json')
    const fresh = (commit: string) => (): Table => ({
      seed: 1,
      house: commit,
      rows: [tested, untested].map((row) => ({ ...row, outcome: null })),
    })
    const table = openTable(path, fresh('one'))
    const [first] = table.rows
    if (first !== undefined) first.outcome = { outcome: 'caught', by: 'one more', seconds: 1 }
    keepTable(path, table)
    expect(openTable(path, fresh('one'))).toEqual(table)
    expect(openTable(path, fresh('two'))).toEqual(fresh('two')())
    expect(whatEscaped(table, fresh('two')())).toEqual([
      'shared/count.ts: export const more = (count: number) => count + 1 (+ → -) was noticed by one more',
    ])
    expect(whatEscaped(table, table)).toEqual([])
  })
})
