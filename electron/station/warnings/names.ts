/** A warning in a word, for logs and support files, and in a line, for the terminal. Screens have sentences of their own. */
import { assertNever } from '../../../shared/domain/never.ts'
import type { Warning } from '../../../shared/domain/warning.ts'

/** `disk-nearly-full`, `clock-behind`. */
export const nameOf = (warning: Warning): string =>
  warning.code === 'disk' ? `disk-${warning.severity}` : `clock-${warning.kind}`

/** `disk-low: 420 MB free`. */
export const lineOf = (warning: Warning): string => `${nameOf(warning)}: ${detailOf(warning)}`

function detailOf(warning: Warning): string {
  if (warning.code === 'disk') return `${warning.freeMegabytes} MB free`
  switch (warning.kind) {
    case 'wrong':
      return `it says ${warning.year}`
    case 'behind':
      return `the newest fact here is of ${warning.newest}`
    case 'moved':
      return `by ${warning.minutes} minutes, noticed at ${warning.noticed}`
    case 'zone':
      return `${warning.zone}, ${Math.abs(warning.minutesOff)} minutes ${warning.minutesOff < 0 ? 'behind' : 'ahead of'} Europe/London`
    default:
      return assertNever(warning)
  }
}
