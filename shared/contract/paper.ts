/** Calls about the paper sheet: printing it, and entering afterwards what was written on it. */
import { z } from 'zod'
import { delegateDetails, delegateView, publicPerson } from '../domain/delegate.ts'
import { factName } from '../domain/fact.ts'
import { instant } from '../domain/text.ts'
import { call, pageOf } from './base.ts'

const letter = z.string().regex(/^[A-Z#]$/)

/** Everybody who is expected, or only those who have not come yet. */
const whoseLines = z.enum(['everyone', 'not-here'])
export type WhoseLines = z.infer<typeof whoseLines>

const sheetLine = publicPerson.extend({
  table: z.string(),
  letter,
  /** When they came, where they are here already: nobody has to sign twice. */
  here: instant.nullable(),
})
export type SheetLine = z.infer<typeof sheetLine>

/** One line of a sheet as it was entered. `entered` names it: the last fact that it was written down as. */
const paperEntry = z.object({
  entered: factName,
  delegate: z.uuid(),
  name: z.string(),
  organisation: z.string(),
  /** They were not on the list, and were added with this line. */
  added: z.boolean(),
  in: instant.nullable(),
  out: instant.nullable(),
  /** Nothing has happened to them since, so that it can be taken back. */
  last: z.boolean(),
})
export type PaperEntry = z.infer<typeof paperEntry>

/** Where and when somebody had come already, before a line about them was entered. */
const known = z.object({ at: instant, station: z.string() })
const written = z.object({ in: instant.nullable(), out: instant.nullable() })

const cannotBe = z.discriminatedUnion('code', [
  /** By this station’s clock. */
  z.object({ code: z.literal('not-yet') }),
  z.object({ code: z.literal('before-event') }),
  z.object({ code: z.literal('out-before-in') }),
  /** Only a time out, and they are not here. */
  z.object({ code: z.literal('not-in') }),
])

export const paper = {
  /** The lines of a sheet in the order they are printed. Pages with another `edition` are of another list: begin again. */
  sheet: call({ who: 'steward', when: 'ready' })
    .input(
      z.object({
        who: whoseLines,
        from: letter.default('A'),
        to: letter.default('#'),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(1000).default(500),
      }),
    )
    .output(pageOf(sheetLine).extend({ edition: z.int() })),
  /** How many people there are under each letter, in the order of the sheet. */
  letters: call({ who: 'steward', when: 'ready' })
    .input(z.object({ who: whoseLines }))
    .output(z.array(z.object({ letter, people: z.int() }))),
  /**
   * Those on the list whose name has letters that not every tablet has a font for, by surname: the page looks whether it can draw
   * them. At most 500.
   */
  otherLetters: call({ who: 'steward', when: 'ready' }).output(
    z.array(publicPerson.extend({ table: z.string() })).max(500),
  ),
  /** Everything entered from paper that still stands, the latest first. */
  entered: call({ who: 'steward', when: 'ready' })
    .input(z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }))
    .output(pageOf(paperEntry)),
  /** Enters a line. `instead`: the entry that it corrects, which is taken back in the same step. */
  enter: call({ who: 'steward', when: 'ready' })
    .input(written.extend({ delegate: z.uuid(), instead: factName.nullable().default(null) }))
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('entered'), entry: paperEntry, known: known.nullable() }),
        /** What is known already says as much: nothing was written. */
        z.object({ code: z.literal('unchanged'), delegate: delegateView, known }),
        z.object({ code: z.literal('withdrawn'), delegate: delegateView }),
        z.object({ code: z.literal('changed-since'), delegate: delegateView }),
        cannotBe,
      ]),
    ),
  /** Adds somebody who wrote themselves on the blank lines, and signs them in at the written time. */
  walkIn: call({ who: 'steward', when: 'ready' })
    .input(
      delegateDetails
        .pick({ name: true, organisation: true })
        .extend({ in: instant, out: instant.nullable(), evenIfKnown: z.boolean().default(false) }),
    )
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('entered'), entry: paperEntry, known: known.nullable() }),
        z.object({ code: z.literal('possible-duplicates'), likely: z.array(delegateView) }),
        cannotBe,
      ]),
    ),
  /** Takes a line back. Somebody who was added with it goes off the list again. */
  undo: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), entered: factName }))
    .output(z.object({ code: z.enum(['undone', 'changed-since']), delegate: delegateView })),
}
