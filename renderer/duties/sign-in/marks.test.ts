/** Tells what is highlighted in a name, and when enough has been typed to look. */
import { describe, expect, test } from 'vitest'
import { lettersIn, segmentsOf } from './marks.ts'
import { fc } from '../../../test/support/chance.ts'

const marked = (name: string, marks: [number, number][]) =>
  segmentsOf(name, marks)
    .map(({ text, marked: is }) => (is ? `[${text}]` : text))
    .join('')

describe('what was typed is marked in the name', () => {
  test('a steward types “amelie ob”: both words light up, the accent and the apostrophe included', () => {
    expect(
      marked('Amélie O’Brien', [
        [0, 6],
        [7, 10],
      ]),
    ).toBe('[Amélie] [O’B]rien')
  })

  test('someone found by their organisation alone has nothing marked', () => {
    expect(marked('Kwame Okonkwo-Bell', [])).toBe('Kwame Okonkwo-Bell')
  })

  test('whatever the marks, no letter of a name is lost, doubled or moved', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(30), fc.nat(30))), (name, marks) => {
        const segments = segmentsOf(name, marks)
        expect(segments.map(({ text }) => text).join('')).toBe(name)
        expect(new Set(segments.map(({ start }) => start)).size).toBe(segments.length)
      }),
    )
  })
})

describe('three letters first', () => {
  test('spaces, hyphens and digits are no letters', () => {
    expect(lettersIn('a -b 12')).toBe(2)
    expect(lettersIn('O’B r')).toBe(3)
  })

  test('a Chinese or Korean name of two characters is enough', () => {
    expect(lettersIn('王芳')).toBe(4)
    expect(lettersIn('김')).toBe(2)
  })
})
