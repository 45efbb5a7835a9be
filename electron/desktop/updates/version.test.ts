import { describe, expect, test } from 'vitest'
import { compareWithRunning, isReleased } from './version.ts'
import { fc } from '../../../test/support/chance.ts'

const part = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 999_999_999 }))
const numbers = fc.tuple(part, part, part)

describe('which version is the newer', () => {
  test('any two are ordered by their numbers, from the first to the last, and not as text', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const by = a.map((one, index) => one - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
        expect(Math.sign(compareWithRunning(a.join('.'), b.join('.')))).toBe(Math.sign(by))
      }),
    )
    expect(compareWithRunning('0.10.0', '0.9.0')).toBeGreaterThan(0)
  })

  test('a version is as old as itself; one that was only for trying out is older than the one it became', () => {
    fc.assert(
      fc.property(numbers, (a) => {
        const version = a.join('.')
        expect(compareWithRunning(version, version)).toBe(0)
        expect(compareWithRunning(version, `${version}+build.7`)).toBe(0)
        for (const trial of ['beta.1', '0', 'rc-1'])
          expect(compareWithRunning(version, `${version}-${trial}`)).toBeGreaterThan(0)
      }),
    )
    expect(compareWithRunning('0.1.9', '0.2.0-beta.1')).toBeLessThan(0)
  })

  test('only three plain numbers are a version that is released', () => {
    expect(['0.1.0', '10.20.30'].filter((one) => !isReleased(one))).toEqual([])
    const others = [
      '',
      '1',
      '1.2',
      '1.2.3.4',
      '01.2.3',
      '1.2.3-beta',
      '1.2.3+4',
      ' 1.2.3',
      '1.2.3\n',
      '-1.2.3',
      '1.2.x',
    ]
    expect(others.filter(isReleased)).toEqual([])
    for (const one of others) expect(() => compareWithRunning(one, '0.1.0'), one).toThrow('not a version')
    expect(() => compareWithRunning('0.1.0', 'next')).toThrow('not a version')
  })
})
