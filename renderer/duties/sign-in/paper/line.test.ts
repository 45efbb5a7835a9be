import { describe, expect, test } from 'vitest'
import { checkLine, EMPTY_LINE, readingOf, readLines } from './line.ts'

const ewa = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Ewa Kaur', organisation: 'Elmdon House', here: false }
const local = (time: string) => new Date(`2023-12-12T${time}:00`)
const around = { day: '2023-12-12', dayWords: 'Tuesday 12 December', now: local('11:00'), from: local('06:00') }
const line = { ...EMPTY_LINE, name: 'Ewa Kaur', who: ewa }

describe('a line of the sheet', () => {
  test('a name and a time are enough; a time out goes with it', () => {
    expect(checkLine({ ...line, in: '0905' }, around)).toEqual({
      ok: true,
      kind: 'known',
      delegate: ewa.id,
      times: { in: local('09:05').toISOString(), out: null },
    })
    expect(checkLine({ ...line, in: '905', out: '10.40' }, around)).toMatchObject({
      times: { out: local('10:40').toISOString() },
    })
  })

  test('each thing that cannot be is said in plain words at its own field', () => {
    const faultOf = (changes: object) => {
      const checked = checkLine({ ...line, in: '9', ...changes }, around)
      return checked.ok ? 'fine' : `${checked.error.field}: ${checked.error.message}`
    }
    expect(faultOf({ who: null })).toBe('name: Choose whose line this is, or add them')
    expect(faultOf({ in: '' })).toBe('in: Write the time in, as on the sheet')
    expect(faultOf({ in: '2505' })).toBe('in: Write a time like 9:05, 0905 or 1.30 pm')
    expect(faultOf({ in: '1105' })).toBe('in: 11:05 on Tuesday 12 December has not come yet')
    expect(faultOf({ out: '0859' })).toBe('out: 08:59 is not after the time in')
    expect(faultOf({ out: '1230' })).toBe('out: 12:30 on Tuesday 12 December has not come yet')
    expect(faultOf({ who: 'new', name: ' ' })).toBe('name: Write the person’s name')
    expect(faultOf({ who: 'new', organisation: 'x'.repeat(200) })).toMatch(
      /^organisation: This is 40 characters too long\. Shorten/,
    )
    expect(faultOf({})).toBe('fine')
  })

  test('before the doors open it is asked once more, and Enter again lets it stand', () => {
    const early = { ...line, in: '0510' }
    const asked = checkLine(early, around)
    expect(asked).toMatchObject({ ok: false, error: { field: 'in', ask: true } })
    expect(asked.ok ? '' : asked.error.message).toContain('05:10 is before the doors open (06:00)')
    expect(checkLine(early, around, ['0510'])).toMatchObject({ ok: true, times: { in: local('05:10').toISOString() } })
    // What has not come yet is never let through.
    expect(checkLine({ ...line, in: '1105' }, around, ['1105'])).toMatchObject({ ok: false, error: { ask: false } })
  })

  test('of somebody who is here, the sheet may say only when they left', () => {
    const here = { ...line, who: { ...ewa, here: true }, out: '10:30' }
    expect(checkLine(here, around)).toMatchObject({ ok: true, times: { in: null, out: local('10:30').toISOString() } })
    expect(checkLine({ ...here, who: ewa }, around)).toMatchObject({ ok: false, error: { field: 'in' } })
  })

  test('a walk-in needs a name and a time', () => {
    expect(
      checkLine({ ...line, who: 'new', name: ' Zara  Exley ', organisation: 'Joinery', in: '9.20' }, around),
    ).toEqual({
      ok: true,
      kind: 'new',
      name: 'Zara Exley',
      organisation: 'Joinery',
      times: { in: local('09:20').toISOString(), out: null },
    })
  })

  test('while a time is typed, one sees what it is read as', () => {
    expect(readingOf('9', around)).toBe('09:00')
    expect(readingOf('1.30', { ...around, now: local('15:00') })).toBe('13:30')
    expect(readingOf('nine', around)).toBe('')
    expect(readingOf('', around)).toBe('')
  })

  test('after a crash, words come back, and lines that were not answered; an empty line and a strange draft do not', () => {
    const form = { ...line, in: '9' }
    const read = (kept: object) => readLines(JSON.parse(JSON.stringify(kept)))
    expect(read({ form, unsent: [] })).toEqual({ form, unsent: [] })
    expect(read({ form: EMPTY_LINE, unsent: [form] })).toEqual({ form: EMPTY_LINE, unsent: [form] })
    expect(read({ form: { ...EMPTY_LINE, in: '09:05' }, unsent: [] })).toBeNull()
    expect(read({ form: { name: 3 }, unsent: [] })).toBeNull()
    expect(readLines(null)).toBeNull()
  })
})
