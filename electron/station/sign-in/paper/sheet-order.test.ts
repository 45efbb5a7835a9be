import { describe, expect, test } from 'vitest'
import { SHEET_LETTERS } from '../../../../shared/contract/paper.ts'
import { inSheetOrder } from './sheet-order.ts'
import { letterOf, sortWord } from './sheet-word.ts'
import { fc } from '../../../../test/support/chance.ts'

const person = (name: string, organisation = '') => ({ id: `${name} ${organisation}`, name, organisation })

describe('where somebody looks for their name on the sheet', () => {
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
      inSheetOrder(names.map((name, index) => person(name, String(9 - index)))).map(
        ({ name, organisation }) => `${name} ${organisation}`,
      ),
    ).toEqual(['Élan Abel 4', 'Ewa Kaur 3', 'Ewa Kaur 8', 'Zoë Kaur 9', 'Ann Obama 6', 'Ben O’Brien 7', 'Cat Obrien 5'])
  })

  test('whatever people are called, everybody is there once, and each letter is one section', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 40 }),
        (names) => {
          const lines = inSheetOrder(names.map((name) => person(name)))
          expect(lines.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
          const places = lines.map(({ letter }) => SHEET_LETTERS.indexOf(letter))
          expect(places).toEqual(places.toSorted((one, other) => one - other))
          expect(inSheetOrder(lines.toReversed())).toEqual(lines)
        },
      ),
    )
  })
})
