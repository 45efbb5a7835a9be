/** The words of by when: what each, or a few together, is. Without apostrophes, and with blanks for hyphens. Everything else is just a word. */
import type { Flag, Lead, Role, Token, Unit } from './token.ts'
import { NAMES } from './names.ts'

/** Among ordinals: “last”, “final”. */
export const LAST = -1

/** Words that belong together, and what they are. */
type Entry = readonly [phrase: string, token: Token]
const entries = (phrases: string, token: Token): Entry[] => phrases.split('|').map((phrase) => [phrase, token])
const each = <Key extends string>(table: Readonly<Record<Key, string>>, token: (key: Key) => Token): Entry[] =>
  (Object.keys(table) as Key[]).flatMap((key) => entries(table[key], token(key)))
const inOrder = (words: readonly string[], token: (index: number) => Token): Entry[] =>
  words.flatMap((one, index) => entries(one, token(index)))

const WEEKDAYS = [
  'monday|mon',
  'tuesday|tues|tue',
  'wednesday|weds|wed|midweek|mid week',
  'thursday|thurs|thur|thu',
  'friday|fri',
  'saturday|sat',
  'sunday|sun',
]
const UNITS: Record<Unit, string> = {
  hour: 'hour|hr',
  day: 'day',
  week: 'week|wk',
  fortnight: 'fortnight',
  month: 'month|mth|mnth',
  quarter: 'quarter|qtr',
  term: 'term',
  year: 'year|yr',
}
const SEVERAL: Record<Unit, string> = {
  hour: 'hours|hrs',
  day: 'days',
  week: 'weeks|wks|weks',
  fortnight: 'fortnights',
  month: 'months|mths|mnths|monthes|moths|mos',
  quarter: 'quarters|qtrs',
  term: 'terms',
  year: 'years|yrs',
}
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const LARGER = { fifteen: 15, eighteen: 18, twenty: 20, 'twenty four': 24, thirty: 30, sixty: 60, ninety: 90 }

/** What a length is counted from, where that is the day it is said. */
const ANCHORS = ['from', 'of', 'after', 'following', 'since']
  .flatMap((lead) =>
    'now|today|the event|this event|our event|todays event|the conference|this conference|the meeting|this meeting|the workshop|this workshop|the day|this day|signing|signing up|sign up|this|the date of the event'
      .split('|')
      .map((when) => `${lead} ${when}`),
  )
  .join('|')

const PARTS = {
  start:
    'start of|first thing in|the start of|beginning of|the beginning of|first day of|first day back of|first day in|opening of',
  early: 'early|early in|early on in|early part of|first part of|first third of',
  mid: 'mid|middle|middle of|midway through|half way through|halfway through',
  late: 'late|late in|later|later in|back end of|tail end of|latter part of|last part of|towards the end of',
  end: 'end|end of|last day of|last day in|final day of|close of',
  'first half': 'first half of|1st half of',
  'second half': 'second half of|2nd half of|latter half of|last half of|other half of',
} as const
const WHICH = {
  this: 'this|current|present',
  next: 'next',
  coming: 'coming|this coming|upcoming|forthcoming',
  new: 'new',
} as const

const ROLES: Record<Role, string> = {
  by: 'by|by no later than|no more than|no longer than|not more than|no later than|not later than|no later|latest by|by the latest|on or before|deadline|due|due by|ready by|within|inside|finish by|end by|this side of|done by|completed by|eta|erbyn',
  until: 'until|till|til|untill|up until|ending|ends|finishing|through to|through until|not beyond|not past|not after',
  before: 'before|pre|prior to|ahead of|in advance of',
  in: 'in|at|on',
  over: 'during|over|throughout|in the course of|through|across|spread over',
  for: 'for|ready for|in time for|for up to|lasts up to|lasting up to',
  from: 'from|starting|starts|starting from|start from|start in|start on|start at|starts in|kick off|kicks off|kick off in|kicks off in|kicking off in|kicks off on|starting in|starting on|starting at|beginning in|beginning on|beginning from|begins|begin|begins in|begin in|commencing|commence|commences|commencing on|commencing in|as of|as from|with effect from|wef|available from|any time from|anytime from|effective from|effective',
  'not-before':
    'not before|no earlier than|not earlier than|no sooner than|not sooner than|earliest|earliest would be|earliest is|earliest will be|the earliest is|unlikely before|unlikely until|unlikely to be before|not likely before|wont be before|wont be until|not until|not till|at the earliest|at the very earliest|at earliest|not starting before|not starting until|no start before',
  after: 'after|post|following|beyond|past|later than|once',
  between: 'between|from between',
}

const FLAGS: Record<Flag, string> = {
  frequency:
    'annually|yearly|monthly|weekly|daily|termly|half termly|half yearly|quarterly|fortnightly|hourly|biannually|bi annually|biannual|biennial|bi monthly|bimonthly|bi weekly|biweekly|alternate|every other|regular|regularly|pw|pcm|pa|per annum|twice|term time|termtime|term time only|from time to time|seasonal|seasonally|nightly|weekends|evenings',
  vague:
    'ongoing|on going|continuous|continuously|continual|continually|continuing|rolling|asap|soon|sooner|soonest|as soon as possible|as soon as|as and when|as needed|as required|as appropriate|tbc|tba|tbd|to be agreed|to be confirmed|to be decided|to be arranged|to be set|not sure|unsure|unknown|not known|not yet|dont know|do not know|no idea|open ended|immediate|immediately|straight away|straightaway|right away|urgent|urgently|permanent|permanently|always|forever|for ever|indefinite|indefinitely|long term|short term|medium term|longer term|near term|from now on|from now onwards|eventually|in due course|anytime|any time|one day|some day|someday|na|none|few|several|some|many|never|lifelong|for life|life|midsummer|mid summer|midwinter|mid winter|mid term|midterm|september term|january term|back to school|municipal year|by then|by now|flexible|last minute|summer after next|first week back|next weekend|schools return|school returns|schools go back|they go back',
  condition:
    'if|when|whenever|depends|it depends|decide|decides|unless|subject to|depending|dependent|dependant|pending|provided|providing|assuming|as long as|in line with|upon|contingent|conditional|alongside',
  age: 'birthday|birthdays|aged|age|ages|olds|turn|turns|turning|teens|teenage|ks1|ks2|ks3|ks4|ks5|reception year|toddlers',
  past: 'ago|yesterday|previous|previously|since|overdue|past due|already',
  not: 'not|never by|wont|cannot|isnt',
}

/** Verbs of what has been done; “completed by March” is yet to come, and “was completed by March” is not. */
const DONE = 'completed|finished|done|delivered'
const WAS = ['was', 'were', 'has been', 'have been', 'had been']
const LEADS: Record<Exclude<Lead, 'done'>, string> = {
  away: 'closed|off|away|out of office|out of the office|on leave|annual leave|on holiday|on maternity leave|unavailable|not available|shut|shuts|closes|shutdown',
  old: 'originally|initially|formerly|no longer|instead of|rather than|missed|not now',
  was: 'was|were',
  moved:
    'moved|changed|extended|slipped|slipped back|slid|pushed|pushed back|put back|put off|brought forward|moved back|moved forward|delayed|postponed|deferred|rescheduled|revised',
  now: 'now',
}
const DONE_ELSE =
  'launched|opened|started|began|begun|went live|gone live|met|agreed|signed off|signed|approved|emailed|sent|rang|called|spoke|visited|wrote|sorted|achieved|implemented|held|happened|took place|discussed|promised|introduced|published|submitted|reported|attended|trained|recruited|appointed|joined|finalised|rolled out|decided|voted|received|issued|reviewed|updated|set up|ran|ended|passed|raised|asked|told|handed over|handed in|installed|fixed|ticked off'

const FILLERS =
  'the|hopefully|ideally|approx|approximately|about|around|roughly|circa|sometime|some time|at some point|probably|possibly|maybe|perhaps|definitely|say|if possible|target|target date|revised date|revised target|new date|date|aim|aim for|aiming for|aiming|complete|completion|finish|in place|ready|very|sign off|signing off|one off|day off|set off|end of play|close of play|close of business|cop|cob|noon|midday|midnight|lunchtime|morning|afternoon|evening|night|mis|first thing|first thing in the morning|latest date|our|realistically|expected|planned|provisionally|provisional|time|working towards|haha|ha|lol|fingers crossed|exactly|just|only|well|absolutely|am|pm'
const LIGHT =
  'a an we i you he she it they all everyone everybody anyone my your their its as is are instead be will would can could should might must have has do does any more most both which that who where with without so but because these shall them'.split(
    ' ',
  )

export const VOCABULARY: readonly Entry[] = [
  ...NAMES,
  ...inOrder(WEEKDAYS, (index) => ({ kind: 'weekday', weekday: index + 1 })),
  ...WEEKDAYS.flatMap((words) => entries(`${words.split('|')[0]}s`, { kind: 'flag', flag: 'frequency' })),
  ...each(UNITS, (unit) => ({ kind: 'unit', unit, isPlural: false })),
  ...each(SEVERAL, (unit) => ({ kind: 'unit', unit, isPlural: true })),
  ...inOrder(NUMBERS, (index) => ({ kind: 'number', value: index + 1 })),
  ...Object.entries(LARGER).flatMap(([words, value]) => entries(words, { kind: 'number', value })),
  ...entries('a couple of|couple of|a couple|couple', { kind: 'number', value: 2 }),
  ...entries('half a|half an|and a half|and half', { kind: 'number', value: 0.5 }),
  ...inOrder(['first', 'second', 'third', 'fourth', 'fifth'], (index) => ({
    kind: 'ordinal',
    value: index + 1,
    isDigits: false,
  })),
  ...entries('last|final', { kind: 'ordinal', value: LAST, isDigits: false }),
  ...entries(ANCHORS, { kind: 'anchor' }),
  ...entries('today|tonight|this morning|this afternoon|this evening|eod|end of today|end of the day|end of day', {
    kind: 'near',
    days: 0,
  }),
  ...entries('tomorrow|tomorow|tommorow|tommorrow|tmrw', { kind: 'near', days: 1 }),
  ...entries('the day after tomorrow|day after tomorrow', { kind: 'near', days: 2 }),
  ...each(PARTS, (part) => ({ kind: 'part', part })),
  ...each(WHICH, (which) => ({ kind: 'which', which })),
  ...each(ROLES, (role) => ({ kind: 'role', role })),
  ...entries('up to|upto', { kind: 'role', role: 'until', isUpTo: true }),
  ...entries(DONE, { kind: 'lead', lead: 'done', isLight: true }),
  ...entries(DONE_ELSE, { kind: 'lead', lead: 'done' }),
  ...WAS.flatMap((was) =>
    DONE.split('|').flatMap((done) => entries(`${was} ${done} by`, { kind: 'lead', lead: 'done' })),
  ),
  ...each(LEADS, (lead) => ({ kind: 'lead', lead, ...(lead === 'was' || lead === 'now' ? { isLight: true } : {}) })),
  ...each(FLAGS, (flag) => ({ kind: 'flag', flag })),
  ...entries('per|each|every', { kind: 'flag', flag: 'frequency', rate: 'per' }),
  ...entries('times', { kind: 'flag', flag: 'frequency', rate: 'times' }),
  ...entries(
    'at the latest|latest|at latest|or before|or sooner|or earlier|at the very latest|max|maximum|tops|at most',
    {
      kind: 'latest',
    },
  ),
  ...entries('onwards|onward|on wards|start|start date|beginning|and onwards|and beyond|on from there|or later', {
    kind: 'onwards',
  }),
  ...entries(
    'week commencing|week beginning|week starting|wc|wb|week commencing on|wk beg|week beg|wk beginning|wk commencing|wk starting|wk comm|week comm',
    {
      kind: 'week-of',
      days: 4,
    },
  ),
  ...entries('week ending|week ending on|wk ending|wk end', { kind: 'week-of', days: 0 }),
  ...entries('to', { kind: 'join', join: 'to' }),
  ...entries('and', { kind: 'join', join: 'and' }),
  ...entries('then', { kind: 'join', join: 'then' }),
  ...entries('or', { kind: 'join', join: 'or' }),
  // When they will say more is no day of the promise itself.
  ...entries('will confirm|will let you know|let you know|will get back to you|get back to you|will advise', {
    kind: 'broken',
  }),
  ...entries(FILLERS, { kind: 'filler' }),
  ...entries('of', { kind: 'filler', isOf: true }),
  ...LIGHT.flatMap((text) => entries(text, { kind: 'word', text, isLight: true })),
]
