/** The displays of the double: a test connects them and takes them away. */
import { EventEmitter } from 'node:events'
import type { Display, Rectangle, Screen } from 'electron'
import { strict } from './strict.ts'
import type { ConnectedDisplay } from './talk.ts'

const common = ({ x, y, width, height }: Rectangle, other: Rectangle): number =>
  Math.max(0, Math.min(x + width, other.x + other.width) - Math.max(x, other.x)) *
  Math.max(0, Math.min(y + height, other.y + other.height) - Math.max(y, other.y))

/** The first of `connected` is the primary display. There is always one. */
export function createScreens(first: ConnectedDisplay[]) {
  const events = new EventEmitter()
  const displayOf = ({ id, bounds }: ConnectedDisplay): Display =>
    strict('Display', { id, bounds: { ...bounds }, workArea: { ...bounds }, scaleFactor: 1 } satisfies Pick<
      Display,
      'id' | 'bounds' | 'workArea' | 'scaleFactor'
    >) as Display
  let connected = first
  const all = () => connected.map(displayOf)
  const primary = (): Display => {
    const [display] = all()
    if (display === undefined) throw new Error('There is no display at all')
    return display
  }
  const screen = strict(
    'screen',
    Object.assign(events, {
      getAllDisplays: all,
      getPrimaryDisplay: primary,
      getDisplayMatching: (rect) =>
        all().toSorted((a, b) => common(b.bounds, rect) - common(a.bounds, rect))[0] ?? primary(),
    } satisfies Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching'>),
  )
  return {
    screen,
    primary,
    connect(displays: ConnectedDisplay[]): void {
      const before = connected
      connected = displays
      for (const one of before)
        if (!displays.some(({ id }) => id === one.id)) events.emit('display-removed', {}, displayOf(one))
      for (const one of displays) {
        const was = before.find(({ id }) => id === one.id)
        if (was === undefined) events.emit('display-added', {}, displayOf(one))
        else if (JSON.stringify(was) !== JSON.stringify(one))
          events.emit('display-metrics-changed', {}, displayOf(one), ['bounds', 'workArea'])
      }
    },
  }
}
