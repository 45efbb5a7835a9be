/** The headings of columns that say whether somebody comes, as booking services, mail programs and people write them. */
import type { HeadingRule } from '../../../files/tables/index.ts'
import { OTHER_MATTER } from './heading-words.ts'

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
    /\b(rsvp|status)\b/,
  ],
  unless: [OTHER_MATTER, /\b(why|reason|how|who|which|when|where|heard?)\b/],
}
