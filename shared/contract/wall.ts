/** Calls about the wall on a second screen of this tablet. */
import { z } from 'zod'
import { call } from './base.ts'

/** `displays` counts every screen; `on` is what staff have chosen, also while no second one is connected. */
const wallBeside = z.object({ displays: z.int(), on: z.boolean() })
export type WallBeside = z.infer<typeof wallBeside>

export const wall = {
  /**
   * null where whoever opened this station has no screens to show it on, like a tab of a browser. It names nobody, so anybody
   * may ask: a staff room that is just being locked asks once more.
   */
  beside: call({ who: 'delegate', when: 'ready' }).output(wallBeside.nullable()),
  /** Kept, so that it is on again after a restart and whenever the screen is connected again. NOT_POSSIBLE `no-screens`. */
  show: call({ who: 'steward', when: 'ready' })
    .input(z.object({ on: z.boolean() }))
    .output(wallBeside),
}
