/** What fits on a card: how many stand on a page, and how much of the priorities is printed. Pure. */
import { openOf } from '../../../shared/domain/event-change/open.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { type Numbered, printed, priorityWords } from './numbered.ts'

/** So many cards stand on a page. */
export const PER_PAGE = [4, 2, 1] as const
export type PerPage = (typeof PER_PAGE)[number]

/** Columns of the boxes to tick, how many letters stand on a line of one, and how many lines there is room for. The sizes are in cards.css. */
const ROOM: Record<PerPage, { columns: number; letters: number; lines: number }> = {
  4: { columns: 2, letters: 27, lines: 11 },
  2: { columns: 3, letters: 35, lines: 10 },
  1: { columns: 2, letters: 56, lines: 40 },
}

export type CardRoom = { perPage: PerPage; columns: number; priorities: Numbered[] }

/** How many lines the boxes take, where the longest of a row decides. */
function linesOf(texts: readonly string[], { columns, letters }: { columns: number; letters: number }): number {
  let lines = 0
  for (let from = 0; from < texts.length; from += columns)
    lines += Math.max(...texts.slice(from, from + columns).map((text) => Math.ceil((text.length + 2) / letters)))
  return lines
}

/** How a card of this event is laid out with so many on a page; null where it does not fit. One on a page always does. */
export function cardRoom(pack: Pick<EventPack, 'pledgeTypes' | 'priorities'>, perPage: PerPage): CardRoom | null {
  const room = ROOM[perPage]
  const kinds = linesOf(
    openOf(pack.pledgeTypes).map(({ title }) => title),
    room,
  )
  const short = printed(pack.priorities, ({ label }) => label)
  const long = printed(pack.priorities, priorityWords)
  const fits = (priorities: readonly Numbered[]) =>
    kinds +
      linesOf(
        priorities.map(({ words }) => words),
        room,
      ) <=
    room.lines
  const { columns } = room
  if (fits(long)) return { perPage, columns, priorities: long }
  return fits(short) || perPage === 1 ? { perPage, columns, priorities: short } : null
}
