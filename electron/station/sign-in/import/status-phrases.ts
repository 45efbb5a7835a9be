/** The words and phrases by which lists say whether somebody is coming, as tools write them and as people do. */

/** `unsure`: nobody has said yet, or only perhaps. */
export type Meaning = 'coming' | 'cancelled' | 'not-coming' | 'waiting' | 'unsure'

/** Words that say no more than the word behind them: “has sent her apologies” is “sent apologies”. */
export const SAYS_NOTHING = new Set(
  'i im ive we weve he shes hes she they theyve it has have had been be being is are am will shall would can could able to the a an this that her his their my our your now currently already just did does do please yet so still'.split(
    ' ',
  ),
)
/** What is said of may stand first: “Ticket cancelled”. */
export const SPOKEN_OF = new Set(
  'wc ticket tickets booking order registration place attendance attendee delegate guest person participant rsvp response invitation invite status sadly unfortunately regretfully both'.split(
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
export const FORM_OF = new Map(
  Object.entries(FORMS).flatMap(([word, forms]) => forms.map((form) => [form, word] as const)),
)

const phrases = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => line.split(',').map((one) => one.trim()))
    .filter((one) => one !== '')

/**
 * How a phrase may begin, in the forms above and without the words that say nothing; the longest that fits counts. They are those of
 * Eventbrite, Luma, Zoom, CiviCRM, Indico, Tito, Hi.Events, pretix, Ticket Tailor, Outlook and Teams, and what people write by hand.
 */
export const BEGINNINGS: Readonly<Record<Meaning, readonly string[]>> = {
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
    failed attending, missed, will miss, miss, missing, clash, diary clash, date clash, double booked, prior engagement, prior commitment, prior commitments
    previous engagement, other engagement, other commitment, other commitments, another engagement, another commitment, diary conflict
    said no, not time, not year, not on occasion, not occasion, not today, retired, moved on`),
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
    hopes, hoping, hopefully, hope, trying, try, tries, out of office, pending moderation, depends, depending, if, subject, unsure, undecided, unknown, uncertain, unconfirmed, none, nothing
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
    count me in, count us in, wouldnt miss, see you there, processing
    morning, afternoon, am only, pm only, going ahead, good to go, granted, admit, allocated, offered, member, ready, imported`),
}
