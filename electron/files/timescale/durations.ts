/** Lengths of time that people name: “within three months”, “six to eight weeks”, “a fortnight”. */
import { addMonths, type Day, weekdayOf } from './civil-day.ts'

const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  half: 0.5,
  'half a': 0.5,
  couple: 2,
  'a couple of': 2,
  'couple of': 2,
  few: 3,
  'a few': 3,
  several: 3,
}
const NUMBER = `(?:\\d{1,3}(?:\\.5)?|${Object.keys(NUMBERS)
  .toSorted((one, other) => other.length - one.length)
  .join('|')})`
const DURATION = new RegExp(
  `\\b(?:(${NUMBER})\\s*(?:-|–|to|or)\\s*)?(${NUMBER})[\\s-]*(working |school )?(hour|day|week|fortnight|month|quarter|year)s?\\b'?`,
)

export type Duration = {
  /** The day so long after this one. */
  after: (day: Day) => Day
  before: (day: Day) => Day
  /** Where in the words it starts. */
  index: number
  /** The words that follow it. */
  rest: string
}

const amountOf = (text: string): number => NUMBERS[text] ?? Number(text)

function workingDays(day: Day, count: number): Day {
  let [reached, left] = [day, Math.abs(count)]
  while (left > 0) {
    reached += Math.sign(count)
    if (weekdayOf(reached) <= 5) left--
  }
  return reached
}

function move(day: Day, amount: number, unit: string, working: boolean): Day {
  switch (unit) {
    case 'hour':
      return day + Math.sign(amount) * Math.ceil(Math.abs(amount) / 24)
    case 'day':
      return working ? workingDays(day, Math.round(amount)) : day + Math.round(amount)
    case 'week':
      return day + Math.round(amount * 7)
    case 'fortnight':
      return day + Math.round(amount * 14)
    case 'quarter':
      return addMonths(day, Math.round(amount * 3))
    case 'year':
      return addMonths(day, Math.round(amount * 12))
    default:
      return addMonths(day, Math.trunc(amount)) + Math.round((amount % 1) * 30)
  }
}

/**
 * The first length of time in these words; the longer end of “six to eight weeks”. Working days are Monday to Friday: bank
 * holidays are not left out. Null for none, and for how often something happens (“two days a week”).
 */
export function readDuration(words: string): Duration | null {
  const match = DURATION.exec(words)
  if (match === null) return null
  const [whole, low = '', high = '', working, unit = ''] = match
  const rest = words.slice(match.index + whole.length)
  if (/^\s*(?:a|an|per|each|every)\b/.test(rest)) return null
  const amount = Math.max(low === '' ? 0 : amountOf(low), amountOf(high))
  const shift = (day: Day, by: number) => move(day, by, unit, working !== undefined)
  return { after: (day) => shift(day, amount), before: (day) => shift(day, -amount), index: match.index, rest }
}
