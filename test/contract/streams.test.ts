import { describe, expect, test, vi } from 'vitest'
import type { KioskClient } from '../../shared/contract/index.ts'
import { changeKinds } from '../../shared/contract/station.ts'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { aPledge } from '../support/test-station.ts'
import { readyTablet, TRANSPORTS } from './tablet.ts'
import { visitorAt } from './visitor.ts'
import { createWatch } from './watch-end.ts'

/** Watches everybody who listens at this kiosk. */
function watchListeners(kiosk: Kiosk) {
  const watch = createWatch()
  const changes = kiosk.changes.bind(kiosk)
  vi.spyOn(kiosk, 'changes').mockImplementation((signal) => watch.steps(changes(signal)))
  return watch
}

/** Somebody who listens, and has heard of everything. */
async function listen(client: KioskClient, signal?: AbortSignal) {
  const changes = await client.station.changes(undefined, signal === undefined ? {} : { signal })
  expect((await changes.next()).value).toEqual(changeKinds.options)
  return changes
}

describe.each(TRANSPORTS)('whoever listens over %s', (transport) => {
  test('is told of everything first, and then of what changes', async () => {
    const { screen } = await readyTablet(transport)
    const client = screen()
    const changes = await listen(client)
    await client.pledges.make(aPledge)
    expect((await changes.next()).value).toEqual(['pledges'])
    await client.drafts.save({ scope: 'pledge', body: '{}' })
    await client.drafts.park({ scope: 'pledge' })
    expect((await changes.next()).value).toEqual(['drafts'])
    await changes.return(undefined)
  })

  test('stops, and the station forgets them and nobody else', async () => {
    const { kiosk, screen } = await readyTablet(transport)
    const { begun, ended } = watchListeners(kiosk)
    const stays = await listen(screen('wall'))
    const goes = await listen(screen())
    expect(begun()).toBe(2)
    await goes.return(undefined)
    await ended(1)
    await screen().pledges.make(aPledge)
    expect((await stays.next()).value).toEqual(['pledges'])
    await stays.return(undefined)
    await ended(2)
  })

  test('takes the question back, and the station forgets them', async () => {
    const { kiosk, screen } = await readyTablet(transport)
    const { ended } = watchListeners(kiosk)
    const stop = new AbortController()
    const changes = await listen(screen(), stop.signal)
    const next = changes.next().catch(() => 'taken back')
    stop.abort()
    await ended(1)
    expect(await next).toBe('taken back')
  })

  test('goes away without a word, and the station forgets them', async () => {
    const tablet = await readyTablet(transport)
    const { ended } = watchListeners(tablet.kiosk)
    const { client, leave } = await visitorAt(tablet, transport)
    const changes = await listen(client)
    const next = changes.next().catch(() => 'gone')
    leave()
    await ended(1)
    expect(await next).toBe('gone')
    expect((await tablet.screen().station.state()).phase).toBe('ready')
  })
})
