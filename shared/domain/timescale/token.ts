/** What a word, or a few words that belong together, is to somebody who reads by when. */
import type { Day, Span } from './civil-day.ts'

/** A stretch, or a day, that comes every year. */
export type Named = {
  /** All there are with this name in (or, where it runs on, from) this calendar year. */
  spans: (year: number) => Span[]
  kind: 'month' | 'season' | 'feast' | 'term' | 'quarter' | 'half' | 'year' | 'year-end'
  /** Time off: “by half term” means before it begins. */
  isHoliday?: boolean
  /** “2024/25” after it is then the year from September, not the council's from April. */
  isSchool?: boolean
  /** Any of the half terms of a year, where its season was not said. */
  isHalf?: boolean
  /** No day by itself: “by the weekend” is one, “the weekend” is none. */
  needsRole?: boolean
  /** “By the new year” means before it begins. */
  opens?: boolean
}

export type Unit = 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'term' | 'year'
export type Part = 'start' | 'early' | 'mid' | 'late' | 'end' | 'first half' | 'second half'
export type Which = 'this' | 'next' | 'coming' | 'new'
/** What the words before a time make of it. */
export type Role = 'by' | 'until' | 'before' | 'in' | 'over' | 'for' | 'from' | 'not-before' | 'after' | 'between'
/** What makes a phrase something else than a day. */
export type Flag = 'frequency' | 'vague' | 'condition' | 'age' | 'past' | 'not'

/** What has been done, who is away, what was planned once, what is put off, and what is so now. */
export type Lead = 'done' | 'away' | 'old' | 'was' | 'moved' | 'now'

export type Token =
  | { kind: 'number'; value: number }
  | { kind: 'ordinal'; value: number; isDigits: boolean }
  /** `isOdd`: six twelfths are six months to a nurse, and 6 December to an officer. */
  | { kind: 'date'; day: number; month: number; year: number | null; isOdd?: boolean }
  | { kind: 'month'; named: Named; month: number }
  | { kind: 'weekday'; weekday: number }
  | { kind: 'year'; year: number }
  | { kind: 'years'; first: number }
  | { kind: 'named'; named: Named }
  | { kind: 'unit'; unit: Unit; isPlural: boolean }
  | { kind: 'near'; days: number }
  | { kind: 'part'; part: Part }
  | { kind: 'which'; which: Which }
  /** “Up to twelve weeks” is a day; “until twelve weeks” is none. */
  | { kind: 'role'; role: Role; isUpTo?: true }
  | { kind: 'flag'; flag: Flag; rate?: 'per' | 'times' }
  /** `isLight` where it says nothing without a time after it. */
  | { kind: 'lead'; lead: Lead; isLight?: true }
  /** “At the latest”, “or before”, after a time. */
  | { kind: 'latest' }
  /** “Onwards”, after a time. */
  | { kind: 'onwards' }
  /** A week that is named by a day of it. */
  | { kind: 'week-of'; days: number }
  | { kind: 'join'; join: 'to' | '-' | 'and' | 'then' | 'or' | '/' | ',' }
  /** “From now”, “of the event”: what a length is counted from. */
  | { kind: 'anchor' }
  /** Something written like a date that is none: nobody should guess from the rest of it. */
  | { kind: 'broken' }
  /** Says nothing of when: “please”, “hopefully”, an hour of the day. */
  | { kind: 'filler'; isOf?: true }
  /** Any other word; `isLight` where it cannot be what a time before it describes, as “board” is in “the March board”. */
  | { kind: 'word'; text: string; isLight: boolean }

/** What a phrase says of when, before anybody asks which of its roles counts. */
export type Time = {
  /** All that it could be, in their order, from the year before on; where a year was said only those of it. */
  spans: Span[]
  part: Part | null
  isHoliday: boolean
  opens: boolean
  /** A full date, as it was said: not worked out, and kept even where it is past. */
  isExact: boolean
  /** A day and a month, which nothing after it can be described by. */
  isDate: boolean
  /** A day and a month, or a name and a year: a time wherever it stands. */
  isStrong: boolean
  yearSaid: boolean
  isLength: boolean
  /** Both its days were said: “1 to 12 January”. */
  isRange: boolean
  /** A whole year, which may belong to another time: “next year, by May”. */
  isYear: number | null
  /** The same in that year, where no year was said. */
  inYear: ((year: number) => Time) | null
}

export const timeOf = (spans: Span[], more: Partial<Time> = {}): Time => ({
  spans,
  part: null,
  isHoliday: false,
  opens: false,
  isExact: false,
  isDate: false,
  isStrong: false,
  yearSaid: false,
  isLength: false,
  isRange: false,
  isYear: null,
  inYear: null,
  ...more,
})
export const dayTime = (day: Day, more: Partial<Time> = {}): Time => timeOf([{ from: day, to: day }], more)

/** What was found in the tokens up to `next`; without a time where it is about one that nobody can be sure of. */
export type Found = { time: Time | null; next: number }
