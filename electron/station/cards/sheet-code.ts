/**
 * The code of a table’s sheet says which table’s, also where it is typed: its last two drawn characters follow from the first four, the
 * session and the table. Whoever has the event can tell, on any tablet and without a list of what was printed.
 */
import { hash } from 'node:crypto'
import type { TablePlace } from '../../../shared/domain/action.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { DRAWN, type Reference, referenceWith } from '../../../shared/domain/reference.ts'

const FREE = 4
/** An event with more tables and sessions has more than two characters can tell apart: its codes say nothing. */
const MOST_PLACES = 400
const MOST_TRIES = 100

type Event = { id: string; pack: Pick<EventPack, 'programme' | 'tables'> }

const follows = (event: string, { session, table }: TablePlace, free: string): string =>
  [...hash('sha256', JSON.stringify(['sheet', event, session, table, free]), 'buffer').subarray(0, 2)]
    .map((byte) => DRAWN.charAt(byte % DRAWN.length))
    .join('')

/** Closed ones too: a sheet may be older than that. */
function placesOf({ programme, tables }: Event['pack']): TablePlace[] {
  const places = programme
    .filter(({ kind }) => kind === 'workshop')
    .flatMap((session) => tables.map((table) => ({ session: session.id, table: table.id })))
  return places.length > MOST_PLACES ? [] : places
}

function told({ id, pack }: Event, card: Reference): TablePlace[] {
  const free = card.slice(0, FREE)
  const last = card.slice(FREE, FREE + 2)
  return placesOf(pack).filter((place) => follows(id, place, free) === last)
}

/** Where the sheet with this code belongs; null where it may be several’s, or nobody’s. */
export function placeTold(event: Event, card: Reference): TablePlace | null {
  const [place, another] = told(event, card)
  return another === undefined ? (place ?? null) : null
}

/** `draw`: gives a new reference at each call. */
export function sheetCode(event: Event, place: TablePlace, draw: () => Reference): Reference {
  if (placesOf(event.pack).length === 0) return draw()
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const free = draw().slice(0, FREE)
    const code = referenceWith(free + follows(event.id, place, free))
    if (code !== null && placeTold(event, code) !== null) return code
  }
  return draw()
}

/** A code of a card: that of no sheet. */
export function cardCodeOf(event: Event, draw: () => Reference): Reference {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = draw()
    if (told(event, code).length === 0) return code
  }
  return draw()
}
