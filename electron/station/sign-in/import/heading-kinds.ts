/** Tells by their headings columns that say something of coming without asking for it: remarks, days, ways to join. */

/** Whatever somebody liked to write: it may contradict an answer, and never counts more than one. */
export const isFreeComment = (key: string): boolean =>
  /\b(notes?|comments?|remarks?|messages?|tags?|anything (else|further)|further|additional (info\w*|details?|comments?)|other info\w*|reasons?|details|memo)\b/.test(
    key,
  )

const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
const WEEKDAY = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?`
const DATE = String.raw`(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH} \d{1,2}(?:st|nd|rd|th)?|\d{1,2}[ ./-]\d{1,2})(?:,? ?(?:20)?\d\d)?`
const DAY = new RegExp(
  String.raw`^(?:attending |coming |attendance |on )*(?:day (?:\d|one|two|three)|${WEEKDAY}(?:,? (?:the )?${DATE}|,? \d{1,2}(?:st|nd|rd|th)?)?|${DATE})(?: (?:am|pm|all day|attendance))?\??$`,
)
/** “3 Dec”, “Thursday 3 December”, “Day 1”: under it stands who comes that day. */
export const isDay = (key: string): boolean => DAY.test(key)

/** What may say that somebody joins from elsewhere: “How will you join?”, “Ticket type”. */
export const isWayToJoin = (key: string): boolean =>
  /\b(join(ing)?|attend(ing|ance)?|participat\w*|format|mode|ticket (type|name)|admission|registration type|pass|in[- ]person|attendee type|delegate type|option)\b/.test(
    key,
  ) && !/\b(hear|heard|book|booked|booking|pay|paid|source|email|link)\b/.test(key)

const NEWER =
  /\b(update[ds]?|latest|new|newest|final|current|now|revised|changed?|still|reminder|second|2nd|confirmed)\b/
const OLDER = /\b(original|initial|first|1st|old|older|previous|provisional)\b/
const WHEN = new RegExp(String.raw`\b(?:${MONTH}|\d+(?:st|nd|rd|th)?|to|on|of|as at|after|the|round)\b`, 'g')

/** What a column is about, without which of several it is: “rsvp” of “RSVP March” and “RSVP update”. */
export const baseOf = (key: string): string =>
  key
    .replace(new RegExp(NEWER, 'g'), ' ')
    .replace(new RegExp(OLDER, 'g'), ' ')
    .replace(WHEN, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** The higher the later, of two columns about the same; `index`: where the column stands. */
export const latenessOf = (key: string, index: number): number =>
  index + (NEWER.test(key) ? 100_000 : OLDER.test(key) ? -100_000 : 0)
