/** The first sheet of the attendance workbook: the numbers on one page, and what each of them means. */
import type { WayOutNumbers } from '../../../../shared/contract/way-out.ts'
import {
  dayRange,
  GAP,
  pageOf,
  type PlainCell,
  type PlainRow,
  plainSheetXml,
  TAB_COLOURS,
  textOf,
  type WorkbookDocument,
} from '../../../files/ooxml/index.ts'
import type { Attendee } from './attendees.ts'
import type { AttendanceCount } from './count.ts'
import { absentWord, HOW_WORDS, type ListContext, stayedWord } from './list.ts'

export type AttendanceExport = {
  document: WorkbookDocument
  count: AttendanceCount
  /** Everybody who counts, in the order they are listed. */
  people: readonly Attendee[]
  context: ListContext
  /** What the privacy notice says of how long this is kept. */
  retention: string
  /** What was answered at the way out; null where nothing is asked. */
  wayOut: WayOutNumbers | null
}

/** Of its four columns: what is counted, what that means, how many came, how many did not. */
const WIDTHS = [34, 66, 12, 15]
export const BANNER = 'REHEARSAL – practice entries only. Nobody on these sheets was really there.'

const section = (title: string, ...columns: string[]): PlainRow => ({
  height: 22,
  cells: [
    textOf('section', title),
    textOf('section', ''),
    textOf('section-count', columns[0] ?? ''),
    textOf('section-count', columns[1] ?? ''),
  ],
})
const counted = (label: string, meaning: string, ...counts: number[]): PlainRow => ({
  cells: [
    textOf('label', label),
    textOf('text', meaning),
    ...[0, 1].map((index): PlainCell => {
      const count = counts[index]
      return count === undefined ? textOf('text', '') : { style: 'count', count }
    }),
  ],
})
const told = (label: string, words: PlainCell): PlainRow => ({
  cells: [textOf('label', label), words, textOf('text', ''), textOf('text', '')],
})

export function summaryXml(given: AttendanceExport): string {
  const { document } = given
  const before = [...head(given), ...howMany(given), ...when(given)]
  return plainSheetXml({
    tabColour: document.rehearsal ? TAB_COLOURS.rehearsal : TAB_COLOURS.live,
    widths: WIDTHS,
    rows: [...before, ...whence(given)],
    breakAfter: before.length,
    page: pageOf(document, 'Attendance', 'A4', 'portrait'),
  })
}

function head({ document, context, retention }: AttendanceExport): PlainRow[] {
  const { name, code, venue, startsOn, endsOn } = document.event
  const { zone, wallOf } = context.clock
  const warning: PlainRow[] = document.rehearsal
    ? [{ height: 26, cells: [BANNER, '', '', ''].map((words) => textOf('banner', words)) }]
    : []
  return [
    ...warning,
    { height: 34, cells: [textOf('title', document.rehearsal ? 'Rehearsal of the attendance' : 'Attendance')] },
    { height: 22, cells: [textOf('subtitle', name)] },
    GAP,
    section('Where this file came from'),
    told('Event', textOf('text', `${name} (${code})`)),
    told(
      'Where and when',
      textOf('text', [venue, dayRange(startsOn, endsOn)].filter((part) => part !== '').join(', ')),
    ),
    told('File made', { style: 'label-date', instant: `${wallOf(document.exported)}Z` }),
    told('Times', textOf('text', `As on the clock at the venue (${zone}).`)),
    told('How long to keep it', textOf('text', `It holds names. ${retention}`)),
    GAP,
  ]
}

function howMany({ count: { totals, over } }: AttendanceExport): PlainRow[] {
  const isOver = over !== 'no'
  return [
    section('How many', 'How many'),
    counted('Expected', 'On the list before they came.', totals.invited),
    counted('Expected and came', 'Of those expected.', totals.invitedCame),
    counted(
      isOver ? 'No-shows' : 'Not here yet',
      isOver
        ? 'Expected, and did not come. They stand on the sheet No-shows.'
        : 'Expected, and may still come. They stand on the sheet Not here yet.',
      totals.absent,
    ),
    counted('Walk-ins', 'Came without being on the list.', totals.walkIns),
    counted('Came', 'Expected or not; each person once, however often they went in and out.', totals.came),
    counted(stayedWord(over), 'Signed in, and not signed out when the file was made.', totals.here),
    counted('Left', 'Signed out.', totals.left),
    counted(
      'Not counted',
      'Taken off the list, or a walk-in whose sign-in was undone. They stand on no sheet.',
      totals.uncounted,
    ),
    GAP,
  ]
}

function when({ count, context: { clock } }: AttendanceExport): PlainRow[] {
  const { arrivals, peak, punctuality, ways } = count
  const time = (instant: string): PlainCell => ({ style: 'label-date', instant: `${clock.wallOf(instant)}Z` })
  const timed = (label: string, at: PlainCell, how: number): PlainRow => ({
    cells: [textOf('label', label), at, { style: 'count', count: how }, textOf('text', '')],
  })
  const busiest = arrivals.stretches.reduce<(typeof arrivals.stretches)[number] | null>(
    (best, next) => (next.came > (best?.came ?? 0) ? next : best),
    null,
  )
  const starts = punctuality.starts.map(({ day, clock: at }) => `${at} on ${dayRange(day, day)}`).join('; ')
  return [
    section('When', 'How many'),
    ...(busiest === null
      ? []
      : [
          timed(
            arrivals.minutes === 5 ? 'Busiest five minutes, from' : 'Busiest, from',
            time(busiest.from),
            busiest.came,
          ),
        ]),
    ...(peak === null ? [] : [timed('Most in the building at once, from', time(peak.at), peak.count)]),
    counted('On time', `By the start of the programme: ${starts}.`, punctuality.onTime),
    counted('Up to 15 minutes after', '', punctuality.soonAfter),
    counted('Later than that', '', punctuality.late),
    ...(punctuality.otherDay === 0
      ? []
      : [counted('On another day', 'Came on a day that the programme says nothing of.', punctuality.otherDay)]),
    GAP,
    section('How they came in', 'Came'),
    ...ways.map(({ how, came }) => counted(HOW_WORDS[how], how === 'paper' ? 'Entered later.' : '', came)),
    GAP,
  ]
}

function whence({ count: { sectors, over } }: AttendanceExport): PlainRow[] {
  return [
    section('Sectors', 'Came', absentWord(over) === 'No-show' ? 'No-shows' : 'Not here yet'),
    ...sectors.map(({ name, came, absent }) => counted(name === '' ? 'Not known' : name, '', came, absent)),
    GAP,
  ]
}
