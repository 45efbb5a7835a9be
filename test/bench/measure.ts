/** Measuring on a machine that is never quite quiet: medians, and blocks that take turns, so that noise hits both sides. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The middle one of some times; of an even number, the upper of the two. */
export const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

/** The time that `share` (0 to 1) of some times lie below. */
export const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

type Turns = {
  /** Rounds that are not measured. */
  warmUp: number
  /** Rounds that are, and how many calls each work makes in a round. */
  rounds: number
  calls: number
  /** What is to be put right after each work's calls, unmeasured. */
  between?: () => void
}

/** The median time of each of several works that take turns: in milliseconds a call, in the order given. */
export async function takeTurns(
  works: readonly (() => unknown)[],
  { warmUp, rounds, calls, between }: Turns,
): Promise<number[]> {
  const lanes = works.map((work) => ({ work, times: [] as number[] }))
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const { work, times } of lanes) {
      for (let call = 0; call < calls; call += 1) {
        const time = await timed(work)
        if (round >= 0) times.push(time)
      }
      between?.()
    }
  }
  return lanes.map(({ times }) => median(times))
}

/** Does `work` in a folder of its own, and takes the folder away. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pledge-kiosk-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
