/** Turns what people say about when into a day: “spring term”, “within 3 months”, “by 31 March”. */
import { Chrono, configuration } from 'chrono-node/en'
import { type Day, dayOf, fromIso, partsOf, toIso, weekdayFrom, weekdayOf } from './civil-day.ts'
import { readDuration } from './durations.ts'
import { readPeriods } from './periods.ts'

export type Timescale = {
  /** The ISO day by which; null where the words name none. */
  date: string | null
  /** True where we worked the day out; false where a full date was stated. */
  derived: boolean
  /** What was said, tidied. */
  stated: string
}

const LONGEST = 200
// Strict, and the day before the month.
const DATES = new Chrono(configuration.createConfiguration(true, true))
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

const NO_DAY =
  /\b(?:on-?going|continu(?:ous|al|ed|ing)(?:ly)?|rolling|asap|a\.s\.a\.p|as soon as|when(?:ever)?\b|as and when|as (?:needed|required)|tb[acd]|to be (?:agreed|confirmed|decided|arranged|set)|not (?:sure|known|yet)|un(?:sure|known)|don'?t know|open[- ]ended|immediate(?:ly)?|straight ?away|urgent(?:ly)?|soon|annual(?:ly)?|yearly|monthly|weekly|daily|termly|quarterly|fortnightly|every|each|regular(?:ly)?|permanent(?:ly)?|always|indefinite(?:ly)?|(?:long|short|medium)[- ]term|24\/7|from now on)\b/
// … unless they also say until when.
const UNTIL = /\b(?:until|till|til|by|before|latest|ending|ends|end of|within|no later)\b/
const THIS_EVENT =
  /^\s*(?:now|today|tomorrow|(?:the|this|our) (?:event|conference|day|meeting|workshop|launch event)|signing|sign-?up|the date of)\b/
const WEEKDAYS = [
  'mon(?:day)?',
  'tue(?:s(?:day)?)?',
  'wed(?:nesday)?',
  'thu(?:rs?(?:day)?)?',
  'fri(?:day)?',
  'saturday',
  'sunday',
].map((name) => new RegExp(`\\b(next )?${name}\\b( week)?`))

// Something written like a date. Where it is not one (31/02/2024, 32 March), nobody should guess from the rest of it.
const WRITTEN_DATE = new RegExp(
  `\\d[/.-]\\d|(?:\\b\\d+|st|nd|rd|th)(?: of)? (?:${MONTH})\\b|\\b(?:${MONTH}) \\d+(?:st|nd|rd|th)?\\b`,
)
/** Whatever has a date written in it has this: to look for one is not dear, and most people say none. */
const MAY_HAVE_DATE = new RegExp(`\\d[/.-]\\d|(?:\\d|st|nd|rd|th)(?: of)? (?:${MONTH})|(?:${MONTH}) \\d`)
const BROKEN_DATE = new RegExp(
  `\\b\\d{1,2}([/.-])\\d{1,2}\\1\\d{2,4}\\b|\\b\\d+(?:st|nd|rd|th)?(?: of)? (?:${MONTH})\\b`,
)

/** A month and two figures: of a year, or of a day. */
const MONTH_AND_NUMBER = new RegExp(`\\b(${MONTH}) (\\d{1,2})(?!\\d|[:/.]|\\s*(?:st|nd|rd|th)\\b)`, 'g')

type Exact = { day: Day; yearSaid: boolean; from: number; to: number }

/** The first day on or after the event that has this date; 29 February may be years away. */
function nextDate(month: number, day: number, event: Day): Day | null {
  const { year: first } = partsOf(event)
  for (let year = first; year <= first + 8; year++) {
    const candidate = dayOf(year, month, day)
    if (candidate >= event && partsOf(candidate).month === month) return candidate
  }
  return null
}

/** Dates with a day and a month. Chrono reads them the British way round; the year is ours to choose where none is said. */
function readDates(words: string, event: Day): Exact[] {
  const { year, month, day } = partsOf(event)
  // Chrono takes “March 31” for the year 2031. Before a two-figure year that is near it stays: “March 24” is a month.
  const text = words.replace(MONTH_AND_NUMBER, (whole, name: string, number: string) => {
    const said = 2000 + Number(number)
    return number.length === 2 && said >= year && said <= year + 5 ? whole : `${number} ${name}`.padEnd(whole.length)
  })
  if (!MAY_HAVE_DATE.test(text)) return []
  return DATES.parse(text, new Date(year, month - 1, day, 12)).flatMap((result): Exact[] => {
    const end = result.end ?? result.start
    const [saidMonth, saidDay] = [end.get('month'), end.get('day')]
    if (!end.isCertain('day') || !end.isCertain('month') || saidMonth === null || saidDay === null) return []
    // Chrono also reads “within 48 hours”, which is ours to count.
    if (!WRITTEN_DATE.test(result.text)) return []
    // “Nine out of ten” and “50/50” are not dates: without a year, a slash needs to be all there is.
    if (/^\d+[/.]\d+$/.test(result.text) && !/^(?:(?:by|on|before|until)\s+)?\S+$/.test(words)) return []
    const span = { from: result.index, to: result.index + result.text.length }
    if (end.isCertain('year'))
      return [{ day: dayOf(end.get('year') ?? year, saidMonth, saidDay), yearSaid: true, ...span }]
    const next = nextDate(saidMonth, saidDay, event)
    return next === null ? [] : [{ day: next, yearSaid: false, ...span }]
  })
}

/** Words that only make sense on the day itself. */
function readNearDay(words: string, event: Day): Day | null {
  if (/\bday after tomorrow\b/.test(words)) return event + 2
  if (/\btomorrow\b/.test(words)) return event + 1
  if (/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/.test(words)) return event
  for (const [index, name] of WEEKDAYS.entries()) {
    const match = name.exec(words)
    if (match === null) continue
    const coming = weekdayFrom(index + 1, event + 1)
    // “Next Friday” is the one of next week; “Friday week” a week after Friday.
    if (match[2] !== undefined) return coming + 7
    return match[1] !== undefined && coming <= event + 7 - weekdayOf(event) ? coming + 7 : coming
  }
  const ordinal = /^(?:(?:by|on|before|until)\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)$/.exec(words)
  const { year, month } = partsOf(event)
  for (let later = 0; ordinal !== null && later < 3; later++) {
    const day = dayOf(year, month + later, Number(ordinal[1]))
    if (day >= event && partsOf(day).day === Number(ordinal[1])) return day
  }
  return null
}

type Read = { day: Day; derived: boolean }
const worked = (day: Day | null, event: Day): Read | null =>
  day === null || day < event ? null : { day, derived: true }

function readExact(words: string, event: Day): Read | null {
  const dates = readDates(words, event)
  const last = dates.reduce<Exact | null>(
    (latest, date) => (latest === null || date.day > latest.day ? date : latest),
    null,
  )
  if (last === null) return null
  const lead = words.slice(0, last.from)
  if (/\b(?:w\/?c|week (?:commencing|beginning|starting|of))\s*(?:the\s+)?$/.test(lead))
    return worked(last.day + 4, event)
  if (/\bbefore\s+(?:the\s+)?$/.test(lead)) return worked(last.day - 1, event)
  // “From 1 April until the end of the summer term”: the date is only where it starts.
  if (/\b(?:from|starting|since|between)\s+(?:the\s+)?$/.test(lead)) {
    const until = readPeriods(
      dates.reduce((text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to), words),
      event,
    )
    if (until !== null && until > last.day) return { day: until, derived: true }
  }
  return { day: last.day, derived: !last.yearSaid }
}

function read(words: string, event: Day): Read | null {
  if (words === '' || (NO_DAY.test(words) && !UNTIL.test(words))) return null
  const duration = readDuration(words)
  const anchor =
    duration === null
      ? null
      : /^\s*(?:time\s+)?(?:of|after|from|following|once|before|since)\b(.*)$/.exec(duration.rest)
  if (duration !== null && anchor !== null) {
    const [whole, rest = ''] = anchor
    if (THIS_EVENT.test(rest)) return worked(duration.after(event), event)
    // “Within six weeks of a placement starting” is a day nobody knows yet.
    const start = read(rest.trim(), event)
    if (start === null) return null
    return worked(
      /^\s*(?:time\s+)?before\b/.test(whole) ? duration.before(start.day) : duration.after(start.day),
      event,
    )
  }
  const exact = readExact(words, event)
  if (exact !== null) return exact
  if (BROKEN_DATE.test(words)) return null
  const others =
    duration === null ? words : words.slice(0, duration.index) + words.slice(words.length - duration.rest.length)
  return (
    worked(readPeriods(others, event), event) ??
    (duration === null ? null : worked(duration.after(event), event)) ??
    worked(readNearDay(words, event), event)
  )
}

/**
 * Reads a timescale in people's own words, said on `eventDate` (an ISO day). A stated full date stays as it is, even one
 * long past; whatever has to be worked out is `derived` and never before the event. Words without a year mean the next time
 * after it. Words that name no day (“ongoing”, “next board meeting”) give none. Never throws.
 */
export function readTimescale(words: string, eventDate: string): Timescale {
  const stated = words.replace(/\s+/g, ' ').trim()
  const plain = stated
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”"()!?]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:-]+|[\s.,;:-]+$/g, '')
  const answer = read(plain, fromIso(eventDate))
  return { date: answer === null ? null : toIso(answer.day), derived: answer?.derived ?? false, stated }
}
