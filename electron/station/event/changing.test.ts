/** An event that is changed at half past ten, with forty actions and ninety pledges in it. */
import { describe, expect, test } from 'vitest'
import { changesBetween } from '../../../shared/domain/event-change/between.ts'
import type { PackChange } from '../../../shared/domain/event-change/change.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { carry } from '../../../test/support/merge.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  handClock,
  kwame,
  openTest,
  organiser,
  readyStation,
  shippedPack,
  steward,
} from '../../../test/support/test-station.ts'
import type { Station } from '../app/station.ts'

const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))
const to = (path: string, before: unknown, after: unknown): PackChange => ({
  path,
  before: json(before),
  after: json(after),
})
const closing = (path: string): PackChange => to(`${path}/closed`, undefined, true)

/** Everything that a station shows of what people wrote, by its reference: a row of the plan, an idea. */
async function plan(station: Station): Promise<{ rows: Record<string, unknown>[]; ideas: Record<string, unknown>[] }> {
  const parts: Uint8Array[] = []
  for (const chunk of station.plan.export('json').chunks) parts.push(chunk)
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as never
}

/** Forty actions at five tables in two workshops, ninety pledges of every kind, ten ideas, and two people at tables. */
const morning = (station: Station): void => station.batch(() => fill(station))
function fill(station: Station): void {
  const { pledgeTypes, priorities, programme } = station.event().pack
  const workshops = programme.filter(({ kind }) => kind === 'workshop')
  for (let n = 0; n < 40; n += 1)
    station.workshops.propose(facilitator, {
      ...anAction,
      title: `Action ${n}`,
      session: workshops[n % 2]?.id ?? '',
      table: `table-${1 + (n % 5)}`,
      priority: priorities[n % priorities.length]?.id ?? null,
    })
  for (let n = 0; n < 90; n += 1)
    station.pledges.make(anyone, {
      ...aPledge,
      wording: `Pledge ${n}`,
      type: pledgeTypes[n % pledgeTypes.length]?.id ?? '',
      priority: n % 3 === 0 ? null : (priorities[n % priorities.length]?.id ?? null),
    })
  for (let n = 0; n < 10; n += 1)
    station.workshops.postIdea(facilitator, {
      session: workshops[0]?.id ?? '',
      table: `table-${1 + (n % 5)}`,
      question: workshops[0]?.questions[0]?.id ?? '',
      text: `Idea ${n}`,
      name: '',
      organisation: '',
    })
  station.signIn.walkIn(steward, ewa, { access: '', dietary: '' })
  station.signIn.walkIn(steward, kwame, { access: '', dietary: '' })
}

const changed = (before: EventPack): EventPack => ({
  ...before,
  code: 'OTH',
  name: 'Our day, called otherwise',
  tables: before.tables
    .filter(({ id }) => id !== 'table-3')
    .map((table) => ({ ...table, name: `${table.name} (new)` })),
  priorities: before.priorities.slice(1),
  pledgeTypes: before.pledgeTypes
    .slice(1)
    .map((type) => (type.priority === before.priorities[0]?.id ? { ...type, priority: null } : type)),
  programme: before.programme.map((session) => ({
    ...session,
    priorities: session.priorities.filter((id) => id !== before.priorities[0]?.id),
    questions: session.questions.slice(1),
  })),
})

describe('an event that is changed on the day', () => {
  test('a pack that would orphan what people wrote is refused, with all that hangs on it; nothing is changed', async () => {
    const station = await readyStation({ now: handClock() })
    morning(station)
    const before = await plan(station)
    const { code: _kept, ...rest } = changed(station.event().pack)
    const changes = changesBetween(station.event().pack, { ...rest, code: 'NEC' })
    const answer = station.changeEvent(organiser, { changes })
    if (answer.code !== 'hangs') throw new Error(answer.code)
    const table = answer.hanging.find(({ id }) => id === 'table-3')
    expect(table).toMatchObject({ part: 'tables', name: 'Table 3', actions: 8, ideas: 2, people: 1, pledges: 0 })
    expect(table?.references).toHaveLength(10)
    expect(table?.references[0]).toMatch(/^NEC-[0-9A-Z]{3}-[0-9A-Z]{4}$/)
    expect(answer.hanging.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['tables', 'questions', 'priorities', 'pledgeTypes']),
    )
    expect(await plan(station)).toEqual(before)
  })

  test('kept where it is, every reference, action and priority still stands in the plan by its name', async () => {
    const station = await readyStation()
    morning(station)
    const before = await plan(station)
    const { code: _kept, ...rest } = changed(station.event().pack)
    const changes = changesBetween(station.event().pack, { ...rest, code: 'NEC' })
    expect(station.changeEvent(organiser, { changes, keepsRest: true })).toEqual({ code: 'changed', moved: 0 })
    const after = await plan(station)
    const named = (table: unknown) => (table === 'Table 3' ? table : `${String(table)} (new)`)
    expect(after.rows.map(({ ref }) => ref)).toEqual(before.rows.map(({ ref }) => ref))
    for (const [index, row] of before.rows.entries()) {
      const { ref, priority, actionSubtype, sourceSession, sourceTable } = row
      const table = sourceTable === '' ? '' : named(sourceTable)
      expect(after.rows[index]).toMatchObject({ ref, priority, actionSubtype, sourceSession, sourceTable: table })
    }
    expect(after.ideas.map(({ ref, question, session }) => [ref, question, session])).toEqual(
      before.ideas.map(({ ref, question, session }) => [ref, question, session]),
    )
    // Nothing new is begun there, and it is still named.
    expect(station.event().pack.tables.find(({ id }) => id === 'table-3')).toMatchObject({
      name: 'Table 3',
      closed: true,
    })
  })

  test('moved to another: the actions, ideas and people of Table 3 are at Table 4, and the reasons say why', async () => {
    const station = await readyStation()
    morning(station)
    const changes = [closing('tables/table-3')]
    const choices = [{ part: 'tables' as const, id: 'table-3', to: 'table-4' }]
    const there = (table: string) => station.workshops.table({ session: 'workshop-1', table })
    const before = [...there('table-4').actions, ...there('table-3').actions].map(({ reference }) => reference)
    expect(station.changeEvent(organiser, { changes, choices })).toEqual({ code: 'changed', moved: 11 })
    expect(there('table-3')).toEqual({ actions: [], ideas: [] })
    expect(there('table-4').actions.map(({ reference }) => reference)).toEqual(before)
    const seats = station.signIn.list({ search: 'Ewa', offset: 0, limit: 5, presence: null }).items
    expect(seats).toMatchObject([{ table: 'Table 4' }])
    const moved = there('table-4').actions.at(-1)?.id ?? ''
    expect(station.plan.history(moved).at(-1)).toMatchObject({
      what: 'Action moved to another table or session',
      by: 'the organiser',
      details: [
        { name: 'Table', value: 'table-4' },
        { name: 'Reason', value: '“Table 3” was closed' },
      ],
    })
  })

  test('a priority, a kind of pledge, a workshop and a question: what hangs on them goes to another, or stays', async () => {
    const station = await readyStation()
    morning(station)
    const { priorities, pledgeTypes, programme } = station.event().pack
    const [one, other] = priorities
    const [type, otherType] = pledgeTypes
    const [session, otherSession] = programme.filter(({ kind }) => kind === 'workshop')
    const question = otherSession?.questions[0]
    const before = station.plan.overview().priorities
    const count = (id: string | undefined, all = station.plan.overview().priorities) =>
      all.find(({ priority }) => priority === id)
    const done = station.changeEvent(organiser, {
      changes: [
        closing(`priorities/${one?.id}`),
        closing(`pledgeTypes/${type?.id}`),
        closing(`programme/${session?.id}/questions/${session?.questions[0]?.id}`),
      ],
      choices: [
        { part: 'priorities', id: one?.id ?? '', to: other?.id ?? '' },
        { part: 'pledgeTypes', id: type?.id ?? '', to: otherType?.id ?? '' },
        { part: 'questions', id: session?.questions[0]?.id ?? '', to: question?.id ?? '' },
      ],
    })
    expect(done.code).toBe('changed')
    expect(count(one?.id)).toMatchObject({ pledges: 0, actions: 0 })
    expect((count(other?.id)?.actions ?? 0) - (count(other?.id, before)?.actions ?? 0)).toBe(
      count(one?.id, before)?.actions,
    )
    const list = { search: '', offset: 0, limit: 200, status: null }
    expect(station.pledges.list({ ...list, type: type?.id ?? '' }).total).toBe(0)
    expect(station.workshops.listIdeas({ ...list, question: question?.id ?? '' }).items).toHaveLength(10)
    // The ideas went to the session of their question; the session itself closes, and its actions go along.
    const sessions = station.changeEvent(organiser, {
      changes: [closing(`programme/${session?.id}`)],
      choices: [{ part: 'programme', id: session?.id ?? '', to: otherSession?.id ?? '' }],
    })
    expect(sessions).toEqual({ code: 'changed', moved: 20 })
    expect(station.workshops.listActions({ ...list, session: otherSession?.id ?? '' }).total).toBe(40)
  })

  test('the code stays once a reference or a badge was given out, and the sentence says why', async () => {
    const station = await readyStation()
    expect(station.changeEvent(organiser, { changes: [to('code', 'NEC', 'ABC')] }).code).toBe('changed')
    station.signIn.walkIn(steward, ewa, { access: '', dietary: '' })
    expect(station.changeEvent(organiser, { changes: [to('code', 'ABC', 'XYZ')] })).toEqual({
      code: 'refused',
      errors: [
        {
          path: 'code',
          message:
            'Badges that begin with ABC were given out already. The code stays: nobody would find theirs by what stands on their paper',
        },
      ],
    })
    const { made } = station.pledges.make(anyone, aPledge)
    const answer = station.changeEvent(organiser, { changes: [to('code', 'ABC', 'XYZ')] })
    const reference = made === undefined ? '' : `ABC-${made.reference.slice(0, 3)}-${made.reference.slice(3)}`
    expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining(`(${reference} is one)`) as string }] })
  })

  test('what would be no event is refused at its place, and so is what somebody else changed meanwhile', async () => {
    const station = await readyStation()
    const refused = (...changes: PackChange[]) => {
      const answer = station.changeEvent(organiser, { changes })
      return answer.code === 'refused' ? answer.errors : answer.code
    }
    expect(refused(to('tables/table-3/name', 'Table 3', 'Table 4'))).toEqual([
      {
        path: 'tables/table-4/name',
        message: 'Two tables are called “Table 4”; give each a name people can tell apart',
      },
    ])
    expect(refused(to('programme/workshop-1/starts', '10:45', '25:00'))).toEqual([
      expect.objectContaining({ path: 'programme/workshop-1/starts' }),
    ])
    station.changeEvent(organiser, { changes: [to('venue', station.event().pack.venue, 'The town hall')] })
    expect(refused(to('venue', 'The NEC (National Exhibition Centre)', 'The library'))).toEqual([
      {
        path: 'venue',
        message:
          'This was changed meanwhile, to “The town hall”. Look at it, and change it once more if it should be otherwise',
      },
    ])
    expect(refused(closing('tables/table-3'), to('tables/table-3/where', 'x', 'y'))).toHaveLength(1)
  })

  test('the history has each change, as it was and as it is, by whom and where', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    clock.set('2023-12-12T10:30:00.000Z')
    station.changeEvent(organiser, { changes: [to('tables/table-3/name', 'Table 3', 'The window')] })
    expect(station.eventHistory()).toEqual([
      {
        at: '2023-12-12T10:30:00.000Z',
        by: 'the organiser',
        station: 'West door',
        changes: [{ what: 'The window: name', before: 'Table 3', after: 'The window' }],
      },
      { at: expect.any(String) as string, by: 'this tablet', station: 'West door', changes: [] },
    ])
  })

  test('whoever sits at a table sits there by its new name', async () => {
    const station = await readyStation()
    const { id } = station.signIn.walkIn(steward, { ...ewa, table: '3' }, { access: '', dietary: '' })
    station.changeEvent(organiser, { changes: [to('tables/table-3/name', 'Table 3', 'The window')] })
    expect(station.signIn.delegate(id)?.table).toBe('The window')
  })
})

describe('two tablets of one event', () => {
  const second = async (first: Station, clock: ReturnType<typeof handClock>): Promise<Station> => {
    const other = openTest(undefined, { now: clock })
    other.loadEvent(shippedPack(), false)
    carry(first, other)
    carry(other, first)
    return other
  }
  const meet = (one: Station, other: Station): EventPack => {
    carry(one, other)
    carry(other, one)
    carry(one, other)
    expect(one.event().pack).toEqual(other.event().pack)
    return one.event().pack
  }

  test('that change two parts at once: both stand; the same part: the later, and both are told', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    const east = await second(west, clock)
    clock.set('2023-12-12T10:30:00.000Z')
    west.changeEvent(organiser, { changes: [to('tables/table-3/name', 'Table 3', 'The window')] })
    east.changeEvent(organiser, {
      changes: [to('tables/table-3/where', 'near the stage', 'by the door')].map((one) => ({
        ...one,
        before: json(east.event().pack.tables[2]?.where),
      })),
    })
    east.changeEvent(organiser, { changes: [to('venue', east.event().pack.venue, 'The library')] })
    clock.set('2023-12-12T10:31:00.000Z')
    west.changeEvent(organiser, { changes: [to('venue', west.event().pack.venue, 'The town hall')] })
    const pack = meet(west, east)
    expect(pack.tables[2]).toMatchObject({ name: 'The window', where: 'by the door' })
    expect(pack.venue).toBe('The town hall')
    const told = east.eventHistory().flatMap(({ changes }) => changes.map(({ after }) => after))
    expect(told).toEqual(expect.arrayContaining(['The window', 'by the door', 'The library', 'The town hall']))
    // Both are told of it, with both, until somebody who saw both says what it is; to keep it is to say so.
    const venue = (name: string) => ({ value: json(name), words: name })
    const open = {
      path: 'venue',
      what: 'Venue',
      stands: venue('The town hall'),
      others: [venue('The library')],
    }
    for (const station of [west, east]) expect(station.eventClashes()).toEqual([open])
    clock.set('2023-12-12T10:40:00.000Z')
    east.changeEvent(organiser, { changes: [to('venue', 'The town hall', 'The town hall')] })
    expect(east.eventClashes()).toEqual([])
    expect(meet(west, east).venue).toBe('The town hall')
    expect(west.eventClashes()).toEqual([])
  })

  test('what one said that left no room for what the other said is told, too; what both said alike is not', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    const east = await second(west, clock)
    clock.set('2023-12-12T10:30:00.000Z')
    const { venue } = west.event().pack
    const alike = to('venue', venue, 'The town hall')
    west.changeEvent(organiser, { changes: [to('tables/table-3/name', 'Table 3', 'The window'), alike] })
    clock.set('2023-12-12T10:31:00.000Z')
    east.changeEvent(organiser, { changes: [to('tables/table-4/name', 'Table 4', 'The window'), alike] })
    meet(west, east)
    const [clash, ...others] = west.eventClashes()
    expect(others).toEqual([])
    expect(clash).toMatchObject({
      path: 'tables/table-4/name',
      stands: { words: 'Table 4' },
      others: [{ words: 'The window' }],
    })
    expect(east.eventClashes()).toEqual(west.eventClashes())
  })

  test('one is set up late with the pack as it was: what was changed stays changed', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    west.changeEvent(organiser, { changes: [to('tables/table-3/name', 'Table 3', 'The window')] })
    clock.set('2023-12-12T11:00:00.000Z')
    const late = openTest(undefined, { now: clock })
    late.loadEvent(shippedPack(), false)
    expect(meet(west, late).tables[2]?.name).toBe('The window')
  })

  test('one closes a table, and at the other somebody writes there: the action stands, at a table with a name', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    const east = await second(west, clock)
    west.changeEvent(organiser, { changes: [closing('tables/table-3')] })
    east.workshops.propose(facilitator, { ...anAction, table: 'table-3', title: 'Written elsewhere' })
    meet(west, east)
    for (const station of [west, east])
      expect((await plan(station)).rows).toMatchObject([{ title: 'Written elsewhere', sourceTable: 'Table 3' }])
  })

  test('one was loaded with another version of the pack: nothing that either had goes, and the code is the first', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    west.workshops.propose(facilitator, { ...anAction, table: 'table-3' })
    clock.set('2023-12-12T11:00:00.000Z')
    const late = openTest(undefined, { now: clock })
    late.loadEvent({ ...changed(shippedPack()), tables: shippedPack().tables.slice(3) }, false)
    const pack = meet(west, late)
    expect(pack).toMatchObject({ code: 'NEC', name: 'Our day, called otherwise' })
    expect(pack.tables.find(({ id }) => id === 'table-3')).toMatchObject({ name: 'Table 3', closed: true })
    expect((await plan(late)).rows).toMatchObject([{ sourceTable: 'Table 3' }])
  })
})
