/** Tells how a walk-in and a correction are checked before they are sent. */
import { describe, expect, test } from 'vitest'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import {
  checkCorrection,
  checkWalkIn,
  correctionOf,
  EMPTY_WALK_IN,
  nameFromSearch,
  readCorrection,
  readWalkIn,
} from './person-forms.ts'

const zara = { ...EMPTY_WALK_IN, name: '  Zara   Exley ', organisation: 'Elmdon House', area: ' Kitchen ' }
const amelie: DelegateView = {
  id: '018c5a2e-0000-7000-8000-000000000001',
  name: 'Amelie OBrien',
  organisation: 'Chamber of Commerce',
  area: 'Skills',
  role: 'Chair',
  sector: 'business',
  email: 'amelie@example.org',
  table: 'Table 7',
  walkIn: false,
  withdrawn: false,
  presence: 'here',
  since: '2023-12-12T09:12:00.000Z',
  atStation: 'West door',
  note: '',
}

describe('a walk-in', () => {
  test('a name is enough, and is tidied', () => {
    const checked = checkWalkIn({ ...EMPTY_WALK_IN, name: '  Zara   Exley ' })
    expect(checked).toMatchObject({
      ok: true,
      value: { name: 'Zara Exley', organisation: '', sector: '', email: '', table: '' },
    })
  })

  test('needs are sent only where somebody told us of one', () => {
    const without = checkWalkIn(zara)
    expect(without.ok && 'needs' in without.value).toBe(false)
    const withNeeds = checkWalkIn({ ...zara, access: 'Step-free way', dietary: ' ' })
    expect(withNeeds).toMatchObject({
      ok: true,
      value: { area: 'Kitchen', needs: { access: 'Step-free way', dietary: '' } },
    })
  })

  test('without a name, and with a whole story as the role, each field says what to do, once', () => {
    const checked = checkWalkIn({ ...zara, name: ' ', role: 'x'.repeat(121), dietary: 'y'.repeat(301) })
    expect(checked.ok ? [] : checked.faults).toEqual([
      { id: 'walk-in-name', message: 'Write the person’s name' },
      { id: 'walk-in-role', message: 'Shorten this to 120 characters or fewer' },
      { id: 'walk-in-dietary', message: 'Shorten this to 300 characters or fewer' },
    ])
  })

  test('a draft comes back as it was typed; an empty or a foreign one is none', () => {
    expect(readWalkIn(JSON.parse(JSON.stringify(zara)))).toEqual(zara)
    expect(readWalkIn({ name: 'Zara', organisation: 7 })).toEqual({ ...EMPTY_WALK_IN, name: 'Zara' })
    expect(readWalkIn(EMPTY_WALK_IN)).toBeNull()
    expect(readWalkIn(null)).toBeNull()
  })

  test('what was searched for in vain becomes the start of the name', () => {
    expect(nameFromSearch('zara exley-o’moone ')).toBe('Zara Exley-O’Moone')
    expect(nameFromSearch('Zara van der Exley')).toBe('Zara van der Exley')
    expect(nameFromSearch('élodie')).toBe('Élodie')
    expect(nameFromSearch('table 7')).toBe('')
  })
})

describe('a correction', () => {
  test('only what was changed is sent, with the reason', () => {
    expect(checkCorrection(amelie, { ...correctionOf(amelie), name: 'Amélie O’Brien', reason: 'Spelling' })).toEqual({
      ok: true,
      value: { name: 'Amélie O’Brien', reason: 'Spelling' },
    })
  })

  test('a field may be emptied, the name may not', () => {
    expect(checkCorrection(amelie, { ...correctionOf(amelie), table: '', reason: 'Moved table' })).toEqual({
      ok: true,
      value: { table: '', reason: 'Moved table' },
    })
    const nameless = checkCorrection(amelie, { ...correctionOf(amelie), name: '', reason: 'Spelling' })
    expect(nameless).toEqual({ ok: false, faults: [{ id: 'person-name', message: 'Write the person’s name' }] })
  })

  test('nothing changed is nothing to save, whatever the reason', () => {
    expect(checkCorrection(amelie, { ...correctionOf(amelie), reason: 'Spelling' })).toBeNull()
  })

  test('a change without a reason asks for one', () => {
    expect(checkCorrection(amelie, { ...correctionOf(amelie), role: 'Vice chair' })).toEqual({
      ok: false,
      faults: [{ id: 'person-reason', message: 'Say briefly why' }],
    })
  })

  test('a draft that is none is not offered', () => {
    expect(readCorrection('nonsense')).toBeNull()
  })
})
