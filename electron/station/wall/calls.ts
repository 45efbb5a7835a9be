/** The calls about the wall on a second screen. */
import { createGuard } from '../kernel/guard.ts'
import type { WallBeside } from './wall-beside.ts'

const { ready } = createGuard<object, object, { wall: WallBeside }>()

export const wallCalls = {
  beside: ready.wall.beside.handler(({ context }) => context.kiosk.wall.beside()),
  show: ready.wall.show.handler(async ({ input, context, errors }) => {
    const now = await context.kiosk.wall.show(input.on)
    if (now === null)
      throw errors.NOT_POSSIBLE({
        message: 'This page cannot show anything on another screen. Open the wall in a window of its own instead.',
        data: { code: 'no-screens' },
      })
    return now
  }),
}
