/** Tells in which order pledges and actions stand in the plan, and that each is there once. */
import { describe, expect, test } from 'vitest'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  handClock,
  organiser,
  readyStation,
  shippedPack,
} from '../../../test/support/test-station.ts'
import { fc, runs } from '../../../test/support/chance.ts'
import type { Station } from '../app/station.ts'
import { planDocumentSchema } from '../../../shared/domain/plan.ts'

const pack = shippedPack()
const WORKSHOPS = pack.programme.filter(({ kind }) => kind === 'workshop').map(({ id }) => id)
const TABLES = pack.tables.slice(0, 3).map(({ id }) => id)
const PRIORITIES = pack.priorities.map(({ id }) => id)
const labelOf = (id: string | null) => {
  const priority = pack.priorities.find((one) => one.id === id)
  return priority === undefined ? '' : `${priority.label}: ${priority.title}`
}

const rowsOf = (station: Station, offered: string | null = null) => {
  const bytes = Buffer.concat([...station.plan.export('json', offered).chunks])
  return planDocumentSchema.parse(JSON.parse(bytes.toString())).rows
}

describe('the order of the plan', () => {
  test('priority by priority as the pack has them, in each the pledges by their kind, then each table’s actions as it put them', async () => {
    const station = await readyStation({ now: handClock() })
    const say = (title: string, more: { priority?: string; table?: string }) =>
      station.workshops.propose(facilitator, { ...anAction, title, ...more }).id
    say('Seventh, second', { priority: 'home-and-health' })
    const first = say('Seventh, first', { priority: 'home-and-health' })
    say('Third table', { priority: 'home-and-health', table: 'table-3' })
    say('Of no priority', {})
    station.pledges.make(anyone, { ...aPledge, wording: 'A flat', type: 'housing-support' })
    station.pledges.make(anyone, { ...aPledge, wording: 'Anything', type: 'something-else' })
    station.pledges.make(anyone, { ...aPledge, wording: 'A placement for health', priority: 'home-and-health' })
    station.pledges.make(anyone, { ...aPledge, wording: 'A placement' })
    station.workshops.moveAction(facilitator, first, 'up')
    expect(
      rowsOf(station).map(({ priority, title, sourceTable, sourceRank }) => [priority, title, sourceTable, sourceRank]),
    ).toEqual([
      [labelOf('doors-to-work'), 'A placement', '', null],
      [labelOf('home-and-health'), 'A placement for health', '', null],
      [labelOf('home-and-health'), 'A flat', '', null],
      [labelOf('home-and-health'), 'Third table', 'Table 3', 1],
      [labelOf('home-and-health'), 'Seventh, first', 'Table 7', 1],
      [labelOf('home-and-health'), 'Seventh, second', 'Table 7', 2],
      ['', 'Anything', '', null],
      ['', 'Of no priority', 'Table 7', 3],
    ])
  })

  test('whatever was proposed, moved and taken back: every row once, grouped, with the place it has on its table’s own list', async () => {
    const step = fc.record({
      session: fc.constantFrom(...WORKSHOPS),
      table: fc.constantFrom(...TABLES),
      priority: fc.constantFrom(null, ...PRIORITIES),
      next: fc.constantFrom('stay', 'up', 'up', 'withdraw'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
        const station = await readyStation({ now: handClock() })
        const pledged = station.pledges.make(anyone, aPledge).made?.id
        for (const { next, ...where } of steps) {
          const { id } = station.workshops.propose(facilitator, { ...anAction, ...where })
          if (next === 'up') station.workshops.moveAction(facilitator, id, 'up')
          if (next === 'withdraw') station.workshops.withdrawAction(facilitator, id, 'Said twice')
        }
        const rows = rowsOf(station)
        const lists = WORKSHOPS.flatMap((session) =>
          TABLES.flatMap((table) =>
            station.workshops.table({ session, table }).actions.map(({ id }, index) => ({ id, rank: index + 1 })),
          ),
        )
        expect(rows.map(({ recordId }) => recordId).toSorted((one, other) => (one < other ? -1 : 1))).toEqual(
          [pledged ?? '', ...lists.map(({ id }) => id)].toSorted((one, other) => (one < other ? -1 : 1)),
        )
        const ranks = new Map(lists.map(({ id, rank }) => [id, rank]))
        for (const row of rows) expect(row.sourceRank).toBe(ranks.get(row.recordId) ?? null)
        const groups = rows.map(({ priority }) => priority).filter((one, index, all) => one !== all[index - 1])
        const inPack = [...PRIORITIES.map(labelOf), '']
        expect(groups).toEqual(inPack.filter((one) => groups.includes(one)))
        // Inside a priority, the tables' actions stand as on their lists.
        const actions = rows.filter(({ actionType }) => actionType !== 'Pledge')
        for (const [index, row] of actions.entries()) {
          const before = actions[index - 1]
          if (
            before?.priority === row.priority &&
            before.sourceSession === row.sourceSession &&
            before.sourceTable === row.sourceTable
          )
            expect(before.sourceRank ?? 0).toBeLessThan(row.sourceRank ?? 0)
        }
      }),
      { numRuns: runs(12) },
    )
  })

  test('what a newer pack no longer has is closed, keeps its name and its place, and is not lost', async () => {
    const station = await readyStation({ now: handClock() })
    station.workshops.propose(facilitator, { ...anAction, title: 'Gone', priority: 'mentors-for-care-leavers' })
    station.workshops.propose(facilitator, { ...anAction, title: 'None', priority: null })
    station.workshops.propose(facilitator, { ...anAction, title: 'There', priority: 'home-and-health' })
    station.loadEvent(
      {
        ...pack,
        priorities: pack.priorities.filter(({ id }) => id !== 'mentors-for-care-leavers'),
        pledgeTypes: pack.pledgeTypes.map((type) => ({ ...type, priority: null })),
        programme: pack.programme.map((session) => ({ ...session, priorities: [] })),
      },
      false,
    )
    expect(rowsOf(station).map(({ title, priority }) => [title, priority])).toEqual([
      ['Gone', labelOf('mentors-for-care-leavers')],
      ['There', labelOf('home-and-health')],
      ['None', ''],
    ])
  })
})

describe('what stands in a row', () => {
  const sectors = pack.sectors.map((sector) =>
    sector.id === 'voluntary' ? { ...sector, linkOfficer: 'Ama Fernhollow' } : sector,
  )
  const nameOf = (id: string) => pack.sectors.find((sector) => sector.id === id)?.name

  test('the sector, and who at the council keeps in touch with it: of a person, an organisation, or as the list has it', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.loadEvent({ ...pack, sectors }, false)
    const delegate = station.signIn.add(organiser, ewa)
    station.signIn.add(organiser, {
      ...ewa,
      name: 'Ben Foxglove',
      organisation: 'Both Ways',
      sector: 'business',
      email: '',
    })
    station.signIn.add(organiser, {
      ...ewa,
      name: 'Cai Foxglove',
      organisation: 'both ways',
      sector: 'voluntary',
      email: '',
    })
    const whose = [
      { kind: 'delegate' as const, delegate },
      { kind: 'organisation' as const, organisation: 'Meriden Motors', sector: 'business', name: '' },
      { kind: 'anonymous' as const },
    ]
    for (const by of whose) {
      clock.pass(1000)
      station.pledges.make(anyone, { ...aPledge, by })
    }
    for (const organisation of [' elmdon house', 'Both Ways', 'Nobody knows them', ''])
      station.workshops.propose(facilitator, { ...anAction, organisation })
    expect(rowsOf(station).map(({ sector, linkOfficer }) => [sector, linkOfficer])).toEqual([
      [nameOf('voluntary'), 'Ama Fernhollow'],
      [nameOf('business'), ''],
      ['', ''],
      [nameOf('voluntary'), 'Ama Fernhollow'],
      // The list says two things of it.
      ['', ''],
      ['', ''],
      ['', ''],
    ])
  })

  test('a start is a start date and no due date; a number promised is no measure; nobody’s words stand beside what they did not choose', async () => {
    const station = await readyStation({ now: handClock() })
    const words = ['from September 2024', 'between June and August', 'by 31 March 2024', 'ongoing']
    for (const one of words)
      station.workshops.propose(facilitator, {
        ...anAction,
        priority: 'doors-to-work',
        timescale: { kind: 'words', words: one },
      })
    station.pledges.make(anyone, aPledge)
    expect(
      rowsOf(station).map(({ startDate, dueDate, measureOfSuccess, voiceTheme, targetQuantity }) => [
        startDate,
        dueDate,
        measureOfSuccess,
        voiceTheme,
        targetQuantity,
      ]),
    ).toEqual([
      [null, '2024-06-30', '', '', 4],
      ['2024-09-01', null, anAction.measure, '', null],
      ['2024-06-01', '2024-08-31', anAction.measure, '', null],
      [null, '2024-03-31', anAction.measure, '', null],
      [null, null, anAction.measure, '', null],
    ])
  })
})

describe('rows without a due date', () => {
  test('are named before anything is exported, with the board’s next meeting as an offer; what is offered is never said', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    expect(station.plan.undated()).toEqual({ total: 0, first: [], board: '2024-02-29' })
    const open = { kind: 'open' as const }
    const pledge = station.pledges.make(anyone, { ...aPledge, timescale: open }).made
    clock.pass(1000)
    station.pledges.make(anyone, aPledge)
    clock.pass(1000)
    const gone = station.pledges.make(anyone, { ...aPledge, timescale: open }).made
    station.pledges.withdraw(organiser, gone?.id ?? '', 'Twice')
    const action = station.workshops.propose(facilitator, {
      ...anAction,
      timescale: { kind: 'words', words: 'ongoing' },
    })
    const refOf = (reference = '') => `NEC-${reference.slice(0, 3)}-${reference.slice(3)}`
    expect(station.plan.undated()).toMatchObject({
      total: 2,
      first: [
        { ref: refOf(pledge?.reference), title: aPledge.wording },
        { ref: refOf(action.reference), title: anAction.title },
      ],
    })
    const datesOf = (offered: string | null) =>
      rowsOf(station, offered).map(({ dueDate, dueDateOffered, dueDateDerived, timescaleAsStated }) => [
        dueDate,
        dueDateOffered,
        dueDateDerived,
        timescaleAsStated,
      ])
    expect(datesOf(null)).toEqual([
      [null, false, false, ''],
      ['2024-06-30', false, false, '30 June 2024'],
      [null, false, false, 'ongoing'],
    ])
    expect(datesOf('2024-02-29')).toEqual([
      ['2024-02-29', true, false, ''],
      ['2024-06-30', false, false, '30 June 2024'],
      ['2024-02-29', true, false, 'ongoing'],
    ])
    // Nothing was written down by it.
    expect(station.plan.undated().total).toBe(2)
  })

  test('two hundred are named, and all are counted; a pack that names no day offers none', async () => {
    const station = await readyStation({ now: handClock() })
    station.loadEvent({ ...pack, strategy: { ...pack.strategy, nextBoard: 'Every three months' } }, false)
    station.batch(() => {
      for (let made = 0; made < 205; made += 1)
        station.pledges.make(anyone, { ...aPledge, timescale: { kind: 'open' } })
    })
    const { total, first, board } = station.plan.undated()
    expect([total, first.length, board]).toEqual([205, 200, null])
  })
})
