/** Writes what people write in many ways in one: small letters, one kind of dash, no apostrophes, no abbreviations with a slash. */
import { inFigures } from './spelled.ts'

const LONGEST = 200
/** Every month as it may be written, for a pattern. */
export const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'

const STARTS = '\\b(?:start|starts|starting|begin|begins)(?: date| on)?:? '
const ENDS = '(?:finish|finishes|complete|completes|completed|done|end|ends)(?: date| on| by)?:? '

/** In this order, each on what those before it made. */
const REWRITTEN: readonly (readonly [RegExp, string])[] = [
  [/[‘’`´]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/(?<![\p{L}\d])'(?=\d\d\b)/gu, '20'],
  // “We’ll” is no “well”.
  [/\b(i|we|they|you|he|she|it)'(?:ll|ve|re|d)\b/g, '$1 will'],
  [/'/g, ''],
  // What comes after them is another thought: “by the end of Feb please chase me”.
  [/\b(?:please|pls|plz|re|regarding)\b/g, ', '],
  [/[“”"()[\]!?*]/g, ' '],
  [/\bw\/ ?c\b|\bw\/ ?b\b/g, 'week commencing'],
  [/\bw\/ ?e\b/g, 'week ending'],
  [/\bcalendar month/g, 'month'],
  [/\beow\b/g, 'end of week'],
  [/\b2day\b/g, 'today'],
  [/\b2(?:moro|morow|morrow|mrw|moz)\b/g, 'tomorrow'],
  [/\b(?:bank hols?|bh)\b/g, 'bank holiday'],
  [/(?<=\b(?:school|academic|acad|new|calendar|calender|tax|financial|fin|fiscal|council) )yr\b/g, 'year'],
  // “Mid to late January” ends when late January does.
  [/\b(?:early|mid|middle|start) ?(?:-|\/|to|or) ?(?=(?:mid|late|end)\b)/g, ''],
  [/\b\d+(?:st|nd|rd|th) anniv(?:ersary)?\b/g, ' '],
  // “Before the year is out”
  [
    /\b(?:before|by the time|until|till) (the|this|next) (year|month|week|term|quarter)(?: is|s)? (?:out|over|up|ends|finishes|through)\b/g,
    'by the end of $1 $2',
  ],
  // What is wished for after what is promised: “March at the latest, ideally Feb”.
  [/(?<=\blatest\b ?)[,;-]? ?(?:but |and )?(?:ideally|preferably|hopefully)\b[^,;.]*/g, ' '],
  [/\b(?:some ?time |any ?time |at some point )?between now and /g, 'by '],
  [/\bany ?time after (?=(?:the )?\d)/g, 'from '],
  // “Next financial year Q1”
  [/\b((?:next|this|the new) (?:financial|fin|fiscal) year),? (q[1-4]|quarter [1-4])\b/g, '$2 $1'],
  [/\bn\/a\b/g, 'na'],
  [/\bb\/h\b/g, 'bank holiday'],
  // “We may”, “may be able to”: no month.
  [
    /(?<=\b(?:i|we|they|you|he|she|it|who|which|that|this|schools?|board|team) )may\b|\bmay(?= (?:be|not|need|also|take|have|well|depend|help|start|begin|require|change|vary|want|still|come|go)\b)/g,
    'might',
  ],
  // “March on with it”: no month.
  [
    /(?<=\b(?:i|we|they|you) )march\b|\bmarch(?= (?:on (?!the \d|\d|a |mon|tue|wed|thu|fri|sat|sun)|ahead|forward|together|against))/g,
    'walk',
  ],
  [/&/g, ' and '],
  // “p.a.”, “a.s.a.p.”, “Jan.”
  [/\b([a-z])\.(?=[a-z]\b)/g, '$1'],
  [/\b([a-z]{1,4})\.(?=\s|$)/g, '$1 '],
  // “l5 January”, “Ist March”, “3O March”, “31st o March”
  [/\b[il](?=\d(?:st|nd|rd|th)?\b)/g, '1'],
  [new RegExp(`\\b[il]st(?= (?:of )?(?:${MONTHS})\\b)`, 'g'), '1st'],
  [new RegExp(`\\b([123])o(?= (?:of )?(?:${MONTHS})\\b)`, 'g'), '$10'],
  [/(?<=\b\d\d?(?:st|nd|rd|th)?) o (?=[a-z]{3})/g, ' of '],
  // “Week 2 of March”, “week 3”: nobody says which seven days.
  [/\b(?:week|wk) (?:[1-5]|one|two|three|four|five)\b(?! ?[/.-]? ?\d| days?\b)(?: (?:of|in|into) )?/g, 'tbc '],
  // “First quarter of 2024”: of the calendar, or of the council’s year?
  [/\b(?:first|1st|second|2nd|third|3rd|fourth|4th|final|last) quarter of (?=20\d\d\b(?! ?[/-] ?\d))/g, 'tbc '],
  [/\bnow (?:to|until|till|-) /g, 'until '],
  // “Start 1 Feb, finish 30 April”
  [
    new RegExp(`${STARTS}(.{3,30}?)[,;.]?(?: -)?(?: and| then)? ${ENDS}(?=\\d|(?:${MONTHS})\\b)`, 'g'),
    'from $1 until ',
  ],
  // “Nov 2023-Feb 2024”
  [new RegExp(`(?<=\\b20\\d\\d)-(?=(?:\\d\\d?(?:st|nd|rd|th)? )?(?:${MONTHS})\\b(?!-\\d))`, 'g'), ' to '],
  [new RegExp(`\\b(${MONTHS}) ?- ?(?=(?:${MONTHS})\\b)`, 'g'), '$1 to '],
  // “31-Mar-2024”, “Mar-24”
  [new RegExp(`(?<=\\d)-(?=(?:${MONTHS})\\b)|(?<=\\b(?:${MONTHS}))-(?=\\d)`, 'g'), ' '],
  [/\b(fye?|ay)(?=\d)/g, '$1 '],
  [/(?<=\p{L})-(?=\p{L})/gu, ' '],
  [/\b(post|pre|mid|end|early|late|start)-(?=\d)/g, '$1 '],
  [/(\d)-(?=(?:week|month|year|day|hour|yr|wk|mth)s?\b)/g, '$1 '],
  [/(\d|\b) ?wds?\b/g, '$1 working days'],
  [/\b(?:business|work|office) (?=days?\b)/g, 'working '],
]

export const plain = (words: string): string =>
  inFigures(
    REWRITTEN.reduce(
      (text, [pattern, instead]) => text.replace(pattern, instead),
      words.replace(/\s+/g, ' ').slice(0, LONGEST).normalize('NFKC').toLowerCase(),
    ),
  )
