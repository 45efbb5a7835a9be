import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { describe, expect, test } from 'vitest'
import { watchPage } from './watch-page.ts'

function watched() {
  const heard: string[] = []
  const webContents = Object.assign(new EventEmitter(), {
    forcefullyCrashRenderer: () => {
      heard.push('given up')
      webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 1 })
    },
  })
  const window = Object.assign(new EventEmitter(), { webContents, isDestroyed: () => false })
  let due: (() => void)[] = []
  watchPage(window as unknown as BrowserWindow, {
    lost: (what, why) => heard.push(`${what} ${why}`),
    log: () => undefined,
    wait: (_milliseconds, then) => void due.push(then),
  })
  /** As long as a page may hang. */
  const pass = () => {
    const ready = due
    due = []
    for (const then of ready) then()
  }
  return { window, webContents, heard, pass }
}

describe('the page of the window', () => {
  test('a crash, and a page that could not be loaded, are noticed', () => {
    const { webContents, heard } = watched()
    webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 })
    webContents.emit('did-fail-load', {}, -2, 'FAILED', 'app://kiosk/', true)
    // Another load took its place, or it was only a picture.
    webContents.emit('did-fail-load', {}, -3, 'ABORTED', 'app://kiosk/', true)
    webContents.emit('did-fail-load', {}, -2, 'FAILED', 'app://kiosk/', false)
    expect(heard).toEqual(['page oom', 'load -2'])
  })

  test('one that hangs is given up and comes back; one that answers again in time is left alone', () => {
    const { window, heard, pass } = watched()
    window.emit('unresponsive')
    window.emit('responsive')
    pass()
    expect(heard).toEqual([])
    window.emit('unresponsive')
    pass()
    expect(heard).toEqual(['given up', 'page killed'])
  })

  test('a wait that began before it answered does not end a later one early', () => {
    const { window, heard, pass } = watched()
    window.emit('unresponsive')
    window.emit('responsive')
    window.emit('unresponsive')
    window.emit('responsive')
    pass()
    expect(heard).toEqual([])
  })
})
