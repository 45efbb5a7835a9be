import { describe, expect, test } from 'vitest'
import { comesInstead, insteadIn } from './who-instead.ts'

describe('Who comes instead is read from what is said of whoever does not', () => {
  test.each([
    ['can’t make it - sending Priya Shah instead', 'Priya Shah'],
    ['No - Priya Shah attending instead', 'Priya Shah'],
    ['Apologies (deputy: Gus Earl)', 'Gus Earl'],
    ['Apologies - my colleague Sam Ray will attend instead', 'Sam Ray'],
    ['Replaced by Ann Lee', 'Ann Lee'],
    ['Transferred to Bob Ince', 'Bob Ince'],
    ['Not attending, Jo Pike and Sam Ray coming instead', 'Jo Pike and Sam Ray'],
    ['I can’t attend but Ann Lee can', 'Ann Lee'],
    ['Declined, Ann van der Berg will replace her', 'Ann van der Berg'],
    // Somebody is meant, and nobody named.
    ['Not coming - deputy instead', ''],
    ['No, my manager will come instead', ''],
  ])('%s', (text, name) => {
    expect(insteadIn(text)).toBe(name)
  })

  test.each([
    'Sent apologies',
    'Declined by email',
    'Cannot come on Friday instead',
    'Deputy Head Teacher',
    'Cancelled 3/4',
  ])('“%s” speaks of nobody else', (text) => {
    expect(insteadIn(text)).toBeNull()
  })

  test.each([
    ['Yes, but Tom Cope will come in my place', true],
    ['Colleague Nan Udo will come in her place', true],
    ['Jo Pike will attend on her behalf', true],
    ['Attending in place of Len Slade', false],
    ['Yes, my manager will join me', false],
    ['Jo Pike is coming with me', false],
    ['Attending instead of Tom Nwosu', false],
  ])('“%s” says that somebody else takes the place: %s', (text, isSo) => {
    expect(comesInstead(text)).toBe(isSo)
  })
})
