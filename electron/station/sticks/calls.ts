/** The calls about sticks. Where a stick lies stays here: a screen knows it by a number that is no path. */
import { createGuard, needSteward } from '../kernel/guard.ts'
import type { Platform } from '../kernel/platform.ts'
import type { Sticks } from './save.ts'

const { always } = createGuard<object, object, { platform: Platform; sticks: Sticks }>()

export const sticksCalls = {
  list: always.sticks.list.handler(async ({ context, errors }) => {
    needSteward(context, errors)
    const { kiosk } = context
    const sticks = await kiosk.sticks.list()
    return {
      sticks: sticks.map(({ id, name, free, size }) => ({ id, name, free, size })),
      locked: kiosk.platform.leave !== null,
    }
  }),
  save: always.sticks.save.handler(({ input, context, signal, errors }) => {
    needSteward(context, errors)
    return context.kiosk.sticks.save(input.stick, input.file, signal)
  }),
}
