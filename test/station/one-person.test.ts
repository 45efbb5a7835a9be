/** Two entries that are one person: counted, listed and found as one, whatever the order in which tablets hear of it. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { fc, runs } from '../support/chance.ts'
import { expectAgreement } from '../support/agrees.ts'
import { carry } from '../support/merge.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { aPledge, anyone, ewa, handClock, openTest, organiser, shippedPack, steward } from '../support/test-station.ts'

const MINUTE = 60_000

function tablet(time = '2023-12-12T09:00:00.000Z') {
  const clock = handClock(time)
  const station = openTest(tempFolder(MEMORY), { now: clock })
  station.loadEvent(shippedPack(), false)
  return { station, clock }
}
const rowsOf = (station: Station): string[] =>
  [...station.journal.records.lines()].filter((line) => !line.startsWith('station '))
const namesOn = (station: Station): string[] =>
  station.signIn.list({ search: '', offset: 0, limit: 50, presence: null }).items.map(({ name }) => name)
const inHall = (station: Station): number => station.signIn.counts().here
const whole = (station: Station) => expect(station.check()).toMatchObject({ sound: true, findings: [] })

/** On the list as Ewa Kaur, and once more as the E. Kaur who came in at the other door. */
function twice() {
  const { station, clock } = tablet()
  const { signIn } = station
  const listed = signIn.add(organiser, { ...ewa, email: 'ewa@elmdon.example' })
  const again = signIn.walkIn(steward, { ...ewa, name: 'E. Kaur', email: '' }, { access: 'Step-free', dietary: '' }).id
  clock.pass(MINUTE)
  const one = (reason = 'She said so') => signIn.onePerson.merge(organiser, listed, again, reason) ?? ''
  return { station, clock, listed, again, one }
}

describe('two entries that an organiser says are one person', () => {
  test('are counted and listed once, with all that was said of either', () => {
    const { station, listed, again, one } = twice()
    expect(namesOn(station)).toHaveLength(2)
    one()
    expect(namesOn(station)).toEqual(['E. Kaur'])
    expect(inHall(station)).toBe(1)
    const leader = station.journal.leaderOf(again)
    expect([listed, again]).toContain(leader)
    for (const id of [listed, again]) {
      expect(station.signIn.delegate(id)).toMatchObject({ id: leader, email: 'ewa@elmdon.example', presence: 'here' })
      expect(station.signIn.needs(id)).toEqual({ access: 'Step-free', dietary: '' })
    }
    whole(station)
  })

  test('are found by either’s badge, and come and go as one', () => {
    const { station, clock, listed, again, one } = twice()
    const codes = [listed, again].map((id) => station.signIn.badge(id))
    one()
    for (const code of codes) expect(station.signIn.scan(steward, code)).toMatchObject({ code: 'already' })
    clock.pass(MINUTE)
    station.signIn.signOut(steward, listed)
    expect(inHall(station)).toBe(0)
    clock.pass(MINUTE)
    expect(station.signIn.scan(steward, codes[1] ?? '')).toMatchObject({ code: 'signed-in' })
    station.signIn.undo(steward, again, 'The wrong one')
    expect(inHall(station)).toBe(0)
    expect(station.signIn.find('kaur')).toHaveLength(1)
    whole(station)
  })

  test('keep the pledges of both, and are ticked in a roll call by either', () => {
    const { station, listed, again, one } = twice()
    const { rollCall } = station.rollCalls.start(steward, 'Sam Vale', null)
    station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate: again, ticked: true, by: 'Sam Vale' })
    station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: listed } })
    station.pledges.make(anyone, { ...aPledge, quantity: 3, by: { kind: 'delegate', delegate: again } })
    one()
    for (const id of [listed, again]) expect(station.pledges.ofDelegate(id)).toHaveLength(2)
    const { items } = station.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null })
    expect(items).toMatchObject([{ id: station.journal.leaderOf(listed), tick: { by: 'Sam Vale' } }])
  })

  test('are two again when that is taken back, as if it had never been said', () => {
    const { station, one } = twice()
    const before = rowsOf(station)
    const merge = one()
    expect(station.signIn.onePerson.mergesOf(station.journal.leaderOf(''))).toEqual([])
    expect(station.signIn.onePerson.part(organiser, merge, 'They are sisters')).toBe(true)
    expect(rowsOf(station)).toEqual(before)
    expect(station.signIn.onePerson.part(organiser, merge, 'Once more')).toBe(false)
    whole(station)
  })

  test('are forgotten as one, and stay so when they are parted afterwards', () => {
    const { station, listed, again, one } = twice()
    const merge = one()
    station.eraseDelegate(organiser, again, 'She asked')
    station.signIn.onePerson.part(organiser, merge, 'They are sisters')
    expect(namesOn(station)).toEqual([])
    expect([listed, again].map((id) => station.signIn.delegate(id))).toEqual([null, null])
    const told = JSON.stringify([...station.journal.facts.told()])
    for (const text of ['Kaur', 'ewa@', 'Step-free']) expect(told).not.toContain(text)
    whole(station)
  })
})

describe('what stays of two who are one', () => {
  const other = { ...ewa, name: 'Eva Kaur-Moor', organisation: 'Elmdon', sector: 'housing', email: 'eva@moor.example' }
  /** As both are listed, before anything else is said. */
  function bothListed() {
    const { station, clock } = tablet()
    const one = station.signIn.add(organiser, ewa)
    clock.pass(MINUTE)
    const two = station.signIn.add(organiser, other)
    clock.pass(MINUTE)
    return { station, clock, one, two }
  }
  const { name, organisation, sector, email } = ewa

  test('is what somebody chose, field by field, on every tablet; and they are as they were once they are two again', () => {
    const { station, clock, one, two } = bothListed()
    const east = tablet('2023-12-12T09:30:00.000Z')
    const before = rowsOf(station)
    const keeps = { name: 'one', email: 'one', organisation: 'other', sector: 'one' } as const
    const merge = station.signIn.onePerson.merge(organiser, one, two, 'She said so', keeps) ?? ''
    carry(station, east.station)
    for (const here of [station, east.station]) {
      expect(here.signIn.delegate(two)).toMatchObject({ name, email, sector, organisation: 'Elmdon' })
      whole(here)
    }
    // What is corrected later counts; what is not stays as it was chosen.
    clock.pass(MINUTE)
    station.signIn.amend(organiser, two, { name: 'Ewa Moor' }, 'She married')
    expect(station.signIn.delegate(one)).toMatchObject({ name: 'Ewa Moor', email })
    clock.pass(MINUTE)
    station.signIn.amend(organiser, one, { name }, 'A mistake')
    station.signIn.amend(organiser, two, { name: other.name }, 'A mistake')
    expect(station.signIn.onePerson.part(organiser, merge, 'They are sisters')).toBe(true)
    const unchanged = (rows: string[]) => rows.map((row) => row.replace(/"changed":"[^"]*"/, ''))
    expect(unchanged(rowsOf(station))).toEqual(unchanged(before))
    whole(station)
  })

  test('goes with whoever is forgotten: nothing of the one stands in what was written about the other', () => {
    const { station, one, two } = bothListed()
    const merge = station.signIn.onePerson.merge(organiser, one, two, 'By mistake', { name: 'other', email: 'other' })
    expect(station.signIn.delegate(one)).toMatchObject({ name: other.name, email: other.email })
    station.signIn.onePerson.part(organiser, merge ?? '', 'They are two')
    station.eraseDelegate(organiser, two, 'She asked')
    expect(station.signIn.delegate(one)).toMatchObject({ name, organisation, sector, email })
    expect(JSON.stringify([...station.journal.facts.told()])).not.toContain('Kaur-Moor')
    whole(station)
  })

  test('may be the detail of one who is several entries already', () => {
    const { station, clock, one, two } = bothListed()
    station.signIn.onePerson.merge(organiser, one, two, 'She said so', { name: 'one' })
    clock.pass(MINUTE)
    const third = station.signIn.add(organiser, { ...ewa, name: 'E. Kaur', email: 'e@kaur.example' })
    clock.pass(MINUTE)
    station.signIn.onePerson.merge(organiser, third, two, 'She said so', { name: 'other', email: 'one' })
    expect(station.signIn.delegate(two)).toMatchObject({ name, email: 'e@kaur.example' })
    expect(namesOn(station)).toEqual([name])
    whole(station)
  })
})

test('a merge that is taken back stands where another tablet had made it, too, not having seen the first', () => {
  const [west, east] = [tablet(), tablet()]
  const [one, other] = ['Ewa Kaur', 'E. Kaur'].map((name) => west.station.signIn.add(organiser, { ...ewa, name }))
  if (one === undefined || other === undefined) throw new Error('Two entries')
  carry(west.station, east.station)
  const merge = west.station.signIn.onePerson.merge(organiser, one, other, 'She said so')
  east.station.signIn.onePerson.merge(organiser, other, one, 'Her friend said so')
  west.station.signIn.onePerson.part(organiser, merge ?? '', 'They are sisters')
  for (const [from, to] of [
    [west, east],
    [east, west],
  ] as const)
    carry(from.station, to.station)
  for (const { station } of [west, east]) {
    expect(namesOn(station)).toHaveLength(1)
    expect(station.signIn.onePerson.mergesOf(one)).toMatchObject([{ id: merge, reason: 'Her friend said so' }])
    whole(station)
  }
  expect(rowsOf(east.station)).toEqual(rowsOf(west.station))
})

/** Two entries at a tablet, and another tablet that holds the same and has not heard what was said since. */
function twoTablets() {
  const [west, east] = [tablet(), tablet('2023-12-12T09:10:00.000Z')]
  const { low, high } = twoEntries(west.station)
  carry(west.station, east.station)
  return { west, east, low, high }
}
/** The first of them leads once they are one. */
function twoEntries(station: Station) {
  const ids = ['Ewa Kaur', 'E. Kaur'].map((name) => station.signIn.add(organiser, { ...ewa, name, email: '' }))
  const [low = '', high = ''] = ids.toSorted()
  return { low, high }
}

describe('what was said of one of two', () => {
  test('leaves what the other needs, where the one is forgotten by a tablet that had not heard of it', () => {
    const { west, east, low, high } = twoTablets()
    west.station.signIn.recordNeeds(steward, low, { access: 'Step-free', dietary: '' })
    west.clock.pass(MINUTE)
    west.station.signIn.recordNeeds(steward, high, { access: 'A chair', dietary: '' })
    carry(west.station, east.station)
    west.station.signIn.onePerson.merge(organiser, low, high, 'She said so')
    east.station.eraseDelegate(organiser, high, 'She asked')
    carry(east.station, west.station)
    expect(west.station.signIn.needs(low)).toEqual({ access: 'Step-free', dietary: '' })
    whole(west.station)
  })

  test('stays theirs when they are parted: a tick that was taken back under the name of both', () => {
    const { west, east, low, high } = twoTablets()
    for (const id of [low, high]) west.station.signIn.signIn(steward, id)
    const { rollCall } = west.station.rollCalls.start(steward, 'Sam Vale', null)
    const tick = (station: Station, delegate: string, ticked: boolean, by: string) =>
      station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate, ticked, by })
    tick(west.station, high, true, 'Sam Vale')
    carry(west.station, east.station)
    tick(east.station, high, false, 'Eve Hill')
    tick(east.station, high, true, 'Eve Hill')
    west.clock.pass(MINUTE)
    const merge = west.station.signIn.onePerson.merge(organiser, low, high, 'She said so') ?? ''
    // Later than what the other tablet, whose clock is ahead, has said of her meanwhile.
    west.clock.pass(30 * MINUTE)
    tick(west.station, low, false, 'Sam Vale')
    west.station.signIn.onePerson.part(organiser, merge, 'They are sisters')
    carry(east.station, west.station)
    const { items } = west.station.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null })
    expect(items.map(({ id, tick: mark }) => [id, mark?.by])).toEqual([
      [low, undefined],
      [high, 'Eve Hill'],
    ])
    whole(west.station)
  })

  test('leaves a draft about the other’s promise, where the one is forgotten elsewhere', () => {
    const { west, east, low, high } = twoTablets()
    const { made } = west.station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: high } })
    west.station.signIn.onePerson.merge(organiser, low, high, 'By mistake')
    west.station.drafts.save(`pledge-amend:${made?.id}`, '{}', 'The door')
    west.station.drafts.save(`delegate-amend:${low}`, '{}', 'The door')
    expect(west.station.drafts.texts()).toHaveLength(2)
    east.station.eraseDelegate(organiser, low, 'She asked')
    carry(east.station, west.station)
    expect(west.station.drafts.texts()).toEqual([expect.stringContaining(`pledge-amend:${made?.id}`)])
  })

  test('does not take the other off the list: an entry that was withdrawn as a double before they were one', () => {
    const { station } = tablet()
    const { low, high } = twoEntries(station)
    const { signIn } = station
    signIn.signIn(steward, low)
    signIn.withdraw(organiser, high, 'Twice on the list')
    const merge = signIn.onePerson.merge(organiser, low, high, 'She said so') ?? ''
    expect(signIn.counts()).toMatchObject({ here: 1, delegates: 1 })
    // As one they go and come back together, and stay so when they are parted.
    signIn.withdraw(organiser, high, 'She is not coming')
    expect(signIn.delegate(low)).toMatchObject({ withdrawn: true })
    signIn.restore(organiser, high, 'She is')
    expect(signIn.delegate(low)).toMatchObject({ withdrawn: false })
    signIn.withdraw(organiser, low, 'She is not, after all')
    signIn.onePerson.part(organiser, merge, 'They are sisters')
    expect([low, high].map((id) => signIn.delegate(id)?.withdrawn)).toEqual([true, true])
    whole(station)
  })

  test('at two doors at once is settled by whoever corrects the one person', () => {
    const { west, east, low, high } = twoTablets()
    west.station.signIn.amend(organiser, high, { organisation: 'Elmdon' }, 'They moved')
    east.station.signIn.amend(organiser, high, { organisation: 'Meriden' }, 'They moved')
    carry(east.station, west.station)
    west.station.signIn.onePerson.merge(organiser, low, high, 'She said so')
    const conflicts = () => rowsOf(west.station).filter((line) => line.includes('"conflict":1'))
    expect(conflicts()).toHaveLength(1)
    west.station.signIn.amend(organiser, low, { organisation: 'Solihull' }, 'She says so')
    expect(conflicts()).toEqual([])
    whole(west.station)
  })

  test('as a walk-in counts no more once they are one with somebody on the list', () => {
    const { station, clock } = tablet()
    const { id } = station.signIn.walkIn(steward, { ...ewa, email: '' }, { access: '', dietary: '' })
    clock.pass(MINUTE)
    const listed = station.signIn.add(organiser, { ...ewa, email: '' })
    station.signIn.onePerson.merge(organiser, id, listed, 'She said so')
    station.signIn.undo(steward, listed, 'The wrong one')
    const { here, expected, walkIns } = station.signIn.counts()
    expect([here, expected, walkIns]).toEqual([0, 1, 0])
    expect(station.attendance.numbers().totals).toMatchObject({ here, absent: expected, invited: 1 })
  })
})

describe('whoever is asked for under the id that does not lead', () => {
  const nine = { in: '2023-12-12T09:05:00.000Z', out: null }

  test('has a line of paper entered, and taken back from the entry that it was written for', () => {
    const { station, clock } = tablet()
    const { low, high } = twoEntries(station)
    clock.pass(60 * MINUTE)
    station.paper.enter(steward, { ...nine, delegate: high, instead: null })
    const merge = station.signIn.onePerson.merge(organiser, low, high, 'She said so') ?? ''
    const instead = station.paper.entered({ offset: 0, limit: 5 }).items[0]?.entered ?? ''
    const corrected = { in: '2023-12-12T09:15:00.000Z', out: null }
    expect(station.paper.enter(steward, { ...corrected, delegate: high, instead })).toMatchObject({ code: 'entered' })
    const entered = station.paper.entered({ offset: 0, limit: 5 }).items[0]?.entered ?? ''
    expect(station.paper.undo(steward, { delegate: high, entered })).toMatchObject({ code: 'undone' })
    station.signIn.signIn(steward, low)
    station.signIn.undo(steward, high, 'The wrong one')
    station.signIn.onePerson.part(organiser, merge, 'They are sisters')
    expect(inHall(station)).toBe(0)
    whole(station)
  })

  test('leaves who is listed on the list when a blank line that is one with them is taken back', () => {
    const { station, clock } = tablet()
    clock.pass(60 * MINUTE)
    const answer = station.paper.walkIn(steward, { name: 'Ewa Kaur', organisation: 'Elmdon', ...nine })
    if (answer.code !== 'entered') throw new Error('A blank line')
    expect(answer.entry).toMatchObject({ added: true })
    clock.pass(MINUTE)
    // She came in at the desk, too; that was taken back.
    const { id } = station.signIn.walkIn(steward, { ...ewa, email: '' }, { access: '', dietary: '' })
    station.signIn.undo(steward, id, 'The wrong one')
    const merge = station.signIn.onePerson.merge(organiser, id, answer.entry.delegate, 'She said so') ?? ''
    const [entry] = station.paper.entered({ offset: 0, limit: 5 }).items
    expect(entry).toMatchObject({ added: false })
    station.paper.undo(steward, { delegate: id, entered: entry?.entered ?? '' })
    expect(station.signIn.delegate(id)).toMatchObject({ withdrawn: false })
    station.signIn.onePerson.part(organiser, merge, 'They are sisters')
    expect(station.signIn.counts()).toMatchObject({ delegates: 2, here: 0 })
  })

  test('is answered again about a pledge whose answer was lost', () => {
    const { station } = tablet()
    const { low, high } = twoEntries(station)
    const asked = { ...aPledge, id: randomUUID(), by: { kind: 'delegate' as const, delegate: high } }
    expect(station.pledges.make(anyone, asked)).toMatchObject({ again: false })
    station.signIn.onePerson.merge(organiser, low, high, 'She said so')
    expect(station.pledges.make(anyone, asked)).toMatchObject({ again: true })
    expect(station.pledges.make(anyone, { ...asked, wording: 'Another' })).toEqual({ refused: 'taken' })
  })

  test('has one history with the other, with what was said of the two of them', () => {
    const { station, clock } = tablet()
    const { low, high } = twoEntries(station)
    const names = [low, high].map((id) => station.signIn.delegate(id)?.name)
    station.signIn.amend(organiser, high, { organisation: 'Meriden' }, 'They moved')
    clock.pass(MINUTE)
    const merge = station.signIn.onePerson.merge(organiser, low, high, 'She said so') ?? ''
    clock.pass(MINUTE)
    station.signIn.signIn(steward, low)
    const told = (id: string) => station.plan.history(id).map(({ what }) => what)
    const asOne = ['Added to the list', 'Added to the list', 'Details changed', 'Said to be one person with ?']
    const expected = (name: string | undefined) => [...asOne, 'Signed in'].map((what) => what.replace('?', name ?? ''))
    expect(told(low)).toEqual(expected(names[1]))
    expect(told(high)).toEqual(expected(names[0]))
    station.signIn.onePerson.part(organiser, merge, 'They are sisters')
    expect(told(high)).toEqual([
      'Added to the list',
      'Details changed',
      `Said to be one person with ${names[0]}`,
      'Said to be two after all',
    ])
    expect(station.plan.history(high).at(-1)?.details).toEqual([{ name: 'Reason', value: 'They are sisters' }])
    // Of whoever is forgotten since nobody is told what they were called.
    station.eraseDelegate(organiser, low, 'She asked')
    expect(told(high)).toContain('Said to be one person with another entry of the list (contents removed)')
  })

  test('has one badge with the other, in the order they are asked for', () => {
    const { station } = tablet()
    const { low, high } = twoEntries(station)
    const third = station.signIn.add(organiser, { ...ewa, name: 'Ben Moor', email: '' })
    station.signIn.onePerson.merge(organiser, low, high, 'She said so')
    expect(station.badges.contents([high, third, low]).map(({ id }) => id)).toEqual([low, third])
  })
})

/** What happens at three tablets in an afternoon, to four entries. */
const STEPS = ['merge', 'part', 'in', 'out', 'undo', 'needs', 'amend', 'erase', 'carry'] as const
const afternoon = fc.array(
  fc.record({ what: fc.constantFrom(...STEPS), at: fc.nat(2), one: fc.nat(3), other: fc.nat(3) }),
  { minLength: 6, maxLength: 24 },
)

test('whoever is one with whom, three tablets that have met say the same of everybody, and what their facts add up to', () => {
  fc.assert(
    fc.property(afternoon, (steps) => {
      const hall = [tablet(), tablet('2023-12-12T08:50:00.000Z'), tablet('2023-12-12T09:20:00.000Z')]
      const [first] = hall
      if (first === undefined) throw new Error('Three tablets')
      const people = ['Ada', 'Ben', 'Cai', 'Dee'].map((name) => first.station.signIn.add(organiser, { ...ewa, name }))
      for (const { station } of hall) carry(first.station, station)
      for (const { what, at, one, other } of steps) {
        const { station, clock } = hall[at] ?? first
        const [person = '', second = ''] = [people[one], people[other]]
        clock.pass(MINUTE)
        if (what === 'carry') {
          carry(station, (hall[one % 3] ?? first).station)
          continue
        }
        if (station.signIn.delegate(person) === null) continue
        const { signIn } = station
        if (what === 'merge')
          signIn.onePerson.merge(organiser, person, second, 'They said so', other % 2 === 0 ? {} : { name: 'other' })
        if (what === 'part')
          signIn.onePerson.part(organiser, signIn.onePerson.mergesOf(person)[0]?.id ?? '', 'Two after all')
        if (what === 'in') signIn.signIn(steward, person)
        if (what === 'out') signIn.signOut(steward, person)
        if (what === 'undo') signIn.undo(steward, person, 'The wrong one')
        if (what === 'needs') signIn.recordNeeds(steward, person, { access: `Step-free ${one}`, dietary: '' })
        if (what === 'amend') signIn.amend(steward, person, { organisation: `Elmdon ${other}` }, 'They moved')
        if (what === 'erase' && other === 0) station.eraseDelegate(organiser, person, 'They asked')
      }
      for (const from of hall) for (const to of hall) if (from !== to) carry(from.station, to.station)
      for (const from of hall) for (const to of hall) if (from !== to) carry(from.station, to.station)
      const all = hall.map(({ station }) => rowsOf(station))
      for (const rows of all) expect(rows).toEqual(all[0])
      for (const { station } of hall) {
        whole(station)
        expectAgreement(station)
        // Counted afresh: nobody is listed who leads nobody, and each of those who are one is listed once.
        const known = people.filter((id) => station.signIn.delegate(id) !== null)
        expect(namesOn(station)).toHaveLength(new Set(known.map(station.journal.leaderOf)).size)
        station.close()
      }
    }),
    { numRuns: runs(10) },
  )
})

test('what another program says of two entries is known here at once, also where nothing was written since', () => {
  const folder = tempFolder()
  const here = openTest(folder, { now: handClock() })
  here.loadEvent(shippedPack(), false)
  const [one = '', other = ''] = ['Ewa Kaur', 'E. Kaur'].map((name) => here.signIn.add(organiser, { ...ewa, name }))
  const terminal = openTest(folder, { now: handClock() })
  expect(here.signIn.delegate(other)?.id).toBe(other)
  terminal.signIn.onePerson.merge(organiser, one, other, 'She said so')
  expect(here.signIn.delegate(other)?.id).toBe(here.signIn.delegate(one)?.id)
  expect(here.signIn.find('kaur')).toHaveLength(1)
})
