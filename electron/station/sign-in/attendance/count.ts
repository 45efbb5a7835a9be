/** The attendance in numbers: the one place where they are counted, for the screens, the printed page and the export alike. Pure. */
import type { AttendanceNumbers } from '../../../../shared/contract/attendance.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { Attendee } from './attendees.ts'
import { peakOf } from './peak.ts'
import { punctualityOf } from './punctuality.ts'
import { stretchesOf } from './stretches.ts'
import type { VenueClock } from './venue-clock.ts'

type Share = AttendanceNumbers['organisations'][number]

/** As the contract has it, but with every organisation. */
export type AttendanceCount = Omit<AttendanceNumbers, 'organisations' | 'others'> & { organisations: Share[] }

type Circumstances = {
  pack: Pick<EventPack, 'dates' | 'programme' | 'sectors'>
  /** An ISO instant. */
  asOf: string
  /** The organiser has said that nobody else will come. */
  closed: boolean
  clock: VenueClock
}

/** `people` as attendees.ts reads them: null for somebody who does not count. */
export function countAttendance(
  people: Iterable<Attendee | null>,
  { pack, asOf, closed, clock }: Circumstances,
): AttendanceCount {
  const totals = { invited: 0, invitedCame: 0, walkIns: 0, came: 0, here: 0, left: 0, absent: 0, uncounted: 0 }
  const sectorNames = new Map(pack.sectors.map(({ id, name }) => [id, name]))
  const sectors = createShares((id) => id)
  const organisations = createShares((name) => name.trim().toLocaleLowerCase('en-GB'))
  const ways = new Map<Attendee['how'], number>()
  const arrivals: string[] = []
  const stays: Attendee['stays'][number][] = []
  for (const person of people) {
    if (person === null) {
      totals.uncounted += 1
      continue
    }
    const [first] = person.stays
    const came = first !== undefined
    if (!person.walkIn) totals.invited += 1
    if (came) {
      totals.came += 1
      totals[person.walkIn ? 'walkIns' : 'invitedCame'] += 1
      totals[person.stays.at(-1)?.out === null ? 'here' : 'left'] += 1
      ways.set(person.how, (ways.get(person.how) ?? 0) + 1)
      arrivals.push(first.in)
      for (const stay of person.stays) stays.push(stay)
    } else totals.absent += 1
    sectors.add(sectorNames.get(person.sector) ?? '', came)
    organisations.add(person.organisation, came)
  }
  return {
    asOf,
    over: closed ? 'organiser' : lastDayIsOver(pack.dates.to, arrivals, asOf, clock) ? 'last-day' : 'no',
    totals,
    arrivals: stretchesOf(arrivals.map((at) => ({ at, came: 1 }))),
    peak: peakOf(stays),
    punctuality: punctualityOf(arrivals, pack.programme, clock),
    ways: [...ways].map(([how, count]) => ({ how, came: count })).toSorted((one, other) => other.came - one.came),
    sectors: sectors.all(),
    organisations: organisations.all(),
  }
}

/** The numbers for a screen: the twelve organisations that most came from, and the others together. */
export function inBrief({ organisations, ...rest }: AttendanceCount): AttendanceNumbers {
  const others = organisations.slice(12)
  const sum = (key: 'came' | 'absent') => others.reduce((total, one) => total + one[key], 0)
  return {
    ...rest,
    organisations: organisations.slice(0, 12),
    others: { organisations: others.length, came: sum('came'), absent: sum('absent') },
  }
}

/** A day on which somebody still came was the event's too: it may be held later than its pack says, or rehearsed. */
function lastDayIsOver(to: string, arrivals: readonly string[], asOf: string, { wallOf }: VenueClock): boolean {
  const latest = arrivals.reduce((last, at) => (at > last ? at : last), '')
  const today = wallOf(asOf).slice(0, 10)
  return today > to && (latest === '' || today > wallOf(latest).slice(0, 10))
}

/** Counts by name; names with the same `keyOf` are one, under the spelling that most people have. Those without a name too. */
function createShares(keyOf: (name: string) => string) {
  const shares = new Map<string, { came: number; absent: number; spellings: Map<string, number> }>()
  return {
    add(name: string, came: boolean): void {
      const key = keyOf(name)
      const share = shares.get(key) ?? { came: 0, absent: 0, spellings: new Map<string, number>() }
      shares.set(key, share)
      share[came ? 'came' : 'absent'] += 1
      share.spellings.set(name, (share.spellings.get(name) ?? 0) + 1)
    },
    /** Those that most came from first. */
    all: (): Share[] =>
      [...shares.values()]
        .map(({ came, absent, spellings }) => ({
          name: [...spellings].reduce((best, next) => (next[1] > best[1] ? next : best))[0].trim(),
          came,
          absent,
        }))
        .toSorted(
          (one, other) =>
            other.came - one.came || other.absent - one.absent || one.name.localeCompare(other.name, 'en-GB'),
        ),
  }
}
