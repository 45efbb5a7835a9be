import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  ewa,
  handClock,
  openTest,
  organiser,
  readyStation,
  shippedPack,
  steward,
} from '../../../../test/support/test-station.ts'
import { type Carried, carried, carry, takeIn } from '../../../../test/support/merge.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import type { Station } from '../../app/station.ts'
import { attendanceUndone, changesIn, lastSteps, signedIn, signedOut, stepsIn } from '../facts.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

const at = (time: string) => `2023-12-12T${time}:00.000Z`

const writeIn = (station: Station, id: string, time: string) =>
  station.journal.commit(steward, (write) => void write.about(signedIn, id, { how: 'paper', at: at(time) }))
const writeOut = (station: Station, id: string, time: string) =>
  station.journal.commit(steward, (write) => void write.about(signedOut, id, { at: at(time) }))
const takeBack = (station: Station, id: string) =>
  station.journal.commit(steward, (write) => {
    const takesBack = lastSteps(stepsIn(keptOf(station, id).trail))
    write.about(attendanceUndone, id, { reason: 'Wrong line', takesBack })
  })

const keptShape = z.object({
  presence: z.string(),
  since: z.string(),
  firstIn: z.string(),
  firstHow: z.string(),
  trail: z.string(),
})
type Kept = z.infer<typeof keptShape>

function keptOf(station: Station, id: string): Kept {
  const line = [...station.journal.records.lines()].find((row) => row.startsWith('attendance ') && row.includes(id))
  return line === undefined
    ? { presence: 'expected', since: '', firstIn: '', firstHow: '', trail: '[]' }
    : keptShape.parse(JSON.parse(line.slice('attendance '.length)))
}

const allOf = (...stations: Station[]): Carried => carried(...stations)

/** The same facts as another tablet would hold them, however they reached it. */
function elsewhere(id: string, chains: Carried): Kept {
  const other = openTest(tempFolder(), { now: handClock() })
  takeIn(other, chains, 3)
  const kept = keptOf(other, id)
  other.journal.records.refoldAll()
  expect(keptOf(other, id)).toEqual(kept)
  other.close()
  return kept
}

describe('what was written on paper takes its place among what the tablets know', () => {
  test('before: they signed the sheet at 09:05, and a tablet again at 10:02', async () => {
    const clock = handClock(at('10:02'))
    const station = await readyStation({ now: clock })
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    clock.set(at('11:00'))
    writeIn(station, id, '09:05')
    expect(keptOf(station, id)).toMatchObject({
      presence: 'here',
      since: at('09:05'),
      firstIn: at('09:05'),
      firstHow: 'paper',
    })
    expect(station.signIn.counts()).toMatchObject({ here: 1, expected: 0 })
  })

  test('between: in at 09:00 and out at 12:00 at the desk, out at 10:00 and back at 11:00 on the sheet', async () => {
    const clock = handClock(at('09:00'))
    const station = await readyStation({ now: clock })
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    clock.set(at('12:00'))
    station.signIn.signOut(steward, id)
    clock.set(at('13:00'))
    writeOut(station, id, '10:00')
    writeIn(station, id, '11:00')
    const kept = keptOf(station, id)
    expect(changesIn(stepsIn(kept.trail)).map((step) => [step.kind, step.at])).toEqual([
      ['in', at('09:00')],
      ['out', at('10:00')],
      ['in', at('11:00')],
      ['out', at('12:00')],
    ])
    expect(kept).toMatchObject({ presence: 'left', since: at('12:00'), firstIn: at('09:00') })
  })

  test('after: out at 10:00 at the desk, and in again at 10:30 on the sheet', async () => {
    const clock = handClock(at('09:00'))
    const station = await readyStation({ now: clock })
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    clock.set(at('10:00'))
    station.signIn.signOut(steward, id)
    clock.set(at('11:00'))
    writeIn(station, id, '10:30')
    expect(keptOf(station, id)).toMatchObject({ presence: 'here', since: at('10:30'), firstIn: at('09:00') })
  })

  test('someone known to be here is not there twice: the earlier arrival stands', async () => {
    const clock = handClock(at('09:00'))
    const station = await readyStation({ now: clock })
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    clock.set(at('11:00'))
    writeIn(station, id, '10:30')
    writeIn(station, id, '10:30')
    expect(keptOf(station, id)).toMatchObject({
      presence: 'here',
      since: at('09:00'),
      firstIn: at('09:00'),
      firstHow: 'found',
    })
  })

  test('undo takes back what was entered last, not what happened last', async () => {
    const clock = handClock(at('10:02'))
    const station = await readyStation({ now: clock })
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    clock.set(at('11:00'))
    writeIn(station, id, '09:05')
    takeBack(station, id)
    expect(keptOf(station, id)).toMatchObject({ presence: 'here', since: at('10:02'), firstHow: 'found' })
    takeBack(station, id)
    expect(keptOf(station, id)).toMatchObject({ presence: 'expected', since: '', firstIn: '', firstHow: '' })
  })
})

describe('two doors that could not hear each other', () => {
  async function twoDoors() {
    const clock = handClock(at('09:00'))
    const west = await readyStation({ now: clock })
    const id = west.signIn.add(organiser, ewa)
    const east = openTest(tempFolder(), { now: clock })
    carry(west, east)
    return { clock, west, east, id }
  }

  test('in at the west door, out on its sheet at 12:00, back through the east door at 12:30: she is in the building', async () => {
    const { clock, west, east, id } = await twoDoors()
    west.signIn.signIn(steward, id)
    clock.set(at('12:30'))
    // The east door has not heard of the first sign-in, so this is news to it.
    east.signIn.signIn(steward, id)
    clock.set(at('13:00'))
    writeOut(west, id, '12:00')
    const kept = elsewhere(id, allOf(west, east))
    expect(kept).toMatchObject({ presence: 'here', since: at('12:30'), firstIn: at('09:00') })
    expect(elsewhere(id, allOf(east, west))).toEqual(kept)
  })

  test('an undo takes back nothing that came in at the other door meanwhile', async () => {
    const { clock, west, east, id } = await twoDoors()
    clock.set(at('11:00'))
    writeIn(west, id, '09:05')
    clock.set(at('11:02'))
    east.signIn.signIn(steward, id)
    clock.set(at('11:05'))
    takeBack(west, id)
    expect(elsewhere(id, allOf(west, east))).toMatchObject({
      presence: 'here',
      since: at('11:02'),
      firstHow: 'found',
    })
  })

  test('the same line is entered at both doors: one arrival, and one undo at each takes it back', async () => {
    const { clock, west, east, id } = await twoDoors()
    clock.set(at('11:00'))
    writeIn(west, id, '09:05')
    writeIn(east, id, '09:05')
    expect(elsewhere(id, allOf(west, east))).toMatchObject({ presence: 'here', since: at('09:05') })
    clock.pass(1000)
    takeBack(west, id)
    expect(elsewhere(id, allOf(west, east))).toMatchObject({ presence: 'here', since: at('09:05') })
    takeBack(east, id)
    expect(elsewhere(id, allOf(west, east))).toMatchObject({ presence: 'expected', firstIn: '' })
  })
})

/** What may happen to one person at two doors, the clock going on by `pass` minutes; `minute` is what a sheet says. */
const happening = fc.record({
  what: fc.constantFrom('in', 'out', 'paper-in', 'paper-out', 'undo'),
  door: fc.boolean(),
  pass: fc.nat(20),
  minute: fc.nat(180),
})

describe('whatever happens, in whatever order it is heard of', () => {
  const onPaper = (minute: number) => new Date(Date.parse(at('08:00')) + minute * 60_000).toISOString().slice(11, 16)

  test('the last thing that happened says whether they are here, and the earliest arrival is the first', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 24 }), fc.nat(2), (story, cut) => {
        const clock = handClock(at('08:00'))
        const west = openTest(tempFolder(), { now: clock })
        west.loadEvent(shippedPack(), false)
        const id = west.signIn.add(organiser, ewa)
        const east = openTest(tempFolder(), { now: clock })
        carry(west, east)
        for (const { what, door, pass, minute } of story) {
          clock.pass(pass * 60_000 + 1)
          const station = door ? west : east
          if (what === 'in') station.signIn.signIn(steward, id)
          else if (what === 'out') station.signIn.signOut(steward, id)
          else if (what === 'paper-in') writeIn(station, id, onPaper(minute))
          else if (what === 'paper-out') writeOut(station, id, onPaper(minute))
          else station.signIn.undo(steward, id, 'Wrong person')
        }
        const together = elsewhere(id, allOf(west, east))
        expect(elsewhere(id, [...allOf(east, west).slice(0, cut), ...allOf(east, west), ...allOf(west, east)])).toEqual(
          together,
        )
        // Each door on its own, folded again, is what it kept as it went along.
        for (const station of [west, east]) {
          const kept = [...station.journal.records.lines()]
          station.journal.records.refoldAll()
          expect([...station.journal.records.lines()]).toEqual(kept)
        }
        const steps = stepsIn(together.trail).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        const arrivals = steps.filter((step) => step.kind === 'in')
        expect(together.firstIn).toBe(arrivals[0]?.at ?? '')
        expect(together.presence).toBe(
          arrivals.length === 0 ? 'expected' : steps.at(-1)?.kind === 'in' ? 'here' : 'left',
        )
        // In and out take turns, and begin with in.
        expect(changesIn(steps).map((step) => step.kind)).toEqual(
          changesIn(steps).map((_, turn) => (turn % 2 === 0 ? 'in' : 'out')),
        )
        for (const station of [west, east]) station.close()
      }),
      { numRuns: runs(15) },
    )
  })
})
