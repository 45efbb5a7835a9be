/** The attendance list, a row a person: the same columns in the workbook and in the CSV. */
import type { CameHow } from '../../../../shared/contract/attendance.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { REHEARSAL_STAGE } from '../../../../shared/domain/plan.ts'
import type { CellValue, SheetColumn } from '../../../files/ooxml/index.ts'
import type { Attendee } from './attendees.ts'
import type { AttendanceCount } from './count.ts'
import type { VenueClock } from './venue-clock.ts'

export type ListContext = {
  pack: Pick<EventPack, 'sectors'>
  rehearsal: boolean
  over: AttendanceCount['over']
  /** With e-mail addresses. */
  emails: boolean
  clock: VenueClock
  stationName: (id: string) => string
}

type Row = Record<string, CellValue>
type Cell = (person: Attendee, context: ListContext) => CellValue
type ListColumn = SheetColumn & { value: Cell }

export const HOW_WORDS: Record<CameHow, string> = {
  scanned: 'Badge or ticket scanned',
  found: 'By name at the desk',
  self: 'By themselves',
  'walk-in': 'Not on the list, added at the door',
  paper: 'From the paper sheet',
}

/** What somebody is called who has not come: only once nobody else will is it a no-show. */
export const absentWord = (over: AttendanceCount['over']): string => (over === 'no' ? 'Not here yet' : 'No-show')

/** Many go home without signing out: once the event is over nobody is here for it. */
export const stayedWord = (over: AttendanceCount['over']): string => (over === 'last-day' ? 'Did not sign out' : 'Here')

export const column = (
  key: string,
  heading: string,
  width: number,
  kind: SheetColumn['kind'] = 'text',
): SheetColumn => ({
  key,
  heading,
  width,
  kind,
  choices: [],
  group: 'board',
  printed: true,
})

const listed = (
  key: string,
  heading: string,
  width: number,
  value: Cell,
  kind: SheetColumn['kind'] = 'text',
): ListColumn => ({ ...column(key, heading, width, kind), value })
/** For the screen and for other programs: with all of them on paper nobody could read the rest. */
const aside = (one: ListColumn): ListColumn => ({ ...one, printed: false })

// What a person needs, what staff noted and their badge’s code are not here, and must never be.
const WHO: readonly ListColumn[] = [
  listed('name', 'Name', 26, ({ name }) => name),
  listed('organisation', 'Organisation', 28, ({ organisation }) => organisation),
  listed('area', 'Service area', 22, ({ area }) => area),
  listed('sector', 'Sector', 19, ({ sector }, { pack }) => pack.sectors.find(({ id }) => id === sector)?.name ?? ''),
  listed('role', 'Role', 24, ({ role }) => role),
  listed('table', 'Table', 12, ({ table }) => table),
]
const EMAIL = aside(listed('email', 'E-mail', 34, ({ email }) => email))
const CAME: readonly ListColumn[] = [
  listed('walkIn', 'Walk-in', 10, ({ walkIn }) => walkIn, 'flag'),
  listed('now', 'Now', 16, ({ stays }, { over }) => standing(stays, over)),
  listed('firstIn', 'First in', 24, ({ stays }, { clock }) => cellOrNone(stays[0]?.in, clock), 'instant'),
  listed('lastOut', 'Last out', 24, ({ stays }, { clock }) => cellOrNone(lastOut(stays), clock), 'instant'),
  aside(listed('how', 'How they came in', 26, ({ stays, how }) => (stays.length === 0 ? '' : HOW_WORDS[how]))),
  aside(
    listed('later', 'Entered later', 14, ({ stays, how }) => (stays.length === 0 ? null : how === 'paper'), 'flag'),
  ),
  aside(
    listed('tablet', 'Signed in at', 20, ({ stays, station }, { stationName }) =>
      stays.length === 0 ? '' : stationName(station),
    ),
  ),
]
// On paper the head of every page says it.
const MARK = aside(listed('rehearsal', 'Rehearsal', 22, () => REHEARSAL_STAGE.value))

const withMark = (columns: readonly ListColumn[], { rehearsal }: ListContext) =>
  rehearsal ? [...columns, MARK] : columns

export const listColumns = (context: ListContext): readonly ListColumn[] =>
  withMark([...WHO, ...CAME, ...(context.emails ? [EMAIL] : [])], context)

/** For those who did not come: who they are, and nothing about a coming and going that there was none of. */
export const absentColumns = (context: ListContext): readonly ListColumn[] =>
  withMark([...WHO, ...(context.emails ? [EMAIL] : [])], context)

/** Times are those on the venue's wall, `2023-12-12T09:41:07Z`: a spreadsheet shows them as they stand. */
export function* listRows(
  people: readonly Attendee[],
  columns: readonly ListColumn[],
  context: ListContext,
): Generator<Row> {
  for (const person of people) yield Object.fromEntries(columns.map(({ key, value }) => [key, value(person, context)]))
}

function standing(stays: Attendee['stays'], over: AttendanceCount['over']): string {
  const last = stays.at(-1)
  if (last === undefined) return absentWord(over)
  return last.out === null ? stayedWord(over) : 'Left'
}

const lastOut = (stays: Attendee['stays']): string | undefined =>
  stays.reduce<string | undefined>((latest, { out }) => out ?? latest, undefined)

const cellOrNone = (instant: string | undefined, { cellOf }: VenueClock): string | null =>
  instant === undefined ? null : cellOf(instant)
