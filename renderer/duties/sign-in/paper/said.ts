/** What the station answered to a line, as it is said to the person who entered it. */
import type { KioskClient } from '../../../../shared/contract/index.ts'
import { assertNever } from '../../../../shared/domain/never.ts'
import { clockOf } from '../../../words/times.ts'

type EnteredAnswer = Awaited<ReturnType<KioskClient['paper']['enter']>>
type WalkInAnswer = Awaited<ReturnType<KioskClient['paper']['walkIn']>>
/** `bad`: nothing was entered, and somebody has to see to it. `warn`: there is something to know. */
export type Said = { tone: 'ok' | 'warn' | 'bad'; sentence: string }
type Times = { in: string | null; out: string | null }

const clock = (at: string | null) => (at === null ? '' : clockOf(new Date(at)))

/** `in 09:05`, `in 09:05, out 12:10`, `out 12:10`. */
const timesInWords = (times: Times): string =>
  [times.in === null ? '' : `in ${clock(times.in)}`, times.out === null ? '' : `out ${clock(times.out)}`]
    .filter((part) => part !== '')
    .join(', ')

export function saidOf(
  answer: EnteredAnswer | Exclude<WalkInAnswer, { code: 'possible-duplicates' }>,
  name: string,
  times: Times,
): Said {
  const where = (station: string) => (station === '' ? '' : ` (${station})`)
  switch (answer.code) {
    case 'entered': {
      const { entry, known } = answer
      const done = `${entry.name}: ${timesInWords(entry)}.`
      if (entry.added) return { tone: 'ok', sentence: `${done} Added to the list.` }
      if (known === null || entry.in === null) return { tone: 'ok', sentence: done }
      return {
        tone: 'warn',
        sentence:
          known.at > entry.in
            ? `${done} They had signed in at ${clock(known.at)}${where(known.station)}; ${clock(entry.in)} is now their first arrival.`
            : `${done} They had signed in at ${clock(known.at)}${where(known.station)}, and that stays their first arrival.`,
      }
    }
    case 'unchanged':
      return {
        tone: 'warn',
        sentence: `${answer.delegate.name} had already signed in at ${clock(answer.known.at)}${where(answer.known.station)}. That time is kept, and ${timesInWords(times)} adds nothing to it.`,
      }
    case 'withdrawn':
      return {
        tone: 'bad',
        sentence: `${answer.delegate.name} was taken off the list. Ask the organiser to put them back, then enter this line.`,
      }
    case 'changed-since':
      return {
        tone: 'bad',
        sentence: `${answer.delegate.name} has come or gone since that line, so it was not changed. Look them up at the desk.`,
      }
    case 'not-yet':
      return { tone: 'bad', sentence: `${name}: that time has not come yet by this station’s clock.` }
    case 'before-event':
      return { tone: 'bad', sentence: `${name}: that day is before the event. Choose the day of the sheet.` }
    case 'out-before-in':
      return { tone: 'bad', sentence: `${name}: the time out is not after the time in.` }
    case 'not-in':
      return { tone: 'bad', sentence: `${name} is not here, so they cannot leave. Write the time in as well.` }
    default:
      return assertNever(answer)
  }
}
