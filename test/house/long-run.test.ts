/** A long run that was stopped goes on where it was, and takes over nothing that is not true any more. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { digestOf, type Done, openKept, sumOf } from '../long/kept.ts'

const now = { commit: 'c0ffee', tree: 'as it is' }
const drawn = (seed: number) => ({ given: null, draw: () => seed })
const done = (what: string, failed = 0): Done => ({ project: 'unit', what, counts: { passed: 3, failed, skipped: 1 } })

describe('a run that was stopped', () => {
  test('goes on with its seed, and what is done, also what failed, is not done again', () => {
    const folder = join(tempFolder(), 'long')
    const first = openKept(folder, now, drawn(7))
    first.keep(done('a.test.ts'))
    first.keep(done('b.test.ts', 2))
    const second = openKept(folder, now, drawn(8))
    expect(second.of.seed).toBe(7)
    expect(['a.test.ts', 'b.test.ts', 'c.test.ts'].map((file) => second.isDone('unit', file))).toEqual([
      true,
      true,
      false,
    ])
    expect(second.isDone('house', 'a.test.ts')).toBe(false)
    expect(sumOf(second.done)).toEqual({ passed: 6, failed: 2, skipped: 2 })
  })

  test.each([
    { what: 'the commit', now: { ...now, commit: 'decaf' }, seed: drawn(8), begins: 8 },
    { what: 'any file', now: { ...now, tree: 'changed' }, seed: drawn(8), begins: 8 },
    { what: 'the seed', now, seed: { given: 9, draw: () => 8 }, begins: 9 },
  ])('begins anew where $what is another', (changed) => {
    const folder = join(tempFolder(), 'long')
    openKept(folder, now, drawn(7)).keep(done('a.test.ts'))
    const second = openKept(folder, changed.now, changed.seed)
    expect([second.of.seed, second.done]).toEqual([changed.begins, []])
    // And so it stays.
    expect(openKept(folder, now, drawn(7)).done).toEqual([])
  })

  test('in the middle of writing what was done, has that file to do again', () => {
    const folder = join(tempFolder(), 'long')
    const first = openKept(folder, now, drawn(7))
    first.keep(done('a.test.ts'))
    const line = `${JSON.stringify(done('b.test.ts'))}\n`
    const file = join(folder, 'done.jsonl')
    const whole = readFileSync(file, 'utf8')
    for (let bytes = 1; bytes < line.length - 1; bytes += 1) {
      writeFileSync(file, whole)
      appendFileSync(file, line.slice(0, bytes))
      const second = openKept(folder, now, drawn(8))
      expect(second.done.map(({ what }) => what)).toEqual(['a.test.ts'])
      second.keep(done('c.test.ts'))
      expect(openKept(folder, now, drawn(8)).done.map(({ what }) => what)).toEqual(['a.test.ts', 'c.test.ts'])
    }
  })
})

test('a digest is another one where a byte, a name or the border between two files is another', () => {
  const digests = [
    [{ path: 'a', contents: 'one' }],
    [{ path: 'a', contents: 'onE' }],
    [{ path: 'b', contents: 'one' }],
    [
      { path: 'a', contents: 'o' },
      { path: 'a', contents: 'ne' },
    ],
  ].map(digestOf)
  expect(new Set(digests).size).toBe(digests.length)
})
