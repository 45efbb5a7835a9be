/** Words in a heading that say whose column it is: the attendee’s own, somebody else’s, or about something else than coming. */

// Taking these would put the name of whoever paid, or of a manager, on a delegate's badge.
export const SOMEBODY_ELSE =
  /^(event|venue|organi[sz]er|host|speaker|order|registration|booking|account|sponsor|exhibitor)\b|\b(buyer|purchaser|purchasing|customer|booker|payer|payee|orderer|card ?holder|account holder|invoice|billing|bill to|emergency|next of kin|(main|primary|lead|alternative|second) contact|nominator|sponsor|line manager|(manager|parent|guardian|carer|child|children|partner|assistant|pa|referee|colleague|friend|supervisor|spouse)('s|s'|s)? (full |first |last )?(name|surname|email|job|role)|referr(er|ed)|plus one)\b|\b(booked|submitted|completed|created|entered|approved|invited|nominated|registered|purchased|paid|ordered|recommended|added|updated|modified|requested|filled in|organi[sz]ed|reserved|referred) by\b/

/** In front of a heading it says that the column is about whoever comes. A ticket’s bare name, number and title are the ticket’s. */
const OWN =
  /^(?:(?:ticket ?holder|attendee|delegate|participant|registrant|invitee|visitor|badge ?holder|person attending)(?:'?s'?)?(?: info(?:rmation)?| details?| data)? ?[-:–.]? ?(?=\S)|tickets?(?:'s)? ?[-:–.]? ?(?=(?:full|first|last|given|family) names?\b|surname\b|forenames?\b|email\b|company\b|organi[sz]ation\b|employer\b|job\b))/
const OF_OWN =
  / \(?(?:of|for) (?:the )?(?:attendee|delegate|participant|ticket ?holder|person attending)\)?$| \((?:attendee|delegate|participant)\)$/

/** The heading without the words that make it the attendee’s own; null where there are none. */
export function ownHeading(key: string): string | null {
  const rest = key.replace(OWN, '').replace(OF_OWN, '').trim()
  return rest === key || rest === '' ? null : rest
}

/** About something else than coming, whatever stands in it: a dinner, a photograph, money. */
export const OTHER_MATTER =
  /\b(dinner|lunch|breakfast|meals?|food|catering|drinks?|reception|networking|social|gala|workshops?|sessions?|breakouts?|parking|hotel|accommodation|travel|transport|coach|photos?|photographs?|photography|film(ing|ed)?|video|consent|newsletters?|marketing|mailing|updates|opt( |-)?(in|out)|gdpr|privacy|terms|policy|guests?|plus one|partner|check(ed|ing)?[- ]?(in|out)|scan(ned)?|arriv(al|ed)|entry|admission|admitted|redeemed|redemption|resale|transfer|waiver|dbs|training|survey|feedback|last (year|time)|previous|past|tour|bounced?|delivery|delivered|subscri(bed?|ption)|accounts?|membership|member|employment|marital|immigration|residency|care|exam|certificate|licen[cs]e|insurance|vaccin\w*|visa|password|login|sms|discount|voucher|speaker|stand|stall|poster|abstract|email (status|sent|verified)|interpreter|childcare|creche|pledge)\b/
/** The day itself is no other matter, even where it has a lunch. */
export const THE_DAY = /\b(conference|event|summit|symposium|the day|attendees?|delegates?|participants?|rsvp)\b/
