/** Opening the station of a kiosk while screens are answered: at once, or in steps where its data is brought up to date first. */
import type { BroughtUp } from './open-journal.ts'
import { openInSteps, type Station, type StationDeps } from './station.ts'
import { gapAfter } from '../../slices.ts'

type OpeningDeps = {
  folder: string
  deps: StationDeps
  /** It begins, or another hundredth of it is done. */
  moved: () => void
  /** The others’ turn between two steps: other programs that want the data, and who calls this one. */
  moment?: ((milliseconds: number) => Promise<void>) | undefined
}

const aMoment = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds))

const hundredthOf = ({ what, done, of }: BroughtUp): string => `${what} ${Math.floor((done * 100) / Math.max(1, of))}`

export function createOpening({ folder, deps, moved, moment = aMoment }: OpeningDeps) {
  let progress: BroughtUp | null = null
  let end = (): void => undefined

  /** The rest of the steps, with everybody else's turn in between. Null where it was cut off by `end`. */
  async function goOn(steps: Iterator<BroughtUp, void>, opened: () => Station | null): Promise<Station | null> {
    let [isOver, took] = [false, 0]
    end = () => {
      isOver = true
      steps.return?.()
    }
    try {
      for (;;) {
        await moment(gapAfter(took))
        if (isOver) return null
        const started = performance.now()
        const step = steps.next()
        took = performance.now() - started
        if (step.done === true) return opened()
        const before = progress
        progress = step.value
        if (before === null || hundredthOf(before) !== hundredthOf(progress)) moved()
      }
    } finally {
      progress = null
      end = () => undefined
    }
  }

  return {
    /** Opens it at once, or begins to bring its data up to date. `patience` as openStation has it. Throws, or rejects with, what that throws. */
    open(patience?: number): Station | Promise<Station | null> {
      let station: Station | null = null
      const steps = (function* (): Generator<BroughtUp, void> {
        station = yield* openInSteps(folder, patience === undefined ? deps : { ...deps, patience })
      })()
      const opened = (): Station | null => station
      const first = steps.next()
      const atOnce = opened()
      if (first.done === true && atOnce !== null) return atOnce
      progress = first.value ?? null
      moved()
      return goOn(steps, opened)
    },
    /** How far it is; null where nothing is being brought up to date. */
    progress: (): BroughtUp | null => progress,
    /** What is cut off goes on at the next opening. */
    end: (): void => end(),
  }
}
