/** What is said to people whose answer cannot be taken as it is, and what the station gets in the end. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEventPack } from '../../../../shared/domain/event-pack.ts'
import { saidBack, workedOut } from '../../../words/by-when.ts'
import { examplesFor } from '../flow/examples.ts'
import { type Answers, changesBetween, checkStep, NO_ANSWERS, pledgeOf, questionOf, type Step } from './all.ts'

const read = readEventPack(
  readFileSync(join(import.meta.dirname, '../../../../resources/event-packs/solihull-nec.json'), 'utf8'),
)
if (!read.ok) throw new Error('The pack of the NEC event cannot be read')
const { pack } = read

const whole: Answers = {
  ...NO_ANSWERS,
  by: 'organisation',
  organisation: 'Meriden Motors',
  area: ' Apprenticeships ',
  sector: 'business',
  contactName: 'Kwame Okonkwo-Bell',
  type: 'work-experience',
  wording: '  Two weeks in our workshop.\n',
  howMany: { unsure: false, number: '1,200' },
  when: { ...NO_ANSWERS.when, choice: 'three-months' },
  mayContact: true,
  email: ' Kwame@Example.org ',
  showName: true,
}
const words = (step: Exclude<Step, 'check'>, answers: Partial<Answers>) =>
  questionOf(step).row({ ...whole, ...answers }, pack, { saidBack, workedOut }).words
const said = (step: Step, answers: Partial<Answers>) => checkStep(step, { ...whole, ...answers }, pack)

describe('what is said where an answer is missing or cannot be read', () => {
  test('every question says what it needs, at its own field', () => {
    const steps = [
      'who',
      'organisation',
      'kind',
      'wording',
      'how-many',
      'by-when',
      'priority',
      'contact',
      'name',
    ] as const
    const nothing = { ...NO_ANSWERS, by: 'organisation' as const }
    expect(
      steps.map((step) => checkStep(step, step === 'who' ? NO_ANSWERS : nothing, pack).map(({ id }) => id)),
    ).toEqual(steps.map((step) => [step]))
    for (const step of steps) expect(checkStep(step, whole, pack)).toEqual([])
  })

  test('a service area may be left out, and is asked about where it stands when it is too long', () => {
    const long = { area: 'x'.repeat(161) }
    const error = [{ id: 'area', message: 'This is 1 character too long. Shorten it to 160 characters or fewer' }]
    expect(said('organisation', { area: '' })).toEqual([])
    expect(said('organisation', long)).toEqual(error)
    expect(said('check', { ...long, by: 'anonymous' })).toEqual(error)
    expect(said('check', { ...long, by: 'delegate' })).toEqual([])
  })

  test('a promise of 601 characters is too long, one of 600 is not', () => {
    expect(said('wording', { wording: 'a'.repeat(600) })).toEqual([])
    expect(said('wording', { wording: 'a'.repeat(601) })).toEqual([
      { id: 'wording', message: 'This is 1 character too long. Shorten it to 600 characters or fewer' },
    ])
  })

  test('how many must be a whole number that somebody could mean', () => {
    const message = (number: string) => said('how-many', { howMany: { unsure: false, number } })[0]?.message
    expect(message('three')).toBe('Write how many as a whole number')
    expect(message('2.5')).toBe('Write how many as a whole number')
    expect(message('0')).toBe('Write how many as a number from 1 to 9,999')
    expect(message('10000')).toBe('Write how many as a number from 1 to 9,999')
    expect(message('9 999')).toBeUndefined()
    expect(said('how-many', { howMany: { unsure: true, number: '' } })).toEqual([])
  })

  test('a day must be in the calendar, after the event, and not a typing slip away', () => {
    const on = (day: string, month: string, year: string) =>
      said('by-when', { when: { choice: 'day', day, month, year, words: '' } })[0]?.message
    expect(on('31', '2', '2024')).toBe('Write a day that is in the calendar, like 31 3 2027 or 31 March 2027')
    expect(on('', '', '')).toBe('Write a day that is in the calendar, like 31 3 2027 or 31 March 2027')
    expect(on('11', '12', '2023')).toBe('Choose a day that is still to come')
    expect(on('1', '3', '2204')).toBe('Look at the year again: it is a long way off')
    expect(on('29', '2', '2024')).toBeUndefined()
  })

  test('somebody’s own words for “by when” must be there', () => {
    expect(said('by-when', { when: { ...NO_ANSWERS.when, choice: 'words', words: '  ' } })).toMatchObject([
      { id: 'own-words' },
    ])
  })

  test('for an organisation an address is needed to write to; of a delegate the organisers may have one', () => {
    expect(said('contact', { email: '' })).toMatchObject([{ id: 'email' }])
    expect(said('contact', { email: '', by: 'delegate' })).toEqual([])
    expect(said('contact', { email: 'kwame@' })).toMatchObject([
      { id: 'email', message: 'Write an e-mail address like name@example.org, or leave it empty' },
    ])
    expect(said('contact', { mayContact: false, email: 'kwame@' })).toEqual([])
  })
})

describe('the priority', () => {
  test('is the usual one of the kind until somebody chooses, also when the kind changes', () => {
    expect(questionOf('priority').sent(whole, pack).priority).toBe('doors-to-work')
    expect(questionOf('priority').sent({ ...whole, type: 'mentor' }, pack).priority).toBe('mentors-for-care-leavers')
    expect(questionOf('priority').sent({ ...whole, type: 'mentor', priority: 'doors-to-work' }, pack).priority).toBe(
      'doors-to-work',
    )
  })

  test('must be chosen where the kind has none', () => {
    expect(said('priority', { type: 'something-else' })).toMatchObject([{ id: 'priority' }])
    expect(said('priority', { type: 'something-else', priority: '' })).toEqual([])
  })
})

describe('what the station gets', () => {
  test('the answers, tidied, with words for the timescale that it can work out', () => {
    expect(pledgeOf(whole, pack)).toEqual({
      by: {
        kind: 'organisation',
        organisation: 'Meriden Motors',
        area: 'Apprenticeships',
        sector: 'business',
        name: 'Kwame Okonkwo-Bell',
      },
      type: 'work-experience',
      wording: 'Two weeks in our workshop.',
      quantity: 1200,
      timescale: { kind: 'words', words: 'within three months' },
      priority: 'doors-to-work',
      mayContact: true,
      email: 'kwame@example.org',
      showName: true,
    })
  })

  test('somebody without a name gives no address and no name, whatever was answered before', () => {
    expect(pledgeOf({ ...whole, by: 'anonymous' }, pack)).toMatchObject({
      by: { kind: 'anonymous', area: 'Apprenticeships' },
      mayContact: false,
      email: '',
      showName: false,
    })
  })

  test('an address that may not be used is not kept', () => {
    expect(pledgeOf({ ...whole, mayContact: false }, pack)).toMatchObject({ mayContact: false, email: '' })
  })

  test('nothing at all while an answer is missing', () => {
    expect(pledgeOf({ ...whole, when: NO_ANSWERS.when }, pack)).toBeNull()
    expect(pledgeOf(NO_ANSWERS, pack)).toBeNull()
  })

  test('a day, not sure, and no priority', () => {
    const answers: Answers = {
      ...whole,
      howMany: { unsure: true, number: '' },
      when: { choice: 'day', day: '5', month: '01', year: '24', words: '' },
      priority: '',
    }
    expect(pledgeOf(answers, pack)).toMatchObject({
      quantity: null,
      timescale: { kind: 'date', date: '2024-01-05' },
      priority: null,
    })
    expect(pledgeOf({ ...answers, when: { ...answers.when, choice: 'open' } }, pack)).toMatchObject({
      timescale: { kind: 'open' },
    })
  })

  test('of a pledge that was changed, only what is different', () => {
    const before = pledgeOf(whole, pack)
    const then = pledgeOf(
      { ...whole, howMany: { unsure: false, number: '3' }, when: { ...whole.when, choice: 'month' } },
      pack,
    )
    if (before === null || then === null) throw new Error('Both are whole')
    expect(changesBetween(before, then)).toEqual({ quantity: 3, timescale: { kind: 'words', words: 'within a month' } })
    expect(changesBetween(before, before)).toEqual({})
  })
})

describe('the answers in words', () => {
  test('as they stand on the check page', () => {
    expect(words('how-many', { howMany: { unsure: false, number: '1' } })).toBe('1 work placement')
    const day = { choice: 'day', day: '31', month: '3', year: '2027', words: '' } as const
    expect(words('by-when', { when: day })).toBe('By 31 March 2027')
    expect(words('contact', {})).toBe('Yes, at kwame@example.org')
    expect(words('name', { showName: false })).toBe('No')
  })

  test('what would be on the big screen is what the station would put there', () => {
    expect(words('name', {})).toBe('Yes, as Kwame Okonkwo-Bell, Meriden Motors')
    expect(words('name', { contactName: ' ' })).toBe('Yes, as Meriden Motors')
  })

  test('a year may be short, but not a year and a half', () => {
    const on = (year: string) =>
      words('by-when', { when: { ...whole.when, choice: 'day', day: '1', month: '9', year } })
    expect(on('27')).toBe('By 1 September 2027')
    expect(on('2027½')).toBe('On or before a day I choose')
  })
})

test('somebody from business sees what business has promised first, then what anyone could', () => {
  const work = pack.pledgeTypes.find(({ id }) => id === 'work-experience')
  if (work === undefined) throw new Error('The pack has work experience')
  expect(
    examplesFor(work, 'business')
      .map(({ sector }) => sector)
      .slice(0, 2),
  ).toEqual(['business', null])
  expect(examplesFor(work, '')[0]?.sector).toBeNull()
  expect(examplesFor(work, 'housing')).toHaveLength(work.examples.length)
})
