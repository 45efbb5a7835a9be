/** Clients of a station over both transports, as screens have them. */
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { MessageChannel } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import type { KioskClient } from '../../shared/contract/index.ts'
import type { Duty } from '../../shared/domain/duty.ts'
import { OWN_FOLDERS } from '../../electron/places.ts'
import { serve } from '../../electron/serve/serve.ts'
import { sealedKeyStore } from '../../electron/station/kernel/database/index.ts'
import { type Kiosk, openKiosk, type KioskDeps } from '../../electron/station/app/kiosk.ts'
import { router } from '../../electron/station/app/router.ts'
import { tempFolder } from './temp-folder.ts'
import { CHEAP, copyReady, NO_TIME, PASSPHRASE, PIN, shippedPack } from './test-station.ts'

export const setUpAnswers = {
  pack: { kind: 'shipped' as const, id: 'solihull-nec' },
  name: 'West door',
  passphrase: PASSPHRASE,
  pin: PIN,
  duty: 'sign-in' as const,
}

/** A tablet in Britain with room enough, wherever the tests run. */
const SOUND_SENSES = { free: () => 50e9, zone: () => 'Europe/London' }

/** As the browser host opens it, save for the cost of a secret. */
export function openTestKiosk(folder: string = tempFolder(), deps: Partial<KioskDeps> = {}): Kiosk {
  const kiosk = openKiosk(folder, {
    resources: OWN_FOLDERS.resources,
    staffCost: CHEAP,
    stopwatch: NO_TIME,
    keyStore: sealedKeyStore({ folder, seals: false }),
    // What hangs on the machine that runs the tests is no part of any story.
    sticks: async () => [],
    ...deps,
    probe: { ...SOUND_SENSES, ...deps.probe },
  })
  onTestFinished(() => kiosk.close())
  return kiosk
}

/** One that has been set up for the event at the NEC, for this duty. */
export async function openReadyKiosk(folder: string, duty: Duty, deps: Partial<KioskDeps> = {}): Promise<Kiosk> {
  const isCopy = await copyReady(folder, deps)
  const kiosk = openTestKiosk(folder, deps)
  if (isCopy) kiosk.station()?.changeDuty(duty)
  else await kiosk.setUp({ ...setUpAnswers, pack: shippedPack(), duty })
  return kiosk
}

/** One screen of the kiosk, over a message port, as the desktop shell carries it; in its window of this number. */
export function portClient(kiosk: Kiosk, window?: number): KioskClient {
  const { port1, port2 } = new MessageChannel()
  new PortHandler(router).upgrade(port2, { context: { kiosk, session: kiosk.createSession(window) } })
  port2.start()
  port1.start()
  onTestFinished(() => {
    port1.close()
    port2.close()
  })
  return createORPCClient(new PortLink({ port: port1 }))
}

/** The kiosk behind HTTP on a port of its own. */
export async function serveKiosk(kiosk: Kiosk, folder: string) {
  const serving = await serve(kiosk, { folder, pages: OWN_FOLDERS.pages, port: 0 })
  onTestFinished(() => serving.close())
  const { origin, hash } = new URL(serving.link)
  return { ...serving, origin, secret: hash.slice('#key='.length) }
}

/** One screen of the kiosk over HTTP. */
export function httpClient(origin: string, secret: string, screen = 'a-screen-of-a-test'): KioskClient {
  return createORPCClient(
    new HttpLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${secret}`, 'x-screen': screen } }),
  )
}
