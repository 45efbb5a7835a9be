/**
 * A tablet that answers late, for finding journeys that do not wait: `SLOW_TABLET=500 npm test -- --project journeys`.
 * What a page asks of the station comes there so many milliseconds later.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'

const LATE = Number(process.env['SLOW_TABLET'] ?? 0)

/** Over HTTP: calls, and files of the page. */
export async function slowRequests(context: BrowserContext): Promise<void> {
  if (LATE === 0) return
  await context.route('**/*', async (route) => {
    await (route.request().url().includes('/rpc/') ? wait(LATE) : slowFile())
    // The page may have gone meanwhile.
    await route.continue().catch(() => undefined)
  })
}

/** A file of the page takes less than half the time of a call. */
export async function slowFile(): Promise<void> {
  if (LATE > 0) await wait(LATE * 0.4)
}

/** Over a port: each message so late, and none before another that was posted earlier. */
export function createSlowLine(): (deliver: () => void) => void {
  if (LATE === 0) return (deliver) => deliver()
  let line: Promise<unknown> = Promise.resolve()
  return (deliver) => {
    const ripe = wait(LATE)
    line = line.then(() => ripe).then(deliver)
  }
}
