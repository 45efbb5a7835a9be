import { expect, test } from 'vitest'
import { fc } from '../../../test/support/chance.ts'
import { byWords } from './alike.ts'
import type { Offer } from './offers.ts'

const offer = (wording: string, id: number): Offer => ({
  id: String(id),
  reference: '',
  person: null,
  name: '',
  role: '',
  organisation: '',
  area: '',
  sector: '',
  type: '',
  wording,
  quantity: null,
  timescale: '',
  due: null,
  priority: null,
  mayContact: false,
  email: '',
  listEmail: '',
  made: String(id).padStart(4, '0'),
})

test('those that speak of the same stand beside one another', () => {
  const words = [
    'Two weeks in our kitchen',
    'Driving lessons on a Saturday',
    'A morning in the kitchen with our chef',
    'Driving lessons, ten of them',
    'A kitchen placement',
  ]
  expect(byWords(words.map(offer)).map(({ wording }) => wording)).toEqual([
    'A morning in the kitchen with our chef',
    'A kitchen placement',
    'Two weeks in our kitchen',
    'Driving lessons on a Saturday',
    'Driving lessons, ten of them',
  ])
})

test('whatever the words, all of them are there once, in the same order from wherever they began', () => {
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 6 }), { maxLength: 30 }), fc.nat(29), (words, turn) => {
      const offers = words.map(offer)
      const sorted = byWords(offers)
      expect(sorted.map(({ id }) => Number(id)).toSorted((a, b) => a - b)).toEqual(words.map((_, index) => index))
      expect(byWords([...offers.slice(turn), ...offers.slice(0, turn)])).toEqual(sorted)
    }),
  )
})
