/** Tells how a walk-in is checked before it is sent. */
import { describe, expect, test } from 'vitest'
import { checkTyped } from '../../components/form/check.ts'
import { EMPTY_WALK_IN, nameFromSearch, readWalkIn, type WalkInForm, walkInSchema } from './person-forms.ts'

const zara = { ...EMPTY_WALK_IN, name: '  Zara   Exley ', organisation: 'Elmdon House', area: ' Kitchen ' }
const check = (typed: WalkInForm) => checkTyped(walkInSchema, typed, 'walk-in')

describe('a walk-in', () => {
  test('a name is enough, and is tidied', () => {
    const checked = check({ ...EMPTY_WALK_IN, name: '  Zara   Exley ' })
    expect(checked).toMatchObject({
      ok: true,
      value: { name: 'Zara Exley', organisation: '', sector: '', email: '', table: '' },
    })
  })

  test('an address goes with it where they want to be written to, and is checked', () => {
    expect(check({ ...zara, email: ' zara@elmdon.example ' })).toMatchObject({
      value: { email: 'zara@elmdon.example' },
    })
    const checked = check({ ...zara, email: 'zara at elmdon' })
    expect(checked.ok ? [] : checked.errors.map(({ id }) => id)).toEqual(['walk-in-email'])
  })

  test('needs are sent only where somebody told us of one', () => {
    const without = check(zara)
    expect(without.ok && 'needs' in without.value).toBe(false)
    const withNeeds = check({ ...zara, access: 'Step-free way', dietary: ' ' })
    expect(withNeeds).toMatchObject({
      ok: true,
      value: { area: 'Kitchen', needs: { access: 'Step-free way', dietary: '' } },
    })
  })

  test('without a name, and with a whole story as the role, each field says what to do, once', () => {
    const checked = check({ ...zara, name: ' ', role: 'x'.repeat(121), dietary: 'y'.repeat(301) })
    expect(checked.ok ? [] : checked.errors).toEqual([
      { id: 'walk-in-name', message: 'Write the person’s name' },
      { id: 'walk-in-role', message: 'This is 1 character too long. Shorten it to 120 characters or fewer' },
      { id: 'walk-in-dietary', message: 'This is 1 character too long. Shorten it to 300 characters or fewer' },
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
