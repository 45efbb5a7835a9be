/** Where somebody sits stands on their entry in words: a table’s name, its number or its id. Pure. */
import type { EventPack } from '../event-pack.ts'
import { openOf } from './open.ts'

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ')

/** The table that is meant; null where it is none of the event’s. One that is closed may have given its name to another. */
export function tableMeant(pack: Pick<EventPack, 'tables'>, table: string): EventPack['tables'][number] | null {
  const wanted = plain(table)
  if (wanted === '') return null
  return (
    [...openOf(pack.tables), ...pack.tables].find(({ id, name }) =>
      [plain(id), plain(name), plain(name).replace(/^table /, '')].includes(wanted),
    ) ?? null
  )
}

/** Its id. */
export const seatAt = (pack: Pick<EventPack, 'tables'>, table: string): string | null =>
  tableMeant(pack, table)?.id ?? null
