import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { IpcMain, WebContents } from 'electron'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openTestKiosk, setUpAnswers } from '../../test/support/test-client.ts'
import { PIN } from '../../test/support/test-station.ts'
import type { KioskClient } from '../../shared/contract/index.ts'
import { PORT_CHANNEL } from './channel.ts'
import { takePorts } from './port.ts'
import { createRunningCalls } from './running-calls.ts'

function shell() {
  const ipcMain = new EventEmitter()
  const mainFrame = { url: 'app://kiosk/' }
  const refused: string[] = []
  const calls = createRunningCalls()
  takePorts({
    ipcMain: ipcMain as unknown as Pick<IpcMain, 'on'>,
    contents: { mainFrame } as unknown as Pick<WebContents, 'mainFrame'>,
    kiosk: openTestKiosk(),
    calls,
    refused: (what) => refused.push(what),
  })
  /** A page offers a port from this frame. */
  const offer = (senderFrame: object | null, closed: () => void = () => undefined): KioskClient => {
    const { port1, port2 } = new MessageChannel()
    port1.on('close', closed)
    onTestFinished(() => port1.close())
    onTestFinished(() => port2.close())
    port1.start()
    ipcMain.emit(PORT_CHANNEL, { ports: [port2], senderFrame })
    return createORPCClient(new RPCLink({ port: port1 }))
  }
  return { ipcMain, mainFrame, refused, calls, offer }
}

describe('the page’s port', () => {
  test('the app’s own page reaches the station, and after a reload it is a new, locked screen', async () => {
    const { mainFrame, offer } = shell()
    const client = offer(mainFrame)
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect((await client.station.state()).role).toBe('steward')
    expect((await offer(mainFrame).station.state()).role).toBe('delegate')
  })

  test('the port of the page before is closed, so that nothing of it goes on', async () => {
    const { mainFrame, offer } = shell()
    const closed = Promise.withResolvers<string>()
    offer(mainFrame, () => closed.resolve('closed'))
    offer(mainFrame)
    expect(await closed.promise).toBe('closed')
  })

  test('a port from another frame, from no frame, and no port at all: nobody answers', () => {
    const { ipcMain, mainFrame, refused, offer } = shell()
    offer({ url: 'app://kiosk/' })
    offer(null)
    ipcMain.emit(PORT_CHANNEL, { ports: [], senderFrame: mainFrame })
    expect(refused).toEqual(['port', 'port', 'port'])
  })

  test('while the app closes, no call is begun', async () => {
    const { mainFrame, calls, offer } = shell()
    const client = offer(mainFrame)
    expect((await client.station.state()).phase).toBe('new')
    await calls.drain(1000)
    await expect(client.station.state()).rejects.toMatchObject({ code: 'NOT_READY' })
  })
})
