/** The stories that docs/facts.md tells of its rules, with real tablets: each is how facts went wrong once, or would have. */
import { describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { drain } from '../../electron/slices.ts'
import { carried, carry, takeIn, takeInPages } from '../support/merge.ts'
import { otherApp } from '../support/other-app.ts'
import { tempFolder } from '../support/temp-folder.ts'
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

const day = (time: string) => `2023-12-12T${time}:00.000Z`

function tablet(time: string) {
  const clock = handClock(time)
  const station = openTest(tempFolder(), { now: clock })
  station.loadEvent(shippedPack(), false)
  return { station, clock }
}
const meet = (one: Station, other: Station): void => {
  carry(one, other)
  carry(other, one)
}
/** Somebody came to the west door at nine and left by it at `left`; the east door has heard of it. */
function goneAtWest(left: string) {
  const [west, east] = [tablet(day('09:00')), tablet(day('09:00'))]
  const id = west.station.signIn.add(organiser, ewa)
  west.station.signIn.signIn(steward, id)
  west.clock.set(day(left))
  west.station.signIn.signOut(steward, id)
  carry(west.station, east.station)
  return { west, east, id }
}
const presenceOf = (station: Station, id: string) => station.signIn.delegate(id)?.presence

test('the clock of 2050: only what is said afterwards of the one whom it spoke of counts after it', () => {
  const [a, b] = [tablet(day('09:00')), tablet(day('09:00'))]
  const [person, other] = ['Ewa Kaur', 'Kwame Bell'].map((name) => a.station.signIn.add(organiser, { ...ewa, name }))
  if (person === undefined || other === undefined) throw new Error('Two people')
  carry(a.station, b.station)
  b.clock.set('2050-01-01T00:00:00.000Z')
  b.station.signIn.signIn(steward, person)
  carry(b.station, a.station)
  a.clock.set(day('09:30'))
  const { made } = a.station.pledges.make(anyone, aPledge)
  expect(made?.made).toBe(day('09:30'))
  a.station.signIn.signIn(steward, other)
  expect(a.station.signIn.delegate(other)?.since).toBe(day('09:30'))
  a.station.signIn.signOut(steward, person)
  expect(presenceOf(a.station, person)).toBe('left')
  a.station.pledges.make(anyone, { ...aPledge, quantity: 2 })
  expect(a.station.pledges.latest().map((pledge) => pledge.made.slice(0, 4))).toEqual(['2023', '2023'])
  meet(a.station, b.station)
  expect(presenceOf(b.station, person)).toBe('left')
})

test('the year 9999: a time that nobody believes counts last, is passed on, and stops nobody from writing', () => {
  const { station, clock } = tablet(day('09:00'))
  const id = station.signIn.add(organiser, ewa)
  const other = otherApp(station.event().id)
  const at = '9999-12-31T23:59:59.999Z.ffff'
  other.write({ at, type: 'delegate.amended', v: 1, subject: id, body: { changes: { table: 'Table 99' }, reason: '' } })
  expect(takeIn(station, [other.carried()])).toMatchObject({ added: 1 })
  clock.set(day('09:30'))
  station.signIn.amend(steward, id, { organisation: 'Elmdon Lodge' }, 'As they said')
  station.signIn.signIn(steward, id)
  expect(station.signIn.delegate(id)).toMatchObject({
    organisation: 'Elmdon Lodge',
    table: 'Table 99',
    since: day('09:30'),
  })
  expect(station.check()).toMatchObject({ sound: true, findings: [] })
  const third = openTest(tempFolder())
  carry(station, third)
  expect(third.signIn.delegate(id)).toMatchObject({ organisation: 'Elmdon Lodge', table: 'Table 99' })
})

test('the undo that had not seen: it takes back what its steward saw, and the arrival since stands', () => {
  const { west, east, id } = goneAtWest('09:30')
  west.clock.set(day('09:40'))
  west.station.signIn.signIn(steward, id)
  east.clock.set(day('09:50'))
  east.station.signIn.undo(steward, id, 'They are still here')
  expect(presenceOf(east.station, id)).toBe('here')
  meet(west.station, east.station)
  for (const { station } of [west, east]) {
    expect(presenceOf(station, id)).toBe('here')
    // Nothing is left that a second undo could mistake for the departure.
    station.signIn.signOut(steward, id)
    expect(presenceOf(station, id)).toBe('left')
  }
})

test('the half-delivered walk-in: added and signed in come together, or not at all', () => {
  const [west, east] = [tablet(day('09:00')), tablet(day('09:00'))]
  for (const name of ['Ada Vale', 'Ben Vale', 'Cai Vale'])
    west.station.signIn.walkIn(steward, { ...ewa, name }, { access: 'Step-free', dietary: '' })
  const [chain] = carried(west.station)
  if (chain === undefined) throw new Error('One chain')
  const seen: number[][] = []
  const pages = takeInPages(east.station.journal, chain, 1)
  while (pages.next().done !== true) {
    const { delegates, here } = east.station.signIn.counts()
    seen.push([delegates, here])
  }
  expect(seen.map(([delegates, here]) => delegates === here)).not.toContain(false)
  expect(seen.at(-1)).toEqual([3, 3])
  // The stick was pulled out in the midst: nothing of it is taken.
  const third = openTest(tempFolder())
  expect(takeIn(third, [{ ...chain, facts: chain.facts.slice(0, -1) }])).toMatchObject({
    added: 0,
    refused: 0,
    waiting: chain.facts.length - 1,
  })
})

test('the slow door: who was let in again is looked for, though its clock says it was before they left', () => {
  const { west, east, id } = goneAtWest('10:00')
  // Ten minutes slow.
  east.clock.set(day('09:51'))
  east.station.signIn.signIn(steward, id)
  meet(west.station, east.station)
  west.clock.set(day('10:05'))
  for (const { station } of [west, east]) expect(presenceOf(station, id)).toBe('here')
  const { rollCall } = west.station.rollCalls.start(steward, 'Sam Vale', null)
  const { items } = west.station.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null })
  expect(items).toMatchObject([{ id, presence: 'here', tick: null }])
})

describe('the drill four hours fast', () => {
  /** A drill at ten, on a tablet that says two o’clock; at five past two the alarm goes at another door. */
  function drill() {
    const [fast, east] = [tablet(day('13:50')), tablet(day('09:50'))]
    const id = fast.station.signIn.add(organiser, ewa)
    fast.station.signIn.signIn(steward, id)
    fast.clock.set(day('14:00'))
    const { rollCall } = fast.station.rollCalls.start(steward, 'Sam Vale', null)
    fast.clock.set(day('14:06'))
    fast.station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate: id, ticked: true, by: 'Sam Vale' })
    fast.clock.set(day('14:08'))
    fast.station.rollCalls.end(steward, rollCall.id, 'Sam Vale')
    east.clock.set(day('14:05'))
    const alarm = () => east.station.rollCalls.start(steward, 'Ada Vale', null).rollCall
    const lineOf = (station: Station, of: string) =>
      station.rollCalls.people({ rollCall: of, cursor: null, from: null }).items.find((one) => one.id === id)
    return { fast, east, id, alarm, lineOf }
  }

  test('makes nobody safe at a door that knew it to be over', () => {
    const { fast, east, alarm, lineOf } = drill()
    carry(fast.station, east.station)
    const { id, together } = alarm()
    expect(together).toEqual([])
    // By the clocks she was seen after it began: that is said, for a steward to judge.
    expect(lineOf(east.station, id)).toMatchObject({ tick: null, elsewhere: { by: 'Sam Vale' } })
    carry(east.station, fast.station)
    expect(lineOf(fast.station, id)).toMatchObject({ tick: null })
  })

  test('makes nobody safe at one that had not heard of it, once somebody has said what that clock said', () => {
    const { fast, east, alarm, lineOf } = drill()
    const { id } = alarm()
    fast.station.sayTime(organiser, Date.parse(day('10:08')))
    meet(fast.station, east.station)
    for (const { station } of [fast, east]) {
      expect(station.rollCalls.view(id).together).toEqual([])
      expect(lineOf(station, id)).toMatchObject({ tick: null, elsewhere: { at: day('10:06') }, since: day('09:50') })
      expect(station.rollCalls.earlier({ search: '', offset: 0, limit: 9 }).items).toMatchObject([
        { started: day('10:00'), ended: { at: day('10:08') } },
      ])
      expect(station.check()).toMatchObject({ sound: true, findings: [] })
    }
  })

  test('looks for whoever left nobody can tell when', () => {
    const [lost, east] = [tablet(day('09:00')), tablet(day('09:00'))]
    const id = lost.station.signIn.add(organiser, ewa)
    lost.station.signIn.signIn(steward, id)
    lost.clock.set('2016-01-01T00:00:00.000Z')
    lost.station.signIn.signOut(steward, id)
    east.clock.set(day('10:00'))
    const { rollCall } = east.station.rollCalls.start(steward, 'Ada Vale', null)
    carry(lost.station, east.station)
    const { items } = east.station.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null })
    expect(items).toMatchObject([{ id, presence: 'left' }])
  })
})

describe('a clock that is set in the midst of the day', () => {
  const made = (station: Station) =>
    station.pledges
      .list({ search: '', offset: 0, limit: 50, status: null, type: null })
      .items.map(({ quantity, made: at }) => [quantity, at])
      .toReversed()

  test('dates nothing but what is written while it is wrong', () => {
    const { station, clock } = tablet(day('09:00'))
    const pledge = (quantity: number) => station.pledges.make(anyone, { ...aPledge, quantity })
    pledge(1)
    clock.set('2050-01-01T00:00:00.000Z')
    pledge(2)
    clock.set(day('09:02'))
    pledge(3)
    expect(made(station)).toEqual([
      [1, day('09:00')],
      [3, day('09:02')],
      [2, '2050-01-01T00:00:00.000Z'],
    ])
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('is put right for what was written before, where it is known how far it was set', () => {
    const clock = handClock(day('14:00'))
    let steady = 5000
    const station = openTest(tempFolder(), { now: clock, steady: () => steady })
    const pass = (minutes: number) => {
      clock.pass(minutes * 60_000)
      steady += minutes * 60_000
    }
    station.loadEvent(shippedPack(), false)
    const pledge = (quantity: number) => station.pledges.make(anyone, { ...aPledge, quantity })
    pledge(1)
    pass(10)
    // Four hours back; and later somebody says that it is right.
    clock.set(day('10:10'))
    pledge(2)
    pass(5)
    pledge(3)
    const far = openTest(tempFolder())
    carry(station, far)
    station.sayTime(organiser, Date.parse(day('10:15')))
    for (const [at, to] of [[station, far] as const]) carry(at, to)
    for (const one of [station, far]) {
      expect(made(one)).toEqual([
        [1, day('10:00')],
        [2, day('10:10')],
        [3, day('10:15')],
      ])
      expect(one.check()).toMatchObject({ sound: true, findings: [] })
    }
    expect([...far.journal.records.lines()]).toEqual([...station.journal.records.lines()])
  })

  test('is told even by a commit that comes after one that failed', () => {
    const clock = handClock(day('09:00'))
    let steady = 0
    const station = openTest(tempFolder(), { now: clock, steady: () => steady })
    station.loadEvent(shippedPack(), false)
    clock.set(day('13:00'))
    steady += 1000
    const fail = () =>
      station.batch(() => {
        station.pledges.make(anyone, aPledge)
        throw new Error('The disk is full')
      })
    expect(fail).toThrow('The disk is full')
    station.pledges.make(anyone, aPledge)
    const steps = [...station.journal.facts.ofTypes(['clock.stepped'])]
    expect(steps.map(({ body, by }) => [body, by.role])).toEqual([[{ by: 4 * 60 * 60 * 1000 - 1000 }, 'station']])
  })
})

test('who is forgotten stays so: what comes later of them is emptied, in whatever order it comes', () => {
  const [west, east] = [tablet(day('09:00')), tablet(day('09:00'))]
  const id = west.station.signIn.add(organiser, ewa)
  carry(west.station, east.station)
  east.clock.set(day('09:10'))
  east.station.signIn.amend(steward, id, { email: 'ewa.new@elmdon.example' }, 'Ewa said so')
  east.station.pledges.make(anyone, {
    ...aPledge,
    by: { kind: 'delegate', delegate: id },
    email: ewa.email,
    mayContact: true,
  })
  west.station.eraseDelegate(organiser, id, 'They asked')
  const third = openTest(tempFolder())
  for (const from of [east.station, west.station]) carry(from, third)
  meet(west.station, east.station)
  for (const station of [west.station, east.station, third]) {
    const said = JSON.stringify([...station.journal.facts.told()])
    expect(said).not.toMatch(/ewa\.|Ewa Kaur|elmdon\.example/)
    expect(station.signIn.delegate(id)).toBeNull()
    expect(station.pledges.latest()).toMatchObject([
      { name: '', email: '', mayContact: false, wording: aPledge.wording },
    ])
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  }
})

test('what comes of somebody who is forgotten is emptied before it is written down, not afterwards', () => {
  const [west, east] = [tablet(day('09:00')).station, tablet(day('09:00')).station]
  const id = west.signIn.add(organiser, ewa)
  carry(west, east)
  east.signIn.note(steward, id, 'Ask Ewa Kaur again')
  west.eraseDelegate(organiser, id, 'They asked')
  const written: string[] = []
  const { facts } = west.journal
  const add: typeof facts.add = (fact) => {
    written.push(JSON.stringify(fact))
    facts.add(fact)
  }
  const watched = { ...west.journal, facts: { ...facts, add } }
  for (const chain of carried(east)) drain(takeInPages(watched, chain))
  expect(written.filter((fact) => fact.includes('delegate.noted'))).toHaveLength(1)
  expect(written.join()).not.toContain('Ewa Kaur')
})

describe('two who are named in one promise, and are forgotten one after the other', () => {
  const both = 'Ewa Kaur and Kwame Okonkwo-Bell will help'
  const wording = (station: Station) => station.pledges.latest()[0]?.wording
  const said = (station: Station) => JSON.stringify([...station.journal.facts.told()])
  function hall() {
    const { station, clock } = tablet(day('09:00'))
    const [ewaId, kwameId] = [ewa, kwame].map((person) => station.signIn.add(organiser, person))
    station.pledges.make(anyone, { ...aPledge, wording: both })
    if (ewaId === undefined || kwameId === undefined) throw new Error('Two people')
    const forget = (at: Station, id: string, text: string) => {
      const words = at.beforeErasing(id).texts.map(({ subject, field }) => ({ subject, field, text }))
      at.eraseDelegate(organiser, id, 'They asked', words)
    }
    return { station, clock, ewaId, kwameId, forget }
  }

  test('at one tablet what the organiser says last stands there', () => {
    const { station, ewaId, kwameId, forget } = hall()
    forget(station, ewaId, 'A friend and Kwame Okonkwo-Bell will help')
    expect(wording(station)).toBe('A friend and Kwame Okonkwo-Bell will help')
    forget(station, kwameId, 'Two friends will help')
    expect(wording(station)).toBe('Two friends will help')
    expect(said(station)).not.toMatch(/Ewa Kaur|Okonkwo/)
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('at two tablets that had not met, neither’s words bring the other’s back', () => {
    const { station, ewaId, kwameId, forget } = hall()
    const east = tablet(day('09:00')).station
    carry(station, east)
    forget(station, ewaId, 'A friend and Kwame Okonkwo-Bell will help')
    forget(east, kwameId, 'Ewa Kaur and a friend will help')
    meet(station, east)
    for (const one of [station, east]) {
      expect(wording(one)).toBe('…')
      expect(said(one)).not.toMatch(/Ewa Kaur|Okonkwo/)
      expect(one.check()).toMatchObject({ sound: true, findings: [] })
    }
  })
})

test('facts of another event are not taken in', () => {
  const here = tablet(day('09:00')).station
  const other = openTest(tempFolder(), { now: handClock(day('09:00')) })
  other.loadEvent(shippedPack('wolverhampton-2010'), false)
  other.pledges.make(anyone, aPledge)
  expect(carry(other, here)).toMatchObject({ added: 0, waiting: 0 })
  expect(here.event().pack.id).toBe('solihull-nec')
})

test('why a list was taken back is still told, and nothing else of it', () => {
  const { station } = tablet(day('09:00'))
  station.signIn.importer.run(organiser, 'wrong.csv', Buffer.from('Name,Organisation\nOdo Wrongly,Elsewhere\n'), {})
  const [made] = station.signIn.importUndo.imports()
  const seen = station.signIn.importUndo.before(made?.id ?? '')?.seen ?? ''
  expect(
    station.signIn.importUndo.undo(organiser, { id: made?.id ?? '', reason: 'Last year’s list', seen }),
  ).toMatchObject({ gone: 1 })
  const said = JSON.stringify([...station.journal.facts.told()])
  expect(said).toContain('Last year’s list')
  expect(said).not.toMatch(/Odo|Elsewhere/)
})
