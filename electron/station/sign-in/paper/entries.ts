/** Lines of a paper sheet as they stand in a person's trail: which steps were entered together, and which can be taken back. */
import { nameOf } from '../../../../shared/domain/fact.ts'
import type { Step } from '../facts.ts'

/** One line of a sheet: a time in, a time out, or both; `steps` of the trail, from `from`. */
export type Line = { from: number; steps: Step[] }

const isPaper = (step: Step | undefined): step is Step => step?.how === 'paper'

/** The lines in a trail, in the order they were entered. */
export function linesIn(trail: readonly Step[]): Line[] {
  const lines: Line[] = []
  for (let index = 0; index < trail.length; index += 1) {
    const [one, other] = [trail[index], trail[index + 1]]
    if (!isPaper(one)) continue
    const both =
      isPaper(other) &&
      one.kind === 'in' &&
      other.kind === 'out' &&
      // The two times of a line are written in one step, one fact after the other.
      other.station === one.station &&
      other.seq === one.seq + 1 &&
      other.at > one.at
    lines.push({ from: index, steps: both ? [one, other] : [one] })
    if (both) index += 1
  }
  return lines
}

const lastOf = (line: Line): Step | undefined => line.steps.at(-1)

/** What a line is known by: the last fact that it was written down as. Empty where it has no step. */
export const entryName = (line: Line): string => nameOrNone(lastOf(line))
export const firstOf = (line: Line): string => nameOrNone(line.steps[0])
const nameOrNone = (step: Step | undefined): string => (step === undefined ? '' : nameOf(step))

/** For sorting: what was entered latest comes first. */
export function latestFirst(one: Line, other: Line): number {
  const [a, b] = [lastOf(one), lastOf(other)]
  if (a === undefined || b === undefined) return 0
  return a.written === b.written ? b.seq - a.seq : a.written < b.written ? 1 : -1
}

export const timeOf = (line: Line, kind: 'in' | 'out'): string | null =>
  line.steps.find((step) => step.kind === kind)?.at ?? null

/** True where nothing was written down after it, so that an undo takes back just this. */
export const isLast = (line: Line, trail: readonly Step[]): boolean => line.from + line.steps.length === trail.length
