import { describe, expect, test } from 'vitest'
import { createDebounce } from './debounce.ts'
import { fc } from '../../../test/support/chance.ts'

function camera() {
  let time = 0
  const isScan = createDebounce(() => time)
  return {
    see: (text: string) => isScan(text),
    pass: (milliseconds: number) => void (time += milliseconds),
  }
}

describe('the same code within five seconds is one scan', () => {
  test('Ewa holds her badge before the camera for half a minute, then comes back after lunch', () => {
    const { see, pass } = camera()
    expect(see('ewa')).toBe(true)
    for (let look = 0; look < 300; look += 1) {
      pass(100)
      expect(see('ewa')).toBe(false)
    }
    pass(4999)
    expect(see('ewa')).toBe(false)
    pass(5000)
    expect(see('ewa')).toBe(true)
  })

  test('Kwame’s badge right after Ewa’s is a scan at once; hers beside his is not a new one', () => {
    const { see, pass } = camera()
    expect([see('ewa'), see('kwame')]).toEqual([true, true])
    pass(80)
    expect([see('ewa'), see('kwame'), see('ewa')]).toEqual([false, false, false])
  })

  test('whatever is seen when, scans of one code are five quiet seconds apart, and every code is scanned', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.integer({ min: 0, max: 7000 }), text: fc.constantFrom('a', 'b', 'c') })),
        (looks) => {
          const { see, pass } = camera()
          const last = new Map<string, number>()
          let time = 0
          for (const { wait, text } of looks) {
            pass(wait)
            time += wait
            expect(see(text)).toBe(time - (last.get(text) ?? -Infinity) >= 5000)
            last.set(text, time)
          }
        },
      ),
    )
  })
})
