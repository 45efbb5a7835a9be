import { describe, expect, test } from 'vitest'
import { countsFrom, heldTogether, openOne, readTicks, type RollCallSpan, standingOf, tally } from './roll-call.ts'

const at = (clock: string) => `2023-12-12T${clock}:00.000Z.0000`
const span = (id: string, started: string, rest: Partial<RollCallSpan> = {}): RollCallSpan => ({
  id,
  started: at(started),
  ended: null,
  horizon: null,
  ...rest,
})
const tick = (rollCall: string, clock: string, by = 'Sam') => ({ rollCall, at: at(clock), by, station: 'west' })

describe('two doors that each begin a roll call before they have met', () => {
  const west = span('west', '10:00')
  const east = span('east', '10:04')

  test('are one: the later is shown, and it counts from the moment the first began', () => {
    expect(openOne([west, east])?.id).toBe('east')
    expect(heldTogether(east, [west, east])).toEqual([west])
    expect(countsFrom(east, [west, east])).toBe(west.started)
  })

  test('whoever was ticked at the first door before the second began is accounted for at both', () => {
    const ticks = [tick('west', '10:01')]
    expect(readTicks(east, countsFrom(east, [west, east]), ticks).counts).toEqual(ticks[0])
    expect(readTicks(west, countsFrom(west, [west, east]), [tick('east', '10:05')]).counts).not.toBeNull()
  })

  test('a drill that was over before it began is not this emergency: its ticks make nobody safe, and are not hidden', () => {
    const drill = span('drill', '09:40', { ended: at('09:48') })
    expect(countsFrom(east, [drill, east])).toBe(east.started)
    const read = readTicks(east, east.started, [tick('drill', '09:45')])
    expect(read).toEqual({ counts: null, elsewhere: tick('drill', '09:45') })
  })

  test('a roll call that was forgotten in the morning is not this emergency either', () => {
    const morning = span('morning', '08:30')
    expect(heldTogether(east, [morning, east])).toEqual([])
    expect(readTicks(east, east.started, [tick('morning', '08:35')]).counts).toBeNull()
  })

  test('what this door knew to be over as it began is not even mentioned', () => {
    const after = span('after', '10:30', { horizon: at('10:10') })
    expect(readTicks(after, after.started, [tick('west', '10:05')])).toEqual({ counts: null, elsewhere: null })
    expect(heldTogether(after, [west, after])).toEqual([])
  })

  test('a tick made while it goes on counts, even for a roll call that ended elsewhere without its writer knowing', () => {
    const over = span('over', '09:00', { ended: at('09:05') })
    expect(readTicks(east, countsFrom(east, [over, east]), [tick('over', '10:06')]).counts).not.toBeNull()
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
  const over = span('over', '10:00', { ended: at('10:20') })

  test('keeps a tick that was made for it after the end, at a door that had not heard', () => {
    expect(readTicks(over, over.started, [tick('over', '10:25')]).counts).not.toBeNull()
  })

  test('takes none that was made for a later one, and does not speak of it', () => {
    expect(readTicks(over, over.started, [tick('later', '11:00')])).toEqual({ counts: null, elsewhere: null })
  })

  test('leaves none open', () => {
    expect(openOne([over])).toBeNull()
  })
})

describe('who ticked', () => {
  test('is the first of those whose ticks count', () => {
    const one = span('one', '10:00')
    const read = readTicks(one, one.started, [tick('one', '10:04', 'Ada'), tick('one', '10:02', 'Sam')])
    expect(read.counts?.by).toBe('Sam')
  })

  test('wins over having left: somebody saw them', () => {
    expect(standingOf({ tick: {}, presence: 'left' })).toBe('accounted')
    expect(standingOf({ tick: null, presence: 'left' })).toBe('left')
    expect(standingOf({ tick: null, presence: 'here' })).toBe('to-find')
    expect(tally(['accounted', 'left', 'to-find', 'to-find'])).toEqual({ accounted: 1, left: 1, toFind: 2 })
  })
})
