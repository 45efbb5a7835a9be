import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../../../test/support/test-station.ts'
import { lastWords } from './words.ts'

const pack = shippedPack()
const at = '2023-12-12T09:12:00.000Z'
const now = new Date('2023-12-12T09:30:00.000Z')
const inside = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Ewa Kaur',
  table: 'Table 7',
  wordWithStaff: false,
  byBadge: true,
  at,
}
const say = (answer: Parameters<typeof lastWords>[0]) => lastWords(answer, { pack, now, station: 'West door' })

describe('the last page says', () => {
  test('welcome, where they sit and what is next, to the eye and to the ear', () => {
    const words = say({ code: 'signed-in', ...inside })
    expect(words).toMatchObject({ tone: 'ok', title: 'You are signed in', name: 'Ewa Kaur', wordWithStaff: false })
    expect(words.facts[0]).toEqual({ term: 'Your table', words: '7, by the window' })
    expect(words.facts[1]?.term).toMatch(/^(On now|Next)$/)
    for (const said of ['Welcome, Ewa Kaur.', 'You are signed in.', '7, by the window'])
      expect(words.spoken).toContain(said)
  })
  test('that they are in already, when and where', () => {
    expect(say({ code: 'already', ...inside, station: 'East door' }).more).toMatch(
      /^Signed in at \d\d:\d\d, at East door$/,
    )
    expect(say({ code: 'already', ...inside, station: 'West door' }).more).toMatch(/, on this tablet$/)
    expect(say({ code: 'already', ...inside, station: '' }).more).toMatch(/^Signed in at \d\d:\d\d$/)
  })
  test('to somebody who gave only a name: neither when nor where, and to ask at the desk, whatever is there', () => {
    const byName = { ...inside, byBadge: false }
    const words = say({ code: 'already', ...byName, table: '', at: null, station: '' })
    expect(words.more).toBe('For your table, or anything that was left for you, please ask at the desk')
    expect(words.facts.map(({ term }) => term)).not.toContain('Your table')
    expect(say({ code: 'signed-in', ...byName }).more).toBe(
      'For anything that was left for you, please ask at the desk',
    )
    expect(say({ code: 'signed-in', ...inside }).more).toBe('')
  })
  test('to have a word with staff, and never what about', () => {
    expect(say({ code: 'signed-in', ...inside, wordWithStaff: true }).spoken).toContain(
      'Please have a word with our staff at the desk.',
    )
  })
  test('nothing of whoever was withdrawn, but where to go', () => {
    const words = say({ code: 'withdrawn' })
    expect(words).toMatchObject({ name: '', facts: [], title: 'Please see our staff' })
    expect(words.spoken).not.toMatch(/withdr|place|list/i)
  })
  test('no table where there is none, and no session once the day is done', () => {
    const late = new Date('2023-12-12T22:00:00.000Z')
    expect(lastWords({ code: 'signed-in', ...inside, table: '' }, { pack, now: late, station: '' }).facts).toEqual([])
  })
})
