import { expect, test } from 'vitest'
import { whoInOrder } from './who.ts'

test('in every list the person comes first, then where they work, then for whom', () => {
  expect(whoInOrder({ name: 'Ewa Kaur', area: 'Leisure', organisation: 'Solihull Council' })).toBe(
    'Ewa Kaur, Leisure, Solihull Council',
  )
  expect(whoInOrder({ name: '', area: 'Leisure', organisation: '' })).toBe('Leisure')
  expect(whoInOrder({ name: 'Elmdon House', area: '', organisation: 'Elmdon House' })).toBe('Elmdon House')
  expect(whoInOrder({ name: '', area: '', organisation: '' })).toBe('')
})
