/** The facts about roll calls, and the records they fold into. */
import { z } from 'zod'
import { type Fact, factName, nameOf } from '../../../shared/domain/fact.ts'
import type { TickMark } from '../../../shared/domain/roll-call.ts'
import { said } from '../../../shared/domain/text.ts'
import { readWritten } from '../database/index.ts'
import {
  factType,
  idFromName,
  ofWhom,
  on,
  ours,
  type Part,
  recordKind,
  type Row,
  takingBack,
  typed,
} from '../journal/index.ts'

const started = z.object({
  event: said,
  by: said,
  /** When the last roll call ended that this station knew of, by the journal's clock; empty where it knew of none. */
  horizon: said,
})
/** The numbers are what the station that ended it knew; who is who is found in the other records, and may be forgotten. */
const ended = z.object({ by: said, accounted: z.int(), toFind: z.int(), left: z.int() })
const reopened = z.object({ by: said })
/** `delegate` is empty once they are forgotten. */
const ticked = z.object({ rollCall: said, delegate: said, by: said })
/**
 * `takesBack` names the fact of each tick that the writer saw. One made on another tablet at the same time, which they could not see,
 * still stands after both have met.
 */
const unticked = z.object({ ...ticked.shape, takesBack: z.array(factName) })

/** Who says so; staff give their name in their own words. */
const caller = { by: typed('identity') }
const whom = { delegate: ofWhom('identity', 'delegate') }

export const rollCallStarted = factType('roll-call.started', 1, started, { ...ours('event horizon'), ...caller })
export const rollCallEnded = factType('roll-call.ended', 1, ended, caller)
export const rollCallReopened = factType('roll-call.reopened', 1, reopened, caller)
export const rollCallTicked = factType('roll-call.ticked', 1, ticked, { ...ours('rollCall'), ...whom, ...caller })
export const rollCallUnticked = factType('roll-call.unticked', 1, unticked, {
  ...ours('rollCall takesBack[]'),
  ...whom,
  ...caller,
})

/** The same on every tablet, so that two who tick one person meet in one row. */
export const tickId = (rollCall: string, delegate: string): string => idFromName(`roll-call ${rollCall} ${delegate}`)

/** `startedAt` and `endedAt` are the stations. Times are those of the journal's clock. */
export type RollCallRow = Row & {
  event: string
  started: string
  startedBy: string
  startedAt: string
  horizon: string
  ended: string
  endedBy: string
  endedAt: string
  accounted: number
  toFind: number
  leftSince: number
}
export type TickRow = Row & { rollCall: string; delegate: string; ticks: string; latest: string }

const standing = z.array(z.object({ at: z.string(), by: z.string(), station: z.string(), seq: z.int() }))
type StandingTick = z.infer<typeof standing>[number]

const standingIn = (row: TickRow | null): StandingTick[] => (row === null ? [] : readWritten(standing, row.ticks))

/** The ticks that still stand in a row. */
export const ticksOf = (row: TickRow): (TickMark & { seq: number })[] =>
  standingIn(row).map((tick) => ({ ...tick, rollCall: row.rollCall }))

const withTicks = (
  { rollCall, delegate }: { rollCall: string; delegate: string },
  ticks: StandingTick[],
  fact: Fact,
): TickRow | null =>
  delegate === '' ? null : { id: fact.subject, rollCall, delegate, ticks: JSON.stringify(ticks), latest: fact.at }

const stillOpen = { ended: '', endedBy: '', endedAt: '', accounted: 0, toFind: 0, leftSince: 0 }

export const rollCallPart: Part = {
  facts: [rollCallStarted, rollCallEnded, rollCallReopened, rollCallTicked, rollCallUnticked],
  records: [
    recordKind({
      table: 'rollCall',
      fold: 1,
      columns: [
        'id',
        'event',
        'started',
        'startedBy',
        'startedAt',
        'horizon',
        'ended',
        'endedBy',
        'endedAt',
        'accounted',
        'toFind',
        'leftSince',
      ],
      changes: 'roll-calls',
      steps: [
        on<RollCallRow, z.infer<typeof started>>(rollCallStarted, (_row, body, fact) => ({
          id: fact.subject,
          event: body.event,
          started: fact.at,
          startedBy: body.by,
          startedAt: fact.station,
          horizon: body.horizon,
          ...stillOpen,
        })),
        // Ended at two doors: the first ending stands, and what was ticked after it at the other still counts.
        on<RollCallRow, z.infer<typeof ended>>(rollCallEnded, (row, { by, left: leftSince, ...knew }, fact) =>
          row === null || row.ended !== ''
            ? row
            : { ...row, ...knew, leftSince, ended: fact.at, endedBy: by, endedAt: fact.station },
        ),
        on<RollCallRow, z.infer<typeof reopened>>(rollCallReopened, (row) => row && { ...row, ...stillOpen }),
      ],
    }),
    recordKind({
      table: 'rollCallTick',
      fold: 1,
      columns: ['id', 'rollCall', 'delegate', 'ticks', 'latest'],
      changes: 'roll-calls',
      steps: [
        on<TickRow, z.infer<typeof ticked>>(rollCallTicked, (row, body, fact) =>
          withTicks(
            body,
            [...standingIn(row), { at: fact.at, by: body.by, station: fact.station, seq: fact.seq }],
            fact,
          ),
        ),
        on<TickRow, z.infer<typeof unticked>>(rollCallUnticked, (row, body, fact) =>
          withTicks(
            body,
            standingIn(row).filter((tick) => !body.takesBack.includes(nameOf(tick))),
            fact,
          ),
        ),
      ],
      // Whatever the order they come in, and by either name of a tick that was written anew on two tablets.
      takesBack: [takingBack(rollCallUnticked, ({ takesBack }, other) => takesBack.includes(nameOf(other)))],
    }),
  ],
}
