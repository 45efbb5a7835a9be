/** What somebody should look at in a pack that is right by its schema: days that are over, sessions at once. Pure. */
import type { EventPack, Session } from './event-pack.ts'

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const days = ({ from, to }: EventPack['dates']): string => format.formatRange(new Date(from), new Date(to))

/** `today` as `2023-12-12`. Null where the event is today, or later in this year. */
function whenRemark({ dates }: Pick<EventPack, 'dates'>, today: string): string | null {
  const [first, last, year] = [dates.from.slice(0, 4), dates.to.slice(0, 4), today.slice(0, 4)]
  if (dates.to < today) return `This event was on ${days(dates)}.`
  return first > year || last < year ? `This event is on ${days(dates)}, in another year than today.` : null
}

const isOpen = ({ closed }: Session): boolean => closed !== true

/** At the same time on the same day; those in two rooms are meant to be. */
const overlap = (one: Session, other: Session): boolean =>
  one.day === other.day &&
  one.starts < other.ends &&
  other.starts < one.ends &&
  (one.room === '' || other.room === '' || one.room === other.room)

/** Each a sentence. */
export function packRemarks(pack: Pick<EventPack, 'dates' | 'programme'>, today: string): string[] {
  const when = whenRemark(pack, today)
  const sessions = pack.programme.filter(isOpen).toSorted((a, b) => (a.day + a.starts < b.day + b.starts ? -1 : 1))
  const twice = sessions.flatMap((one, index) =>
    sessions
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map(
        (other) =>
          `“${one.title}” goes on until ${one.ends}, and “${other.title}” begins at ${other.starts} on the same day. Change one, unless they are meant to be at once.`,
      ),
  )
  return [...(when === null ? [] : [when]), ...twice]
}

/** When a board meets next, for a sentence: a day in words, or the words that somebody wrote. */
export const nextBoardInWords = (nextBoard: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(nextBoard) && !Number.isNaN(Date.parse(nextBoard))
    ? format.format(new Date(nextBoard))
    : nextBoard
