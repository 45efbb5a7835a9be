/** The calls about a newer version of the app: who may ask, and a backup before anything is installed. */
import { ORPCError } from '@orpc/server'
import { type CallContext, ready } from '../guard.ts'
import type { Host } from '../host.ts'
import type { Station } from '../station.ts'

const WHY_NOT = {
  'no-updates': 'Newer versions cannot be installed from here on this tablet. Ask whoever looks after the tablets.',
  rehearsal: 'This is a rehearsal, and everybody knows its PIN. Leave the rehearsal first.',
}

const refuse = (code: keyof typeof WHY_NOT): never => {
  throw new ORPCError('NOT_POSSIBLE', { defined: true, status: 409, message: WHY_NOT[code], data: { code } })
}

/** What the host can do, with staff of the real event alone. */
function allowed({ kiosk, station }: CallContext & { station: Station }): NonNullable<Host['updates']> {
  const { updates } = kiosk.host
  if (updates === null) return refuse('no-updates')
  return station.currentEvent()?.rehearsal === true ? refuse('rehearsal') : updates
}

export const updateCalls = {
  look: ready.updates.look.handler(({ context }) => allowed(context).look()),
  install: ready.updates.install.handler(async ({ input, context }) => {
    const updates = allowed(context)
    // Where there is no room for it, this throws, and nothing is installed.
    context.station.backup()
    return updates.install(input.id)
  }),
}
