/** Calls about badges: whom to print, what stands on a badge, and the log of what was printed. */
import { z } from 'zod'
import { BADGE_LAYOUTS } from '../domain/badge-layout.ts'
import { publicPerson } from '../domain/delegate.ts'
import { asGiven, instant } from '../domain/text.ts'
import { call, listInput, pageOf } from './base.ts'

/** A printing has at most this many badges; the screen sends fewer at a time. */
const MOST = 500
const people = z.array(z.uuid()).min(1).max(MOST)

/** One person asked for it, somebody had just come in, all were printed before the day, or one had not come out. */
const WHYS = ['alone', 'arrival', 'all', 'again'] as const
export type PrintWhy = (typeof WHYS)[number]

/** What stands on a badge. `badge` is what its QR code says. */
const badgeContent = publicPerson.extend({
  role: z.string(),
  sector: z.string(),
  table: z.string(),
  badge: z.string(),
})
export type BadgeContent = z.infer<typeof badgeContent>

/** One time that the print dialog was opened. */
const printing = z.object({
  layout: z.enum(BADGE_LAYOUTS),
  why: z.enum(WHYS),
  /** Chosen by the screen, so that a printing that is told twice is one. */
  job: z.uuid(),
})

const logLine = printing.extend({
  at: instant,
  station: z.string(),
  badges: z.int(),
  /** How many of them did not come out. */
  failed: z.int(),
  /** The first and, where there are more, the last person, by the order of their names. */
  first: z.object({ id: z.uuid(), name: z.string() }),
  last: z.string(),
})
export type PrintLogLine = z.infer<typeof logLine>

const printedPerson = publicPerson.extend({ failed: z.boolean() })
export type PrintedPerson = z.infer<typeof printedPerson>

/** `title` is for people, `name` is the system's own. */
const printer = z.object({ name: z.string(), title: z.string() })
export type Printer = z.infer<typeof printer>

/** `refused`: the printer, or the system, would not take it. `too-slow`: nobody said anything for a minute. */
const printFailure = z.enum(['no-printer', 'refused', 'too-slow'])
export type PrintFailure = z.infer<typeof printFailure>

/** `ask`: no printer is chosen, or nothing here prints without a dialog, so the page opens the system's; never for anybody but staff on a locked tablet. */
const printAnswer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('printed') }),
  z.object({ code: z.literal('ask') }),
  z.object({ code: z.literal('failed'), why: printFailure }),
])
export type PrintAnswer = z.infer<typeof printAnswer>

export const badges = {
  /** Whose badges these are: ids in the order in which they are printed. Nobody who was taken off the list. */
  people: call({ who: 'steward', when: 'ready' })
    .input(
      z.object({
        who: z.enum(['all', 'never-printed']),
        /** null: all of them. Empty: those of no sector, or at no table. */
        sector: asGiven(60).nullable().default(null),
        table: asGiven(60).nullable().default(null),
        order: z.enum(['surname', 'name']).default('surname'),
        offset: z.int().min(0).default(0),
        /** 0 where only the number is asked for. */
        limit: z.int().min(0).max(5000).default(5000),
      }),
    )
    .output(pageOf(z.uuid())),
  /** The sectors and tables of those on the list, with how many of them there are. */
  choices: call({ who: 'steward', when: 'ready' }).output(
    z.object({
      sectors: z.array(z.object({ sector: z.string(), badges: z.int() })).max(MOST),
      tables: z.array(z.object({ table: z.string(), badges: z.int() })).max(MOST),
    }),
  ),
  /**
   * In the order asked for. Whoever is not on this tablet (any more) is left out. These four are for stewards, and for
   * whoever has just signed themselves in at a door that prints badges: their own, on that screen, until they go.
   */
  contents: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ delegates: people }))
    .output(z.array(badgeContent)),
  /**
   * Prints the badges that stand on this page, on the printer that a steward has chosen for this door. The page names no
   * printer, and is the only page that it can print.
   */
  print: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ delegates: people, layout: z.enum(BADGE_LAYOUTS) }))
    .output(printAnswer),
  /** The printers that badges can go to without a dialog; null where every printing asks. */
  printers: call({ who: 'steward', when: 'ready' }).output(z.array(printer).nullable()),
  /** These went to the printer. Whether paper came out, no page is told. */
  printed: call({ who: 'delegate', when: 'ready' })
    .input(printing.extend({ delegates: people }))
    .output(z.object({ badges: z.int() })),
  /** These never reached the printer. */
  notPrinted: call({ who: 'delegate', when: 'ready' })
    .input(printing.extend({ delegates: people }))
    .output(z.object({ badges: z.int() })),
  /** A steward says that these badges of a printing did not come out; without `delegates`, none of them did. */
  notOut: call({ who: 'steward', when: 'ready' })
    .input(z.object({ job: z.uuid(), delegates: people.nullable().default(null) }))
    .output(z.object({ badges: z.int() })),
  /** Every printing, the latest first. `search` looks through the names on it. */
  log: call({ who: 'steward', when: 'ready' }).input(listInput).output(pageOf(logLine)),
  /** Whose badges were in a printing, by name. */
  job: call({ who: 'steward', when: 'ready' })
    .input(z.object({ job: z.uuid() }))
    .output(z.array(printedPerson).max(MOST)),
}
