/** Commands about the action plan: what it lacks before it is exported, and the export. */
import { nextBoardInWords } from '../../shared/domain/pack-remarks.ts'
import { isoDate } from '../../shared/domain/text.ts'
import type { Undated } from '../../shared/domain/plan.ts'
import { PLAN_KINDS } from '../station/plan/index.ts'
import { type Command, failed, type Options, UsageError, withEvent } from './command.ts'
import { OUTPUT_OPTIONS, outputOf, put } from './output.ts'

/** So many are named in what is said of an export; `plan undated` names more. */
const NAMED = 12

export const planUndated: Command = {
  usage: 'plan undated',
  about: 'Name the rows of the plan that have no due date: planning systems refuse them.',
  words: 0,
  options: {},
  run: ({ folder, keyStore }) =>
    withEvent({ folder, keyStore, reads: true }, (station) => {
      const undated = station.plan.undated()
      const { total, first, board } = undated
      const lines = first.map(({ ref, title }) => `  ${ref}  ${title}`)
      const more = total > first.length ? [`  and ${total - first.length} more`] : []
      return {
        ok: true,
        text:
          total === 0 ? 'Every row has a due date.' : [headOf(undated), ...lines, ...more, offerOf(board)].join('\n'),
        json: undated,
      }
    }),
}

export const planExport: Command = {
  usage: 'plan export --out FILE [--offer-date DAY] [--as KIND] [--force]',
  about: 'Write the action plan; the ending of FILE says how: .xlsx, .csv or .json.',
  words: 0,
  options: {
    ...OUTPUT_OPTIONS,
    'offer-date': {
      type: 'string',
      about: 'DAY  a due date such as 2027-03-31 for the rows without one, marked as offered',
    },
  },
  run: async ({ options, folder, keyStore }) => {
    const output = outputOf(options, PLAN_KINDS)
    const offered = offeredOf(options)
    return withEvent({ folder, keyStore, reads: true }, async (station) => {
      const undated = station.plan.undated()
      const { chunks, counts } = station.plan.export(output.kind, offered)
      const written = await put(output, chunks, folder)
      if (!written.ok) return failed(written.message)
      const more =
        output.kind === 'csv'
          ? ' Ideas and withdrawn entries have no place in a CSV: .xlsx and .json hold them, too.'
          : ''
      const what =
        output.kind === 'csv'
          ? `${counts.rows} rows`
          : `${counts.rows} rows, ${counts.ideas} ideas and ${counts.withdrawn} withdrawn entries`
      return {
        ok: true,
        text: [`Wrote ${what} to ${written.where}.${more}`, ...gapsOf(undated, offered)].join('\n'),
        json: { file: output.path, bytes: written.bytes, ...counts, offered },
        ...(output.path === null ? { besides: true } : {}),
      }
    })
  },
}

function offeredOf(options: Options): string | null {
  const given = options['offer-date']
  if (given === undefined) return null
  const day = isoDate.safeParse(given)
  if (!day.success) throw new UsageError('--offer-date takes a day as year-month-day, such as 2027-03-31.')
  return day.data
}

const headOf = ({ total }: Undated): string =>
  `${total} ${total === 1 ? 'row has' : 'rows have'} no due date, and planning systems refuse such rows:`

const offerOf = (board: string | null): string =>
  board === null
    ? 'To put one in, marked as offered: plan export --offer-date DAY'
    : `The board meets next by ${nextBoardInWords(board)}. To put that day in, marked as offered: plan export --offer-date ${board}`

function gapsOf(undated: Undated, offered: string | null): string[] {
  const { total, first, board } = undated
  if (total === 0) return []
  if (offered !== null)
    return [
      `${total} ${total === 1 ? 'row has' : 'rows have'} the due date ${offered}, marked as offered: nobody said one.`,
    ]
  const named = first.slice(0, NAMED).map(({ ref }) => ref)
  const more = total - named.length
  return [
    `${headOf(undated)} ${named.join(', ')}${more === 0 ? '' : `, and ${more} more (plan undated)`}.`,
    offerOf(board),
  ]
}
