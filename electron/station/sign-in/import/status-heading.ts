/** The headings of columns that say whether somebody comes, as booking services, mail programs and people write them. */
import { type HeadingRule, surenessOf } from '../../../files/tables/index.ts'
import { OTHER_MATTER } from './heading-words.ts'

/** The status of anything: whether a form was sent in, a waiver signed. */
const SOME_STATUS = /\bstatus\b/

export const STATUS: HeadingRule = {
  exact: [
    'attendee status',
    'ticket status',
    'participant status',
    'approval status',
    'rsvp status',
    'response status',
    'booking status',
    'registration status',
    'registration state',
    'attendance status',
    'status',
    'rsvp',
    'response',
    'attending',
    'attendance',
    'coming',
    'going',
    'void status',
    'reply',
    'confirmed',
    'approval',
    'order status',
    'payment status',
  ],
  within: [
    /\b(attendee|ticket|booking|registration|registrant|approval|participant|participation|response|rsvp|invit(e|ee|ation)|attendance|delegate|reservation|place|confirmation|seat|guest) ?(status|state)\b/,
    /\b(will|can|are|is|do|does|would|could|have) (you|they|he|she|we|the (delegate|attendee|participant|person)) .*\b(attend|attending|coming|come|join|joining|make it|be there|in attendance)\b/,
    /\b(are|can|will) (you|they|he|she) (be )?(able to )?(attend|attending|coming|come|join|make it)\b/,
    /^(able to )?(attend|attending|coming|going|attendance|rsvp)\b.*\b(conference|event|summit|day|person|confirmed|y n|yes no|response|reply)\b/,
    /\b(responses?|repl(y|ies)|replied|answers?|decision) (to|on) (the |this |our |your )?(invit\w*|event|conference|meeting|summit|request|reminder)\b/,
    /^(the |their |your |invite\w* |invitation |event |conference |meeting |attendee |delegate |guest |final |latest |updated? |reminder )+(response|reply|answer|decision)\??$/,
    /^(response|reply|answer|decision) \d$/,
    /\b(confirm(ed|ing)?) (attendance|attending|place)\b/,
    /\brsvp\b/,
    SOME_STATUS,
  ],
  unless: [OTHER_MATTER, /\b(why|reason|how|who|which|when|where|heard?)\b/],
}

const OF_COMING: HeadingRule = { ...STATUS, within: STATUS.within.filter((words) => words !== SOME_STATUS) }
/** True where a plain no under this heading (as a key) is no to whatever it is the status of. */
export const isSomeStatus = (key: string): boolean => surenessOf(OF_COMING, key) === 0 && surenessOf(STATUS, key) > 0
