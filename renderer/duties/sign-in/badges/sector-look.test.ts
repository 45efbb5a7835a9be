/** Sectors on badges: told apart by everyone, on every printer. */
import { describe, expect, test } from 'vitest'
import { lookOf } from './sector-look.ts'

const pack = (count: number) => ({
  sectors: Array.from({ length: count }, (_, index) => ({ id: `s-${index}`, name: `Sector ${index}`, aliases: [] })),
})
const looks = (count: number) => pack(count).sectors.map(({ id }) => lookOf(pack(count), id))

/** Relative luminance, WCAG 2.2. */
function luminance(ink: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((index) => {
    const part = Number.parseInt(ink.slice(index, index + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe('the look of a sector', () => {
  test('no two of the ten that most events have share a colour or a shape', () => {
    expect(new Set(looks(10).map(({ ink }) => ink)).size).toBe(10)
    expect(new Set(looks(10).map(({ shape }) => shape)).size).toBe(10)
    expect(new Set(looks(30).map(({ ink }) => ink)).size).toBe(10)
    expect(new Set(looks(30).map(({ shape }) => shape)).size).toBe(10)
  })

  test('of thirty sectors no two look the same', () => {
    expect(new Set(looks(30).map(({ ink, shape }) => `${ink} ${shape}`)).size).toBe(30)
  })

  test('the white shape stands out from every colour, also where the printer makes grey of it', () => {
    for (const { ink } of looks(30)) expect(1.05 / (luminance(ink) + 0.05), ink).toBeGreaterThanOrEqual(4.5)
  })

  test('another sector further down the list changes nothing for those before it', () => {
    expect(lookOf(pack(12), 's-3')).toEqual(lookOf(pack(4), 's-3'))
  })

  test('a sector that the pack does not know has no colour that could be taken for another’s shape', () => {
    expect(lookOf(pack(3), '')).toMatchObject({ name: 'Delegate', shape: '' })
    expect(lookOf(pack(3), 'gone')).toMatchObject({ name: 'Delegate', shape: '' })
  })
})
