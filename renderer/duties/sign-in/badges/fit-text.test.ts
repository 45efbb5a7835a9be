/** Names on badges: as large as they go, and never over the edge. */
import { describe, expect, test } from 'vitest'
import { fitText, type Measure } from './fit-text.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

/** Every sign as wide as half its height; signs beyond the basic letters twice that. */
const measure: Measure = (text) =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.5), 0)
const wish = { width: 80, height: 40, largest: 14, smallest: 4, leading: 1.1, weight: 700, breakBelow: 7 }

const widest = ({ size, lines }: { size: number; lines: string[] }) =>
  Math.max(0, ...lines.map((line) => measure(line, 700) * size))

describe('a name in its box', () => {
  test('a short name is as large as the badge allows', () => {
    expect(fitText('Ewa Kaur', measure, wish)).toEqual({ size: 14, lines: ['Ewa Kaur'] })
  })

  test('a longer one takes two even lines before it becomes smaller', () => {
    const fitted = fitText('Kwame Okonkwo-Bell', measure, { ...wish, width: 90, height: 32 })
    expect(fitted).toEqual({ size: 14, lines: ['Kwame', 'Okonkwo-Bell'] })
  })

  test('a double-barrelled name goes on after its hyphen, which stays where it is', () => {
    expect(fitText('Featherstonehaugh-Cholmondeley', measure, wish).lines).toEqual([
      'Featherstonehaugh-',
      'Cholmondeley',
    ])
  })

  test('a long word is set a little smaller rather than lose its last letter to the next line', () => {
    const fitted = fitText('Featherstonehaugh-Cholmondeley', measure, { ...wish, width: 52 })
    expect(fitted.lines).toEqual(['Featherstonehaugh-', 'Cholmondeley'])
  })

  test('forty letters without a space are broken only once they would be too small to read', () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorffwelche'
    const fitted = fitText(name, measure, wish)
    expect(fitted.lines.join('')).toBe(name)
    expect(fitted.lines.map((line) => line.length)).toEqual([21, 20])
    expect(fitted.size).toBeGreaterThan(6)
  })

  test('Chinese goes on after any sign, and no emoji or accented letter is cut in half', () => {
    expect(fitText('欧阳修司马相如诸葛孔明上官婉儿', measure, wish).lines.join('')).toBe(
      '欧阳修司马相如诸葛孔明上官婉儿',
    )
    const family = '👩‍👩‍👧‍👦'
    const fitted = fitText(family.repeat(12), measure, wish)
    for (const line of fitted.lines) expect(line.replaceAll(family, '')).toBe('')
  })

  test('nothing to say is no line, and what never fits says that there is more', () => {
    expect(fitText('  ', measure, wish).lines).toEqual([])
    const fitted = fitText('M'.repeat(400), measure, wish)
    expect(fitted.lines.at(-1)).toMatch(/…$/)
  })

  test('whatever the name, it stays inside its box', () => {
    const names = fc.oneof(
      fc.string({ maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc
        .array(fc.constantFrom('Al', 'O’Brien', 'Nwachukwu', 'van', 'der', '-', 'Wolfeschlegelsteinhausen', '王'), {
          maxLength: 20,
        })
        .map((words) => words.join(' ')),
    )
    const boxes = fc.record({ width: fc.integer({ min: 30, max: 100 }), height: fc.integer({ min: 8, max: 60 }) })
    fc.assert(
      fc.property(names, boxes, (name, box) => {
        const fitted = fitText(name, measure, { ...wish, ...box })
        expect(widest(fitted)).toBeLessThanOrEqual(box.width)
        expect(fitted.lines.length * fitted.size * wish.leading).toBeLessThanOrEqual(box.height + 1e-6)
        if (!(fitted.lines.at(-1) ?? '').endsWith('…'))
          expect(fitted.lines.join('').replaceAll(/\s/gu, '')).toBe(name.replaceAll(/\s/gu, ''))
      }),
      { numRuns: runs(300) },
    )
  })
})
