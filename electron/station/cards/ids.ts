/** What an entry from paper is called: the same on every tablet, so that a card which is entered at two is one pledge. */
import { createHash } from 'node:crypto'
import { makeReference, type Reference } from '../../../shared/domain/reference.ts'
import { idFromName } from '../kernel/journal/index.ts'

/** The pledge on a card. `event`: the id of the event. */
export const cardId = (event: string, card: Reference): string => idFromName(JSON.stringify(['card', event, card]))

/** A line of a sheet. `of`: the question that an idea answers; empty for an action. */
export const lineId = (event: string, card: Reference, of: string, line: number): string =>
  idFromName(JSON.stringify(['card', event, card, of, line]))

/** The reference of an entry without one on its paper, from its id. */
export function referenceFrom(id: string): Reference {
  let drawn = 0
  return makeReference((bytes) => {
    drawn += 1
    return createHash('sha256').update(`${id} ${drawn}`).digest().subarray(0, bytes)
  })
}
