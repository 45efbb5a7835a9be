/** Tells what the desk remembers of the last busy minutes. */
import { expect, test } from 'vitest'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { Answer } from './answers.ts'
import { FRESH_DESK, learn, record } from './desk-state.ts'

const person = (name: string, presence: DelegateView['presence'] = 'here'): DelegateView => ({
  id: `018c5a2e-0000-7000-8000-${name.padStart(12, '0')}`,
  name,
  listName: '',
  organisation: '',
  area: '',
  role: '',
  sector: '',
  email: '',
  table: '',
  walkIn: false,
  withdrawn: false,
  presence,
  since: presence === 'expected' ? null : '2023-12-12T09:12:00.000Z',
  atStation: '',
  note: '',
})
const comesIn = (name: string): Answer => ({
  code: 'signed-in',
  delegate: person(name),
  at: '2023-12-12T09:12:00.000Z',
})
const after = (...answers: Answer[]) => answers.reduce(record, FRESH_DESK)
const lines = (...answers: Answer[]) =>
  after(...answers).entries.map(({ delegate, what }) => `${delegate.name} ${what}`)

test('Ada and Ben come in, Ada goes out again: newest first', () => {
  expect(lines(comesIn('Ada'), comesIn('Ben'), { code: 'signed-out', delegate: person('Ada', 'left') })).toEqual([
    'Ada out',
    'Ben in',
    'Ada in',
  ])
})

test('a badge scanned twice, or an unknown one, is no arrival', () => {
  expect(
    lines(
      comesIn('Ada'),
      { code: 'already', delegate: person('Ada'), at: '', station: '' },
      { code: 'unknown-badge', text: 'X' },
    ),
  ).toEqual(['Ada in'])
})

test('undoing Ada’s way out takes back just that; undoing once more takes back her arrival', () => {
  const out: Answer[] = [comesIn('Ada'), comesIn('Ben'), { code: 'signed-out', delegate: person('Ada', 'left') }]
  const undone: Answer = { code: 'undone', delegate: person('Ada') }
  expect(lines(...out, undone)).toEqual(['Ben in', 'Ada in'])
  expect(lines(...out, undone, undone)).toEqual(['Ben in'])
})

test('undoing someone who came in at another desk leaves this desk’s list alone', () => {
  expect(lines(comesIn('Ada'), { code: 'undone', delegate: person('Ben', 'expected') })).toEqual(['Ada in'])
})

test('what the station last said of a person is true in every line about them', () => {
  const { entries } = after(comesIn('Ada'), { code: 'signed-out', delegate: person('Ada', 'left') })
  expect(entries.map(({ delegate }) => delegate.presence)).toEqual(['left', 'left'])
  const corrected = after(comesIn('Ada'), {
    code: 'corrected',
    delegate: { ...person('Ada'), organisation: 'Elmdon House' },
  })
  expect(corrected.entries[0]?.delegate.organisation).toBe('Elmdon House')
})

test('the same answer twice is two answers, so that it is seen and heard again', () => {
  const unknown: Answer = { code: 'unknown-badge', text: 'X' }
  expect(after(unknown).shown?.serial).not.toBe(after(unknown, unknown).shown?.serial)
})

test('after hundreds the list stays short', () => {
  expect(after(...Array.from({ length: 300 }, (_, index) => comesIn(String(index)))).entries).toHaveLength(30)
})

test('the word with Ada is done: her card and her line know it, and nobody is announced again', () => {
  const noted = { ...person('Ada'), note: 'Her hearing loop is at the east desk' }
  const desk = record(FRESH_DESK, { code: 'signed-in', delegate: noted, at: '2023-12-12T09:12:00.000Z' })
  const later = learn(desk, person('Ada'))
  expect(later.shown?.serial).toBe(desk.shown?.serial)
  expect(later.shown?.answer).toMatchObject({ code: 'signed-in', delegate: { note: '' } })
  expect(later.entries.map(({ delegate }) => delegate.note)).toEqual([''])
  expect(learn(desk, person('Ben')).shown?.answer).toMatchObject({ delegate: { note: noted.note } })
})
