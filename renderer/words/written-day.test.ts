/** Days as people write them into the boxes for day, month and year. */
import { expect, test } from 'vitest'
import { fc } from '../../test/support/chance.ts'
import { writtenDay } from './written-day.ts'

const day = (...[d = '', month = '', year = '']: string[]) => writtenDay({ day: d, month, year })

test.each([
  ['3', '3', '2027'],
  ['03', '03', '27'],
  ['3', 'March', '2027'],
  ['3rd', 'mar', '2027'],
  [' 3 ', 'MAR.', '2027 '],
  ['3 March 2027', '', ''],
  ['3rd of March, 2027', '', ''],
  ['March 3 2027', '', ''],
  ['', '3 mar 27', ''],
  ['3/3/2027', '', ''],
  ['3.3.27', '', ''],
])('%j in the boxes is the third of March 2027', (...boxes) => {
  expect(day(...boxes)).toBe('2027-03-03')
})

test('each month by its name, by three letters of it and by every beginning between; “Sept” as well', () => {
  const names = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2027, month, 1)),
  )
  names.forEach((name, month) => {
    for (let letters = 3; letters <= name.length; letters += 1)
      expect([name, letters, day('5', name.slice(0, letters), '2027')]).toEqual([
        name,
        letters,
        `2027-${String(month + 1).padStart(2, '0')}-05`,
      ])
  })
  expect(day('30', 'Sept', '2027')).toBe('2027-09-30')
})

test.each([
  ['31', '2', '2027'],
  ['29', 'February', '2027'],
  ['3', 'ma', '2027'],
  ['3', 'Marchember', '2027'],
  ['3', '13', '2027'],
  ['3', '0', '2027'],
  ['0', '3', '2027'],
  ['3', '3', ''],
  ['3', '3', '202'],
  ['3 March 2027', '4', '2028'],
  ['', '', ''],
])('%j is no day', (...boxes) => {
  expect(day(...boxes)).toBeNull()
})

test('every day there is comes back as it was written, with its month in figures or in words', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const [year = '', month = '', d = ''] = date.toISOString().slice(0, 10).split('-')
      const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(date)
      for (const written of [month, String(Number(month)), name])
        expect(day(d, written, year)).toBe(`${year}-${month}-${d}`)
    }),
  )
})
