/** Two tablets changed the same part of the event, and neither had heard of the other: what stands now, and what else was said. Pure. */
import type { EventClash } from '../../../shared/contract/event.ts'
import { valueAt } from '../../../shared/domain/event-change/apply.ts'
import { type PackChange, readValue, written } from '../../../shared/domain/event-change/change.ts'
import { changeInWords, valueInWords } from '../../../shared/domain/event-change/words.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'

/** One thing that was said of the event: a whole pack, or what was changed at once. */
export type EventTold = { pack: EventPack } | { changes: readonly PackChange[] }

/** A part of its own, and not a whole table or the order of some: those add up. */
const isOnePart = (path: string): boolean => {
  const names = path.split('/')
  return !path.endsWith(':order') && (names.length % 2 === 1 || names[0] === 'privacy' || names[0] === 'strategy')
}

/**
 * What was written over by somebody who had not seen it, until somebody who had says something of the same part. A part that another
 * change left no room for (two tables of one name) is told, too. `told`: in the order that counts.
 */
export function eventClashes(
  told: readonly EventTold[],
  after: (pack: EventPack | null, told: EventTold) => EventPack | null,
): EventClash[] {
  const open = new Map<string, Set<string>>()
  let pack: EventPack | null = null
  for (const one of told) {
    const next = after(pack, one)
    if (pack !== null && next !== null && 'changes' in one)
      for (const { path, before, after: said } of one.changes.filter((change) => isOnePart(change.path))) {
        const [stood, stands] = [written(valueAt(pack, path)), written(valueAt(next, path))]
        const others = open.get(path) ?? new Set()
        if (stood === before) others.clear()
        else if (stood !== said) others.add(stood)
        if (stands !== said) others.add(said)
        others.delete(stands)
        if (others.size === 0) open.delete(path)
        else open.set(path, others)
      }
    pack = next
  }
  const now = pack
  if (now === null) return []
  return [...open].map(([path, others]) => {
    const stands = written(valueAt(now, path))
    return {
      path,
      what: changeInWords(now, { path, before: '', after: '' }).what,
      stands: { value: stands, words: inWords(path, stands) },
      others: [...others].map((value) => ({ value, words: inWords(path, value) })),
    }
  })
}

function inWords(path: string, value: string): string {
  if (path.endsWith('/closed')) return readValue(value) === true ? 'Closed' : 'Open'
  return valueInWords(readValue(value))
}
