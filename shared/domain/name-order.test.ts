import { describe, expect, test } from 'vitest'
import { fc } from '../../test/support/chance.ts'
import { givenName, inSurnameOrder, letterOf, NAME_LETTERS, sortWord } from './name-order.ts'

const person = (name: string, organisation = '') => ({ id: `${name} ${organisation}`, name, organisation })

describe('where somebody looks for their name', () => {
  test.each([
    ['Ewa Kaur', 'Kaur', 'K'],
    ['Kwame Okonkwo-Bell', 'Okonkwo-Bell', 'O'],
    ['Rosa Smith Jones', 'Jones', 'J'],
    ['Siân O’Brien', 'O’Brien', 'O'],
    ['Jan van der Berg', 'Berg', 'B'],
    ['Madonna', 'Madonna', 'M'],
    ['Wang Xiaoming', 'Xiaoming', 'X'],
    ['Łukasz Żółkiewski', 'Żółkiewski', 'Z'],
    ['Oluwaseun Adébáyọ̀', 'Adébáyọ̀', 'A'],
    ['Ada Lovelace, OBE', 'Lovelace', 'L'],
    ['Lovelace, Ada', 'Lovelace', 'L'],
    ['Sam Carter (they/them)', 'Carter', 'C'],
    ['Sam Carter (they/them) [Chair]', 'Carter', 'C'],
    ['Martin King Jr.', 'King', 'K'],
    ['Jill Gray OBE', 'Gray', 'G'],
    ['Ma Long', 'Long', 'L'],
    ['Jack Ma', 'Ma', 'M'],
    ['Jr', 'Jr', 'J'],
    ['(Ewa)', '(Ewa)', 'E'],
    ['Øystein Ångström', 'Ångström', 'A'],
    ['王小明', '王小明', '#'],
    ['Анна Петрова', 'Петрова', '#'],
    ['محمد علي', 'علي', '#'],
    ['4Real', '4Real', '#'],
    ['🙂', '🙂', '#'],
    [', OBE', ',', '#'],
  ])('%s stands under “%s” in %s', (name, word, letter) => {
    expect(sortWord(name)).toBe(word)
    expect(letterOf(word)).toBe(letter)
  })

  test('one order: by last word, then by the whole name, accents and apostrophes aside', () => {
    const names = ['Zoë Kaur', 'Ewa Kaur', 'Ben O’Brien', 'Ann Obama', 'Cat Obrien', 'Élan Abel', 'Ewa Kaur']
    expect(
      inSurnameOrder(names.map((name, index) => person(name, String(9 - index)))).map(
        ({ person: { name, organisation } }) => `${name} ${organisation}`,
      ),
    ).toEqual(['Élan Abel 4', 'Ewa Kaur 3', 'Ewa Kaur 8', 'Zoë Kaur 9', 'Ann Obama 6', 'Ben O’Brien 7', 'Cat Obrien 5'])
  })

  test('whatever people are called, everybody is there once, and each letter is one section', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 40 }),
        (names) => {
          const lines = inSurnameOrder(names.map((name) => person(name)))
          expect(lines.map(({ person: { name } }) => name).toSorted()).toEqual(names.toSorted())
          const places = lines.map(({ letter }) => NAME_LETTERS.indexOf(letter))
          expect(places).toEqual(places.toSorted((one, other) => one - other))
          expect(inSurnameOrder(lines.map(({ person: one }) => one).toReversed())).toEqual(lines)
        },
      ),
    )
  })
})

describe('the given name, which is the largest on a badge', () => {
  test.each([
    ['Ewa Kaur', 'Ewa', 'Kaur'],
    ['Kwame Okonkwo-Bell', 'Kwame', 'Okonkwo-Bell'],
    ['Jan van der Berg', 'Jan', 'van der Berg'],
    ['Madonna', 'Madonna', ''],
    ['Dr Obioma Okwuosa', 'Dr Obioma', 'Okwuosa'],
    ['Lord Hepplethwaite', 'Lord Hepplethwaite', ''],
    ['J. Robert Oppen', 'J. Robert', 'Oppen'],
    ['J. P. Corrigan', 'J. P.', 'Corrigan'],
    ['Dr J. Corrigan', 'Dr J.', 'Corrigan'],
    ['Lovelace, Ada', 'Ada', 'Lovelace'],
    ['Ada Lovelace, OBE', 'Ada', 'Lovelace, OBE'],
    ['🎉 Zoë Zane', '🎉 Zoë', 'Zane'],
    ['فاطمة الزهراء', 'فاطمة', 'الزهراء'],
    ['王小明', '王小明', ''],
    ['Jr', 'Jr', ''],
  ])('of “%s” it is “%s”, and “%s” stands under it', (name, given, rest) => {
    expect(givenName(name)).toEqual({ given, rest })
  })

  test('whatever somebody is called, there is a given name, and nothing of the name is lost', () => {
    const letters = fc.constantFrom('A', 'b', ' ', ',', '.', 'Dr ', 'OBE', 'é', '王', '🎉', '(')
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (parts) => {
        const name = parts.join('').trim()
        if (name === '') return
        const { given, rest } = givenName(name)
        expect(given).not.toBe('')
        const signs = (text: string) => [...text.replaceAll(/[\s,]/gu, '')].toSorted().join('')
        expect(signs(given + rest)).toBe(signs(name))
      }),
    )
  })
})
