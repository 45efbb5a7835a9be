import { describe, expect, test } from 'vitest'
import { fc } from '../../test/support/chance.ts'
import { type Shown, visibilityOf } from './visibility.ts'

const yes: Shown = { showName: true, nameless: false, email: '' }
const anybody = fc.record({
  showName: fc.boolean(),
  nameless: fc.boolean(),
  email: fc.constantFrom('', 'ewa@elmdon.example'),
})

describe('who may be shown what somebody promised', () => {
  test.each<[string, Partial<Shown>, string]>([
    ['they said yes', {}, 'public'],
    ['they said no', { showName: false }, 'board'],
    ['they gave no name', { showName: false, nameless: true }, 'board'],
    ['they said yes, and were forgotten since', { nameless: true }, 'board'],
    ['they said yes, and the row has their address', { email: 'ewa@elmdon.example' }, 'board'],
  ])('%s', (_what, changes, visibility) => {
    expect(visibilityOf({ ...yes, ...changes })).toBe(visibility)
  })

  test('whatever was said: to be forgotten makes nothing public, nor does an address, nor a no', () => {
    fc.assert(
      fc.property(anybody, (one) => {
        expect(visibilityOf({ ...one, nameless: true })).toBe('board')
        expect(visibilityOf({ ...one, showName: false })).toBe('board')
        expect(visibilityOf({ ...one, email: 'ewa@elmdon.example' })).toBe('board')
      }),
    )
  })
})
