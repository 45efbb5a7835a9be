/** A day as people write it into three boxes, or whole into one of them: in figures, or with the month’s name. Pure. */

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
/** Fewer letters would be two months, or none that anybody writes. */
const LEAST_LETTERS = 3

/** 1 to 12; null where it is none. “Sept” and “mar” are as good as the whole name. */
function monthOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const month = MONTHS.findIndex((name) => name.startsWith(text === 'sept' ? 'sep' : text))
  return text.length < LEAST_LETTERS || month === -1 ? null : month + 1
}

/** An ISO day; null where there is no such day. A year of two figures is of this century. */
export function writtenDay(boxes: { day: string; month: string; year: string }): string | null {
  const parts = [boxes.day, boxes.month, boxes.year]
    .join(' ')
    .toLowerCase()
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .split(/[\s./,-]+|\bof\b/)
    .filter(Boolean)
  const [first = '', second = '', year = '', more] = parts
  // “March 3 2027”
  const [day, month] = /^\p{L}/u.test(first) ? [second, first] : [first, second]
  const [d, m] = [/^\d{1,2}$/.test(day) ? Number(day) : null, monthOf(month)]
  if (d === null || m === null || more !== undefined || !/^(\d{2}|\d{4})$/.test(year)) return null
  const date = new Date(Date.UTC(year.length === 2 ? 2000 + Number(year) : Number(year), m - 1, d))
  return date.getUTCDate() === d && date.getUTCMonth() === m - 1 ? date.toISOString().slice(0, 10) : null
}
