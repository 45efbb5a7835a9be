/** The facts about roll calls, and the records they fold into. */
import { z } from 'zod'
import { factName, nameOf } from '../../../shared/domain/fact.ts'
import { number, record, type RowOf, text } from '../../../shared/domain/record.ts'
import type { RollCallSpan, TickMark } from '../../../shared/domain/roll-call.ts'
import { said } from '../../../shared/domain/text.ts'
import { readWritten } from '../kernel/database/index.ts'
import {
  factType,
  idFromName,
  ofWhom,
  on,
  ours,
  type Part,
  recordKind,
  takingBack,
  type Timed,
  typed,
} from '../kernel/journal/index.ts'

/** `over`: the roll calls that this station knew to be over. Facts of older versions name the time of the last of their ends instead. */
const started = z.object({ event: said, by: said, over: z.array(z.uuid()).optional(), horizon: said.optional() })
/** The numbers are what the station that ended it knew; who is who is found in the other records, and may be forgotten. */
const ended = z.object({
  by: said,
  accounted: z.int(),
  toFind: z.int(),
  left: z.int(),
  /** The others that were ended by the same press: they were one. Facts of older versions do not say. */
  together: z.array(z.uuid()).optional(),
})
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

export const rollCallStarted = factType('roll-call.started', 1, started, { ...ours('event horizon over[]'), ...caller })
export const rollCallEnded = factType('roll-call.ended', 1, ended, { ...ours('together[]'), ...caller })
export const rollCallReopened = factType('roll-call.reopened', 1, reopened, caller)
export const rollCallTicked = factType('roll-call.ticked', 1, ticked, { ...ours('rollCall'), ...whom, ...caller })
export const rollCallUnticked = factType('roll-call.unticked', 1, unticked, {
  ...ours('rollCall takesBack[]'),
  ...whom,
  ...caller,
})

/** The same on every tablet, so that two who tick one person meet in one row. */
export const tickId = (rollCall: string, delegate: string): string => idFromName(`roll-call ${rollCall} ${delegate}`)

/** `started` and `ended`: as people are shown them. `startedAt` and `endedAt` are the stations; `over` is JSON, empty where it is not known. */
const fields = {
  event: text(),
  started: text(),
  startedBy: text(),
  startedAt: text(),
  startedSeq: number(),
  over: text(),
  ended: text(),
  endedBy: text(),
  endedAt: text(),
  endedSeq: number(),
  endedOrder: text(),
  endedWith: text(),
  accounted: number(),
  toFind: number(),
  leftSince: number(),
}
export type RollCallRow = RowOf<typeof fields>
const tickFields = { rollCall: text(), delegate: text(), ticks: text(), latest: text(), latestTime: text() }
export type TickRow = RowOf<typeof tickFields>

const standing = z.array(
  z.object({ order: z.string(), time: z.string(), by: z.string(), station: z.string(), seq: z.int() }),
)
type StandingTick = z.infer<typeof standing>[number]

const standingIn = (row: TickRow | null): StandingTick[] => (row === null ? [] : readWritten(standing, row.ticks))

/** The ticks that still stand in a row. */
export const ticksOf = (row: TickRow): Omit<TickMark, 'isCertain'>[] =>
  standingIn(row).map((tick) => ({ ...tick, rollCall: row.rollCall }))

const idsSchema = z.array(z.string())
/** A roll call as its rules see it. */
export const spanOf = (row: RollCallRow): RollCallSpan => ({
  id: row.id,
  start: { time: row.started, station: row.startedAt, seq: row.startedSeq },
  end:
    row.ended === ''
      ? null
      : {
          time: row.ended,
          station: row.endedAt,
          seq: row.endedSeq,
          order: row.endedOrder,
          together: new Set(readWritten(idsSchema, row.endedWith)),
        },
  over: row.over === '' ? null : new Set(readWritten(idsSchema, row.over)),
})

const withTicks = (
  { rollCall, delegate }: { rollCall: string; delegate: string },
  ticks: StandingTick[],
  fact: Timed,
): TickRow | null =>
  delegate === ''
    ? null
    : {
        id: fact.subject,
        rollCall,
        delegate,
        ticks: JSON.stringify(ticks),
        latest: fact.at,
        latestTime: fact.time,
      }

const stillOpen = {
  ended: '',
  endedBy: '',
  endedAt: '',
  endedSeq: 0,
  endedOrder: '',
  endedWith: '',
  accounted: 0,
  toFind: 0,
  leftSince: 0,
}

export const rollCallPart: Part = {
  facts: [rollCallStarted, rollCallEnded, rollCallReopened, rollCallTicked, rollCallUnticked],
  records: [
    recordKind({
      table: 'rollCall',
      fold: 2,
      record: record(fields),
      changes: 'roll-calls',
      steps: [
        on<RollCallRow, z.infer<typeof started>>(rollCallStarted, (_row, body, fact) => ({
          id: fact.subject,
          event: body.event,
          started: fact.time,
          startedBy: body.by,
          startedAt: fact.station,
          startedSeq: fact.seq,
          over: body.over === undefined ? '' : JSON.stringify(body.over),
          ...stillOpen,
        })),
        // Ended at two doors: the first ending stands, and what was ticked after it at the other still counts.
        on<RollCallRow, z.infer<typeof ended>>(rollCallEnded, (row, { by, left: leftSince, together, ...knew }, fact) =>
          row === null || row.ended !== ''
            ? row
            : {
                ...row,
                ...knew,
                leftSince,
                ended: fact.time,
                endedBy: by,
                endedAt: fact.station,
                endedSeq: fact.seq,
                endedOrder: fact.at,
                endedWith: JSON.stringify(together ?? []),
              },
        ),
        on<RollCallRow, z.infer<typeof reopened>>(rollCallReopened, (row) => row && { ...row, ...stillOpen }),
      ],
    }),
    recordKind({
      table: 'rollCallTick',
      fold: 3,
      record: record(tickFields),
      changes: 'roll-calls',
      steps: [
        on<TickRow, z.infer<typeof ticked>>(rollCallTicked, (row, body, fact) =>
          withTicks(
            body,
            [
              ...standingIn(row),
              { order: fact.at, time: fact.time, by: body.by, station: fact.station, seq: fact.seq },
            ],
            fact,
          ),
        ),
        // Whoever is one with them may be named here: the row stays whom it was made for.
        on<TickRow, z.infer<typeof unticked>>(rollCallUnticked, (row, body, fact) =>
          withTicks(
            body.delegate === '' ? body : (row ?? body),
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
