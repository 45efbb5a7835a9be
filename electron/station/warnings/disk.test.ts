import { describe, expect, test } from 'vitest'
import type { DiskWarning } from '../../../shared/domain/warning.ts'
import { diskWarning } from './disk.ts'
import { fc } from '../../../test/support/chance.ts'

const MB = 1_000_000
const look = (free: number, { database = 5 * MB, was = null as DiskWarning | null } = {}) =>
  diskWarning({ free, database, was })

describe('room on the disk', () => {
  test.each([
    [1000 * MB, null],
    [1000 * MB - 1, { severity: 'low', freeMegabytes: 990 }],
    [428 * MB, { severity: 'low', freeMegabytes: 420 }],
    [200 * MB, { severity: 'low', freeMegabytes: 200 }],
    [200 * MB - 1, { severity: 'nearly-full', freeMegabytes: 190 }],
    [9 * MB, { severity: 'nearly-full', freeMegabytes: 0 }],
    [0, { severity: 'nearly-full', freeMegabytes: 0 }],
  ])('of a usual station’s disk %d bytes are free: %o', (free, expected) => {
    expect(look(free)).toEqual(expected === null ? null : { code: 'disk', ...expected })
  })

  test('a very large database warns earlier: three whole copies of it must still fit', () => {
    expect(look(3000 * MB, { database: 1000 * MB })).toBeNull()
    expect(look(3000 * MB - 1, { database: 1000 * MB })).toMatchObject({ severity: 'low' })
    expect(look(150 * MB, { database: 1000 * MB })).toMatchObject({ severity: 'nearly-full' })
  })

  test('free space that goes up and down at the edge does not make the warning come and go', () => {
    const low = look(999 * MB)
    expect(look(1001 * MB, { was: low })).toMatchObject({ severity: 'low' })
    expect(look(1100 * MB, { was: low })).toBeNull()
    const full = look(199 * MB)
    expect(look(201 * MB, { was: full })).toMatchObject({ severity: 'nearly-full' })
    expect(look(220 * MB, { was: full })).toMatchObject({ severity: 'low' })
  })

  test('for any disk: less room is never a milder warning, and having been warned never silences one', () => {
    const grade = (warning: DiskWarning | null) => (warning === null ? 0 : warning.severity === 'low' ? 1 : 2)
    const bytes = fc.integer({ min: 0, max: 20_000 * MB })
    fc.assert(
      fc.property(bytes, bytes, bytes, fc.constantFrom(null, 999 * MB, 1), (one, other, database, before) => {
        const was = before === null ? null : look(before)
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(grade(look(less, { database, was }))).toBeGreaterThanOrEqual(grade(look(more, { database, was })))
        expect(grade(look(one, { database, was }))).toBeGreaterThanOrEqual(grade(look(one, { database })))
        expect(look(less, { database, was })?.freeMegabytes ?? 0).toBeLessThanOrEqual(less / MB)
      }),
    )
  })
})
