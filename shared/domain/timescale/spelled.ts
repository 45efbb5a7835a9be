/** Writes numbers that were said in words in figures: “twenty-first” as “21st”, “twenty twenty seven” as “2027”. */

const ONES = 'one two three four five six seven eight nine'.split(' ')
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const FIRSTS = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ')
/** From the sixth on: the first five count weeks and Fridays, too. */
const ORDINALS = [
  ...FIRSTS.slice(5),
  ...'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  ),
]

const [ones, teens, tens, firsts, ordinals] = [ONES, TEENS, TENS, FIRSTS, ORDINALS].map((words) => words.join('|'))
const TWO_THOUSAND = 'two thousand(?: and)?'
const YEAR = new RegExp(`\\b(?:twenty|${TWO_THOUSAND}) (?:(${teens})|(${tens})(?: (${ones}))?)\\b`, 'g')
const NTH = new RegExp(`\\b(${tens}) (${firsts})\\b`, 'g')
const COUNT = new RegExp(`\\b(?:(${teens})|(${tens})(?: (${ones}))?)\\b`, 'g')
// Twelfth Night is a feast, and a sixth form no day.
const ORDINAL = new RegExp(`\\b(?:(${ordinals})|thirtieth)\\b(?! night| form)`, 'g')
const ANY = new RegExp(`\\b(?:${teens}|${tens}|${ordinals}|thirtieth|hundred)\\b`)

const tenTo = (ten = '', one = ''): number => (TENS.indexOf(ten) + 2) * 10 + ONES.indexOf(one) + 1
const below100 = (teen: string | undefined, ten: string | undefined, one: string | undefined): number =>
  teen === undefined ? tenTo(ten, one) : TEENS.indexOf(teen) + 10

/** `text` in small letters and without hyphens between words. */
export function inFigures(text: string): string {
  if (!ANY.test(text)) return text
  return text
    .replace(YEAR, (_all, teen?: string, ten?: string, one?: string) => `${2000 + below100(teen, ten, one)}`)
    .replace(NTH, (_all, ten: string, first: string) => `${tenTo(ten) + FIRSTS.indexOf(first) + 1}th`)
    .replace(COUNT, (_all, teen?: string, ten?: string, one?: string) => `${below100(teen, ten, one)}`)
    .replace(ORDINAL, (_all, nth?: string) => `${nth === undefined ? 30 : ORDINALS.indexOf(nth) + 6}th`)
    .replace(/\b(?:one|a) hundred\b/g, '100')
}
