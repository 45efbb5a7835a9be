/** The first sheet: the whole plan on one page that a board takes in. Its counts go on counting as officers work. */
import {
  columnLetters,
  dayRange,
  GAP,
  heightOfRows,
  pageOf,
  type PlainCell,
  type PlainRow,
  plainSheetXml,
  TAB_COLOURS,
  textOf,
} from '../../../files/ooxml/index.ts'
import type { PlanExport } from '../plan-export.ts'
import type { BoardCount } from './board-count.ts'
import { BANNER, planTableName } from './sheets.ts'

/** Of its six columns: the priority, pledges, actions, what was promised, without an owner, without a date. */
const WIDTHS = [40, 12, 12, 40, 12, 12]
/** Points that a page of A4 holds at the size at which its letters are still read with ease. */
const ROOM = 900
/** Points of one line of a next date; at least so many stand there, whatever the room. */
const DATE_LINE = 36
const LEAST_DATES = 3
/** Kinds of things promised that are named for each priority. */
const UNITS_NAMED = 4

const NONE = 'No priority chosen yet'

export function* boardPageXml(plan: PlanExport, count: BoardCount): Generator<string> {
  const before = [...head(plan), ...byPriority(plan, count, head(plan).length + 1)]
  const after = [GAP, ...gaps(count)]
  const left = ROOM - heightOfRows([...before, ...after], WIDTHS) - DATE_LINE
  const dates = Math.max(LEAST_DATES, Math.floor(left / DATE_LINE))
  yield plainSheetXml({
    tabColour: plan.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.live,
    widths: WIDTHS,
    rows: [...before, GAP, ...nextDates(plan, count, dates), ...after],
    page: { ...pageOf(plan, 'The plan on one page', 'A4', 'portrait'), onePage: true },
  })
}

function head(plan: PlanExport): PlainRow[] {
  const { name, venue, startsOn, endsOn } = plan.event
  const where = [name, venue, dayRange(startsOn, endsOn)].filter((part) => part !== '').join(', ')
  return [
    ...(plan.rehearsal ? [{ height: 26, cells: [textOf('banner', BANNER, WIDTHS.length)] }] : []),
    {
      height: 34,
      cells: [textOf('title', plan.rehearsal ? 'Rehearsal of the action plan' : 'The action plan on one page')],
    },
    { height: 22, cells: [textOf('subtitle', where)] },
    GAP,
  ]
}

const numberOf = (count: number, formula: string): PlainCell => ({ style: 'count', count, formula })

/** `line`: of the row on which it begins, counted from 1. */
function byPriority(plan: PlanExport, { priorities }: BoardCount, line: number): PlainRow[] {
  const table = planTableName(plan)
  const column = (heading: string) => `${table}[${heading}]`
  const there = `(${column('Action ref')}<>"")`
  const isPledge = `(${column('Action type')}="Pledge")`
  const noOwner = ['Lead officer or owner', 'Lead organisation', 'Service area']
    .map((heading) => `(${column(heading)}="")`)
    .join('*')
  // A day that was only offered is nobody’s word yet.
  const noDate = `((${column('Due date')}="")+(${column('Due date offered')}="Yes")>0)`
  const headings: PlainRow = {
    height: 34,
    cells: [
      textOf('heading-board', 'Priority'),
      textOf('heading-number', 'Pledges'),
      textOf('heading-number', 'Actions'),
      textOf('heading-board', 'What was promised, as counted'),
      textOf('heading-number', 'Without an owner'),
      textOf('heading-number', 'Without a date'),
    ],
  }
  const rows = [...priorities.values()].map((of, index): PlainRow => {
    const own = of.priority === '' ? '""' : `$A$${line + 1 + index}`
    const counted = (...conditions: string[]) =>
      `SUMPRODUCT(${[there, `(${column('Strategic priority')}=${own})`, ...conditions].join('*')})`
    return {
      cells: [
        textOf('label', of.priority === '' ? NONE : of.priority),
        numberOf(of.pledges, counted(isPledge)),
        numberOf(of.actions, counted(`(1-${isPledge})`)),
        textOf('text', unitWords(of.units)),
        numberOf(of.withoutOwner, counted(noOwner)),
        numberOf(of.withoutDate, counted(noDate)),
      ],
    }
  })
  const sum = (place: number, of: 'pledges' | 'actions' | 'withoutOwner' | 'withoutDate'): PlainCell => {
    const letters = columnLetters(place)
    return {
      style: 'label-count',
      count: [...priorities.values()].reduce((all, one) => all + one[of], 0),
      formula: `SUM(${letters}${line + 1}:${letters}${line + rows.length})`,
    }
  }
  if (rows.length === 0) return [headings, { cells: [textOf('text', 'Nothing has been promised or proposed yet.', 6)] }]
  const total: PlainRow = {
    cells: [
      textOf('label', 'All together'),
      sum(1, 'pledges'),
      sum(2, 'actions'),
      textOf('text', ''),
      sum(4, 'withoutOwner'),
      sum(5, 'withoutDate'),
    ],
  }
  return [headings, ...rows, total]
}

/** “work placements: 12; interviews: 4; and 2 more kinds”, the most first. */
function unitWords(units: ReadonlyMap<string, number>): string {
  const most = [...units].toSorted(([, one], [, other]) => other - one)
  const named = most.slice(0, UNITS_NAMED).map(([unit, many]) => `${unit}: ${many.toLocaleString('en-GB')}`)
  const more = most.length - named.length
  return [...named, ...(more === 0 ? [] : [`and ${more} more ${more === 1 ? 'kind' : 'kinds'}`])].join('; ')
}

const section = (title: string): PlainRow => ({ height: 22, cells: [textOf('section', title, WIDTHS.length)] })

function nextDates({ exported }: PlanExport, { next, overdue }: BoardCount, most: number): PlainRow[] {
  const today = exported.slice(0, 10)
  const shown = next.slice(0, most)
  return [
    section(`Next dates, as they stood on ${dayRange(today, today)}`),
    ...(overdue === 0
      ? []
      : [
          {
            cells: [
              textOf('label', 'Overdue on that day'),
              { style: 'label-count' as const, count: overdue },
              textOf('text', 'They say “Overdue” on the plan.', 4),
            ],
          },
        ]),
    ...(shown.length === 0 ? [{ cells: [textOf('text', 'No row has a due date that is still to come.', 6)] }] : []),
    ...shown.map(({ ref, title, leadOrganisation, leadOfficerName, due, isOffered }): PlainRow => {
      const who = [leadOfficerName, leadOrganisation].filter((part) => part !== '').join(', ')
      return {
        cells: [
          textOf('text', clipped(title)),
          { style: isOffered ? 'offered-date' : 'date', instant: due, across: 2 },
          textOf('text', clipped(who === '' ? 'Nobody named yet' : who)),
          textOf('text', ref, 2),
        ],
      }
    }),
  ]
}

/** Two lines of a column: the whole of it stands on the plan. */
const clipped = (text: string): string =>
  text.length <= 84 ? text : `${text.slice(0, 83).replace(/[\uD800-\uDBFF]$/, '')}…`

const GAPS = [
  ['owner', 'Without an owner', 'Nobody, no team and no organisation is named.'],
  ['date', 'Without a due date that somebody said', 'Planning systems refuse a row without one.'],
  ['measure', 'Actions without a measure', 'Nobody said how we will know. Pledges are not asked.'],
  ['priority', 'Without a priority', 'They serve none of the strategy’s priorities yet.'],
] as const

function gaps(count: BoardCount): PlainRow[] {
  return [
    section('Gaps to close, as they stood then'),
    ...GAPS.map(([key, label, meaning]): PlainRow => {
      const { count: many, refs } = count.gaps[key]
      const more = many - refs.length
      const named = `${refs.join(', ')}${more === 0 ? '' : `, and ${more.toLocaleString('en-GB')} more`}`
      return {
        cells: [
          textOf('label', label),
          { style: 'label-count', count: many },
          textOf('text', many === 0 ? 'None.' : `${meaning} ${named}`, 4),
        ],
      }
    }),
  ]
}
