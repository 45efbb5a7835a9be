import { expect, test } from 'vitest'
import { saidOf } from './said.ts'

const local = (time: string) => new Date(`2023-12-12T${time}:00`).toISOString()
const times = { in: local('09:05'), out: null }
const entry = {
  entered: '00000000-0000-7000-8000-000000000000 1',
  delegate: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'Ewa Kaur',
  listName: '',
  organisation: 'Elmdon House',
  added: false,
  in: local('09:05'),
  out: null,
  last: true,
}
const delegate = {
  id: entry.delegate,
  name: 'Ewa Kaur',
  listName: '',
  organisation: '',
  area: '',
  role: '',
  sector: '',
  email: '',
  table: '',
  walkIn: false,
  withdrawn: true,
  presence: 'here' as const,
  since: local('09:00'),
  atStation: 'West door',
  note: '',
}

test('a line that went in is said in a few words, and whoever was added is said to be', () => {
  expect(saidOf({ code: 'entered', entry, known: null }, 'Ewa Kaur', times)).toEqual({
    tone: 'ok',
    sentence: 'Ewa Kaur: in 09:05.',
  })
  const both = { ...entry, added: true, out: local('12:10') }
  expect(saidOf({ code: 'entered', entry: both, known: null }, 'Ewa Kaur', times).sentence).toBe(
    'Ewa Kaur: in 09:05, out 12:10. Added to the list.',
  )
})

test('somebody who had come already: which time is the first arrival now', () => {
  const known = (time: string) => ({ at: local(time), station: 'West door' })
  expect(saidOf({ code: 'entered', entry, known: known('10:02') }, 'Ewa Kaur', times)).toEqual({
    tone: 'warn',
    sentence: 'Ewa Kaur: in 09:05. They had signed in at 10:02 (West door); 09:05 is now their first arrival.',
  })
  expect(saidOf({ code: 'entered', entry, known: known('08:30') }, 'Ewa Kaur', times).sentence).toBe(
    'Ewa Kaur: in 09:05. They had signed in at 08:30 (West door), and that stays their first arrival.',
  )
  expect(saidOf({ code: 'unchanged', delegate, known: known('09:00') }, 'Ewa Kaur', times)).toEqual({
    tone: 'warn',
    sentence:
      'Ewa Kaur had already signed in at 09:00 (West door). That time is kept, and in 09:05 adds nothing to it.',
  })
})

test('whatever was not entered says who, why, and what to do', () => {
  for (const answer of [
    { code: 'withdrawn', delegate } as const,
    { code: 'changed-since', delegate } as const,
    { code: 'not-yet' } as const,
    { code: 'before-event' } as const,
    { code: 'out-before-in' } as const,
    { code: 'not-in' } as const,
  ]) {
    const { tone, sentence } = saidOf(answer, 'Ewa Kaur', times)
    expect(tone).toBe('bad')
    expect(sentence).toMatch(/^Ewa Kaur/)
  }
})
