/** Calls about a newer version of the app, from a stick or a server of IT’s: looking for it, and installing it. */
import { z } from 'zod'
import { asGiven } from '../domain/text.ts'
import { call } from './base.ts'

/** Where it was: on the stick of this name, or, where that is null, on the server that IT has named. */
const place = z.object({ stick: z.string().nullable() })
const versionAt = place.extend({ version: z.string() })

/** The best that was found, over all sticks and the server. Only what is `offered` was checked to the last byte, and can be installed. */
const found = z.discriminatedUnion('code', [
  /**
   * `id` names the checked copy; it holds until the next look. `byHand` where a person has to finish what is begun here, and
   * to start the app again, as on macOS.
   */
  versionAt.extend({ code: z.literal('offered'), id: z.string(), byHand: z.boolean() }),
  /** And no server was named. */
  z.object({ code: z.literal('no-stick') }),
  /** No update on any stick and, where `online`, none on the server either. */
  z.object({ code: z.literal('no-update'), online: z.boolean() }),
  /** Not from those whom IT trusts, or changed on the way. */
  place.extend({ code: z.literal('not-signed') }),
  /** Signed, and still not understood: made for another kind of app, or by a newer tool. */
  place.extend({ code: z.literal('not-understood') }),
  versionAt.extend({ code: z.literal('same') }),
  versionAt.extend({ code: z.literal('older') }),
  versionAt.extend({ code: z.literal('other-machine') }),
  /** The installer is not there, or not what was signed. */
  versionAt.extend({ code: z.literal('changed') }),
  /** It could not be read to the end: pulled out, worn out, broken off, or too slow. */
  place.extend({ code: z.literal('unread') }),
  versionAt.extend({ code: z.literal('no-room') }),
  /** The server was not reached, or could not give what it was asked for. */
  z.object({ code: z.literal('no-answer') }),
  /** The server answered that it is elsewhere. It is never followed there. */
  z.object({ code: z.literal('redirected') }),
  /** The portable program, or one that was never installed: there is nothing to install over. */
  z.object({ code: z.literal('portable') }),
  z.object({ code: z.literal('not-installed') }),
])
export type FoundUpdate = z.infer<typeof found>

const look = z.object({
  /** The version that runs. */
  current: z.string(),
  /** How the update went that this start of the app comes after; null where it comes after none. */
  last: z.object({ version: z.string(), installed: z.boolean() }).nullable(),
  found,
})
export type UpdateLook = z.infer<typeof look>

const start = z.object({
  code: z.enum([
    /** The station closes now, and the installer runs. */
    'installing',
    /** The checked copy is not there any more, or not what it was. */
    'gone',
  ]),
})
export type UpdateStart = z.infer<typeof start>

/** Both: NOT_POSSIBLE `no-updates` where the host or IT does not allow them, `rehearsal` with the PIN that everybody knows. */
export const updates = {
  /** Reads the sticks, then the server, and copies what is offered. Takes as long as that takes to read. */
  look: call({ who: 'steward', when: 'ready' }).output(look),
  /** Makes a backup first. Answers before the app closes. */
  install: call({ who: 'steward', when: 'ready' })
    .input(z.object({ id: asGiven(100) }))
    .output(start),
}
