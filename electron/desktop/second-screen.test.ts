import { EventEmitter } from 'node:events'
import type { BrowserWindow, Rectangle, Screen } from 'electron'
import { describe, expect, test } from 'vitest'
import { createSecondScreen } from './second-screen.ts'

const tablet = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } }
const projector = { id: 2, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } }

/** A hall with a tablet, and a projector whose cable the test holds. */
function hall() {
  let displays = [tablet]
  const events = new EventEmitter()
  const opened: { bounds: Rectangle; window: EventEmitter; gone: boolean }[] = []
  const told: string[] = []
  const touched = { getBounds: () => tablet.bounds, focus: () => void told.push('focus') }
  const wall = createSecondScreen({
    screen: Object.assign(events, {
      getAllDisplays: () => displays,
      getPrimaryDisplay: () => tablet,
      getDisplayMatching: () => tablet,
    }) as unknown as Screen,
    first: () => touched as unknown as BrowserWindow,
    open: (bounds) => {
      const window = new EventEmitter()
      const one = { bounds, window, gone: false }
      opened.push(one)
      return Object.assign(window, {
        isDestroyed: () => one.gone,
        destroy: () => {
          one.gone = true
          window.emit('closed')
        },
      }) as unknown as BrowserWindow
    },
    changed: () => void told.push('changed'),
    log: (event, outcome) => void told.push(`${event} ${outcome ?? ''}`),
  })
  const connect = (now: typeof displays, name: string) => {
    displays = now
    events.emit(name)
  }
  return {
    wall,
    opened,
    told,
    plug: () => connect([tablet, projector], 'display-added'),
    pull: () => connect([tablet], 'display-removed'),
    resize: (width: number) => {
      const bounds = { ...projector.bounds, width }
      connect([tablet, { ...projector, bounds }], 'display-metrics-changed')
    },
    standing: () => opened.filter(({ gone }) => !gone),
  }
}

describe('the wall on a second screen', () => {
  test('it opens once staff want it and there is such a screen, whichever comes first', () => {
    const before = hall()
    before.plug()
    expect(before.opened).toEqual([])
    before.wall.show(true)
    before.wall.show(true)
    expect(before.standing()).toMatchObject([{ bounds: projector.bounds }])
    const after = hall()
    after.wall.show(true)
    expect(after.opened).toEqual([])
    after.plug()
    expect(after.standing()).toHaveLength(1)
    expect(after.told).toEqual(['wall opened', 'changed'])
  })

  test('the cable is pulled and put back: it goes, and comes again by itself', () => {
    const { wall, plug, pull, standing, told } = hall()
    wall.show(true)
    plug()
    pull()
    expect(standing()).toEqual([])
    expect(wall.displays()).toBe(1)
    plug()
    expect(standing()).toHaveLength(1)
    expect(told.filter((one) => one !== 'changed')).toEqual(['wall opened', 'wall closed', 'wall opened'])
  })

  test('another resolution: it covers all of the screen again', () => {
    const { wall, plug, resize, standing } = hall()
    wall.show(true)
    plug()
    resize(1280)
    expect(standing()).toMatchObject([{ bounds: { width: 1280 } }])
  })

  test('staff turn it off, and no cable brings it back', () => {
    const { wall, plug, pull, standing } = hall()
    wall.show(true)
    plug()
    wall.show(false)
    pull()
    plug()
    expect(standing()).toEqual([])
  })

  test('somebody closed it by hand: turned off and on it is there again', () => {
    const { wall, plug, opened, standing } = hall()
    wall.show(true)
    plug()
    Object.assign(opened[0] ?? {}, { gone: true })
    opened[0]?.window.emit('closed')
    wall.show(true)
    expect(standing()).toHaveLength(1)
  })

  test('the focus stays where people type, and the wall never keeps the app open by itself', () => {
    const { wall, plug, opened, standing, told } = hall()
    wall.show(true)
    plug()
    opened[0]?.window.emit('focus')
    expect(told).toContain('focus')
    wall.end()
    plug()
    expect(standing()).toEqual([])
  })
})
