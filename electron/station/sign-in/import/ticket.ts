/** Tells from a ticket's status whether anyone is still coming on it. */

const CANCELLED =
  /^(cancel+ed( by .*)?|(partially )?cancell?ation|refunded|refunded ?\/ ?cancel+ed|deleted|void(ed)?|withdrawn|transferred|abandoned|expired|rejected|declined|denied)$/
const NOT_COMING =
  /^(not attending|not going|not coming|no longer attending|can(no|')?t (attend|come|make it)|unable to attend|apologies|regrets?|no)$/
const WAITING = /^(on )?(the )?wait(ing)?[ -]?list(ed)?$/

/**
 * Why a row with this (tidy) status is not a delegate, or null where it is. The words are those of Eventbrite's glossary of
 * attendee and order statuses and pretix's order states; a part refund and a payment still owed keep the place.
 */
export function ticketError(status: string): string | null {
  if (status === '' || status === 'Attending') return null
  const said = status.toLowerCase().replace(/’/g, "'")
  if (CANCELLED.test(said))
    return 'This ticket was cancelled. Nothing to do, unless the person is coming after all: then change this cell, or add them as a walk-in.'
  if (NOT_COMING.test(said))
    return 'The person is not coming on this ticket. Nothing to do, unless they are coming after all: then change this cell, or add them as a walk-in.'
  if (WAITING.test(said))
    return 'This person is on the waiting list and has no place yet. Change this cell if they now have one.'
  return null
}
