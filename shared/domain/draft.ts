/** Drafts: every form that keeps what is typed into it, who may use it, and how much of it is kept. */
import { z } from 'zod'
import type { Role } from './fact.ts'
import { asGiven, slug } from './text.ts'

export type DraftForm = {
  /** What the list of what was left calls it. */
  called: string
  /** The least trusted role that may use the form, and what is kept of it. What anybody may use is one person's, at one screen. */
  who: Role
  /** What stands behind the form's name in a scope: `action:workshop-1:table-7`. */
  parts: readonly z.ZodType<string>[]
  /** The longest text of a draft: JSON, in characters. */
  most: number
}

const id = z.uuid()
/** A few fields as long as they can be, twice over for the marks that JSON adds. */
const SOME = 6000
const MUCH = 20_000

/** All forms. A new one is a line here, and a scope that fits no line is refused. */
const FORMS = {
  pledge: { called: 'A pledge', who: 'delegate', parts: [], most: MUCH },
  action: { called: 'An action at a table', who: 'facilitator', parts: [slug, slug], most: SOME },
  'action-change': { called: 'A change to an action', who: 'facilitator', parts: [id], most: SOME },
  idea: { called: 'An idea at a table', who: 'facilitator', parts: [slug, slug, slug], most: SOME },
  'idea-change': { called: 'A change to an idea', who: 'facilitator', parts: [id], most: SOME },
  'walk-in': { called: 'Somebody not on the list', who: 'steward', parts: [], most: SOME },
  delegate: { called: 'Somebody’s details', who: 'steward', parts: [id], most: SOME },
  'paper-line': { called: 'Lines of the paper sheet', who: 'steward', parts: [], most: MUCH },
  'paper-card': { called: 'A pledge card', who: 'steward', parts: [], most: MUCH },
  'paper-sheet': { called: 'A line of an action sheet', who: 'steward', parts: [], most: SOME },
  'organiser-delegate': { called: 'A correction to somebody’s details', who: 'organiser', parts: [id], most: SOME },
  'organiser-pledge': { called: 'A correction to a pledge', who: 'organiser', parts: [id], most: SOME },
  'organiser-action': { called: 'A correction to an action', who: 'organiser', parts: [id], most: SOME },
  'organiser-idea': { called: 'A correction to an idea', who: 'organiser', parts: [id], most: SOME },
  'event-part': { called: 'A change to the event', who: 'organiser', parts: [slug], most: MUCH },
} satisfies Record<string, DraftForm>

export const draftForms: ReadonlyMap<string, DraftForm> = new Map(Object.entries(FORMS))

/** Of each form, at most so many drafts are open and so many are parked. */
export const MOST_DRAFTS = 100

/** What has rested so long was left by somebody who has gone: a screen that nobody touches would have parked it. Seconds. */
export const SAME_PERSON = 120

/** The name of the form that a scope begins with. */
export const formNameOf = (scope: string): string => scope.split(':', 1)[0] ?? ''

/** The form that a scope belongs to; null where there is none. */
export function draftFormOf(scope: string): DraftForm | null {
  const [name = '', ...parts] = scope.split(':')
  const form = draftForms.get(name)
  if (form === undefined || form.parts.length !== parts.length) return null
  return form.parts.every((part, index) => part.safeParse(parts[index]).success) ? form : null
}

/** True where a draft of this form is one person's, at one screen; else it is of the tablet, for all who may use the form. */
export const isOnePersons = (form: DraftForm): boolean => form.who === 'delegate'

const NO_FORM = 'There is no such form'
/** Which form the draft belongs to: `pledge`, `walk-in`, `action:<session>:<table>` … */
export const draftScope = z.string().refine((scope) => draftFormOf(scope) !== null, NO_FORM)

/** A draft as it is saved: `body` is what the form holds, as its own JSON text. */
export const draftInput = z
  .object({ scope: draftScope, body: asGiven(MUCH) })
  .refine(({ scope, body }) => body.length <= (draftFormOf(scope)?.most ?? 0), 'That is more than this form keeps')
