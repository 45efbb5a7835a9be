/** Calls about roll calls: who is in the building, and who has been accounted for. */
import { z } from 'zod'
import { presenceSchema } from '../domain/delegate.ts'
import { asGiven, instant, requiredName } from '../domain/text.ts'
import { call, listInput, pageOf } from './base.ts'

/** Who is calling the roll: typed once, and kept with every tick. */
export const callerSchema = requiredName(60, 'Write your name, so that others know who ticked')

const mark = z.object({ at: instant, by: z.string(), station: z.string() })
export type Mark = z.infer<typeof mark>

/** One line of a roll call. */
const rollCallPerson = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  /** The id of their sector; empty where not known. */
  sector: z.string(),
  table: z.string(),
  /** In the building, or signed out while the roll call went on; `since` is when. */
  presence: presenceSchema.extract(['here', 'left']),
  since: instant,
  /** They signed in while it went on. */
  came: z.boolean(),
  /** What they need help with; only while a roll call is open and for paper, empty otherwise. */
  access: z.string(),
  /** Who accounted for them. */
  tick: mark.nullable(),
  /** Ticked in a roll call that another tablet held for itself at another time: for a steward to judge. */
  elsewhere: mark.nullable(),
})
export type RollCallPerson = z.infer<typeof rollCallPerson>

const tallied = z.object({ accounted: z.int(), toFind: z.int(), left: z.int() })

const rollCallView = z.object({
  id: z.uuid(),
  started: instant,
  by: z.string(),
  station: z.string(),
  /** `knew`: the numbers as the tablet that ended it knew them then. What came from other tablets since counts as well. */
  ended: mark.extend({ knew: tallied }).nullable(),
  /** When anything last happened in it. */
  latest: instant,
  /** Others that were begun at other doors at the same time, and are shown together with it. */
  together: z.array(mark),
})
export type RollCallView = z.infer<typeof rollCallView>

/** How many people one answer may carry. */
export const ROLL_CALL_PAGE = 1000

export const rollCall = {
  /** The roll call that is open here, if any, and how many are in the building as this tablet knows it. */
  state: call({ who: 'steward', when: 'ready' }).output(z.object({ open: rollCallView.nullable(), here: z.int() })),
  read: call({ who: 'steward', when: 'ready' })
    .input(z.object({ rollCall: z.uuid() }))
    .output(rollCallView),
  /** Those that have ended, the latest first. Ones that were held together are one line. */
  earlier: call({ who: 'steward', when: 'ready' }).input(listInput).output(pageOf(rollCallView)),
  /**
   * Who is on the list: of a roll call, or without one everybody who is here now. In pages, in no order that means
   * anything: ask again with `from` set to `next` until that is null. `cursor`: what the last answer gave; then only those
   * who changed since come, unless `whole` says that everything has to be read again from the start.
   */
  people: call({ who: 'steward', when: 'ready' })
    .input(
      z.object({
        rollCall: z.uuid().nullable(),
        cursor: asGiven(80).nullable().default(null),
        from: asGiven(40).nullable().default(null),
      }),
    )
    .output(
      z.object({
        cursor: z.string(),
        whole: z.boolean(),
        items: z.array(rollCallPerson),
        /** No longer on the list. */
        gone: z.array(z.string()),
        next: z.string().nullable(),
      }),
    ),
  /**
   * Everybody who is here now, and what they need help with, for a list on a clipboard: no roll call has to be open. In pages
   * as those of `people`, in no order.
   */
  forPaper: call({ who: 'steward', when: 'ready' })
    .input(z.object({ from: asGiven(40).nullable().default(null) }))
    .output(z.object({ items: z.array(rollCallPerson), next: z.string().nullable() })),
  /**
   * Begins a roll call. Where one is open already, that one is answered, so that two who press at once call one roll;
   * unless `insteadOf` names it: then it is ended first.
   */
  start: call({ who: 'steward', when: 'ready' })
    .input(z.object({ by: callerSchema, insteadOf: z.uuid().nullable().default(null) }))
    .output(z.object({ code: z.enum(['started', 'open-already']), rollCall: rollCallView })),
  /** Accounts for a person, or takes that back. The answer is where they stand now. */
  tick: call({ who: 'steward', when: 'ready' })
    .input(z.object({ rollCall: z.uuid(), delegate: z.uuid(), ticked: z.boolean(), by: callerSchema }))
    .output(rollCallPerson.nullable()),
  /** Ends it, and with it every other that is open here. */
  end: call({ who: 'steward', when: 'ready' })
    .input(z.object({ rollCall: z.uuid(), by: callerSchema }))
    .output(rollCallView),
  /** Takes an ending back. Not while another is open. */
  reopen: call({ who: 'steward', when: 'ready' })
    .input(z.object({ rollCall: z.uuid(), by: callerSchema }))
    .output(rollCallView),
}
