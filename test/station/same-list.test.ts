/** Tablets that read the same list, each by itself, and meet: everybody is one person, whom every badge that was printed finds. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { fc, runs } from '../support/chance.ts'
import { carried, carry, factsOf, takeIn } from '../support/merge.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { handClock, openTest, organiser, shippedPack, steward } from '../support/test-station.ts'

const MINUTE = 60_000
const HEADINGS = 'Name,Organisation,Job title,Dietary needs,Barcode #'
const LIST = [HEADINGS, 'Ewa Kaur,Elmdon House,Clerk,Halal,T1', 'Kwame Bell,Meriden Motors,,,', 'Jo Pike,,,,'].join(
  '\n',
)

type Tablet = { station: Station; clock: ReturnType<typeof handClock> }

function tablet(minutesLater = 0): Tablet {
  const clock = handClock()
  clock.pass(minutesLater * MINUTE)
  const station = openTest(tempFolder(MEMORY), { now: clock })
  station.loadEvent(shippedPack(), false)
  return { station, clock }
}
const read = ({ station }: Tablet, list = LIST) => {
  const answer = station.signIn.importer.run(organiser, 'delegates.csv', Buffer.from(list), {})
  if (answer.code !== 'imported') throw new Error(answer.sentence)
  return answer
}
function takeBack({ station }: Tablet): void {
  const standing = station.signIn.importUndo.imports().find(({ undone }) => undone === null)
  const before = standing === undefined ? null : station.signIn.importUndo.before(standing.id)
  if (standing === undefined || before === null) throw new Error('There is no list to take back')
  station.signIn.importUndo.undo(organiser, { id: standing.id, reason: 'The wrong list', seen: before.seen })
}
const listOf = ({ station }: Tablet) => station.signIn.list({ search: '', offset: 0, limit: 200, presence: null }).items
const names = (at: Tablet) => listOf(at).map(({ name }) => name)
const idOf = (at: Tablet, name: string): string => {
  const found = listOf(at).find((one) => one.name === name)
  if (found === undefined) throw new Error(`${name} is not on the list`)
  return found.id
}
const codeOf = (at: Tablet, name: string): string => at.station.signIn.badge(idOf(at, name))
const recordsOf = ({ station }: Tablet): string[] => [...station.journal.records.lines()]
/** Whom a code finds: at the desk, and where people sign in by themselves. */
const foundBy = ({ station }: Tablet, code: string): (string | null)[] => {
  const [desk, alone] = [station.signIn.readScan(code), station.selfService.scan({ text: code, capsLock: false })]
  return ['row' in desk ? desk.row.name : null, alone.code === 'found' ? alone.person.name : null]
}
function meet(...both: [Tablet, Tablet]): void {
  const [one, other] = both
  carry(one.station, other.station)
  carry(other.station, one.station)
}
const areSound = (...all: Tablet[]) => {
  for (const { station } of all) expect(station.check()).toMatchObject({ sound: true, findings: [] })
}
const PRINTING = { layout: 'a6', why: 'all', job: '0190a000-0000-4000-8000-00000000000b' } as const
const unprinted = ({ station }: Tablet) =>
  station.badges.people({ who: 'never-printed', sector: null, table: null, order: 'name', offset: 0, limit: 0 }).total

describe('both doors import the list in the morning', () => {
  test.each([
    { first: 'west', hears: 'the east door hears of the west door first' },
    { first: 'east', hears: 'the west door hears of the east door first' },
  ])('in the evening everybody is there once, with two badge codes: $hears', ({ first }) => {
    const [west, east] = [tablet(), tablet(10)]
    for (const door of [west, east]) read(door)
    const codes = { west: codeOf(west, 'Ewa Kaur'), east: codeOf(east, 'Ewa Kaur') }
    expect(codes.west).not.toBe(codes.east)
    west.station.signIn.scan(steward, codes.west)
    east.station.signIn.signIn(steward, idOf(east, 'Kwame Bell'))
    if (first === 'west') meet(west, east)
    else meet(east, west)
    for (const door of [west, east]) {
      expect(names(door)).toEqual(['Ewa Kaur', 'Jo Pike', 'Kwame Bell'])
      expect(door.station.signIn.counts()).toMatchObject({ delegates: 3, here: 2, left: 0, expected: 1, walkIns: 0 })
      expect(door.station.signIn.needs(idOf(door, 'Ewa Kaur'))).toEqual({ access: '', dietary: 'Halal' })
      for (const code of [codes.west, codes.east, codes.east.toLowerCase().replaceAll('-', '')])
        expect(foundBy(door, code)).toEqual(['Ewa Kaur', 'Ewa Kaur'])
      expect(door.station.signIn.scan(steward, codes.east)).toMatchObject({ code: 'already' })
      // The one that was given first is the one that is printed, everywhere.
      expect(codeOf(door, 'Ewa Kaur')).toBe(codes.west)
      expect(listOf(door).map(({ id }) => door.station.journal.facts.about(id).length)).toEqual([5, 2, 3])
      // The list that both have brings nobody new, and nothing is written.
      const facts = factsOf(door.station).length
      expect(read(door)).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
      expect(factsOf(door.station)).toHaveLength(facts)
    }
    expect(recordsOf(east)).toEqual(recordsOf(west))
    areSound(west, east)
  })

  test('whoever signs in at both doors before they meet came once, and a third door has a third code for them', () => {
    const [west, east, north] = [tablet(), tablet(10), tablet(20)]
    const doors = [west, east, north]
    for (const door of doors) {
      read(door)
      door.station.signIn.signIn(steward, idOf(door, 'Ewa Kaur'))
    }
    const codes = doors.map((door) => codeOf(door, 'Ewa Kaur'))
    meet(north, east)
    meet(east, west)
    meet(west, north)
    for (const door of doors) {
      expect(door.station.signIn.counts()).toMatchObject({ delegates: 3, here: 1, expected: 2 })
      for (const code of codes) expect(foundBy(door, code)).toEqual(['Ewa Kaur', 'Ewa Kaur'])
      expect(recordsOf(door)).toEqual(recordsOf(west))
    }
    // Three lists that say the same are no conflict.
    expect(recordsOf(west).filter((line) => line.includes('"conflict":1'))).toEqual([])
    areSound(...doors)
  })

  test('what was corrected at one door stands, though the other read the list later and had not heard of it', () => {
    const [west, east] = [tablet(), tablet(60)]
    read(west)
    west.clock.pass(10 * MINUTE)
    const id = idOf(west, 'Ewa Kaur')
    west.station.signIn.amend(steward, id, { organisation: 'Elmdon Trust' }, 'Imported again')
    west.station.signIn.withdraw(organiser, idOf(west, 'Jo Pike'), 'Cannot come')
    west.station.signIn.recordNeeds(steward, id, { access: 'Ramp', dietary: 'No nuts' })
    read(east)
    meet(west, east)
    for (const door of [west, east]) {
      expect(door.station.signIn.delegate(id)).toMatchObject({ organisation: 'Elmdon Trust', role: 'Clerk' })
      expect(door.station.signIn.delegate(idOf(door, 'Jo Pike'))?.withdrawn).toBe(true)
      expect(door.station.signIn.needs(id)).toEqual({ access: 'Ramp', dietary: 'No nuts' })
      expect(read(door)).toMatchObject({ added: 0, updated: 0, duplicates: 0 })
    }
    expect(recordsOf(east)).toEqual(recordsOf(west))
  })

  test('a list read otherwise at the second door counts as one more list: what it says is taken, what it leaves empty stays', () => {
    const [west, east] = [tablet(), tablet(10)]
    read(west)
    const without = { mapping: { role: null }, fixes: { cells: [], everywhere: [], without: [], withoutMarked: [] } }
    const cells = [{ row: 3, heading: 'Organisation', value: 'Meriden Works' }]
    east.station.signIn.importer.run(organiser, 'delegates.csv', Buffer.from(LIST), {
      ...without,
      fixes: { ...without.fixes, cells },
    })
    meet(west, east)
    for (const door of [west, east]) {
      expect(door.station.signIn.delegate(idOf(door, 'Ewa Kaur'))?.role).toBe('Clerk')
      expect(door.station.signIn.delegate(idOf(door, 'Kwame Bell'))?.organisation).toBe('Meriden Works')
    }
    expect(recordsOf(east)).toEqual(recordsOf(west))
  })

  test('a third tablet hears of both, of which one has taken the list back: everybody is there once, by the code that is left', () => {
    for (const order of ['west first', 'east first'] as const) {
      const [west, east, third] = [tablet(), tablet(10), tablet(20)]
      for (const door of [west, east]) read(door)
      const [gone, left] = [codeOf(west, 'Ewa Kaur'), codeOf(east, 'Ewa Kaur')]
      takeBack(west)
      expect(names(west)).toEqual([])
      east.station.signIn.scan(steward, left)
      for (const door of order === 'west first' ? [west, east] : [east, west]) carry(door.station, third.station)
      meet(third, west)
      meet(third, east)
      for (const door of [third, west, east]) {
        expect(names(door)).toEqual(['Ewa Kaur', 'Jo Pike', 'Kwame Bell'])
        expect(door.station.signIn.counts()).toMatchObject({ delegates: 3, here: 1, expected: 2 })
        expect(codeOf(door, 'Ewa Kaur')).toBe(left)
        expect(foundBy(door, left)).toEqual(['Ewa Kaur', 'Ewa Kaur'])
        expect(foundBy(door, gone)).toEqual([null, null])
        expect(recordsOf(door)).toEqual(recordsOf(third))
      }
      areSound(third, west, east)
    }
  })

  test('taken back where both are known, it takes nobody: the other door’s list still says that they come', () => {
    const [west, east] = [tablet(), tablet(10)]
    for (const door of [west, east]) read(door)
    const code = codeOf(west, 'Ewa Kaur')
    meet(west, east)
    takeBack(west)
    expect(names(west)).toHaveLength(3)
    expect(foundBy(west, code)).toEqual(['Ewa Kaur', 'Ewa Kaur'])
    takeBack(west)
    meet(west, east)
    for (const door of [west, east]) expect(names(door)).toEqual([])
    areSound(west, east)
  })
})

test('A tablet that has heard what was said of people, and not yet of the list that brought them, reads the list: all of it counts', () => {
  const [west, east, north] = [tablet(), tablet(10), tablet(20)]
  read(east)
  const id = idOf(east, 'Ewa Kaur')
  carry(east.station, north.station)
  north.station.signIn.amend(steward, id, { role: 'Youth worker' }, 'She told us')
  north.station.signIn.signIn(steward, id)
  // Only what the north door wrote itself comes by this stick.
  takeIn(
    west.station,
    carried(north.station).filter(({ chain }) => chain.station === north.station.id),
  )
  expect(names(west)).toEqual([])
  expect(read(west)).toMatchObject({ added: 3 })
  expect(west.station.signIn.delegate(id)).toMatchObject({ name: 'Ewa Kaur', role: 'Youth worker', presence: 'here' })
  areSound(west)
  meet(west, north)
  meet(west, east)
  expect(recordsOf(east)).toEqual(recordsOf(west))
  expect(names(west)).toEqual(['Ewa Kaur', 'Jo Pike', 'Kwame Bell'])
})

describe('the same list once more, on one tablet', () => {
  test('after it was taken back: everybody is there under the id they had, on the list again, and their new badge is not printed yet', () => {
    const west = tablet()
    read(west)
    const ids = listOf(west).map(({ id }) => id)
    const old = codeOf(west, 'Ewa Kaur')
    west.station.badges.printed(steward, ids, PRINTING)
    west.station.signIn.withdraw(organiser, idOf(west, 'Jo Pike'), 'Not ours')
    expect(unprinted(west)).toBe(0)
    takeBack(west)
    expect(names(west)).toEqual([])
    expect(read(west)).toMatchObject({ added: 3, updated: 0 })
    expect(listOf(west).map(({ id, withdrawn }) => ({ id, withdrawn }))).toEqual(
      ids.map((id) => ({ id, withdrawn: false })),
    )
    expect(codeOf(west, 'Ewa Kaur')).not.toBe(old)
    expect(foundBy(west, old)).toEqual([null, null])
    expect(unprinted(west)).toBe(3)
    const records = recordsOf(west)
    west.station.journal.records.refoldAll()
    expect(recordsOf(west)).toEqual(records)
    areSound(west)
    // A tablet that read it as well, and printed its badges, has them printed once they meet.
    const east = tablet(90)
    read(east)
    east.station.badges.printed(steward, ids, { ...PRINTING, job: '0190a000-0000-4000-8000-00000000000c' })
    meet(east, west)
    expect([unprinted(west), unprinted(east)]).toEqual([0, 0])
    expect(recordsOf(east)).toEqual(recordsOf(west))
  })

  test('after somebody on it was forgotten: they come as somebody new, and whoever reads it elsewhere brings nobody back', () => {
    const [west, east] = [tablet(), tablet(30)]
    read(west)
    const id = idOf(west, 'Ewa Kaur')
    const code = codeOf(west, 'Ewa Kaur')
    west.station.eraseDelegate(organiser, id, 'She asked')
    // The east door reads the list later, has not heard of it, and lets her in.
    read(east)
    expect(idOf(east, 'Ewa Kaur')).toBe(id)
    const other = codeOf(east, 'Ewa Kaur')
    east.station.signIn.scan(steward, other)
    east.station.badges.printed(steward, [id], PRINTING)
    meet(west, east)
    for (const door of [west, east]) {
      expect(names(door)).toEqual(['Jo Pike', 'Kwame Bell'])
      expect(door.station.signIn.counts()).toMatchObject({ delegates: 2, here: 0, expected: 2 })
      for (const one of [code, other]) {
        expect(foundBy(door, one)).toEqual([null, null])
        expect(JSON.stringify(factsOf(door.station))).not.toContain(one)
        expect(recordsOf(door).filter((line) => line.includes(one) || line.includes(id))).toEqual([])
      }
      expect(door.station.check()).toMatchObject({ sound: true })
    }
    expect(read(east)).toMatchObject({ added: 1, unchanged: 2 })
    expect(idOf(east, 'Ewa Kaur')).not.toBe(id)
    meet(east, west)
    expect(names(west)).toEqual(['Ewa Kaur', 'Jo Pike', 'Kwame Bell'])
    expect(recordsOf(east)).toEqual(recordsOf(west))
  })

  test('on data from before the list, in a folder that remembers whom it forgot: she comes as somebody new, and stays', () => {
    const first = tablet()
    read(first)
    const id = idOf(first, 'Ewa Kaur')
    const folder = tempFolder(MEMORY)
    const older = openTest(folder, { now: first.clock })
    older.loadEvent(shippedPack(), false)
    // As it is where a backup was put back: the data knows nothing of her, the file beside it does.
    writeFileSync(join(folder, 'station.erased'), `\n${id}\n`)
    const west = { station: older, clock: first.clock }
    read(west)
    expect(idOf(west, 'Ewa Kaur')).not.toBe(id)
    older.close()
    const again = { ...west, station: openTest(folder, { now: first.clock }) }
    expect(names(again)).toEqual(['Ewa Kaur', 'Jo Pike', 'Kwame Bell'])
  })

  test('somebody who is called so differently by now that nothing tells it is them is not written over', () => {
    const west = tablet()
    read(west)
    const id = idOf(west, 'Jo Pike')
    west.station.signIn.amend(
      steward,
      id,
      { name: 'Marjorie Thistlewood', organisation: 'Arden Bakers' },
      'She told us',
    )
    read(west)
    expect(west.station.signIn.delegate(id)).toMatchObject({ name: 'Marjorie Thistlewood' })
    expect(names(west)).toEqual(['Ewa Kaur', 'Jo Pike', 'Kwame Bell', 'Marjorie Thistlewood'])
  })
})

describe('whatever is done with the lists', () => {
  const LISTS = [LIST, [HEADINGS, 'Ann Able,Arden Bakers,,,', 'Bea Cole,,Driver,Vegan,B2'].join('\n')]
  const NAMES = ['Ewa Kaur', 'Kwame Bell', 'Jo Pike', 'Ann Able', 'Bea Cole']
  const happening = fc.record({
    at: fc.nat(2),
    what: fc.constantFrom('read', 'read', 'take back', 'sign in', 'scan', 'correct', 'withdraw', 'needs', 'hear'),
    n: fc.nat(20),
  })

  function tell(tablets: readonly Tablet[], { at, what, n }: { at: number; what: string; n: number }): void {
    const here = tablets[at % tablets.length]
    if (here === undefined) return
    const { station, clock } = here
    clock.pass(MINUTE)
    const whom = listOf(here).find(({ name }) => name === NAMES[n % NAMES.length])
    if (what === 'read') read(here, LISTS[n % LISTS.length])
    else if (what === 'hear') {
      const from = tablets[n % tablets.length]
      if (from !== undefined && from !== here) carry(from.station, station)
    } else if (what === 'take back') {
      if (station.signIn.importUndo.imports().some(({ undone }) => undone === null)) takeBack(here)
    } else if (whom === undefined) return
    else if (what === 'sign in') station.signIn.signIn(steward, whom.id)
    else if (what === 'scan') station.signIn.scan(steward, station.signIn.badge(whom.id))
    else if (what === 'correct') station.signIn.amend(steward, whom.id, { role: `Role ${n}` }, 'Imported again')
    else if (what === 'withdraw') station.signIn.withdraw(organiser, whom.id, 'Cannot come')
    else station.signIn.recordNeeds(steward, whom.id, { access: n % 2 === 0 ? 'Ramp' : '', dietary: '' })
  }

  test('by three tablets that meet in any order: all show the same, nobody twice, and each code that stands finds its person', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 3, maxLength: 16 }), (story) => {
        const tablets = [tablet(), tablet(1), tablet(2)]
        for (const one of story) tell(tablets, one)
        const [first, second, third] = tablets
        if (first === undefined || second === undefined || third === undefined) throw new Error('There are three')
        meet(first, second)
        meet(second, third)
        meet(third, first)
        for (const door of tablets) {
          expect(recordsOf(door)).toEqual(recordsOf(first))
          expect(new Set(names(door)).size).toBe(names(door).length)
          door.station.journal.records.refoldAll()
          expect(recordsOf(door)).toEqual(recordsOf(first))
          for (const { id, name } of listOf(door)) {
            const given = door.station.journal.facts.about(id).flatMap(({ body }) => body['badge'] ?? [])
            const standing = given.filter((code) => typeof code === 'string' && code !== '').map(String)
            expect(standing).not.toEqual([])
            for (const code of standing) {
              expect(foundBy(door, code)[0]).toBe(name)
            }
          }
        }
        areSound(...tablets)
        for (const { station } of tablets) station.close()
      }),
      { numRuns: runs(15) },
    )
  })
})
