/** Measuring on a machine that is never quite quiet: medians, and blocks that take turns, so that noise hits both sides. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The middle one of some times; of an even number, the upper of the two. */
export const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * The median time of each of several works, in milliseconds a call and in the order given. Each is called `warmUp` times
 * unmeasured; then they take turns, `calls` at a time, for `blocks` rounds.
 */
export async function takeTurns(
  works: readonly (() => Promise<unknown> | unknown)[],
  { warmUp, blocks, calls }: { warmUp: number; blocks: number; calls: number },
): Promise<number[]> {
  const lanes = works.map((work) => ({ work, times: [] as number[] }))
  for (const { work } of lanes) for (let call = 0; call < warmUp; call += 1) await work()
  for (let block = 0; block < blocks; block += 1) {
    for (const { work, times } of lanes) for (let call = 0; call < calls; call += 1) times.push(await timed(work))
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
