import { describe, expect, test } from 'vitest'
import type { Priority } from '../../../../shared/domain/event-pack.ts'
import type { AnyWarning } from '../../../components/warnings/words.ts'
import { type Counted, dayLine, needsYou, priorityBars, typeBars, venueInWords } from './today-words.ts'

const priority = (id: string, title: string): Priority => ({
  id,
  label: id.toUpperCase(),
  title,
  outcomes: [],
  voices: [],
  practices: [],
})
const home = priority('home', 'A safe place to live')
const work = priority('work', 'Open doors to work')
const pack = { priorities: [home, work] }

const NOW = new Date('2023-12-12T12:00:00Z')
const quiet: Counted = {
  pledges: 5,
  actions: 2,
  actionsWithGaps: 0,
  types: [],
  priorities: [
    { priority: 'home', pledges: 2, actions: 0 },
    { priority: 'work', pledges: 3, actions: 2 },
  ],
  lastBackup: '2023-12-12T11:30:00Z',
}

describe('the head of the page', () => {
  test('the venue follows “at”, and what is in brackets is left to the programme', () => {
    expect(venueInWords('The NEC (National Exhibition Centre)')).toBe('the NEC')
    expect(venueInWords('Theatre Royal')).toBe('Theatre Royal')
    expect(venueInWords('(somewhere)')).toBe('(somewhere)')
  })

  test('the organiser sees where today stands among the days', () => {
    const oneDay = { from: '2023-12-12', to: '2023-12-12' }
    expect(dayLine(oneDay, '2023-12-01')).toBe('Tuesday 12 December 2023 · in 11 days')
    expect(dayLine(oneDay, '2023-12-11')).toBe('Tuesday 12 December 2023 · tomorrow')
    expect(dayLine(oneDay, '2023-12-12')).toBe('Tuesday 12 December 2023 · today')
    expect(dayLine(oneDay, '2023-12-13')).toBe('Tuesday 12 December 2023')
    expect(dayLine({ from: '2023-12-12', to: '2023-12-14' }, '2023-12-13')).toMatch(/ · day 2 of 3$/)
  })
})

describe('pledges by type', () => {
  const type = (id: string) => ({
    id,
    title: id,
    hint: '',
    unit: { one: id, many: id },
    questions: [],
    examples: [],
    icon: 'house' as const,
    leaf: 'home' as const,
    priority: null,
  })

  test('the longest bar is the type with most pledges, and a type nobody chose is still there', () => {
    const bars = typeBars(
      [
        { type: 'mentor', pledges: 4, quantity: 4 },
        { type: 'work', pledges: 8, quantity: 31 },
      ],
      { pledgeTypes: [type('home'), type('mentor'), type('work')] },
    )
    expect(bars.map(({ id, pledges, share }) => [id, pledges, share])).toEqual([
      ['work', 8, 1],
      ['mentor', 4, 0.5],
      ['home', 0, 0],
    ])
  })

  test('before the first pledge no bar has a length', () => {
    expect(typeBars([], { pledgeTypes: [type('home')] }).map(({ share }) => share)).toEqual([0])
  })
})

describe('priorities', () => {
  test('one that only a table works on lacks a pledge; one that nobody serves lacks everything', () => {
    const rows = priorityBars(
      { priorities: [{ priority: 'work', pledges: 0, actions: 2 }], pledges: 0, actions: 2 },
      pack,
    )
    expect(rows.map(({ gap }) => gap)).toEqual(['nobody', 'no-pledge'])
  })
})

describe('a bar for each priority', () => {
  test('what serves none of them stands at the end, and each number leads to its rows', () => {
    const bars = priorityBars({ ...quiet, pledges: 8, actions: 2 }, pack)
    expect(bars.map(({ title, pledges, actions }) => [title, pledges, actions])).toEqual([
      ['A safe place to live', 2, 0],
      ['Open doors to work', 3, 2],
      ['No priority', 3, 0],
    ])
    expect(bars[1]).toMatchObject({
      share: { pledges: 0.6, actions: 0.4 },
      toPledges: '/organiser/pledges?priority=work',
    })
    expect(bars[2]?.toPledges).toBe('/organiser/pledges?priority=-')
    expect(priorityBars(quiet, pack).map(({ title }) => title)).not.toContain('No priority')
  })
})

describe('needs you', () => {
  const look = (change: Partial<Counted>, parked = 0, tablet: readonly AnyWarning[] = []) =>
    needsYou({ ...quiet, ...change }, pack, { parked, now: NOW, tablet })

  test('what two tablets changed of the event at once leads to where it is said which it is', () => {
    const found = needsYou(quiet, pack, { parked: 0, clashes: 2, now: NOW, tablet: [] })
    expect(found).toMatchObject([
      { words: '2 parts of the event were changed on two tablets at once', to: '/organiser/event/edit' },
    ])
  })

  test('on a good day there is nothing to do', () => {
    expect(look({})).toEqual([])
  })

  test('what is wrong with the tablet comes before the gaps, says what to do, and leads nowhere', () => {
    const found = look({ priorities: [] }, 0, [
      { code: 'disk', severity: 'low', freeMegabytes: 420 },
      { code: 'battery', severity: 'very-low', percent: 9 },
    ])
    expect(found.map(({ tone, chip, to }) => [tone, chip, to])).toEqual([
      ['bad', 'Battery', null],
      ['warn', 'Disk', null],
      ...pack.priorities.slice(0, 2).map(({ id }) => ['bad', 'Gap', `/organiser/pledges?priority=${id}`]),
    ])
    expect(found[0]).toMatchObject({
      words: 'The battery of this tablet is at 9\u00a0% and is not charging.',
      todo: expect.stringMatching(/^Connect its charger now/),
    })
  })

  test('a priority that nobody serves comes first and in red; one with actions only in amber', () => {
    const found = look({
      priorities: [
        { priority: 'work', pledges: 0, actions: 2 },
        { priority: 'home', pledges: 0, actions: 0 },
      ],
    })
    expect(found.map(({ tone, words }) => [tone, words])).toEqual([
      ['bad', 'Nobody has pledged to “A safe place to live”'],
      ['warn', 'Nobody has pledged to “Open doors to work”'],
    ])
  })

  test('before the first pledge of the day nothing is called a gap', () => {
    expect(look({ pledges: 0, priorities: [] })).toEqual([])
  })

  test('of many priorities without a pledge three are named and the rest are counted', () => {
    const many = { priorities: ['a', 'b', 'c', 'd', 'e'].map((id) => priority(id, id)) }
    const found = needsYou({ ...quiet, priorities: [] }, many, { parked: 0, now: NOW, tablet: [] })
    expect(found.length).toBe(4)
    expect(found.at(-1)?.words).toBe('2 more priorities have no pledge yet')
    const four = { priorities: many.priorities.slice(0, 4) }
    expect(needsYou({ ...quiet, priorities: [] }, four, { parked: 0, now: NOW, tablet: [] }).length).toBe(4)
  })

  test('actions with gaps, half-written forms and a missing backup each have a line that leads on', () => {
    expect(look({ actionsWithGaps: 1, lastBackup: null }, 2).map(({ words, to }) => [words, to])).toEqual([
      ['1 action has no owner, no date or no measure yet', '/organiser/workshops?gaps=owner%2Cdate%2Cmeasure'],
      ['2 forms were left half-written on this tablet', '/staff'],
      ['No backup has been taken yet', '/organiser/event/tablet'],
    ])
  })

  test('a backup is mentioned once it is more than an hour old', () => {
    expect(look({ lastBackup: '2023-12-12T11:00:00Z' })).toEqual([])
    expect(look({ lastBackup: '2023-12-12T10:59:00Z' })[0]?.words).toMatch(/^The last backup was taken at \d\d:\d\d$/)
    expect(look({ lastBackup: '2023-12-09T12:00:00Z' })[0]?.words).toBe('The last backup was taken 3 days ago')
  })
})
