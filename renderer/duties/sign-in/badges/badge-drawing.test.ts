/** What stands where on a badge. */
import { describe, expect, test } from 'vitest'
import { BADGE_LAYOUTS } from '../../../../shared/domain/badge-layout.ts'
import { type BadgeDrawing, drawBadge } from './badge-drawing.ts'
import type { Measure } from './fit-text.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

const measure: Measure = (text) => text.length * 0.55
const pack = {
  name: 'Solihull · our partnership event at the NEC',
  sectors: [
    { id: 'council', name: 'Council', aliases: [] },
    { id: 'carers', name: 'Foster, kinship and residential carers', aliases: [] },
  ],
}
const ewa = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Ewa Kaur',
  organisation: 'Elmdon House',
  role: 'Youth worker',
  sector: 'carers',
  badge: 'PK1-NEC-0123456789ABCDEF',
}

const said = (drawing: BadgeDrawing, part: string) =>
  drawing.lines
    .filter((line) => line.part === part)
    .map(({ words }) => words)
    .join(' ')

describe('a badge', () => {
  test('says name, organisation, role, sector and event, and holds the code, on every paper', () => {
    for (const layout of BADGE_LAYOUTS) {
      const drawing = drawBadge(ewa, pack, layout, measure)
      expect(said(drawing, 'name')).toBe('Ewa Kaur')
      expect(said(drawing, 'organisation')).toBe('Elmdon House')
      expect(said(drawing, 'role')).toBe('Youth worker')
      expect(said(drawing, 'sector')).toBe('Foster, kinship and residential carers')
      expect(said(drawing, 'event')).toContain('Solihull')
      expect(drawing.qr.text).toBe(ewa.badge)
    }
  })

  test('the name is at least twice as large as anything else', () => {
    for (const layout of BADGE_LAYOUTS) {
      const { lines } = drawBadge(ewa, pack, layout, measure)
      const name = lines.find(({ part }) => part === 'name')?.size ?? 0
      const others = lines.filter(({ part }) => part !== 'name').map(({ size }) => size)
      expect(name / Math.max(...others), layout).toBeGreaterThan(2)
    }
  })

  test('nothing touches the code, the band or the edge, however long the words are', () => {
    const words = fc.string({ unit: fc.constantFrom('M', 'i', ' ', '-', 'é', '王', 'ع'), maxLength: 120 })
    fc.assert(
      fc.property(fc.constantFrom(...BADGE_LAYOUTS), words, words, words, (layout, name, organisation, role) => {
        const { size, lines, qr, band } = drawBadge({ ...ewa, name, organisation, role }, pack, layout, measure)
        for (const line of lines) {
          const width = measure(line.words, line.weight) * line.size
          const left = line.anchor === 'middle' ? line.x - width / 2 : line.rightToLeft ? line.x - width : line.x
          const box = {
            left,
            right: left + width,
            top: line.baseline - line.size * 0.8,
            bottom: line.baseline + line.size * 0.22,
          }
          expect(box.left).toBeGreaterThanOrEqual(2.9)
          expect(box.right).toBeLessThanOrEqual(size.width - 2.9)
          expect(box.top).toBeGreaterThanOrEqual(2.9)
          expect(box.bottom).toBeLessThanOrEqual(size.height - 2.9)
          const apartFromCode =
            box.right <= qr.x || box.left >= qr.x + qr.side || box.bottom <= qr.y || box.top >= qr.y + qr.side
          expect([line.part, apartFromCode]).toEqual([line.part, true])
          if (line.part !== 'sector') expect(box.bottom).toBeLessThanOrEqual(band.frame.y)
        }
      }),
      { numRuns: runs(200) },
    )
  })

  test('a name in Arabic begins on the right', () => {
    const drawing = drawBadge({ ...ewa, name: 'فاطمة الزهراء' }, pack, 'sheet-8', measure)
    expect(drawing.lines.find(({ part }) => part === 'name')).toMatchObject({ rightToLeft: true, x: 82.5 })
  })

  test('on a label roll the band is black, on a card it has the colour of the sector', () => {
    expect(drawBadge(ewa, pack, 'roll-62', measure).band.ink).toBe('#000000')
    expect(drawBadge(ewa, pack, 'a6', measure).band.ink).not.toBe('#000000')
  })

  test('somebody of no known sector has no shape', () => {
    const drawing = drawBadge({ ...ewa, sector: '' }, pack, 'a6', measure)
    expect(drawing.band.block).toBeNull()
    expect(said(drawing, 'sector')).toBe('Delegate')
  })
})
