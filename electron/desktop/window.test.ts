import { EventEmitter } from 'node:events'
import type { BrowserWindow, Input } from 'electron'
import { describe, expect, test } from 'vitest'
import { lockWindow, wallOptions, windowOptions } from './window.ts'

const wishes = { preload: '/app/preload.cjs', packaged: true, kiosk: true, alwaysOnTop: false }

describe('what the page of the window may do', () => {
  test('nothing that Electron’s security checklist warns of', () => {
    expect(windowOptions(wishes).webPreferences).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
      zoomMode: 'disabled',
      disableDialogs: true,
    })
  })

  test('DevTools open only where the app is not packaged', () => {
    expect(windowOptions({ ...wishes, packaged: false }).webPreferences.devTools).toBe(true)
  })

  test('locked and on top are what IT set', () => {
    expect(windowOptions(wishes)).toMatchObject({ fullscreen: true, kiosk: true, alwaysOnTop: false })
    expect(windowOptions({ ...wishes, kiosk: false, alwaysOnTop: true })).toMatchObject({
      fullscreen: true,
      kiosk: false,
      alwaysOnTop: true,
    })
  })
})

describe('the wall on a second screen', () => {
  const bounds = { x: 1366, y: 0, width: 1920, height: 1080 }

  test('its page may do no more than the first one’s, and it covers all of its screen', () => {
    const wall = wallOptions(wishes, { bounds, platform: 'linux' })
    expect(wall.webPreferences).toEqual(windowOptions(wishes).webPreferences)
    expect(wall).toMatchObject({ ...bounds, fullscreen: true, kiosk: true, frame: false, show: false })
  })

  test('on Windows it cannot be given the keys at all', () => {
    expect(wallOptions(wishes, { bounds, platform: 'win32' }).focusable).toBe(false)
    expect(wallOptions(wishes, { bounds, platform: 'darwin' }).focusable).toBe(true)
  })
})

describe('a locked window', () => {
  const locked = () => {
    const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() })
    const refused: string[] = []
    const staff = { saidSo: false }
    lockWindow(window as unknown as BrowserWindow, {
      mayClose: () => staff.saidSo,
      refused: (what) => refused.push(what),
    })
    /** True where it was let through. */
    const may = (at: EventEmitter, name: string, input: Partial<Input> = {}): boolean => {
      let prevented = false
      at.emit(name, { preventDefault: () => void (prevented = true) }, { code: '', type: 'keyDown', ...input })
      return !prevented
    }
    return { window, refused, staff, may }
  }

  test('it does not hear F5, and says once that somebody tried; it hears what is typed', () => {
    const { window, may, refused } = locked()
    expect(may(window.webContents, 'before-input-event', { key: 'F5' })).toBe(false)
    expect(may(window.webContents, 'before-input-event', { key: 'F5', isAutoRepeat: true })).toBe(false)
    expect(may(window.webContents, 'before-input-event', { key: 'a', code: 'KeyA' })).toBe(true)
    expect(refused).toEqual(['shortcut'])
  })

  test('it stays when it is asked to close, and goes when staff have said so', () => {
    const { window, may, staff } = locked()
    expect(may(window, 'close')).toBe(false)
    staff.saidSo = true
    expect(may(window, 'close')).toBe(true)
  })
})
