/**
 * How far each station’s clock was ahead, as far as anybody knows. Pure. A step tells how two stretches of one clock differ, a measurement
 * how two clocks do, and only a person says which is right: without a word of theirs nothing is corrected, so no time that is shown is
 * more wrong than the clock it came from.
 */
import type { Fact } from '../../../../shared/domain/fact.ts'
import { bodyOf } from './catalogue.ts'
import { stationBegan } from './began.ts'
import { clockMeasured, clockSaid, clockStepped, onCalendar } from './clock-facts.ts'
import { inOrder } from './order.ts'

/** From number `from` of a station until its next stretch its clock was so far ahead. Milliseconds. */
type Stretch = { from: number; ahead: number }
export type Clocks = {
  ahead: (fact: Pick<Fact, 'station' | 'seq'>) => number
  stretches: (station: string) => readonly Stretch[]
  /** Somebody told something of this station’s clock but itself of its steps. */
  isSpokenOf: (station: string) => boolean
}

/** Stretch `place` of a station’s clock. */
type Node = { station: string; place: number }
/** `by`: how much further ahead the other one was. */
type Edge = { to: Node; by: number }

const keyOf = ({ station, place }: Node): string => `${station} ${place}`

/** `facts`: those about clocks that count. What others say of a station’s own steps says nothing. */
export function createClocks(facts: readonly Fact[]): Clocks {
  const all = facts.toSorted(inOrder)
  const steps = new Map<string, { from: number; by: number | null }[]>()
  for (const fact of all) {
    const body = fact.subject === fact.station ? bodyOf(clockStepped, fact) : null
    if (body === null) continue
    const known = steps.get(fact.station) ?? []
    known.push({ from: Math.min(body.from ?? fact.seq, fact.seq), by: body.by })
    steps.set(
      fact.station,
      known.toSorted((one, other) => one.from - other.from),
    )
  }
  const nodeOf = (station: string, seq: number): Node => ({
    station,
    place: (steps.get(station) ?? []).filter(({ from }) => from <= seq).length,
  })

  const edges = new Map<string, Edge[]>()
  const join = (one: Node, other: Node, by: number): void => {
    edges.set(keyOf(one), [...(edges.get(keyOf(one)) ?? []), { to: other, by }])
    edges.set(keyOf(other), [...(edges.get(keyOf(other)) ?? []), { to: one, by: -by }])
  }
  for (const [station, known] of steps)
    known.forEach(({ by }, place) => {
      if (by !== null) join({ station, place }, { station, place: place + 1 }, by)
    })
  const spokenOf = new Set<string>()
  const bind = (one: Node, other: Node, by: number): void => {
    join(one, other, by)
    spokenOf.add(one.station).add(other.station)
  }
  // A tablet that goes on under another id has the clock that it had.
  for (const fact of all) {
    const succeeds = fact.subject === fact.station ? bodyOf(stationBegan, fact)?.succeeds : null
    if (succeeds?.clock === undefined || succeeds.station === fact.station) continue
    const { station, answered, clock } = succeeds
    const last = (steps.get(station) ?? []).findLast(({ from }) => from <= answered)?.from ?? 0
    // Of the steps that it speaks of some may not count.
    if (last === clock.since) bind(nodeOf(station, answered), nodeOf(fact.station, fact.seq), clock.by)
  }
  /** Of one stretch the last word counts. */
  const said = new Map<string, { node: Node; ahead: number }>()
  // The latest first: of two ways that are as short, what was measured last tells.
  for (const fact of all.toReversed()) {
    const measured = bodyOf(clockMeasured, fact)
    if (measured?.seq !== undefined && fact.subject !== fact.station)
      bind(nodeOf(fact.station, fact.seq), nodeOf(fact.subject, measured.seq), measured.ahead)
    const word = bodyOf(clockSaid, fact)
    const seq = word?.seq ?? (fact.subject === fact.station ? fact.seq : null)
    if (word === null || seq === null) continue
    const node = nodeOf(fact.subject, seq)
    spokenOf.add(fact.subject)
    if (!said.has(keyOf(node))) said.set(keyOf(node), { node, ahead: word.ahead })
  }

  // From what people said outwards, so that the nearest word tells.
  const known = new Map<string, number>()
  let open = [...said.values()]
  while (open.length > 0) {
    const next: typeof open = []
    for (const { node, ahead } of open) {
      if (known.has(keyOf(node))) continue
      known.set(keyOf(node), ahead)
      for (const { to, by } of edges.get(keyOf(node)) ?? []) next.push({ node: to, ahead: ahead + by })
    }
    open = next
  }
  const aheadIn = (node: Node): number => known.get(keyOf(node)) ?? 0
  return {
    ahead: known.size === 0 ? () => 0 : ({ station, seq }) => aheadIn(nodeOf(station, seq)),
    stretches: (station) => [
      { from: 1, ahead: aheadIn({ station, place: 0 }) },
      ...(steps.get(station) ?? []).map(({ from }, place) => ({ from, ahead: aheadIn({ station, place: place + 1 }) })),
    ],
    isSpokenOf: (station) => spokenOf.has(station),
  }
}

/** `wall` as an ISO instant in UTC. */
export const instantAt = (wall: number): string => new Date(onCalendar(wall)).toISOString()

/** The first number of a station whose time is another now; null where none is. */
export function changedFrom(before: readonly Stretch[], after: readonly Stretch[]): number | null {
  const aheadAt = (stretches: readonly Stretch[], seq: number) =>
    stretches.findLast(({ from }) => from <= seq)?.ahead ?? 0
  const starts = [...before, ...after].map(({ from }) => from).toSorted((one, other) => one - other)
  return starts.find((seq) => aheadAt(before, seq) !== aheadAt(after, seq)) ?? null
}
