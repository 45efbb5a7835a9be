/** Tells what someone who has just arrived is told: their table, their sector, where to go. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readEventPack } from '../../shared/domain/event-pack.ts'
import { sectorName, tableChoices, tableWords, whatsOn } from './programme.ts'

const reading = readEventPack(
  readFileSync(new URL('../../resources/event-packs/solihull-nec.json', import.meta.url), 'utf8'),
)
if (!reading.ok) throw new Error('The NEC pack cannot be read')
const { pack } = reading

/** A time on the day of the event, 12 December 2023, on this tablet's clock. */
const on = (hours: number, minutes: number) => new Date(2023, 11, 12, hours, minutes)

describe('where to go now', () => {
  test('at half past nine people are still arriving: the welcome is next', () => {
    expect(whatsOn(pack, on(9, 30))).toEqual({ when: 'next', words: '10:00 Welcome, Main hall' })
  })

  test('someone late is sent into what is on', () => {
    expect(whatsOn(pack, on(10, 10))).toEqual({ when: 'now', words: '10:00 Welcome, Main hall' })
  })

  test('with a few minutes left it is no longer worth going in', () => {
    expect(whatsOn(pack, on(10, 17))?.when).toBe('next')
    expect(whatsOn(pack, on(10, 17))?.words).toContain('10:20')
  })

  test('once the day is done there is nothing to go to', () => {
    expect(whatsOn(pack, on(15, 45))).toBeNull()
  })

  test('on a tablet that believes it is another day, the first session stands', () => {
    expect(whatsOn(pack, new Date(2016, 0, 1, 3, 0))).toEqual({ when: 'next', words: '10:00 Welcome, Main hall' })
  })
})

describe('tables and sectors', () => {
  test('a table is found by its name, its number or its id, with the way to it', () => {
    for (const written of ['Table 7', 'table-7', '7', ' TABLE  7 '])
      expect(tableWords(pack, written)).toBe('7, by the window')
  })

  test('a table the event does not know is shown as it was imported; none is nothing', () => {
    expect(tableWords(pack, 'Willow')).toBe('Willow')
    expect(tableWords(pack, '')).toBe('')
  })

  test('a table that is not the event’s stays in the choices, so that saving never drops it', () => {
    expect(tableChoices(pack, 'Willow').map(({ value }) => value)).toContain('Willow')
    expect(tableChoices(pack, 'Table 7').filter(({ value }) => value === 'Table 7')).toHaveLength(1)
  })

  test('a sector has a name people know; an unknown one is left out', () => {
    expect(sectorName(pack, 'police')).toBe('Police and justice')
    expect(sectorName(pack, '')).toBe('')
  })
})
