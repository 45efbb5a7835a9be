/** Tells what the door says, and what can be done next, for everyone who may come through it. */
import { describe as about, expect, test } from 'vitest'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import { type Answer, describe, undoReasons } from './answers.ts'

const now = new Date(2023, 11, 12, 9, 50)
const nine = new Date(2023, 11, 12, 9, 12).toISOString()
const kwame: DelegateView = {
  id: '018c5a2e-0000-7000-8000-000000000001',
  name: 'Kwame Okonkwo-Bell',
  listName: '',
  organisation: 'Meriden Motors',
  area: '',
  role: 'Owner',
  sector: 'business',
  email: '',
  table: 'Table 7',
  walkIn: false,
  withdrawn: false,
  presence: 'here',
  since: nine,
  atStation: 'West door',
  note: '',
}
const say = (answer: Answer) => describe(answer, { now, station: 'West door', event: 'NEC' })

const every: Answer[] = [
  { code: 'signed-in', delegate: kwame, at: nine },
  { code: 'already', delegate: kwame, at: nine, station: 'East door' },
  { code: 'withdrawn', delegate: { ...kwame, withdrawn: true } },
  { code: 'unknown-badge', text: 'ABC-123' },
  { code: 'other-event', event: 'WOLV' },
  { code: 'signed-out', delegate: { ...kwame, presence: 'left' } },
  { code: 'not-here', delegate: { ...kwame, presence: 'expected', since: null } },
  { code: 'undone', delegate: { ...kwame, presence: 'expected', since: null } },
  { code: 'nothing-to-undo', delegate: { ...kwame, presence: 'expected', since: null } },
  { code: 'corrected', delegate: kwame },
  { code: 'person', delegate: kwame },
  { code: 'failed', sentence: 'This tablet could not save that.', again: () => undefined },
]

about('the answers', () => {
  test('no two of them read alike from across the hall', () => {
    expect(new Set(every.map((answer) => say(answer).state)).size).toBe(every.length)
  })

  test('Kwame is in: his name, the time and his table are read out', () => {
    const words = say({ code: 'signed-in', delegate: kwame, at: nine })
    expect(words).toMatchObject({ tone: 'ok', state: 'Signed in at 09:12', title: 'Kwame Okonkwo-Bell', facts: true })
    expect(words.spoken).toBe('Signed in: Kwame Okonkwo-Bell, 09:12. Table 7.')
  })

  test('he came through the other door before: when and where is said', () => {
    const words = say({ code: 'already', delegate: kwame, at: nine, station: 'East door' })
    expect(words).toMatchObject({ tone: 'warn', state: 'Already signed in at 09:12', where: 'at East door' })
    expect(words.spoken).toBe('Already signed in at 09:12, at East door. Kwame Okonkwo-Bell.')
    expect(say({ code: 'already', delegate: kwame, at: nine, station: 'West door' }).where).toBe('on this tablet')
  })

  test('on the second day, yesterday’s sign-in says which day', () => {
    const tomorrow = new Date(2023, 11, 13, 9, 0)
    expect(
      describe(
        { code: 'already', delegate: kwame, at: nine, station: '' },
        { now: tomorrow, station: '', event: 'NEC' },
      ).state,
    ).toBe('Already signed in at 12 Dec, 09:12')
  })

  test('a badge nobody knows shows what it reads and offers both ways on', () => {
    const words = say({ code: 'unknown-badge', text: 'ABC-123' })
    expect(words.more).toContain('“ABC-123”')
    expect(words.steps).toEqual(['search', 'walk-in'])
    expect(say({ code: 'unknown-badge', text: '' }).more).toContain('try it once more')
  })

  test('for someone withdrawn the steward can do nothing but fetch the organiser', () => {
    expect(say({ code: 'withdrawn', delegate: kwame })).toMatchObject({
      tone: 'bad',
      state: 'Please fetch the organiser',
      steps: [],
    })
  })

  test('only who is here can be signed out, and only who is not can be signed in', () => {
    for (const presence of ['expected', 'here', 'left'] as const) {
      const { steps } = say({ code: 'person', delegate: { ...kwame, presence } })
      expect(steps.includes('sign-out')).toBe(presence === 'here')
      expect(steps.includes('sign-in')).toBe(presence !== 'here')
      expect(steps.includes('undo')).toBe(presence !== 'expected')
    }
  })

  test('somebody who needs a word is told so before anything else, by colour, words and sound, and the note is not read out', () => {
    const delegate = { ...kwame, note: 'His taxi back is booked for two' }
    const words = say({ code: 'signed-in', delegate, at: nine })
    expect(words).toMatchObject({
      tone: 'word',
      state: 'Needs a word with staff',
      where: 'Signed in at 09:12',
      sound: 'warn',
    })
    expect(words.spoken).toBe('Needs a word with staff. Kwame Okonkwo-Bell. Signed in at 09:12.')
    expect(say({ code: 'already', delegate, at: nine, station: 'East door' }).where).toBe(
      'Already signed in at 09:12, at East door',
    )
    expect(say({ code: 'signed-out', delegate }).tone).toBe('plain')
  })

  test('who came in, who has to look and who has to fetch somebody can be told by ear alone', () => {
    expect(every.map((answer) => say(answer).sound)).toEqual([
      'ok',
      'warn',
      'bad',
      'warn',
      'warn',
      null,
      'warn',
      null,
      'warn',
      'ok',
      null,
      'bad',
    ])
  })

  test('the reasons for an undo fit what is undone', () => {
    expect(undoReasons(kwame)).toContain('They did not come in')
    expect(undoReasons({ ...kwame, presence: 'left' })).toContain('They have not left')
  })
})
