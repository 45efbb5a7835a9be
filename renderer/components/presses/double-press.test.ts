/** Which presses count, told as fingers go down: those of somebody in a hurry, of somebody who trembles, and of a key that is held. */
import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/support/chance.ts'
import { createPresses, type Press } from './double-press.ts'

const HERE = { x: 600, y: 700 }
/** A press that is heard of at once. */
const press = (at: number, on: unknown, by = HERE, now = at): Press => ({ at, now, on, by })
const [MAKE, FINISH] = ['Make this pledge', 'I have finished']

/** A tablet on which “Make this pledge” was pressed at 1000, and lifted 40 later; the page of thanks came 50 after that. */
function pledgeMade() {
  const presses = createPresses()
  presses.shown(0)
  expect(presses.down(press(1000, MAKE))).toBe(true)
  presses.up(1040)
  expect(presses.lands()).toBe(true)
  presses.shown(1090)
  return presses
}

describe('a double tap', () => {
  test.each([100, 160, 250, 400, 500])(
    'whose second press comes %i ms later finishes nothing on the page that came',
    (later) => {
      const presses = pledgeMade()
      expect(presses.down(press(1000 + later, FINISH))).toBe(false)
      expect(presses.lands()).toBe(false)
    },
  )

  test('of a finger that trembles is one all the same; beside it is another target, and meant', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.integer({ min: 0, max: 200 }),
        (angle, far) => {
          const by = { x: HERE.x + far * Math.cos(angle), y: HERE.y + far * Math.sin(angle) }
          const isBeside = Math.hypot(by.x - HERE.x, by.y - HERE.y) > 40
          expect(pledgeMade().down(press(1200, FINISH, by))).toBe(isBeside)
        },
      ),
    )
  })

  test('is over half a second after the finger was lifted: whoever has read the page has finished at one press', () => {
    expect(pledgeMade().down(press(1040 + 501, FINISH))).toBe(true)
  })

  test('may be a third and a fourth tap too, and is over after a second, however fast somebody goes on', () => {
    const presses = pledgeMade()
    const later = [200, 400, 600, 800, 1000, 1200]
    expect(later.map((after) => presses.down(press(1000 + after, FINISH)))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ])
  })

  test('on one page counts twice: two more, and two fewer', () => {
    const presses = createPresses()
    for (const at of [1000, 1120, 1240]) {
      expect(presses.down(press(at, 'One more'))).toBe(true)
      presses.up(at + 40)
    }
  })

  test('does not take a second row away, where the next has moved up under the finger', () => {
    const presses = createPresses()
    expect(presses.down(press(1000, 'Take out Ewa'))).toBe(true)
    expect(presses.down(press(1200, 'Take out Li'))).toBe(false)
  })

  test('with something typed between is two presses', () => {
    const presses = pledgeMade()
    presses.apart()
    expect(presses.down(press(1200, FINISH))).toBe(true)
  })
})

describe('a page that came while the finger was down', () => {
  test('is not pressed where it is lifted', () => {
    const presses = createPresses()
    expect(presses.down(press(1000, MAKE))).toBe(true)
    presses.shown(1010)
    presses.up(1060)
    expect(presses.lands()).toBe(false)
  })

  test('or before a busy tablet heard of the finger, neither', () => {
    const presses = createPresses()
    presses.shown(1000)
    expect(presses.down(press(990, FINISH, HERE, 1300))).toBe(false)
    expect(presses.down(press(2000, FINISH))).toBe(true)
  })
})

describe('a key', () => {
  test('that is held presses nothing on the page that came; let go and pressed again it is meant', () => {
    const presses = createPresses()
    expect(presses.key('Enter', false)).toBe(true)
    expect(presses.key('Enter', true)).toBe(true)
    presses.shown(1510)
    for (let times = 0; times < 100; times += 1) expect(presses.key('Enter', true)).toBe(false)
    expect(presses.key('Enter', false)).toBe(true)
  })

  test('that was down already when the page was loaded is no press of another page', () => {
    expect(createPresses().key('Enter', true)).toBe(true)
  })
})

test('a clock that is set back or forward makes no press an old one', () => {
  for (const by of [-1_800_000, -2000, 0, 2000, 1_800_000]) {
    const presses = pledgeMade()
    const [at, on] = [5000 + by, FINISH]
    expect([by, presses.down(press(at, on))]).toEqual([by, true])
  }
})

test('whatever happened before, whoever waits a second presses what they see, at the first press', () => {
  const step = fc.record({
    after: fc.integer({ min: 0, max: 700 }),
    x: fc.integer({ min: 0, max: 80 }),
    on: fc.constantFrom('one', 'another', null),
    shows: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const presses = createPresses()
      let at = 0
      for (const { after, x, on, shows } of steps) {
        at += after
        presses.down(press(at, on, { x, y: 0 }))
        presses.up(at)
        if (shows) presses.shown(at)
      }
      expect(presses.down(press(at + 1000, 'this', { x: 0, y: 0 }))).toBe(true)
      expect(presses.lands()).toBe(true)
    }),
  )
})
