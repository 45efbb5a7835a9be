import { expect, test } from 'vitest'
import { shippedPack } from '../../../../test/support/test-station.ts'
import { sheetWords } from './sheet-words.ts'

const pack = shippedPack()
const all = { from: 'A', to: '#', people: 250 }
const at = { desk: all, desks: 1, station: 'West door', now: new Date('2023-12-12T08:40:00'), rehearsal: false }

test('every page says which event it is, who holds the sheet and why, and when it was printed', () => {
  const words = sheetWords(pack, at)
  expect(words).toMatchObject({
    event: pack.name,
    where: 'Tuesday 12 December 2023 · The NEC (National Exhibition Centre)',
    title: 'Sign-in sheet',
    severalDays: false,
  })
  expect(words.privacy).toBe(
    'Solihull Metropolitan Borough Council holds this sheet. To run today’s event, and to see that the promises made here are kept. Questions: event-privacy@solihull-council.example',
  )
  expect(words.printed).toContain('Printed Tuesday 12 December, 08:40, West door')
})

test('a desk’s own sheet says its letters; over several days the day is written in by hand; long notices are cut', () => {
  const long = { ...pack, privacy: { ...pack.privacy, purpose: `${'To keep a very long promise '.repeat(20)}.` } }
  const words = sheetWords(
    { ...long, dates: { from: '2023-12-12', to: '2023-12-13' } },
    { ...at, desk: { from: 'L', to: '#', people: 9 }, desks: 2 },
  )
  expect(words.title).toBe('Sign-in sheet L–Z')
  expect(words.severalDays).toBe(true)
  expect(words.privacy.length).toBeLessThan(300)
  expect(words.privacy).toContain('… Questions: ')
})
