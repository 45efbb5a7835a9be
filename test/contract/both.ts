/** Two tablets that are alike but for the transport, with the organiser before each, asked the same. */
import { expect } from 'vitest'
import type { KioskClient } from '../../shared/contract/index.ts'
import { PASSPHRASE } from '../support/test-station.ts'
import { hear, type Heard } from './answers.ts'
import { readyTablet, type Tablet, type Transport, TRANSPORTS } from './tablet.ts'

/** `client` is the organiser’s screen. */
export type Standing = Tablet & { transport: Transport; client: KioskClient }

export async function openBoth(): Promise<{
  each: Standing[]
  /** What both are answered; fails where they are told apart. */
  same: (ask: (at: Standing) => Promise<unknown>) => Promise<Heard['answer']>
}> {
  const each: Standing[] = []
  for (const transport of TRANSPORTS) {
    const tablet = await readyTablet(transport)
    const client = tablet.screen()
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    each.push({ ...tablet, transport, client })
  }
  return {
    each,
    async same(ask) {
      const heard: Heard[] = []
      for (const at of each) heard.push(await hear(() => ask(at)))
      const [port, http] = heard
      if (port === undefined) throw new Error('Nobody was asked')
      expect(http).toEqual(port)
      return port.answer
    },
  }
}
