/** Reads what lists say of whether somebody is coming, by how the words begin: “Registered (cancelled 3/4)”, “Waitlist - position 3”. */

/** `unsure`: nobody has said yet, or only perhaps. */
export type Meaning = 'coming' | 'cancelled' | 'not-coming' | 'waiting' | 'unsure'

/** Words that say no more than the word behind them: “has sent her apologies” is “sent apologies”. */
const SAYS_NOTHING = new Set(
  'i im ive we weve he shes hes she they theyve it has have had been be being is are am will shall would can could able to the a an this that her his their my our your now currently already just did does do please yet so still'.split(
    ' ',
  ),
)
/** What is said of may stand first: “Ticket cancelled”. */
const SPOKEN_OF = new Set(
  'ticket tickets booking order registration place attendance attendee delegate guest person participant rsvp response invitation invite status sadly unfortunately regretfully both'.split(
    ' ',
  ),
)
/** The same word in other forms. What is written short is what people write short. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  not: ['wont', 'cant', 'cannot', 'couldnt', 'isnt', 'arent', 'wasnt', 'dont', 'doesnt', 'didnt', 'unable', 'never'],
  cancelled: [
    'canceled',
    'cancel',
    'cancels',
    'cancelling',
    'canceling',
    'cancellation',
    'cancelation',
    'cancld',
    'canc',
    'canx',
    'cxl',
    'cxld',
    'cncl',
    'cnx',
  ],
  apologies: ['apology', 'apols', 'apologises', 'apologised', 'apologizes', 'apologized', 'apologise', 'apols'],
  regrets: ['regret', 'regretted'],
  declined: ['decline', 'declines', 'declining'],
  rejected: ['reject', 'rejects', 'rejection'],
  withdrawn: ['withdrew', 'withdraw', 'withdraws', 'withdrawing', 'withdrawal'],
  refunded: ['refund', 'refunds'],
  voided: ['void'],
  waitlist: ['waitlisted', 'waitlists', 'waitinglist', 'wl'],
  attending: ['attend', 'attends', 'attended'],
  coming: ['come', 'comes'],
  going: ['go', 'goes'],
  joining: ['join', 'joins'],
  accepted: ['accept', 'accepts'],
  approved: ['approve', 'approval'],
  confirmed: ['confirm', 'confirms', 'confirmation'],
  replied: [
    'reply',
    'replies',
    'responded',
    'respond',
    'responds',
    'answered',
    'answer',
    'response',
    'rsvpd',
    'rsvped',
  ],
  pending: ['awaiting', 'awaits', 'await'],
}
const FORM_OF = new Map(Object.entries(FORMS).flatMap(([word, forms]) => forms.map((form) => [form, word] as const)))

const phrases = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => line.split(',').map((one) => one.trim()))
    .filter((one) => one !== '')

/**
 * How a phrase may begin, in the forms above and without the words that say nothing; the longest that fits counts. They are those of
 * Eventbrite, Luma, Zoom, CiviCRM, Indico, Tito, Hi.Events, pretix, Ticket Tailor, Outlook and Teams, and what people write by hand.
 */
const BEGINNINGS: Readonly<Record<Meaning, readonly string[]>> = {
  'not-coming': phrases(`
    not attending, not coming, not going, not joining, not make, not making, not made, not participating, not participate
    not here, not there, not in, not with us, not present, not expected, not available, not well, not want, not wanting, not needed
    not accepted, not approved, not selected, not successful, not invited, not eligible, not allowed, not travelling, not taking
    no longer, no show, no shows, noshow, no sorry, no thanks, no thank you, no not, no apologies, dna, dnf
    apologies, sent apologies, sends apologies, send apologies, sending apologies, given apologies, gave apologies, gives apologies
    giving apologies, received apologies, with apologies, made apologies, offered apologies, offers apologies, tendered apologies, apologies received
    regrets, sent regrets, sends regrets, with regrets, sorry, declined, has declined, turned down, rejected, refused, denied, unsuccessful
    withdrawn, pulled out, pulling out, pull out, pulls out, back out, stand down, bow out, dropped out, dropping out, drop out, dropout, backed out, opted out, opting out, bowed out, stood down, stepped down
    cried off, bailed, ducked out, absent, absence, away, unavailable, unwell, ill, illness, sick, sickness, off sick, off ill, off work, on leave
    on annual leave, annual leave, on maternity leave, maternity leave, on sick leave, sick leave, on holiday, on vacation, in hospital, self isolating
    deceased, died, passed away, left organisation, left organization, left company, left council, left job, left role, left post, left service, left school
    replaced, substituted, swapped out, swapped with, swapped for, swapped places, gave up, given up, giving up, gave place, given place, sending someone
    sending substitute, sending deputy, sending colleague, excused, stood aside, non attendance, nonattendance, non attending, failed to attend
    failed attending, missed, will miss, miss, missing`),
  cancelled: phrases(`
    cancelled, self cancelled, user cancelled, auto cancelled, late cancelled, fully refunded, full refunded, refunded, voided, nullified, annulled
    deleted, removed, expired, abandoned, lapsed, revoked, rescinded, released, returned, resold, archived, invalid, invalidated, inactive, disabled
    terminated, unregistered, deregistered, de registered, unbooked, transferred, deferred, postponed, dropped, discarded, charged back, chargeback`),
  waiting: phrases(`
    waitlist, wait list, wait listed, waiting list, waiting listed, on waitlist, on wait list, on waiting list, pending from waitlist
    pending from waiting list, pending from wait list, pending waitlist, added waitlist, added waiting list, moved waitlist, moved waiting list
    joined waitlist, joined waiting list, placed on waitlist, placed on waiting list, put on waitlist, put on waiting list, offered waitlist, waiting
    waiting for place, waiting for space, pending place, pending space, pending availability, pending spaces, reserve, reserve list, on reserve
    on reserve list, reserves, reserves list, standby, stand by, on standby, on stand by, backup list, on backup list, cancellation list, queue, queued
    in queue, in waiting list, in waitlist, overflow, overflow list, no place yet, no space yet, next in line`),
  unsure: phrases(`
    tentative, tentatively, maybe, perhaps, possibly, possible, probably, likely, might, may, provisional, provisionally, pencilled, penciled, interested
    hopes, hoping, hopefully, hope, trying, depends, depending, if, subject, unsure, undecided, unknown, uncertain, unconfirmed, none, nothing
    not confirmed, not replied, not sure, not known, not know, not decided, not paid, not registered, not booked, not opened, not answered, not signed
    not certain, not completed, not complete, not submitted, not seen, not viewed, not contacted
    no replied, no replied received, no rsvp, no reply, no word, no news, no contact, no email, no decision, no idea
    waiting hear, waiting to hear, waiting for payment, waiting payment, waiting for approved, waiting approved, waiting for confirmed, waiting confirmed, waiting for replied, waiting replied, waiting on, pending, to confirmed, confirmed tbc, tbc, tba, tbd, invited, invitation sent, sent invitation, delegated, requested, requires, on hold, hold, held, held over
    applied, application, submitted, draft, incomplete, in progress, started, unpaid, payment, invoice, invoiced, part paid, deposit, overdue
    refunded requested, refunded pending, pending refunded, partially cancelled, partial cancelled, part cancelled, unassigned, nominated, chased, chase, query
    approved pending, apologies for late, apologies for lateness, apologies for delay, sorry for late, sorry for lateness, disputed, failed, payment failed, under review, in review, review, shortlisted, new, needs action, needsaction, action needed`),
  coming: phrases(`
    attending, coming, going, joining, rebooked, reinstated, restored, reactivated, back on, yes, y, yep, yeah, true, ok, okay, ja, oui, approved, accepted, confirmed, registered, registration, booked, active, valid
    paid, complete, completed, issued, checked in, checkedin, check in, signed in, signed up, enrolled, included, present, here, there, in, in person, inperson
    happy, definitely, delighted, looking forward, required, optional, organiser, organizer, meeting organiser, meeting organizer, chair, host, free
    comp, complimentary, sold, sent, delivered, arrived, admitted, scanned, used, expected, invited accepted, partially paid, partially refunded
    partial refunded, part refunded, partially attending, not checked in, not checkedin, not arrived, not scanned, not used, not signed in, not cancelled
    not voided, not declined, not withdrawn, not waitlist, not refunded, unused, open, live, success, successful, processed, reserved, selected, eligible
    transferred from, transferred in, swapped from, manual, walk in, yes attending, all day, full day, whole day, both days
    morning, afternoon, am only, pm only, going ahead, good to go, granted, admit, allocated, offered, member, ready, imported`),
}
const MEANS = new Map<string, Meaning>(
  (Object.keys(BEGINNINGS) as Meaning[]).flatMap((meaning) =>
    BEGINNINGS[meaning].map((one) => [one, meaning] as const),
  ),
)
const LONGEST = 5
/** Alone these answer a question; what the question was, the heading says. */
const ANSWERS: Readonly<Record<string, Meaning>> = {
  no: 'not-coming',
  n: 'not-coming',
  nope: 'not-coming',
  false: 'not-coming',
  '0': 'not-coming',
  '✗': 'not-coming',
  '✘': 'not-coming',
  '❌': 'not-coming',
  '1': 'coming',
  x: 'coming',
  '✓': 'coming',
  '✔': 'coming',
  '☑': 'coming',
  '✅': 'coming',
}

/** Part of the day, or what is beside it: whoever does not come to that may come all the same. */
const PART_OF_IT =
  /\b(dinner|lunch|lunchtime|breakfast|meal|food|catering|drinks?|reception|networking|social|gala|party|tour|visit|workshops?|breakouts?|sessions?|plenary|morning|afternoon|evening|am|pm|day|days|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hotel|room|accommodation|parking|coach|travel|train|taxi|photos?|photographs?|filming|childcare|creche|interpreter|stand|stall|newsletter)\b/
/** “Withdrew on Monday” says when it was said; “not attending Monday” says what of. */
const isPartOfIt = (rest: string): boolean =>
  PART_OF_IT.test(rest.replace(/\b(on|by|this|last) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/g, ''))
/** What may follow where nothing else says that the words are about coming at all. */
const AS_A_WHOLE =
  /^$|^(attending|coming|joining|going|participating|by|on|due|because|as|via|per|with|at|in|from|received|sent|given|and|illness|ill|sick|unwell|childcare|covid|last|late|today|yesterday|this|place|attendance|booking|ticket|registration|order|too|also|event|conference|position|number|no|out|list|due|family|work|clash|after|thanks|sorry|refund|refunded|email|phone|emailed|phoned|called|rang|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b|^\d/
/** Unmistakable under any heading; “expired” may be a passport. */
const ANYWHERE =
  /^(cancelled|self cancelled|not (attending|coming)|not make|no longer (attending|coming|joining|going|participating)|apologies|(sen[dt]s?|sending|gi?ave|gi?ven|gives|received|with) apologies|withdrawn|pulled out|dropped out|declined|wait ?list(ed)?|waiting list(ed)?|on (wait ?list|waiting list)|no ?shows?|regrets|sent regrets|voided|pending (from )?wait)/

/** One of these stands in whatever takes somebody away under any heading: a quick answer for nearly every cell. */
const MAY_SAY =
  /can[cx]|cxl|cncl|cnx|attend|com(e|ing)|going|join|make|made|longer|apol|withdr|pull|drop|declin|wait|show|regret|void/i

const wordsOf = (clause: string): string[] =>
  clause
    .split(/[^\p{L}\p{N}✗✘❌✓✔☑✅]+/u)
    .filter((word) => word !== '' && !SAYS_NOTHING.has(word))
    .map((word) => FORM_OF.get(word) ?? word)

type Clause = { words: string[]; isLater: boolean }

/** Of whoever comes for somebody else the rest speaks: “Attending in place of Tom (cancelled)”. */
const FOR_SOMEBODY =
  /\b(in place of|instead of|on behalf of|replacing|replacement for|replaces|substitute for|substituting for|standing in for|covering for)\b/

/** In small letters, apart where another thought begins; `isLater`: it says what came after the one before it. */
function clausesOf(text: string): Clause[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/_/g, ' ')
    .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ' ')
  return plain
    .split(/(->|→|=>|>|\bbut now\b|\bbut then\b|\bbut\b|\bthen\b|\bnow\b|[()[\]{},;:.!?/|+&]| [-–—] |\s[-–—]|[–—]| - )/)
    .reduce<{ clauses: Clause[]; later: boolean }>(
      ({ clauses, later }, part, index) => {
        if (index % 2 === 1) return { clauses, later: later || /->|→|=>|>|but|then|now/.test(part) }
        const words = wordsOf(part)
        return words.length === 0
          ? { clauses, later }
          : { clauses: [...clauses, { words, isLater: later && clauses.length > 0 }], later: false }
      },
      { clauses: [], later: false },
    ).clauses
}

type Found = { meaning: Meaning; begins: string; rest: string }

function beginningOf(words: readonly string[]): Found | null {
  for (let skipped = 0; skipped < words.length; skipped++) {
    const left = words.slice(skipped)
    for (let length = Math.min(LONGEST, left.length); length > 0; length--) {
      const begins = left.slice(0, length).join(' ')
      const meaning = MEANS.get(begins)
      if (meaning !== undefined) return { meaning, begins, rest: left.slice(length).join(' ') }
    }
    const [first = ''] = left
    const answer = left.length === 1 ? ANSWERS[first] : undefined
    if (answer !== undefined) return { meaning: answer, begins: first, rest: '' }
    if (!SPOKEN_OF.has(first)) return null
  }
  return null
}

const WEIGHT: Readonly<Record<Meaning, number>> = { cancelled: 4, 'not-coming': 3, waiting: 2, unsure: 1, coming: 0 }
const isAway = (meaning: Meaning) => WEIGHT[meaning] > 1

/** What counts of several clauses: the last that says what came later, else the one that takes most away. */
function weightiest(all: readonly (Found & { isLater: boolean })[]): Meaning | null {
  const last = all.findLast(({ isLater }) => isLater)
  if (last !== undefined) return last.meaning
  const [first, ...others] = all
  if (first === undefined) return null
  // “No (maybe next year)” is a no, and “Yes - if the train runs” a yes: only what takes the place away changes the first word.
  return others.reduce(
    (most, { meaning }) => (isAway(meaning) && WEIGHT[meaning] > WEIGHT[most] ? meaning : most),
    first.meaning,
  )
}

const comesForSomebody = (text: string): boolean => {
  const at = text.toLowerCase().search(FOR_SOMEBODY)
  return at !== -1 && !/\b(not|cancelled|sending|sends)\b|n['’]t\b/i.test(text.slice(0, at))
}

/** What a (tidy) cell says that is there to say it; null where it is not understood. An empty cell is for the caller. */
export function meaningOf(text: string): Meaning | null {
  if (comesForSomebody(text)) return 'coming'
  const clauses = clausesOf(text)
  const found = clauses.flatMap(({ words, isLater }, index) => {
    const one = beginningOf(words)
    if (one === null) return []
    if (isAway(one.meaning) && isPartOfIt(one.rest)) return [{ ...one, meaning: 'unsure' as const, isLater }]
    // A short answer begins a phrase and never stands within one: “Yes, no nuts”.
    return index > 0 && ANSWERS[one.begins] !== undefined ? [] : [{ ...one, isLater }]
  })
  return weightiest(found)
}

/** What a cell says under a heading that promises nothing, such as “Notes”; null for whatever may be about something else. */
export function meaningAnywhere(text: string): Meaning | null {
  if (text.length > 300 || !MAY_SAY.test(text) || comesForSomebody(text)) return null
  const found = clausesOf(text).flatMap(({ words, isLater }) => {
    const one = beginningOf(words)
    const whole = words.join(' ')
    if (one === null) return []
    if (!isAway(one.meaning)) return isLater ? [{ ...one, isLater }] : []
    return ANYWHERE.test(whole.slice(whole.indexOf(one.begins))) && AS_A_WHOLE.test(one.rest) && !isPartOfIt(one.rest)
      ? [{ ...one, isLater }]
      : []
  })
  const meaning = found.some((one) => isAway(one.meaning)) ? weightiest(found) : null
  return meaning !== null && isAway(meaning) ? meaning : null
}

/** True of an answer to a question, which says nothing without it. */
export const isAnswer = (text: string): boolean => {
  const words = clausesOf(text).flatMap((one) => one.words)
  return (
    words.length === 1 &&
    (ANSWERS[words[0] ?? ''] !== undefined || ['yes', 'y', 'true', 'none', 'ok'].includes(words[0] ?? ''))
  )
}
/** True of “Yes”, “1”, a tick and the like. */
export const isYes = (text: string): boolean => isAnswer(text) && meaningOf(text) === 'coming'
/** Null of whatever leaves them on the list, or may. */
export const awayOf = (meaning: Meaning | null): Exclude<Meaning, 'coming' | 'unsure'> | null =>
  meaning === 'coming' || meaning === 'unsure' ? null : meaning
