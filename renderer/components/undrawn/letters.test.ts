/** Names that a tablet cannot draw. */
import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/support/chance.ts'
import { asDrawn, lacksLetters, missingKinds, toLookAt } from './letters.ts'

const lacking = new Set('王小明فاطمةالزهراء🎉✓'.match(/./gu))

describe('a name without the letters that cannot be drawn', () => {
  test.each([
    ['Ewa Kaur', 'Ewa Kaur', []],
    ['王小明', '[Chinese characters]', ['Chinese characters']],
    ['王 小明', '[Chinese characters]', ['Chinese characters']],
    ['فاطمة الزهراء', '[Arabic letters]', ['Arabic letters']],
    ['Ming 王', 'Ming [Chinese characters]', ['Chinese characters']],
    ['Zoë 🎉 Zane', 'Zoë Zane', ['pictures or signs']],
    ['🎉', '', ['pictures or signs']],
  ])('“%s” is “%s”', (name, drawn, kinds) => {
    expect([asDrawn(name, lacking), missingKinds(name, lacking)]).toEqual([drawn, kinds])
  })

  test('has to be written by hand where a letter is missing, not where a picture is', () => {
    expect(lacksLetters('王小明', lacking)).toBe(true)
    expect(lacksLetters('Zoë 🎉 Zane', lacking)).toBe(false)
    expect(lacksLetters('Ewa Kaur', lacking)).toBe(false)
  })

  test('whatever the name, nothing of what cannot be drawn is left in it, and what can be drawn is', () => {
    const sign = fc.constantFrom('A', 'é', ' ', '-', '王', '小', 'ف', '🎉', '\u200d', 'Ł')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const drawn = asDrawn(signs.join(''), lacking)
        expect([...drawn].filter((character) => lacking.has(character))).toEqual([])
        const kept = (text: string) =>
          [...text.replaceAll(/\[[^\]]*\]/gu, '')].filter((one) => 'AéŁ-'.includes(one)).join('')
        expect(kept(drawn)).toBe(kept(signs.join('')))
      }),
    )
  })
})

test('nothing is looked at that every tablet has, or that is never seen', () => {
  expect(toLookAt(['Ewa Kaur 王王', 'a\u200d\u00a0b', 'é'])).toEqual(['王', 'é'])
})
