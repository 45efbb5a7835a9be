import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { runHere } from '../../test/support/run-cli.ts'

/** What the terminal prints, and how the command ends. */
const answer = (...args: string[]) => runHere('timescale', ...args)

describe('“timescale” says which day somebody’s words come to', () => {
  test('for a program, as one JSON object', async () => {
    const json = async (words: string) => {
      const { code, out, err } = await answer(words, '--on', '2023-11-21', '--json')
      expect({ code, err }).toEqual({ code: 0, err: '' })
      return JSON.parse(out) as unknown
    }
    expect(await json('by Easter')).toEqual({ start: null, due: '2024-03-31', derived: true, sure: true })
    expect(await json('31/03/2024')).toEqual({ start: null, due: '2024-03-31', derived: false, sure: true })
    expect(await json('from September 2024')).toEqual({ start: '2024-09-01', due: null, derived: false, sure: true })
    expect(await json('by her 18th birthday')).toEqual({ start: null, due: null, derived: false, sure: false })
    expect(await json('')).toEqual({ start: null, due: null, derived: false, sure: false })
  })

  const cases = readFileSync(new URL('../../test/cases/timescales.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  test.each(cases.slice(1).map((line) => line.split('\t')))('“%s” as people say it', async (words, start, due) => {
    const read = JSON.parse((await answer(words ?? '', '--on', '2023-11-21', '--json')).out) as Record<string, unknown>
    expect([read['start'] ?? '-', read['due'] ?? '-']).toEqual([start, due])
  })

  test('for a person, in a sentence', async () => {
    const words = async (said: string) => (await answer(said, '--on', '2023-11-21')).out.trim()
    expect(await words('by Easter')).toBe('“by Easter” is by 31 March 2024.')
    expect(await words('from September 2024')).toBe('“from September 2024” starts on 1 September 2024.')
    expect(await words('June to August')).toBe('“June to August” is from 1 June 2024 to 31 August 2024.')
    expect(await words('twice a year')).toBe('Nobody can be sure of a day from “twice a year”.')
  })

  test('said today, where no day is given', async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 30, 12), toFake: ['Date'] })
    try {
      expect((await answer('tomorrow')).out.trim()).toBe('“tomorrow” is by 1 December 2026.')
    } finally {
      vi.useRealTimers()
    }
  })

  test('a day that is none is a wrong call', async () => {
    expect(await answer('by Easter', '--on', '31/3/2024')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--on takes a day like 2026-11-30.'),
    })
    expect(await answer('by', 'Easter')).toMatchObject({ code: 2, err: expect.stringContaining('timescale "WORDS"') })
  })
})
