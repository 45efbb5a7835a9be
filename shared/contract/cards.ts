/** Calls about printed pledge cards and action sheets: their codes, and entering afterwards what was written on them. */
import { z } from 'zod'
import { actionDetails, actionView, ideaDetails, ideaView, tablePlace } from '../domain/action.ts'
import { cardCode, cardLine } from '../domain/paper-card.ts'
import { pledgeBy, pledgeDetails, pledgeView } from '../domain/pledge.ts'
import { instant, scannedText, slug } from '../domain/text.ts'
import { call, pageOf } from './base.ts'

/** `line`: of a sheet; null of a card. */
const stands = {
  card: z.string(),
  line: z.int().nullable(),
  /** The tablet at which it was entered. */
  station: z.string(),
  /** Tablets at which the same was entered by people who had not seen this: what they wrote does not count. */
  elsewhere: z.array(z.string()),
}
const cardEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pledge'), ...stands, pledge: pledgeView }),
  z.object({ kind: z.literal('action'), ...stands, action: actionView }),
  z.object({ kind: z.literal('idea'), ...stands, idea: ideaView }),
])
export type CardEntry = z.infer<typeof cardEntry>

/** `written`: when, by what stands on the paper. `again`: what was entered before is known, and this is in its place. */
const onPaper = { card: cardCode, written: instant, again: z.boolean().default(false) }
const onLine = { ...onPaper, line: cardLine }

const answer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('entered'), entry: cardEntry }),
  /** It was entered before, and nothing was written now. */
  z.object({ code: z.literal('before'), entry: cardEntry }),
  /** By this station’s clock. */
  z.object({ code: z.literal('not-yet') }),
  z.object({ code: z.literal('before-event') }),
])
export type CardAnswer = z.infer<typeof answer>

export const cards = {
  /** Codes that nothing here has yet, one for each card that is to be printed, or for the sheet of each of these tables. */
  codes: call({ who: 'steward', when: 'ready' })
    .input(
      z.union([
        z.object({ count: z.int().min(1).max(400) }),
        z.object({ places: z.array(tablePlace).min(1).max(400) }),
      ]),
    )
    .output(z.object({ codes: z.array(z.string()) })),
  /** What a code that was scanned or typed is, and what was entered under it. */
  look: call({ who: 'steward', when: 'ready' })
    .input(scannedText.pick({ text: true }))
    .output(
      z.discriminatedUnion('code', [
        /** `place`: of a sheet whose code was scanned. `told`: where a sheet with this code belongs, as far as the code says. */
        z.object({
          code: z.literal('card'),
          card: z.string(),
          place: tablePlace.nullable(),
          told: tablePlace.nullable(),
          entries: z.array(cardEntry),
        }),
        /** The reference of what was made at a screen. */
        z.object({ code: z.literal('made-at-a-screen') }),
        z.object({ code: z.literal('other-event'), event: z.string() }),
        z.object({
          code: z.literal('not-a-card'),
          why: z.enum(['wrong-length', 'wrong-character', 'wrong-check']),
        }),
      ]),
    ),
  /** A pledge card. The pledge is as any other; asked again with all the same, it is the same question. */
  enterPledge: call({ who: 'steward', when: 'ready' })
    .input(pledgeDetails.extend({ by: pledgeBy, ...onPaper }))
    .output(answer),
  /** An action of a sheet. */
  enterAction: call({ who: 'steward', when: 'ready' })
    .input(actionDetails.extend({ ...tablePlace.shape, ...onLine }))
    .output(answer),
  /** An idea of a sheet. Each question has lines of its own. */
  enterIdea: call({ who: 'steward', when: 'ready' })
    .input(ideaDetails.extend({ ...tablePlace.shape, question: slug, ...onLine }))
    .output(answer),
  /** Everything entered from cards and sheets, taken back or not, what was entered last first. */
  entered: call({ who: 'steward', when: 'ready' })
    .input(z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }))
    .output(pageOf(cardEntry)),
}
