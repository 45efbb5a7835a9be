/** One tablet of the hall with its screens over one of the two transports: through the code that the hosts themselves carry calls with. */
import { createHash } from 'node:crypto'
import { mkdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { onTestFinished } from 'vitest'
import type { KioskClient } from '../../shared/contract/index.ts'
import { USUAL_DOOR } from '../../shared/domain/door.ts'
import type { Duty } from '../../shared/domain/duty.ts'
import { platformRouter } from '../../electron/desktop/station/platform-calls.ts'
import { WINDOWS } from '../../electron/desktop/station/messages.ts'
import { serveStation } from '../../electron/desktop/station/serve-station.ts'
import { OWN_FOLDERS } from '../../electron/places.ts'
import { sealedKeyStore } from '../../electron/station/kernel/database/index.ts'
import { type Kiosk, type KioskDeps } from '../../electron/station/app/kiosk.ts'
import { httpClient, openTestKiosk, serveKiosk, setUpAnswers } from '../support/test-client.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { CHEAP, handClock } from '../support/test-station.ts'
import { ELEVEN } from './hall.ts'

export const TRANSPORTS = ['port', 'http'] as const
export type Transport = (typeof TRANSPORTS)[number]

export type Tablet = {
  kiosk: Kiosk
  folder: string
  /** The folder of the stick that is plugged in, `a1`. */
  stick: string
  clock: ReturnType<typeof handClock>
  /** A new screen: locked, and nobody’s visit. The wall’s exists only over the port. */
  screen(window?: keyof typeof WINDOWS): KioskClient
  /** Takes the port that the page in this window brought, as the main process passes it on. */
  take(window: number, port: MessagePortMain): void
  /** What each call was, and how it went. */
  log: { call: string; outcome: string }[]
}

type Opening = {
  folder?: string
  /** True where the organiser’s passphrase seals the key to the data. */
  seals?: boolean
}

/** The same chance on every tablet: two that are asked the same have the same to answer, down to each id. */
function sameChance(): (bytes: number) => Buffer {
  let drawn = 0
  return (bytes) => {
    const pieces: Buffer[] = []
    for (let made = 0; made < bytes; made += 32)
      pieces.push(
        createHash('sha256')
          .update(`chance ${(drawn += 1)}`)
          .digest(),
      )
    return Buffer.concat(pieces).subarray(0, bytes)
  }
}

/** A tablet over this transport. */
export async function openTablet(
  transport: Transport,
  { folder = join(tempFolder(), 'station'), seals = false }: Opening = {},
): Promise<Tablet> {
  const stick = tempFolder()
  const clock = handClock(ELEVEN)
  const log: Tablet['log'] = []
  const given: Partial<KioskDeps> = {
    now: clock,
    random: sameChance(),
    keyStore: sealedKeyStore({ folder, seals, cost: CHEAP }),
    log: (line) => void log.push(line),
    sticks: async () => [{ id: 'a1', name: 'KINGSTON', free: 9e9, size: 16e9, path: stick }],
  }
  const tablet = { folder, stick, clock, log }
  if (transport === 'http') {
    mkdirSync(folder, { recursive: true })
    const kiosk = openTestKiosk(folder, given)
    const { origin, secret } = await serveKiosk(kiosk, folder)
    let screens = 0
    const screen = () => httpClient(origin, secret, `screen-${String((screens += 1)).padStart(10, '0')}`)
    const take = () => {
      throw new Error('Nobody takes a port here')
    }
    return { ...tablet, kiosk, screen, take }
  }
  const opened = Promise.withResolvers<Kiosk>()
  const hear = serveStation({
    tell: () => undefined,
    end: () => undefined,
    secretCost: CHEAP,
    openWith: (at, deps) => {
      const kiosk = openTestKiosk(at, { ...deps, ...given })
      opened.resolve(kiosk)
      return kiosk
    },
  })
  const { ours, theirs } = channel()
  new RPCHandler(platformRouter(MAIN_PROCESS)).upgrade(ours)
  ours.start()
  const opening = { folder, resources: OWN_FOLDERS.resources, locked: true, updates: true }
  hear({ say: 'open', opening }, [theirs])
  const take = (window: number, port: MessagePortMain) => hear({ say: 'screen', window }, [port])
  const screen = (window: keyof typeof WINDOWS = 'first'): KioskClient => {
    const { client, port } = pageWithPort()
    take(WINDOWS[window], port)
    return client
  }
  return { ...tablet, kiosk: await opened.promise, screen, take }
}

/** A tablet that was set up, whose data is damaged now; it has a backup. */
export async function refusedTablet(transport: Transport): Promise<Tablet> {
  const { folder, kiosk } = await readyTablet(transport)
  kiosk.station()?.backup()
  kiosk.close()
  truncateSync(join(folder, 'station.db'), 8192)
  return openTablet(transport, { folder })
}

/** A tablet that was set up and started again, whose data waits for the organiser’s passphrase. */
export async function sealedTablet(transport: Transport): Promise<Tablet> {
  const { folder, kiosk } = await readyTablet(transport, 'pledges', { seals: true })
  kiosk.close()
  return openTablet(transport, { folder, seals: true })
}

/** A tablet that was set up for this duty, its door without a steward and with a printer. */
export async function readyTablet(
  transport: Transport,
  duty: Duty = 'pledges',
  opening: Opening = {},
): Promise<Tablet> {
  const tablet = await openTablet(transport, opening)
  await tablet.screen().station.setUp({ ...setUpAnswers, duty })
  tablet.kiosk.station()?.changeDoor({ mode: 'self-service', badges: { ...USUAL_DOOR.badges, printer: 'labels' } })
  return tablet
}

/** A page of the desktop app, and the port that it offers. Nobody answers before somebody has taken that. */
export function pageWithPort(): { client: KioskClient; port: MessagePortMain; close: () => void } {
  const { ours, theirs } = channel()
  ours.start()
  return { client: createORPCClient(new RPCLink({ port: ours })), port: theirs, close: () => ours.close() }
}

function channel() {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => {
    port1.close()
    port2.close()
  })
  return { ours: port1, theirs: port2 as unknown as MessagePortMain }
}

/** What only the main process does, on a machine without a keychain. */
const MAIN_PROCESS: Parameters<typeof platformRouter>[0] = {
  leave: () => undefined,
  support: () => [{ name: 'shell.log', text: 'a line\n' }],
  keychain: {
    isAsyncEncryptionAvailable: async () => false,
    encryptStringAsync: () => Promise.reject(new Error('There is no keychain')),
    decryptStringAsync: () => Promise.reject(new Error('There is no keychain')),
  },
  printing: {
    printers: async () => [{ name: 'labels', title: 'Label printer' }],
    print: async () => ({ code: 'printed' }),
  },
  wall: { displays: () => 2, show: () => undefined },
  updates: {
    look: async () => ({ current: '0.1.0', last: null, found: { code: 'no-stick' } }),
    install: async () => ({ code: 'installing' }),
  },
}
