/** What is written to somebody who agreed to it: thanks, what they promised in their own words, and what comes next. Pure. */
import type { Contact, ContactPledge } from '../../../shared/contract/follow-up.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { REHEARSAL_STAGE } from '../../../shared/domain/plan.ts'
import { formatReference } from '../../../shared/domain/reference.ts'

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** By when, in their words, with the day that came of them; empty where nothing was said. */
export function byWhenWords({ timescale, due }: Pick<ContactPledge, 'timescale' | 'due'>): string {
  const day = due === null ? '' : LONG_DAY.format(new Date(due))
  if (day === '' || timescale.includes(day)) return timescale
  return timescale === '' ? day : `${timescale} (${day})`
}

type Pack = Pick<EventPack, 'code' | 'name' | 'hosts' | 'strategy' | 'pledgeTypes' | 'privacy'>

/** “4 work placements”, in the pack’s own units; the kind where no number was given. */
export function howManyWords({ type, quantity }: Pick<ContactPledge, 'type' | 'quantity'>, pack: Pack): string {
  const kind = pack.pledgeTypes.find(({ id }) => id === type)
  if (quantity === null) return kind?.title ?? type
  return `${quantity} ${(quantity === 1 ? kind?.unit.one : kind?.unit.many) ?? type}`
}

/** How they are addressed: by what they are called, or as whoever works there. */
export const greetingOf = ({ name, organisation }: Pick<Contact, 'name' | 'organisation'>): string =>
  name !== '' ? `Dear ${name}` : organisation !== '' ? `Dear friends at ${organisation}` : 'Dear friend'

/** One pledge in a few words, for a line of its own. */
export function pledgeWords(pledge: ContactPledge, pack: Pack): string {
  const when = byWhenWords(pledge)
  return [
    `“${pledge.wording}”`,
    `${howManyWords(pledge, pack)}, ${when === '' ? 'no date agreed yet' : `by when: ${when}`}, reference ${pack.code}-${formatReference(pledge.reference)}`,
  ].join('\n')
}

export function letterTo(contact: Contact, pack: Pack, rehearsal: boolean): { subject: string; text: string } {
  const { pledges } = contact
  const one = pledges.length === 1
  const subject = `Thank you for your ${one ? 'pledge' : 'pledges'} at ${pack.name}`
  const paragraphs = [
    ...(rehearsal ? [`${REHEARSAL_STAGE.value.toUpperCase()}. Please do not send this. Nobody in it is real.`] : []),
    `${greetingOf(contact)},`,
    `Thank you for what you promised children and young people at ${pack.name}. You said that we may write to you about it, so here ${one ? 'it is, in your own words' : 'they are, in your own words'}:`,
    ...pledges.map((pledge) => pledgeWords(pledge, pack)),
    ...(pack.strategy.followUp === '' ? [] : [pack.strategy.followUp]),
    `Is this still right, and is there anything that would help you to keep ${one ? 'it' : 'them'}? Simply answer this message. If you would rather not be written to any more, say so and we will stop.`,
    `With warm thanks\n${pack.hosts.map(({ name }) => name).join('\n')}`,
    `Your details are used as the privacy notice of the event says. Questions about that: ${pack.privacy.contact}`,
  ]
  return { subject: rehearsal ? `REHEARSAL: ${subject}` : subject, text: `${paragraphs.join('\n\n')}\n` }
}
