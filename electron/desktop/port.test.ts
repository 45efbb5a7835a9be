import { EventEmitter } from 'node:events'
import type { IpcMain, WebContents, WebFrameMain } from 'electron'
import { describe, expect, test } from 'vitest'
import { PORT_CHANNEL } from './channel.ts'
import { takePorts } from './port.ts'

/** Two windows of the app: the one people touch, and the wall. */
function shell() {
  const ipcMain = new EventEmitter()
  const windows = new Map(
    [1, 2].map((number) => [{ of: number } as unknown as WebContents, { number, top: { url: 'app://kiosk/' } }]),
  )
  const refused: string[] = []
  const taken: [number, unknown][] = []
  takePorts({
    ipcMain: ipcMain as unknown as Pick<IpcMain, 'on'>,
    windowOf: (sender) => (windows.get(sender) as { number: number; top: WebFrameMain } | undefined) ?? null,
    take: (window, port) => void taken.push([window, port]),
    refused: (what) => refused.push(what),
  })
  const pageOf = (number: number) => {
    const found = [...windows].find(([, window]) => window.number === number)
    if (found === undefined) throw new Error(`No window ${number}`)
    return { sender: found[0], senderFrame: found[1].top }
  }
  const offer = (from: object, ports: unknown[] = [{}]) => ipcMain.emit(PORT_CHANNEL, { ports, ...from })
  return { touched: pageOf(1), wall: pageOf(2), offer, refused, taken }
}

describe('the page’s port', () => {
  test('the top frame of each of the app’s windows reaches the station, under its window’s number', () => {
    const { touched, wall, offer, taken, refused } = shell()
    const [one, other] = [{}, {}]
    offer(touched, [one])
    offer(wall, [other])
    expect(taken).toEqual([
      [1, one],
      [2, other],
    ])
    expect(taken[0]?.[1]).toBe(one)
    expect(refused).toEqual([])
  })

  test('a port from another frame, from no frame, from the frame of another window, from no window of ours, and no port at all: nobody answers', () => {
    const { touched, wall, offer, refused, taken } = shell()
    offer({ ...touched, senderFrame: { url: 'app://kiosk/' } })
    offer({ ...touched, senderFrame: null })
    offer({ ...touched, senderFrame: wall.senderFrame })
    offer({ ...touched, sender: {} })
    offer(touched, [])
    expect(refused).toEqual(['port', 'port', 'port', 'port', 'port'])
    expect(taken).toEqual([])
  })

  test('a page that has gone elsewhere reaches nothing', () => {
    const { touched, offer, refused, taken } = shell()
    touched.senderFrame.url = 'https://elsewhere.example/'
    offer(touched)
    expect(refused).toEqual(['port'])
    expect(taken).toEqual([])
  })
})
