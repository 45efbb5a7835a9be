/** Calls about the action plan: the day in numbers, the history of a record, and the export. */
import { z } from 'zod'
import { undated } from '../domain/plan.ts'
import { instant, isoDate } from '../domain/text.ts'
import { call } from './base.ts'

const overview = z.object({
  here: z.int(),
  delegates: z.int(),
  walkIns: z.int(),
  pledges: z.int(),
  pledgesWithdrawn: z.int(),
  actions: z.int(),
  actionsWithGaps: z.int(),
  ideas: z.int(),
  types: z.array(z.object({ type: z.string(), pledges: z.int(), quantity: z.int() })),
  priorities: z.array(z.object({ priority: z.string(), pledges: z.int(), actions: z.int() })),
  facts: z.int(),
  lastBackup: instant.nullable(),
})

/** When a file last left this tablet. `isOld`: something has come since that it does not hold. */
const left = z.object({ at: instant, isOld: z.boolean() }).nullable()

/** Each number of entries counts those that stand, and is that of the rows of its list, asked for so: `madeFrom` since, each gap, overdue. */
const today = z.object({
  /** An hour ago. */
  since: instant,
  lastHour: z.object({ pledges: z.int(), actions: z.int(), ideas: z.int() }),
  /** The latest words, newest first. */
  newest: z
    .array(z.object({ kind: z.enum(['pledge', 'action', 'idea']), id: z.uuid(), words: z.string(), made: instant }))
    .max(5),
  lacking: z.object({
    pledges: z.object({ date: z.int(), priority: z.int() }),
    actions: z.object({ owner: z.int(), date: z.int(), measure: z.int(), priority: z.int() }),
  }),
  overdue: z.object({ pledges: z.int(), actions: z.int() }),
  /** Whose badge was printed, and how many tablets are known here by name. */
  badgesPrinted: z.int(),
  tablets: z.int(),
  exported: left,
  copied: left,
})
export type Today = z.infer<typeof today>

export const plan = {
  /** What the organiser’s first page tells beside the overview. */
  today: call({ who: 'organiser', when: 'ready' }).output(today),
  overview: call({ who: 'organiser', when: 'ready' }).output(overview),
  /** The organisations that a list can be narrowed by, in the order of their names; spelled in several cases it is one. */
  organisations: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ of: z.enum(['delegates', 'pledges', 'actions', 'ideas']) }))
    .output(z.array(z.string()).max(1000)),
  /** Everything that happened to one delegate, pledge, action or idea, oldest first, in words. */
  history: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ subject: z.uuid() }))
    .output(
      z.array(
        z.object({
          at: instant,
          what: z.string(),
          by: z.string(),
          station: z.string(),
          details: z.array(z.object({ name: z.string(), value: z.string() })),
        }),
      ),
    ),
  /** The rows of which nobody said by when, which planning systems refuse, and the day that can be offered for them. */
  undated: call({ who: 'organiser', when: 'ready' }).output(undated),
  /** `offered`: the day for those rows, marked as offered; null leaves them without. */
  export: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ kind: z.enum(['xlsx', 'csv', 'json']), offered: isoDate.nullable().default(null) }))
    .output(z.object({ file: z.file(), rows: z.int(), undated: z.int(), ideas: z.int(), withdrawn: z.int() })),
}
