import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createLifecycle } from './lifecycle.ts'
import { createRunningCalls } from './running-calls.ts'

/** An app that quits as Electron does: it asks, and goes unless somebody objects. */
function openApp({ locked = false, close = () => undefined } = {}) {
  const heard: string[] = []
  const app = Object.assign(new EventEmitter(), {
    quit: () => {
      let prevented = false
      app.emit('before-quit', { preventDefault: () => void (prevented = true) })
      if (!prevented) heard.push('gone')
    },
  })
  const calls = createRunningCalls()
  const life = createLifecycle({
    app: app as unknown as Pick<App, 'on' | 'quit'>,
    calls,
    close: () => {
      heard.push('station closed')
      close()
    },
    locked,
    log: () => undefined,
  })
  return { app, calls, heard, life }
}

describe('the end of the day', () => {
  test('an export at work is finished, then the station is closed, then the app goes', async () => {
    const { app, calls, heard } = openApp()
    const exporting = Promise.withResolvers<void>()
    void calls.run(() => exporting.promise).then(() => heard.push('export finished'))
    app.quit()
    app.quit()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(heard).toEqual([])
    exporting.resolve()
    await vi.waitFor(() => expect(heard).toEqual(['export finished', 'station closed', 'gone']))
  })

  test('a station that cannot be closed does not keep the app', async () => {
    const { app, heard } = openApp({
      close: () => {
        throw new Error('the disk is full')
      },
    })
    app.quit()
    await vi.waitFor(() => expect(heard).toEqual(['station closed', 'gone']))
  })

  test('closing the last window ends the app', async () => {
    const { app, heard } = openApp()
    app.emit('window-all-closed')
    await vi.waitFor(() => expect(heard).toEqual(['station closed', 'gone']))
  })
})

describe('a locked tablet', () => {
  test('it does not quit until staff ask for it, and then it does', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { app, heard, life } = openApp({ locked: true })
    app.quit()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([life.mayClose(), heard]).toEqual([false, []])
    life.leave()
    await vi.advanceTimersByTimeAsync(1000)
    expect([life.mayClose(), heard]).toEqual([true, ['station closed', 'gone']])
  })

  test('it does not hold up a machine that is going down', async () => {
    const { heard, life } = openApp({ locked: true })
    life.endNow()
    expect(life.mayClose()).toBe(true)
    expect(heard).toEqual(['station closed'])
    life.systemEnds()
    expect(heard).toEqual(['station closed', 'gone'])
  })
})
