import { describe, expect, test } from 'vitest'
import { fc } from '../../test/support/chance.ts'
import { namedPerson } from './named-person.ts'

const ewa = namedPerson({
  names: ['Ewa Kaur', 'Ewa  Kaur-Nowak'],
  marks: ['ewa@elmdon.example', 'PK1-NEC-0123456789ABCDEF', '7'],
})

describe('one person in what others wrote', () => {
  test.each([
    ['Ask Ewa Kaur.', 'Ask ….'],
    ['EWA\nKAUR’s idea', '…’s idea'],
    ['Ewa Kaur-Nowak rang', '… rang'],
    ['write to <ewa@elmdon.example>', 'write to <…>'],
    ['Ewa Kaur', ''],
    ['Ewa Kaurwell, and Ewa, and 7', 'Ewa Kaurwell, and Ewa, and 7'],
  ])('by their whole name or a mark of theirs: %j', (text, left) => {
    expect(ewa.whole.takeOut(text)).toBe(left)
    expect(ewa.whole.isIn(text)).toBe(left !== text)
  })

  test('by a part of their name, as a word of its own', () => {
    expect(ewa.part.takeOut('Ewa will, kaur said, Kaurwell')).toBe('… will, … said, Kaurwell')
  })

  test('a name of one word is theirs only where it stands alone, since it may be a word like any other', () => {
    const will = namedPerson({ names: ['Will'], marks: [] })
    expect(will.whole.takeOut('We will open one door')).toBe('We will open one door')
    expect(will.whole.takeOut('Will')).toBe('')
    expect(will.whole.isIn('{"owner":"Will","title":"We open"}')).toBe(true)
    expect(will.whole.isIn('{"owner":"","title":"We will open"}')).toBe(false)
    expect(will.part.takeOut('Will opens one door')).toBe('… opens one door')
  })

  test('somebody of whom nothing is known is nowhere', () => {
    const nobody = namedPerson({ names: ['', ' '], marks: [''] })
    expect(nobody.part.isIn('anything, “” at all')).toBe(false)
    expect(nobody.whole.takeOut('anything')).toBe('anything')
  })

  test('whatever they are called: what is left of a text does not hold them', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    const called = fc.tuple(word, word).map((both) => both.join(' ').trim())
    fc.assert(
      fc.property(called, fc.string(), fc.string(), (name, before, after) => {
        const person = namedPerson({ names: [name], marks: [] })
        expect(person.whole.isIn(person.whole.takeOut(`${before} ${name} ${after}`))).toBe(false)
      }),
    )
  })
})
