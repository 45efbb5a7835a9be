import { expect, test } from 'vitest'
import { likelySame } from './likely.ts'

const pledge = {
  id: 'a',
  type: 'home',
  wording: 'A flat in Shirley, with a year’s support',
  quantity: 1,
  due: null,
  byKind: 'anonymous' as const,
  delegate: null,
  name: '',
  organisation: '',
}
const other = (id: string, change: object) => ({ ...pledge, id, ...change })

test('the same words stand first, then who promised the same before; another kind of pledge, or other words of others, is another promise', () => {
  const others = [
    other('far', { wording: 'Six school uniforms every autumn' }),
    other('kind', { type: 'mentor' }),
    other('near', { wording: 'A flat in Shirley with support for a year', quantity: 2 }),
    other('same', {}),
    other('a', {}),
  ]
  expect(likelySame(pledge, others, 6).map(({ id }) => id)).toEqual(['same', 'near'])
  expect(likelySame(pledge, others, 1).map(({ id }) => id)).toEqual(['same'])
  const hers = { byKind: 'delegate' as const, delegate: '018c5d3c-92a0-72e3-993e-651067d81400', name: 'Ewa Kaur' }
  const two = [other('hers', { ...hers, wording: 'Something else' }), other('far', { wording: 'Something else' })]
  expect(likelySame({ ...pledge, ...hers }, two, 6).map(({ id }) => id)).toEqual(['hers'])
})
