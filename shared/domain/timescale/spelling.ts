/** Typing errors in the words of by when: one letter wrong in a long word, or two that changed places. */

const LONG = [
  'january',
  'february',
  'august',
  'september',
  'october',
  'november',
  'december',
  'tuesday',
  'wednesday',
  'thursday',
  'saturday',
  'christmas',
  'autumn',
  'fortnight',
  'financial',
  'academic',
  'holidays',
  'halloween',
  'remembrance',
]
/** Other words are too near to these for more than two letters that changed places. */
const SHORT = [
  'march',
  'april',
  'monday',
  'friday',
  'sunday',
  'easter',
  'spring',
  'summer',
  'winter',
  'within',
  'before',
  'months',
  'month',
  'weeks',
  'years',
  'quarter',
  'until',
]
const KNOWN_SLIPS: Readonly<Record<string, string>> = {
  fortnite: 'fortnight',
  sring: 'spring',
  sprng: 'spring',
  sumer: 'summer',
  agust: 'august',
  augst: 'august',
  apirl: 'april',
  aprl: 'april',
  marh: 'march',
  wensday: 'wednesday',
  wedensday: 'wednesday',
  xmass: 'xmas',
  befor: 'before',
  bye: 'by',
  witin: 'within',
  wthin: 'within',
  mnths: 'months',
  yeras: 'years',
  calender: 'calendar',
  finacial: 'financial',
  beggining: 'beginning',
  begining: 'beginning',
}
/** Words of their own. */
const NO_SLIPS = new Set(['decembers', 'augusta', 'augustus', 'weekly', 'septembers', 'octobers'])

const swapped = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

/** True where one letter more, less or other makes the two the same. */
function oneOff(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && long[at] === short[at]) at++
  return long.slice(at + 1) === (long.length === short.length ? short.slice(at + 1) : short.slice(at))
}

/** The word that was meant; the same where nobody can say. `word` is one that is not known. */
export function meantBy(word: string): string {
  const slip = KNOWN_SLIPS[word]
  if (slip !== undefined) return slip
  if (word.length < 5 || NO_SLIPS.has(word)) return word
  const [first] = word
  for (const long of LONG) if (long[0] === first && (oneOff(word, long) || swapped(word, long))) return long
  for (const short of SHORT) if (swapped(word, short)) return short
  return word
}
