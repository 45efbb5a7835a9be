/** The day that a time, or a part of it, ends on. */
import { addMonths, type Day, type Span } from './civil-day.ts'
import type { Role, Time } from './token.ts'

const WEEK = 7

/** The day its second half begins: 1 July of a year. */
export const middleOf = ({ from, to }: Span): Day =>
  to - from > 200 ? addMonths(from, 6) : from + Math.floor((to - from + 1) / 2)

/** The day that this much of a stretch ends on. */
export function endOf({ from, to }: Span, { part, isHoliday, opens }: Time, role: Role | null): Day {
  const length = to - from + 1
  switch (part) {
    case 'start':
      return role === 'before' ? from - 1 : from
    case 'early':
      // A third of a year is its first four months, whether or not there is a 29 February.
      if (length > 200) return addMonths(from, 4) - 1
      return length > 1 && length <= WEEK ? from + 1 : from + Math.max(Math.floor(length / 3) - 1, 0)
    case 'mid':
      // Wednesday
      if (length <= WEEK) return from + Math.min(2, length - 1)
      return from + Math.floor(length / 2) - 1
    case 'first half':
      return middleOf({ from, to }) - 1
    case 'late':
    case 'end':
    case 'second half':
      return to
    case null:
      break
  }
  if (role === 'before') return from - 1
  // “By half term” and “by the new year” mean before it begins.
  if (isHoliday && role !== 'in' && role !== 'over') return from - 1
  return opens && (role === 'by' || role === 'until' || role === 'for') ? from - 1 : to
}
