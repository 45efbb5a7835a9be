/** What people read of a warning: a sentence, what to do, and the few words for whoever passes by. Pure. */
import { assertNever } from '../../../shared/domain/never.ts'
import type { ClockWarning, DiskWarning, Warning } from '../../../shared/domain/warning.ts'
import { timeOf } from '../../words/times.ts'
import type { BatteryWarning } from './battery.ts'

export type AnyWarning = Warning | BatteryWarning

export type WarningWords = { id: string; tone: 'bad' | 'warn'; about: string; what: string; todo: string }

/** For staff: all that is wrong, what cannot wait first. */
export const inWords = (warnings: readonly AnyWarning[], now: Date): WarningWords[] =>
  warnings
    .map((warning) => wordsOf(warning, now))
    .toSorted((one, other) => Number(other.tone === 'bad') - Number(one.tone === 'bad'))

function wordsOf(warning: AnyWarning, now: Date): WarningWords {
  switch (warning.code) {
    case 'battery':
      return batteryWords(warning)
    case 'disk':
      return diskWords(warning)
    case 'clock':
      return { id: `clock-${warning.kind}`, tone: 'warn', about: 'Clock', ...clockWords(warning, now) }
    default:
      return assertNever(warning)
  }
}

function batteryWords({ severity, percent }: BatteryWarning): WarningWords {
  const what = `The battery of this tablet is at ${percent}\u00a0% and is not charging.`
  return severity === 'very-low'
    ? {
        id: 'battery',
        tone: 'bad',
        about: 'Battery',
        what,
        todo: 'Connect its charger now. If it goes off first, nothing is lost: it opens again as it was.',
      }
    : {
        id: 'battery',
        tone: 'warn',
        about: 'Battery',
        what,
        todo: 'Connect its charger. If it is connected, look at the plug and the socket.',
      }
}

function diskWords({ severity, freeMegabytes }: DiskWarning): WarningWords {
  const left = freeMegabytes === 0 ? 'less than 10 MB' : `${freeMegabytes.toLocaleString('en-GB')} MB`
  return severity === 'nearly-full'
    ? {
        id: 'disk',
        tone: 'bad',
        about: 'Disk',
        what: `The disk of this tablet is nearly full: ${left} left.`,
        todo: 'Empty its bin and delete other files now, never those of Pledge Kiosk. When it is full nothing new can be written; what is written stays.',
      }
    : {
        id: 'disk',
        tone: 'warn',
        about: 'Disk',
        what: `The disk of this tablet is filling up: ${left} left.`,
        todo: 'Empty its bin or delete other files today, never those of Pledge Kiosk.',
      }
}

function clockWords(warning: ClockWarning, now: Date): { what: string; todo: string } {
  switch (warning.kind) {
    case 'wrong':
      return {
        what: `This tablet believes that it is ${warning.year}.`,
        todo: 'Set its date and time. Everything is kept in the right order, but the times it shows and writes down are wrong.',
      }
    case 'behind': {
      const newest = timeOf(warning.newest, now)
      return {
        what: `The clock of this tablet is behind: it has written down ${newest} already.`,
        todo: 'Set its date and time if they are wrong. Everything is kept in the right order, but the times it shows and writes down are too early.',
      }
    }
    case 'moved': {
      const much = `${lengthOf(warning.minutes)} ${warning.minutes < 0 ? 'back' : 'forward'}`
      return {
        what: `The clock of this tablet was set ${much}, noticed at ${timeOf(warning.noticed, now)}.`,
        todo: 'Look whether it is right now. Everything is kept in the right order, but times from before and after do not fit together: an organiser puts them right under “This tablet”.',
      }
    }
    case 'zone':
      return {
        what: `This tablet keeps the time of ${placeOf(warning.zone)}, ${apart(warning.minutesOff)}.`,
        todo: `Set its time zone to London, then close Pledge Kiosk and open it again. ${warning.minutesOff === 0 ? 'Otherwise times' : 'Times'} on screen, on paper and in the attendance list ${warning.minutesOff === 0 ? 'will be wrong when the clocks change.' : 'are wrong by as much.'}`,
      }
    default:
      return assertNever(warning)
  }
}

const apart = (minutesOff: number): string =>
  minutesOff === 0
    ? 'the same as Britain’s only for part of the year'
    : `${lengthOf(minutesOff)} ${minutesOff < 0 ? 'behind' : 'ahead of'} Britain’s`

/** A zone as a person would name it: `America/New_York` is New York. */
const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

const count = (amount: number, one: string): string =>
  `${amount.toLocaleString('en-GB')} ${amount === 1 ? one : `${one}s`}`

/** `5 hours`, `2 hours 30 minutes`, `3 days`; which way is not said. */
function lengthOf(minutes: number): string {
  const all = Math.abs(minutes)
  if (all >= 48 * 60) return count(Math.round(all / (24 * 60)), 'day')
  const hours = Math.floor(all / 60)
  return [hours === 0 ? '' : count(hours, 'hour'), all % 60 === 0 ? '' : count(all % 60, 'minute')]
    .filter(Boolean)
    .join(' ')
}
