import { EventEmitter } from 'node:events'
import type { IpcMain, WebContents, WebFrameMain } from 'electron'
import { describe, expect, test } from 'vitest'
import { PORT_CHANNEL } from '../../electron/desktop/channel.ts'
import { takePorts } from '../../electron/desktop/port.ts'
import { httpClient, serveKiosk } from '../support/test-client.ts'
import { hear } from './answers.ts'
import { callOf } from './calls.ts'
import { hallOf } from './hall.ts'
import { givenIn, table } from './table.ts'
import { pageWithPort, readyTablet } from './tablet.ts'

// Who somebody is does not hang on the call here, so that there is no column for nobody: it is one answer for all.
describe('somebody whom the tablet knows nothing of', () => {
  test('over HTTP, without the link’s secret: 401 for every call, and none of them is made', async () => {
    const { kiosk, folder, log } = await readyTablet('http')
    const { origin, secret } = await serveKiosk(kiosk, folder)
    const stranger = httpClient(origin, [...secret].toReversed().join(''))
    log.length = 0
    const answers: [string, unknown][] = []
    for (const [name, row] of table) {
      const input = await givenIn(row, hallOf(kiosk, stranger))
      const facts = kiosk.station()?.journal.facts.count()
      const { answer } = await hear(() => callOf(stranger, name)(input))
      answers.push([name, typeof answer === 'string' ? answer : answer.status])
      expect(kiosk.station()?.journal.facts.count()).toBe(facts)
    }
    expect(answers).toEqual([...table.keys()].map((name) => [name, 401]))
    expect(log).toEqual([])
  })

  test('over the port, from a frame or a window that is none of ours: its port goes to nobody, so no call is made or answered', async () => {
    const { kiosk, log, take, screen } = await readyTablet('port')
    const inputs = new Map<string, unknown>()
    for (const [name, row] of table) inputs.set(name, await givenIn(row, hallOf(kiosk, screen())))
    log.length = 0
    const ipcMain = new EventEmitter()
    const [window, top] = [{} as WebContents, { url: 'app://kiosk/' } as WebFrameMain]
    const refused: string[] = []
    const taken: unknown[] = []
    takePorts({
      ipcMain: ipcMain as unknown as Pick<IpcMain, 'on'>,
      windowOf: (sender) => (sender === window ? { number: 1, top } : null),
      take: (number, port) => {
        taken.push(port)
        take(number, port)
      },
      refused: (what) => void refused.push(what),
    })
    const heard: string[] = []
    for (const from of [
      { sender: window, senderFrame: { url: 'app://kiosk/' } },
      { sender: {}, senderFrame: top },
    ]) {
      const { client, port } = pageWithPort()
      ipcMain.emit(PORT_CHANNEL, { ports: [port], ...from })
      for (const [name, input] of inputs)
        void hear(() => callOf(client, name)(input)).then(
          () => heard.push(name),
          // The port is closed when this test is over.
          () => undefined,
        )
    }
    const { client, port } = pageWithPort()
    ipcMain.emit(PORT_CHANNEL, { ports: [port], sender: window, senderFrame: top })
    await client.station.packs()
    expect(refused).toEqual(['port', 'port'])
    expect(taken).toEqual([port])
    expect(log.map(({ call }) => call)).toEqual(['station.packs'])
    expect(heard).toEqual([])
  })
})
