/** Working days over the bank holidays of England, as the government's calendar has them. */
import { expect, test } from 'vitest'
import { fromIso, toIso } from './civil-day.ts'
import { workingDaysFrom } from './working-days.ts'

test.each([
  ['Christmas on a Friday', '2026-12-24', 1, '2026-12-29'],
  ['Christmas on a Saturday', '2027-12-24', 1, '2027-12-29'],
  ['Christmas on a Sunday', '2022-12-23', 1, '2022-12-28'],
  ['Christmas on a Thursday', '2025-12-24', 1, '2025-12-29'],
  ['New Year on a Saturday', '2021-12-31', 1, '2022-01-04'],
  ['New Year on a Friday', '2026-12-31', 1, '2027-01-04'],
  ['Easter', '2027-03-25', 1, '2027-03-30'],
  ['the first Monday of May', '2027-04-30', 1, '2027-05-04'],
  ['the last Monday of May', '2027-05-28', 1, '2027-06-01'],
  ['the last Monday of August', '2027-08-27', 1, '2027-08-31'],
  ['back over Easter', '2027-03-30', -1, '2027-03-25'],
  ['a plain week', '2027-03-01', 5, '2027-03-08'],
])('over %s', (_name, day, count, reached) => {
  expect(toIso(workingDaysFrom(fromIso(day), count))).toBe(reached)
})
