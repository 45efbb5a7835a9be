/** The history of a record as people read it: names instead of the ids that facts carry, days instead of dates. Pure. */
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { dayInWords } from '../../../words/days.ts'

type Names = Pick<EventPack, 'pledgeTypes' | 'priorities' | 'sectors' | 'tables'>

const HOW: Record<string, string> = {
  found: 'found on the list',
  scanned: 'by badge',
  'walk-in': 'was not on the list before',
}

/** `name` is what the station calls the part of the record; `value` what it became. */
export function historyValue(pack: Names, name: string, value: string): string {
  switch (name) {
    case 'Kind':
      return pack.pledgeTypes.find(({ id }) => id === value)?.title ?? value
    case 'Priority':
      return priorityName(pack, value) || value
    case 'Sector':
      return pack.sectors.find(({ id }) => id === value)?.name ?? value
    case 'Table':
      return tableName(pack, value)
    case 'How it came':
      return value === 'paper' ? 'on a printed card or sheet' : 'at a screen'
    case 'How':
      return HOW[value] ?? value
    case 'By when':
      return value.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayInWords(day))
    default:
      return value
  }
}

/** What people need stays off the screen until it is asked for; that something was noted is enough here. */
const KEPT_APART: ReadonlySet<string> = new Set(['Access', 'Dietary'])

export const shownDetails = <Detail extends { name: string }>(details: readonly Detail[]): Detail[] =>
  details.filter(({ name }) => !KEPT_APART.has(name))

/** “Priority 3: A safe place to live”; empty where there is none. */
export function priorityName(pack: Pick<EventPack, 'priorities'>, priority: string | null): string {
  const found = pack.priorities.find(({ id }) => id === priority)
  return found === undefined ? '' : `${found.label}: ${found.title}`
}

/** A table's name by its id. */
export const tableName = (pack: Pick<EventPack, 'tables'>, table: string): string =>
  pack.tables.find(({ id }) => id === table)?.name ?? table

/** A session's title by its id. */
const sessionName = (pack: Pick<EventPack, 'programme'>, session: string): string =>
  pack.programme.find(({ id }) => id === session)?.title ?? session

/** “Table 7, What will you do?”: where an action or an idea comes from. */
export const placeName = (
  pack: Pick<EventPack, 'tables' | 'programme'>,
  { session, table }: { session: string; table: string },
): string => [tableName(pack, table), sessionName(pack, session)].filter(Boolean).join(', ')
