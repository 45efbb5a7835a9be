/** What a roll call says. */
import type { Mark, RollCallView } from '../../../../shared/contract/roll-call.ts'
import type { Tally } from '../../../../shared/domain/roll-call.ts'
import { timeOf } from '../../../words/times.ts'

const number = new Intl.NumberFormat('en-GB')
export const countOf = (count: number): string => number.format(count)

export const people = (count: number): string => `${countOf(count)} ${count === 1 ? 'person' : 'people'}`

export const stillToFind = ({ toFind, accounted }: Tally): string =>
  toFind > 0
    ? `${countOf(toFind)} still to find.`
    : accounted > 0
      ? 'Everybody is accounted for.'
      : 'Nobody is to be found.'

/** What a screen reader hears after a tick. */
export const spoken = (name: string, ticked: boolean, counts: Tally): string =>
  `${name} ${ticked ? 'accounted for' : 'is still to find'}. ${stillToFind(counts)}`

/** “10:04 by Sam Steward, West door”. */
export const markWords = ({ at, by, station }: Mark, now: Date): string => `${timeOf(at, now)} by ${by}, ${station}`

/** “Started at 10:02 by Sam Steward, West door”, with the other doors that began one at the same time. */
export function startedWords({ started, by, station, together }: RollCallView, now: Date): string {
  const others = together.map((mark) => markWords(mark, now))
  const own = `Started at ${markWords({ at: started, by, station }, now)}`
  return others.length === 0 ? `${own}.` : `${own}. Shown together with ${others.join(' and ')}.`
}

export const WOULD_NOT_PRINT = 'This browser would not print. Try once more, or print from another tablet.'

/** “18 minutes”. */
export function lasted(from: string, to: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000))
  if (minutes < 1) return 'less than a minute'
  if (minutes < 90) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  return `${Math.round(minutes / 60)} hours`
}
