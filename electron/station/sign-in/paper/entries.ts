/** Lines of a paper sheet as they stand in a person's trail: which steps were entered together, and which can be taken back. */
import { wallOf } from '../../../../shared/domain/clock.ts'
import type { Step } from '../facts.ts'

/** One line of a sheet: a time in, a time out, or both; `steps` of the trail, from `from`. */
export type Line = { from: number; steps: Step[] }

/** The two times of a line are written in one step, a moment apart; no person enters two lines so fast. Milliseconds. */
const TOGETHER = 1000

const isPaper = (step: Step | undefined): step is Step => step?.how === 'paper'

/** The lines in a trail, in the order they were entered. */
export function linesIn(trail: readonly Step[]): Line[] {
  const lines: Line[] = []
  for (let at = 0; at < trail.length; at += 1) {
    const [one, other] = [trail[at], trail[at + 1]]
    if (!isPaper(one)) continue
    const both =
      isPaper(other) &&
      one.kind === 'in' &&
      other.kind === 'out' &&
      other.station === one.station &&
      other.at > one.at &&
      wallOf(other.written) - wallOf(one.written) < TOGETHER
    lines.push({ from: at, steps: both ? [one, other] : [one] })
    if (both) at += 1
  }
  return lines
}

/** What a line is known by: when its last step was written down. */
export const enteredAt = (line: Line): string => line.steps.at(-1)?.written ?? ''

export const timeOf = (line: Line, kind: 'in' | 'out'): string | null =>
  line.steps.find((step) => step.kind === kind)?.at ?? null

/** True where nothing was written down after it, so that an undo takes back just this. */
export const isLast = (line: Line, trail: readonly Step[]): boolean => line.from + line.steps.length === trail.length
