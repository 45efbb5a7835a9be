import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createLifecycle } from './lifecycle.ts'
import { settled } from '../../test/support/settled.ts'

/** An app that quits as Electron does: it asks, and goes unless somebody objects. `close` is how long the station takes. */
function openApp({ locked = false, close = () => Promise.resolve() } = {}) {
  const heard: string[] = []
  const app = Object.assign(new EventEmitter(), {
    quit: () => {
      let prevented = false
      app.emit('before-quit', { preventDefault: () => void (prevented = true) })
      if (!prevented) heard.push('gone')
    },
  })
  const life = createLifecycle({
    app: app as unknown as Pick<App, 'on' | 'quit'>,
    close: async (patience) => {
      heard.push(patience === undefined ? 'station closes' : `station closes within ${patience}`)
      await close()
    },
    locked,
    log: () => undefined,
  })
  return { app, heard, life }
}

describe('the end of the day', () => {
  test('the station is let close, once, and only then the app goes', async () => {
    const closing = Promise.withResolvers<void>()
    const { app, heard } = openApp({ close: () => closing.promise })
    app.quit()
    app.quit()
    await settled()
    expect(heard).toEqual(['station closes'])
    closing.resolve()
    await expect.poll(() => heard).toEqual(['station closes', 'gone'])
  })

  test('closing the last window ends the app', async () => {
    const { app, heard } = openApp()
    app.emit('window-all-closed')
    await expect.poll(() => heard).toEqual(['station closes', 'gone'])
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
    expect([life.mayClose(), heard]).toEqual([true, ['station closes', 'gone']])
  })

  test('for an update the station is closed, once, then the installer runs, and nothing quits in between', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const closing = Promise.withResolvers<void>()
    const { app, heard, life } = openApp({ locked: true, close: () => closing.promise })
    life.leaveFor(async () => void heard.push('the installer runs'))
    expect(heard).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    app.quit()
    expect(heard).toEqual(['station closes'])
    closing.resolve()
    await vi.advanceTimersByTimeAsync(1000)
    expect(heard).toEqual(['station closes', 'the installer runs'])
  })

  test('it does not hold up a machine that is going down', async () => {
    const { app, heard, life } = openApp({ locked: true })
    life.endNow()
    expect(life.mayClose()).toBe(true)
    expect(heard).toEqual(['station closes within 0'])
    await Promise.resolve()
    app.quit()
    await expect.poll(() => heard).toEqual(['station closes within 0', 'gone'])
  })

  test('a system that asks it to end is not kept waiting for staff', async () => {
    const { heard, life } = openApp({ locked: true })
    life.systemEnds()
    await expect.poll(() => heard).toEqual(['station closes', 'gone'])
  })
})
