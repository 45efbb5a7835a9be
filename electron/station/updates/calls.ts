/** The calls about a newer version of the app: who may ask, and a backup before anything is installed. */
import type { LoadedEvent } from '../kernel/core.ts'
import { createGuard, type Refuse } from '../kernel/guard.ts'
import type { Platform } from '../kernel/platform.ts'

type Station = { currentEvent(): LoadedEvent | null; backup(): unknown }

const { ready } = createGuard<Station, object, { platform: Platform }>()

const WHY_NOT = {
  'no-updates': 'Newer versions cannot be installed from here on this tablet. Ask whoever looks after the tablets.',
  rehearsal: 'This is a rehearsal, and everybody knows its PIN. Leave the rehearsal first.',
}

const whyNot = (code: keyof typeof WHY_NOT) => ({ message: WHY_NOT[code], data: { code } })

/** What the host can do, with staff of the real event alone. */
function allowed(
  { kiosk, station }: { kiosk: { platform: Platform }; station: Station },
  errors: Refuse,
): NonNullable<Platform['updates']> {
  const { updates } = kiosk.platform
  if (updates === null) throw errors.NOT_POSSIBLE(whyNot('no-updates'))
  if (station.currentEvent()?.rehearsal === true) throw errors.NOT_POSSIBLE(whyNot('rehearsal'))
  return updates
}

export const updateCalls = {
  look: ready.updates.look.handler(({ context, errors }) => allowed(context, errors).look()),
  install: ready.updates.install.handler(async ({ input, context, errors }) => {
    const updates = allowed(context, errors)
    // Where there is no room for it, this throws, and nothing is installed.
    context.station.backup()
    return updates.install(input.id)
  }),
}
