import { describe, expect, test } from 'vitest'
import { frameOf, heldTogether, openOne, readTicks, type RollCallSpan, standingOf, tally } from './roll-call.ts'

const at = (clock: string) => `2023-12-12T${clock}:00.000Z`
/** Each of a station of its own, in the order of its time. */
const moment = (station: string, clock: string) => ({ time: at(clock), station, seq: Number(clock.replace(':', '')) })
const ended = (station: string, clock: string) => ({
  ...moment(station, clock),
  order: `${at(clock)}.0000`,
  together: new Set<string>(),
})
const span = (id: string, started: string, rest: Partial<RollCallSpan> = {}): RollCallSpan => ({
  id,
  start: moment(id, started),
  end: null,
  over: new Set(),
  ...rest,
})
const tick = (rollCall: string, clock: string, rest: { by?: string; station?: string; isCertain?: boolean } = {}) => ({
  rollCall,
  order: `${at(clock)}.0000`,
  by: 'Sam',
  isCertain: true,
  ...moment(rest.station ?? 'door', clock),
  ...rest,
})

describe('two doors that each begin a roll call before they have met', () => {
  const west = span('west', '10:00')
  const east = span('east', '10:04')

  test('are one: the later is shown, and it counts from the moment the first began', () => {
    expect(openOne([west, east])?.id).toBe('east')
    expect(heldTogether(east, [west, east])).toEqual([west])
    expect(frameOf(east, [west, east]).from).toEqual(west.start)
  })

  test('whoever was ticked at the first door before the second began is accounted for at both', () => {
    const ticks = [tick('west', '10:01')]
    expect(readTicks(frameOf(east, [west, east]), ticks).counts).toEqual(ticks[0])
    expect(readTicks(frameOf(west, [west, east]), [tick('east', '10:05')]).counts).not.toBeNull()
  })

  test('a drill that was over before it began is not this emergency: its ticks make nobody safe, and are not hidden', () => {
    const drill = span('drill', '09:40', { end: ended('drill', '09:48') })
    expect(frameOf(east, [drill, east]).from).toEqual(east.start)
    const read = readTicks(frameOf(east, [drill, east]), [tick('drill', '09:45')])
    expect(read).toEqual({ counts: null, elsewhere: tick('drill', '09:45') })
  })

  test('a roll call that was forgotten in the morning is not this emergency either', () => {
    const morning = span('morning', '08:30')
    expect(heldTogether(east, [morning, east])).toEqual([])
    expect(readTicks(frameOf(east, [morning, east]), [tick('morning', '08:35')]).counts).toBeNull()
  })

  test('what this door knew to be over as it began is not even mentioned', () => {
    const after = span('after', '10:30', { over: new Set(['west']) })
    expect(readTicks(frameOf(after, [west, after]), [tick('west', '10:05')])).toEqual({ counts: null, elsewhere: null })
    expect(heldTogether(after, [west, after])).toEqual([])
  })

  test('nor does its clock change that: four hours fast, what it ticked in its drill makes nobody safe', () => {
    // The drill was at ten, on a tablet that said two o’clock; the alarm goes at five past two, and whoever begins it knew the drill to be over.
    const drill = span('drill', '14:00', { end: ended('drill', '14:10') })
    const alarm = span('alarm', '14:05', { over: new Set(['drill']) })
    const seen = tick('drill', '14:06')
    expect(heldTogether(alarm, [drill, alarm])).toEqual([])
    expect(readTicks(frameOf(alarm, [drill, alarm]), [seen])).toEqual({ counts: null, elsewhere: seen })
  })

  test('a time that cannot be believed makes nobody safe, and is said', () => {
    const seen = tick('west', '10:05', { isCertain: false })
    expect(readTicks(frameOf(east, [west, east]), [seen])).toEqual({ counts: null, elsewhere: seen })
    expect(readTicks(frameOf(west, [west, east]), [seen]).counts).toEqual(seen)
  })

  test('is one with whatever was ended by the same press, though that clock was behind when it began', () => {
    const first = span('first', '10:00', { end: { ...ended('first', '10:02'), together: new Set(['second']) } })
    const second = span('second', '10:05', { end: ended('first', '10:02') })
    expect(heldTogether(second, [first, second])).toEqual([first])
  })

  test('of one tablet its own order counts, though its clock was set back between', () => {
    const drill = { ...span('drill', '14:00'), start: { ...moment('west', '14:00'), seq: 5 } }
    const ending = { ...ended('west', '14:10'), seq: 9 }
    // The steward put the clock right: it is five past ten.
    const alarm = { ...span('alarm', '10:05'), start: { ...moment('west', '10:05'), seq: 12 }, over: null }
    const old = { ...tick('drill', '14:06', { station: 'west' }), seq: 7 }
    const fresh = { ...tick('drill', '10:06', { station: 'west' }), seq: 13 }
    const frame = frameOf(alarm, [{ ...drill, end: ending }, alarm])
    expect([...frame.over]).toEqual(['drill'])
    expect(readTicks(frame, [old])).toEqual({ counts: null, elsewhere: null })
    expect(readTicks(frame, [fresh])).toEqual({ counts: null, elsewhere: fresh })
  })

  test('a tick made while it goes on counts, even for a roll call that ended elsewhere without its writer knowing', () => {
    const over = span('over', '09:00', { end: ended('over', '09:05') })
    expect(readTicks(frameOf(east, [over, east]), [tick('over', '10:06')]).counts).not.toBeNull()
  })

  test('two that began in the same moment are one as well, in the same order everywhere', () => {
    const twin = span('aaa', '10:04')
    expect(openOne([twin, east])?.id).toBe('east')
    expect(openOne([east, twin])?.id).toBe('east')
    expect(heldTogether(east, [east, twin])).toEqual([twin])
    expect(heldTogether(twin, [east, twin])).toEqual([])
  })
})

describe('an ended roll call', () => {
  const over = span('over', '10:00', { end: ended('over', '10:20') })

  test('keeps a tick that was made for it after the end, at a door that had not heard', () => {
    expect(readTicks(frameOf(over, [over]), [tick('over', '10:25')]).counts).not.toBeNull()
  })

  test('takes none that was made for a later one, and does not speak of it', () => {
    expect(readTicks(frameOf(over, [over]), [tick('later', '11:00')])).toEqual({ counts: null, elsewhere: null })
  })

  test('leaves none open', () => {
    expect(openOne([over])).toBeNull()
  })
})

describe('who ticked', () => {
  test('is the first of those whose ticks count', () => {
    const one = span('one', '10:00')
    const read = readTicks(frameOf(one, [one]), [tick('one', '10:04', { by: 'Ada' }), tick('one', '10:02')])
    expect(read.counts?.by).toBe('Sam')
  })

  test('wins over having left: somebody saw them', () => {
    expect(standingOf({ tick: {}, presence: 'left' })).toBe('accounted')
    expect(standingOf({ tick: null, presence: 'left' })).toBe('left')
    expect(standingOf({ tick: null, presence: 'here' })).toBe('to-find')
    expect(tally(['accounted', 'left', 'to-find', 'to-find'])).toEqual({ accounted: 1, left: 1, toFind: 2 })
  })
})
