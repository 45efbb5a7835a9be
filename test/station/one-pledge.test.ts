/** Two pledges that are one, and who pledged: counted once and named as allowed, whatever the order in which tablets hear of it. */
import { describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import type { Fact } from '../../shared/domain/fact.ts'
import { fc, runs } from '../support/chance.ts'
import { expectAgreement } from '../support/agrees.ts'
import { carry, factsOf } from '../support/merge.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import {
  anyone,
  aPledge,
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  shippedPack,
  steward,
} from '../support/test-station.ts'

const MINUTE = 60_000

function tablet(time = '2023-12-12T09:00:00.000Z') {
  const clock = handClock(time)
  const station = openTest(tempFolder(MEMORY), { now: clock })
  station.loadEvent(shippedPack(), false)
  return { station, clock }
}
const rowsOf = (station: Station): string[] =>
  [...station.journal.records.lines()].filter((line) => !line.startsWith('station '))
const whole = (station: Station) => expect(station.check()).toMatchObject({ sound: true, findings: [] })
const ALL = { search: '', offset: 0, limit: 200, type: null, status: null }
const planOf = (station: Station) =>
  JSON.parse([...station.plan.export('json').chunks].map((piece) => Buffer.from(piece).toString()).join('')) as {
    rows: { recordId: string; actionType: string; leadOfficerName: string }[]
    withdrawn: { what: string }[]
  }

/** The same promise typed twice: at ten by nobody in particular, a minute later by Ewa. */
function twice() {
  const { station, clock } = tablet()
  const person = station.signIn.add(organiser, ewa)
  const make = (change: object) => {
    clock.pass(MINUTE)
    return station.pledges.make(anyone, { ...aPledge, ...change }).made?.id ?? ''
  }
  const one = make({ quantity: 4 })
  const other = make({
    by: { kind: 'delegate', delegate: person },
    quantity: null,
    wording: 'Two weeks in our workshop',
    showName: true,
    mayContact: true,
  })
  clock.pass(MINUTE)
  return { station, clock, person, one, other, make }
}

describe('two pledges that an organiser says are one', () => {
  test('count once everywhere, with what the later says and what only the other said', () => {
    const { station, one, other } = twice()
    expect(station.pledges.totals()).toEqual([{ type: 'work-experience', pledges: 2, quantity: 5 }])
    const seen = station.pledges.asOne(one, other)
    station.pledges.merge(organiser, one, other, 'Typed twice')
    expect(station.pledges.totals()).toEqual([{ type: 'work-experience', pledges: 1, quantity: 4 }])
    expect(station.plan.overview()).toMatchObject({ pledges: 1, types: [{ pledges: 1, quantity: 4 }] })
    expect(planOf(station).rows).toHaveLength(1)
    for (const id of [one, other])
      expect(station.pledges.read(id)).toMatchObject({
        wording: 'Two weeks in our workshop',
        quantity: 4,
        name: 'Ewa Kaur',
        showName: true,
        mayContact: true,
      })
    // What was shown beforehand is what comes of it.
    expect(seen).toEqual(station.pledges.read(one))
    expect(station.pledges.ofDelegate(station.pledges.read(one)?.delegate ?? '')).toEqual(
      expect.arrayContaining([one, other]),
    )
    whole(station)
  })

  test('are found by either reference, none of which is given out again, and no leaf moves', () => {
    const { station, one, other, make } = twice()
    const later = make({})
    const references = [one, other].map((id) => station.pledges.read(id)?.reference ?? '')
    const before = new Map(station.pledges.leaves().map(({ id, ordinal }) => [id, ordinal]))
    station.pledges.merge(organiser, one, other, 'Typed twice')
    for (const search of references) expect(station.pledges.list({ ...ALL, search })).toMatchObject({ total: 1 })
    const leaves = station.pledges.leaves()
    expect(leaves).toHaveLength(2)
    expect(leaves.filter(({ id, ordinal }) => before.get(id) !== ordinal)).toEqual([])
    expect(station.pledges.read(later)?.otherReferences).toBe('')
    whole(station)
  })

  test('are withdrawn and brought back as one, and changed by either', () => {
    const { station, clock, one, other } = twice()
    station.pledges.merge(organiser, one, other, 'Typed twice')
    clock.pass(MINUTE)
    station.pledges.amend(organiser, other, { wording: 'Three weeks', showName: false }, 'She rang')
    expect(station.pledges.read(one)).toMatchObject({ wording: 'Three weeks', showName: false })
    clock.pass(MINUTE)
    station.pledges.amend(organiser, one, { showName: true }, 'She rang again')
    expect(station.pledges.read(other)).toMatchObject({ showName: true })
    station.pledges.withdraw(organiser, one, 'Not now')
    expect(station.plan.overview()).toMatchObject({ pledges: 0, pledgesWithdrawn: 1 })
    station.pledges.restore(organiser, other, '')
    expect(station.plan.overview()).toMatchObject({ pledges: 1, pledgesWithdrawn: 0 })
    whole(station)
  })

  test('one that was withdrawn before takes the other with it no more than it did', () => {
    const { station, one, other } = twice()
    station.pledges.withdraw(organiser, other, 'Typed twice')
    station.pledges.merge(organiser, one, other, 'Typed twice')
    expect(station.plan.overview()).toMatchObject({ pledges: 1, pledgesWithdrawn: 0 })
    whole(station)
  })

  test('are two again when that is taken back, as if it had never been said', () => {
    const { station, one, other } = twice()
    const before = rowsOf(station)
    const merge = station.pledges.merge(organiser, one, other, 'Typed twice') ?? ''
    expect(station.pledges.mergesOf(other)).toMatchObject([{ id: merge, reason: 'Typed twice' }])
    expect(station.pledges.part(organiser, merge, 'Two placements after all')).toBe(true)
    expect(rowsOf(station)).toEqual(before)
    expect(station.pledges.part(organiser, merge, 'Once more')).toBe(false)
    whole(station)
  })

  test('lose the name of whoever is forgotten in each of them, and why they were said to be one', () => {
    const { station, person, one, other } = twice()
    const merge = station.pledges.merge(organiser, one, other, 'Kaur typed it twice') ?? ''
    expect(station.eraseDelegate(organiser, person, 'She asked')).toMatchObject({ pledgesKept: 1 })
    expect(station.pledges.read(one)).toMatchObject({ byKind: 'anonymous', name: '', showName: false })
    station.pledges.part(organiser, merge, 'Two after all')
    const told = JSON.stringify([...station.journal.facts.told()])
    for (const text of ['Kaur', 'ewa@']) expect(told).not.toContain(text)
    whole(station)
  })

  test('of two who gave their names nobody is shown or contacted who did not allow it in each', () => {
    const { station, one, make } = twice()
    const yes = make({ by: { kind: 'delegate', delegate: station.signIn.add(organiser, kwame) }, showName: true })
    const no = make({ by: { kind: 'delegate', delegate: station.signIn.add(organiser, kwame) }, showName: false })
    station.pledges.merge(organiser, no, yes, 'Typed twice')
    expect(station.pledges.read(yes)).toMatchObject({ name: 'Kwame Okonkwo-Bell', showName: false })
    station.pledges.merge(organiser, one, yes, 'And once without a name')
    expect(station.pledges.read(one)).toMatchObject({ name: 'Kwame Okonkwo-Bell', showName: false })
    whole(station)
  })

  test('a reason that reaches a tablet where the person is forgotten already is gone there, too', () => {
    const [west, east] = [tablet(), tablet()]
    const person = west.station.signIn.add(organiser, ewa)
    const [one = '', other = ''] = [1, 2].map(
      () =>
        west.station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: person } }).made?.id ?? '',
    )
    carry(west.station, east.station)
    west.station.eraseDelegate(organiser, person, 'She asked')
    east.station.pledges.merge(organiser, one, other, 'Kaur typed it twice')
    const list = [west, east].map(({ station }) => station.signIn.add(organiser, kwame))
    east.station.pledges.attribute(
      organiser,
      one,
      { kind: 'delegate', delegate: list[1] ?? '' },
      false,
      'It was not Kaur',
    )
    carry(west.station, east.station)
    carry(east.station, west.station)
    for (const { station } of [west, east]) {
      expect(JSON.stringify([...station.journal.facts.told()])).not.toContain('Kaur')
      expect(station.pledges.read(other)).toMatchObject({ name: 'Kwame Okonkwo-Bell' })
      whole(station)
    }
    expect(rowsOf(east.station)).toEqual(rowsOf(west.station))
  })
})

test('a yes that Ewa gave at one tablet is not Kwame’s, whom another has for the one who pledged; a no counts from anywhere', () => {
  for (const later of [0, 10]) {
    const [west, east] = [tablet(), tablet(later === 0 ? '2023-12-12T08:50:00.000Z' : '2023-12-12T09:30:00.000Z')]
    const people = [ewa, kwame].map((one) => west.station.signIn.add(organiser, one))
    const by = { kind: 'delegate' as const, delegate: people[0] ?? '' }
    const id = west.station.pledges.make(anyone, { ...aPledge, by }).made?.id ?? ''
    carry(west.station, east.station)
    const kwames = { kind: 'delegate' as const, delegate: people[1] ?? '' }
    west.station.pledges.attribute(organiser, id, kwames, false, 'It was his')
    east.station.pledges.amend(organiser, id, { showName: true, mayContact: true, email: 'ewa@elmdon.example' }, '')
    carry(west.station, east.station)
    carry(east.station, west.station)
    for (const { station } of [west, east]) {
      expect(station.pledges.read(id)).toMatchObject({
        name: 'Kwame Okonkwo-Bell',
        showName: false,
        mayContact: false,
        email: '',
      })
      whole(station)
    }
  }
})

/** What is drawn: who does what at which tablet. The people with an odd number never agree to be shown or contacted. */
const story = fc.array(
  fc.record({
    what: fc.constantFrom(
      'pledge',
      'pledge',
      'merge',
      'merge',
      'part',
      'withdraw',
      'restore',
      'reword',
      'allow',
      'forbid',
      'correct',
      'erase',
      'join',
      'join',
      'leave',
      'come',
      'need',
      'carry',
      'carry',
    ),
    at: fc.nat(2),
    one: fc.nat(5),
    other: fc.nat(5),
  }),
  { minLength: 6, maxLength: 26 },
)

const before = (one: Fact, other: Fact): number => {
  const [a, b] = [one, other].map(({ at, station, seq }) => `${at} ${station} ${String(seq).padStart(8, '0')}`)
  return (a ?? '') < (b ?? '') ? -1 : 1
}

/** Counted afresh, in another way than the app counts: from all facts in their order, one at a time. */
function afresh(station: Station): { live: number; withdrawn: number; references: string[] } {
  const facts = factsOf(station).toSorted(before)
  const back = new Set(
    facts.flatMap((fact) =>
      fact.type === 'pledges.parted'
        ? (fact.body['takesBack'] as string[]).map((name) => `${fact.subject} ${name}`)
        : [],
    ),
  )
  const company = new Map<string, number>()
  const stands = new Map<string, boolean>()
  const references: string[] = []
  for (const [nth, fact] of facts.entries()) {
    if (fact.type === 'pledge.made') {
      if (!company.has(fact.subject)) company.set(fact.subject, nth)
      stands.set(fact.subject, true)
      references.push(String(fact.body['reference']))
    } else if (fact.type === 'pledge.withdrawn') stands.set(fact.subject, false)
    else if (fact.type === 'pledge.restored') stands.set(fact.subject, true)
  }
  for (const fact of facts) {
    if (fact.type !== 'pledges.merged' || back.has(`${fact.subject} ${fact.station} ${fact.seq}`)) continue
    const [from, to] = [company.get(String(fact.body['one'])), company.get(String(fact.body['other']))]
    if (from === undefined || to === undefined) continue
    for (const [id, its] of company) if (its === from) company.set(id, to)
  }
  const all = new Set(company.values())
  const live = new Set([...company].filter(([id]) => stands.get(id) === true).map(([, its]) => its))
  return { live: live.size, withdrawn: all.size - live.size, references }
}

test('Whatever is said at three tablets of which pledges are one and who made them, they agree with what is counted afresh, and nobody is named who did not agree', () => {
  fc.assert(
    fc.property(story, (steps) => {
      const hall = [tablet(), tablet('2023-12-12T08:50:00.000Z'), tablet('2023-12-12T09:20:00.000Z')]
      const [first] = hall
      if (first === undefined) throw new Error('Three tablets')
      const names = ['Ada Elm', 'Ben Oak', 'Cai Ash', 'Dee Yew']
      const people = names.map((name) => first.station.signIn.add(organiser, { ...ewa, name }))
      const forgotten = new Set<string>()
      for (const { station } of hall) carry(first.station, station)
      const pledges: string[] = []
      for (const { what, at, one, other } of steps) {
        const { station, clock } = hall[at] ?? first
        clock.pass(MINUTE)
        const [person, name] = [people[one % 4] ?? '', names[one % 4] ?? '']
        const [id = '', second = ''] = [pledges[one], pledges[other]]
        const known = station.pledges.read(id)
        if (what === 'carry') carry(station, (hall[one % 3] ?? first).station)
        else if (what === 'erase') {
          if (other > 1 || station.signIn.delegate(person) === null) continue
          for (const entry of station.journal.membersOf(person)) forgotten.add(names[people.indexOf(entry)] ?? '')
          station.eraseDelegate(organiser, person, 'They asked')
        } else if (what === 'join') {
          const companion = people[other % 4] ?? ''
          if (station.signIn.delegate(person) !== null && station.signIn.delegate(companion) !== null)
            station.signIn.onePerson.merge(organiser, person, companion, 'They said so', one > 2 ? { name: 'one' } : {})
        } else if (what === 'leave')
          station.signIn.onePerson.part(organiser, station.signIn.onePerson.mergesOf(person)[0]?.id ?? '', 'Two')
        else if (what === 'come' || what === 'need') {
          if (station.signIn.delegate(person) === null) continue
          if (what === 'come') station.signIn.signIn(steward, person)
          else station.signIn.recordNeeds(steward, person, { access: `Step-free ${other}`, dietary: '' })
        } else if (what === 'pledge') {
          const agrees = ['Ada Elm', 'Cai Ash'].includes(station.signIn.delegate(person)?.name ?? name)
          const by =
            one === 5 || station.signIn.delegate(person) === null
              ? aPledge.by
              : other === 4
                ? { kind: 'organisation' as const, organisation: 'Elmdon House', sector: '', name }
                : { kind: 'delegate' as const, delegate: person }
          const allows = { mayContact: agrees, showName: agrees }
          const { made } = station.pledges.make(anyone, { ...aPledge, by, quantity: other + 1, ...allows })
          if (made !== undefined && pledges.length < 6) pledges.push(made.id)
        } else if (known === null) continue
        else if (what === 'merge') {
          if (station.pledges.read(second) !== null) station.pledges.merge(organiser, id, second, 'Typed twice')
        } else if (what === 'part')
          station.pledges.part(organiser, station.pledges.mergesOf(id)[0]?.id ?? '', 'Two after all')
        else if (what === 'withdraw') station.pledges.withdraw(organiser, id, 'Not now')
        else if (what === 'restore') station.pledges.restore(organiser, id, '')
        else if (what === 'reword') station.pledges.amend(organiser, id, { quantity: other + 10 }, 'They said so')
        else if (what === 'forbid') station.pledges.amend(organiser, id, { showName: false, mayContact: false }, '')
        // The organiser asks whoever stands there now, as this tablet knows it.
        else if (what === 'allow') {
          if (['Ada Elm', 'Cai Ash'].includes(known.name))
            station.pledges.amend(organiser, id, { showName: true, mayContact: true }, 'They said so')
        } else if (what === 'correct' && station.signIn.delegate(people[other % 4] ?? '') !== null)
          station.pledges.attribute(
            organiser,
            id,
            { kind: 'delegate', delegate: people[other % 4] ?? '' },
            false,
            'It was somebody else',
          )
      }
      for (const from of hall) for (const to of hall) if (from !== to) carry(from.station, to.station)
      for (const from of hall) for (const to of hall) if (from !== to) carry(from.station, to.station)
      const all = hall.map(({ station }) => rowsOf(station))
      for (const rows of all) expect(rows).toEqual(all[0])
      for (const { station } of hall) {
        whole(station)
        expectAgreement(station)
        const { live, withdrawn, references } = afresh(station)
        const plan = planOf(station)
        expect(station.plan.overview()).toMatchObject({ pledges: live, pledgesWithdrawn: withdrawn })
        expect(station.pledges.leaves()).toHaveLength(live)
        expect(new Set(station.pledges.leaves().map(({ ordinal }) => ordinal)).size).toBe(live)
        expect(station.pledges.totals().reduce((sum, { pledges: n }) => sum + n, 0)).toBe(live)
        expect(station.pledges.list({ ...ALL, status: 'live' }).total).toBe(live)
        expect(plan.rows.filter(({ actionType }) => actionType === 'Pledge')).toHaveLength(live)
        expect(plan.withdrawn.filter(({ what }) => what === 'Pledge')).toHaveLength(withdrawn)
        for (const search of references) expect(station.pledges.list({ ...ALL, search }).total).toBe(1)
        for (const pledge of station.pledges.list(ALL).items) {
          if (pledge.showName || pledge.mayContact) expect(['Ada Elm', 'Cai Ash']).toContain(pledge.name)
          if (pledge.byKind === 'delegate') expect([...forgotten]).not.toContain(pledge.name)
        }
        station.close()
      }
    }),
    { numRuns: runs(25) },
  )
})
