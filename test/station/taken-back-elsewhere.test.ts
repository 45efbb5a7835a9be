/** A list is taken back at one door while people of it come in at another: whoever came stays, on every tablet. */
import { describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { carried, carry, factsOf, takeIn } from '../support/merge.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { handClock, openTest, organiser, shippedPack, steward } from '../support/test-station.ts'

const LIST = [
  'Name,Organisation,Job title,Dietary needs,Barcode #',
  'Ewa Kaur,Elmdon House,Clerk,Halal,T1',
  'Kwame Bell,Meriden Motors,Fitter,,T2',
  'Jo Pike,Elsewhere,,,T3',
].join('\n')
const UNNAMED = 'Somebody whose list was taken back'

function tablet(minutesLater: number): Station {
  const clock = handClock()
  clock.pass(minutesLater * 60_000)
  const station = openTest(tempFolder(MEMORY), { now: clock })
  station.loadEvent(shippedPack(), false)
  return station
}
const read = (station: Station) => {
  const answer = station.signIn.importer.run(organiser, 'delegates.csv', Buffer.from(LIST), {})
  if (answer.code !== 'imported') throw new Error(answer.sentence)
  return answer
}
function takeBack(station: Station): void {
  const { importUndo } = station.signIn
  const id = importUndo.imports()[0]?.id ?? ''
  importUndo.undo(organiser, { id, reason: 'The wrong list', seen: importUndo.before(id)?.seen ?? '' })
}
const listed = (station: Station) => station.signIn.list({ search: '', offset: 0, limit: 200, presence: null }).items
const idOf = (station: Station, name: string) => {
  const found = listed(station).find((one) => one.name === name)
  if (found === undefined) throw new Error(`${name} is not on the list`)
  return found.id
}
function meet(one: Station, other: Station): void {
  carry(one, other)
  carry(other, one)
}
const recordsOf = (station: Station) => [...station.journal.records.lines()]

/** The west door read the list; the east door has it from there, lets Ewa in, and corrects where Kwame sits. Then west takes it back. */
function hall() {
  const [west, east] = [tablet(0), tablet(10)]
  read(west)
  carry(west, east)
  const [ewa, kwame] = [idOf(east, 'Ewa Kaur'), idOf(east, 'Kwame Bell')]
  east.signIn.signIn(steward, ewa)
  east.signIn.amend(steward, kwame, { table: 'Table 4' }, 'They sit there')
  takeBack(west)
  expect(listed(west)).toEqual([])
  return { west, east, ewa, kwame }
}

describe.each(['the west door hears of the east door first', 'the east door hears of the west door first'])(
  '%s',
  (first) => {
    const met = () => {
      const all = hall()
      if (first.startsWith('the west')) meet(all.east, all.west)
      else meet(all.west, all.east)
      return all
    }

    test('whoever came is on the list and in the building, without what the list said of them', () => {
      const { west, east, ewa, kwame } = met()
      for (const door of [west, east]) {
        expect(
          listed(door)
            .map(({ id, name }) => ({ id, name }))
            .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        ).toEqual([ewa, kwame].toSorted().map((id) => ({ id, name: UNNAMED })))
        expect(door.signIn.delegate(ewa)).toMatchObject({ presence: 'here', organisation: '', role: '' })
        expect(door.signIn.delegate(kwame)).toMatchObject({ presence: 'expected', table: 'Table 4' })
        expect(door.signIn.counts()).toMatchObject({ delegates: 2, here: 1, expected: 1 })
        expect(door.signIn.needs(ewa)).toEqual({ access: '', dietary: '' })
        expect(JSON.stringify(factsOf(door))).not.toMatch(/Ewa|Kwame|Jo Pike|Elmdon|Meriden|Halal/)
        expect(door.check()).toMatchObject({ sound: true, findings: [] })
      }
      expect(recordsOf(east)).toEqual(recordsOf(west))
      const records = recordsOf(west)
      west.journal.records.refoldAll()
      expect(recordsOf(west)).toEqual(records)
    })

    test('a roll call looks for them', () => {
      const { west, ewa } = met()
      const { rollCall } = west.rollCalls.start(steward, 'Sam Vale', null)
      const { items } = west.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null })
      expect(items).toMatchObject([{ id: ewa, name: UNNAMED }])
    })

    test('whoever asks them writes down who they are, and that stands', () => {
      const { west, east, ewa } = met()
      west.signIn.amend(steward, ewa, { name: 'Ewa Kaur' }, 'She told us')
      expect(west.signIn.signOut(steward, ewa)).toMatchObject({ code: 'signed-out', delegate: { name: 'Ewa Kaur' } })
      carry(west, east)
      expect(recordsOf(east)).toEqual(recordsOf(west))
      expect(east.signIn.find('Ewa Kaur')).toHaveLength(1)
    })

    test('the list that is read in after all says who they are, and everybody is there once', () => {
      const { west, east, ewa } = met()
      expect(read(east)).toMatchObject({ added: 3 })
      carry(east, west)
      for (const door of [west, east]) {
        expect(listed(door).map(({ name }) => name)).toEqual(['Ewa Kaur', 'Jo Pike', 'Kwame Bell'])
        expect(door.signIn.delegate(ewa)).toMatchObject({ name: 'Ewa Kaur', presence: 'here' })
        expect(door.signIn.scan(steward, door.signIn.badge(ewa))).toMatchObject({ code: 'already' })
        expect(door.check()).toMatchObject({ sound: true, findings: [] })
      }
      expect(recordsOf(east)).toEqual(recordsOf(west))
    })

    test('who asks to be forgotten goes all the same', () => {
      const { west, east, ewa, kwame } = met()
      west.eraseDelegate(organiser, ewa, 'She asked')
      carry(west, east)
      for (const door of [west, east]) expect(listed(door).map(({ id }) => id)).toEqual([kwame])
      expect(recordsOf(east)).toEqual(recordsOf(west))
    })
  },
)

test('a third tablet that hears first that she came, and of the list and that it was taken back only then, says the same', () => {
  const { west, east, ewa } = hall()
  const third = tablet(30)
  // Only what the east door wrote itself comes by this stick.
  takeIn(
    third,
    carried(east).filter(({ chain }) => chain.station === east.id),
  )
  expect(listed(third)).toEqual([])
  carry(west, third)
  expect(third.signIn.delegate(ewa)).toMatchObject({ name: UNNAMED, presence: 'here' })
  meet(west, east)
  meet(west, third)
  expect(recordsOf(third)).toEqual(recordsOf(west))
})

test('the sign-in that comes last of all brings them back on the list', () => {
  const { west, east, ewa } = hall()
  const third = tablet(30)
  carry(west, third)
  expect(listed(third)).toEqual([])
  carry(east, third)
  expect(third.signIn.delegate(ewa)).toMatchObject({ name: UNNAMED, presence: 'here' })
})
