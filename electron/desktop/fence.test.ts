import { EventEmitter } from 'node:events'
import type { App, WindowOpenHandlerResponse } from 'electron'
import { describe, expect, test } from 'vitest'
import { fenceAll } from './fence.ts'

/** Something that shows a page, as Electron would hand it over. */
function fenced() {
  const app = new EventEmitter()
  const refused: string[] = []
  fenceAll(app as unknown as Pick<App, 'on'>, (what) => refused.push(what))
  const zoom: unknown[] = []
  let opened: () => WindowOpenHandlerResponse = () => ({ action: 'allow' })
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof opened) => void (opened = handler),
    setVisualZoomLevelLimits: async (...limits: number[]) => void zoom.push(limits),
  })
  app.emit('web-contents-created', {}, contents)
  /** True where the event was let through. */
  const may = (name: string, event: { url?: string; isMainFrame?: boolean } = {}): boolean => {
    let prevented = false
    contents.emit(name, { ...event, preventDefault: () => void (prevented = true) })
    return !prevented
  }
  return { may, refused, zoom, open: () => opened(), loaded: () => contents.emit('did-finish-load') }
}

describe('everything that shows a page stays where it is', () => {
  test('it goes from one page of the app to another, and nowhere else', () => {
    const { may, refused } = fenced()
    for (const name of ['will-navigate', 'will-redirect']) {
      expect(may(name, { url: 'app://kiosk/pledge' })).toBe(true)
      for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://kiosk.evil/', 'data:text/html,x'])
        expect([url, may(name, { url })]).toEqual([url, false])
    }
    expect(refused).toContain('navigation')
    expect(refused).toContain('redirect')
  })

  test('no window is opened, no frame loads, no webview is attached', () => {
    const { may, open, refused } = fenced()
    expect(open()).toEqual({ action: 'deny' })
    expect(may('will-frame-navigate', { url: 'app://kiosk/', isMainFrame: false })).toBe(false)
    expect(may('will-attach-webview')).toBe(false)
    expect(refused).toEqual(['window', 'frame', 'webview'])
  })

  test('nobody finds a page that the person before had pinched', () => {
    const { zoom, loaded } = fenced()
    loaded()
    expect(zoom).toEqual([[1, 1]])
  })
})
