/** What the station’s process asks of the main process: what only that one can reach. */
import { os, type, type RouterClient } from '@orpc/server'
import type { Platform, SupportFile } from '../../station/kernel/platform.ts'
import type { Keychain } from './keychain.ts'

type Printing = NonNullable<Platform['printing']>
type Updates = NonNullable<Platform['updates']>

type PlatformDeps = {
  leave: () => void
  support: () => SupportFile[]
  keychain: Keychain
  printing: Printing
  wall: { displays: () => number; show: (on: boolean) => void }
  updates: Updates
}

export type PlatformCalls = RouterClient<ReturnType<typeof platformRouter>>

/** Carried over a port of its own that no page ever has. Bytes go as base64. */
export function platformRouter({ leave, support, keychain, printing, wall, updates }: PlatformDeps) {
  /** A key that was opened with the passphrase: a station’s process that is started again needs nobody. Only in memory. */
  let opened: string | null = null
  return {
    key: {
      held: os.handler(() => opened),
      keep: os.input(type<string>()).handler(({ input }) => void (opened = input)),
    },
    leave: os.handler(() => leave()),
    support: os.handler(() => support()),
    printing: {
      printers: os.handler(() => printing.printers()),
      print: os
        .input(type<{ window: number; job: Parameters<Printing['print']>[1] }>())
        .handler(({ input: { window, job } }) => printing.print(window, job)),
    },
    wall: {
      displays: os.handler(() => wall.displays()),
      show: os.input(type<boolean>()).handler(({ input }) => wall.show(input)),
    },
    updates: {
      look: os.handler(() => updates.look()),
      install: os.input(type<string>()).handler(({ input }) => updates.install(input)),
    },
    keychain: {
      isAvailable: os.handler(() => keychain.isAsyncEncryptionAvailable()),
      backend: os.handler(() => keychain.getSelectedStorageBackend?.() ?? ''),
      wrap: os
        .input(type<string>())
        .handler(async ({ input }) => (await keychain.encryptStringAsync(input)).toString('base64')),
      unwrap: os
        .input(type<string>())
        .handler(async ({ input }) => (await keychain.decryptStringAsync(Buffer.from(input, 'base64'))).result),
    },
  }
}

/** The system’s keychain, from the station’s process. */
export const keychainOver = ({ keychain }: PlatformCalls): Keychain => ({
  isAsyncEncryptionAvailable: () => keychain.isAvailable(),
  getSelectedStorageBackend: () => keychain.backend(),
  encryptStringAsync: async (plain) => Buffer.from(await keychain.wrap(plain), 'base64'),
  decryptStringAsync: async (wrapped) => ({ result: await keychain.unwrap(wrapped.toString('base64')) }),
})

/** What a kiosk may ask of its host, from the station’s process. */
export const platformOver = (
  calls: PlatformCalls,
  { locked, updates }: { locked: boolean; updates: boolean },
): Platform => ({
  leave: locked ? () => calls.leave() : null,
  support: () => calls.support(),
  printing: {
    printers: () => calls.printing.printers(),
    print: (window, job) => calls.printing.print({ window, job }),
  },
  wall: { displays: () => calls.wall.displays(), show: (on) => calls.wall.show(on) },
  updates: updates ? { look: () => calls.updates.look(), install: (id) => calls.updates.install(id) } : null,
})
