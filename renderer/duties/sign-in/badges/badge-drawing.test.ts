/** What stands where on a badge. */
import { describe, expect, test } from 'vitest'
import { BADGE_LAYOUTS, type BadgeLayout } from '../../../../shared/domain/badge-layout.ts'
import { type BadgeDrawing, type BadgeSetting, drawBadge as draw } from './badge-drawing.ts'
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
  table: 'Table 12',
  badge: 'PK1-NEC-0123456789ABCDEF',
}

const NOTHING: ReadonlySet<string> = new Set()
const drawBadge = (content: typeof ewa, layout: BadgeLayout, how: Partial<BadgeSetting> = {}): BadgeDrawing =>
  draw(content, { pack, layout, measure, undrawn: NOTHING, mark: null, rehearsal: false, ...how })

const said = (drawing: BadgeDrawing, part: string) =>
  drawing.lines
    .filter((line) => line.part === part)
    .map(({ words }) => words)
    .join(' ')

describe('a badge', () => {
  test('says name, organisation, role, table, sector and event, and holds the code, on every paper', () => {
    for (const layout of BADGE_LAYOUTS) {
      const drawing = drawBadge(ewa, layout)
      expect([said(drawing, 'given'), said(drawing, 'rest')]).toEqual(['Ewa', 'Kaur'])
      expect(said(drawing, 'table')).toBe('Table 12')
      expect(said(drawing, 'organisation')).toBe('Elmdon House')
      expect(said(drawing, 'role')).toBe('Youth worker')
      expect(said(drawing, 'sector')).toBe('Foster, kinship and residential carers')
      expect(said(drawing, 'event')).toContain('Solihull')
      expect(drawing.qr.text).toBe(ewa.badge)
    }
  })

  test('the given name is the largest thing by far, whatever else stands there', () => {
    const words = fc.string({ unit: fc.constantFrom('M', 'i', ' ', 'é'), minLength: 1, maxLength: 60 })
    const layouts = fc.constantFrom(...BADGE_LAYOUTS)
    fc.assert(
      fc.property(
        layouts,
        words,
        words,
        words,
        words,
        fc.boolean(),
        (layout, name, organisation, role, table, rehearsal) => {
          if (name.trim() === '') return
          const { lines } = drawBadge({ ...ewa, name, organisation, role, table }, layout, { rehearsal })
          const given = lines.find(({ part }) => part === 'given')?.size ?? 0
          const others = lines.filter(({ part }) => part !== 'given' && part !== 'rehearsal').map(({ size }) => size)
          expect(given / Math.max(...others)).toBeGreaterThan(1.5)
        },
      ),
      { numRuns: runs(60) },
    )
    for (const layout of BADGE_LAYOUTS) {
      const { lines } = drawBadge(ewa, layout)
      const sizes = lines.filter(({ part }) => part !== 'given').map(({ size }) => size)
      expect((lines.find(({ part }) => part === 'given')?.size ?? 0) / Math.max(...sizes), layout).toBeGreaterThan(1.6)
    }
  })

  test('of whoever has no table, no room is kept for one', () => {
    for (const layout of BADGE_LAYOUTS) {
      const { lines, qr, band } = drawBadge({ ...ewa, table: '' }, layout)
      expect(lines.filter(({ part }) => part === 'table')).toEqual([])
      const seated = drawBadge(ewa, layout)
      expect(qr.x - seated.qr.x + band.frame.width - seated.band.frame.width, layout).toBeGreaterThan(5)
    }
  })

  test('a mark of the host stands in the head, in its own proportions; without one the head is the event’s alone', () => {
    for (const layout of BADGE_LAYOUTS)
      for (const [width, height] of [
        [600, 200],
        [100, 400],
      ] as const) {
        const { mark, lines } = drawBadge(ewa, layout, { mark: { href: 'data:', width, height } })
        expect((mark?.width ?? 0) / (mark?.height ?? 1)).toBeCloseTo(width / height, 3)
        expect(mark?.height ?? 0).toBeGreaterThan(4)
        for (const line of lines)
          if (line.part === 'event') expect(line.x).toBeGreaterThan((mark?.x ?? 0) + (mark?.width ?? 0))
          else expect(line.baseline - line.size * 0.8).toBeGreaterThan((mark?.y ?? 0) + (mark?.height ?? 0) - 0.5)
        expect(drawBadge(ewa, layout).mark).toBeNull()
      }
  })

  test('of a rehearsal says so, in a frame, in the place of the mark', () => {
    for (const layout of BADGE_LAYOUTS) {
      const drawing = drawBadge(ewa, layout, { rehearsal: true, mark: { href: 'data:', width: 10, height: 10 } })
      expect(said(drawing, 'rehearsal')).toBe('REHEARSAL')
      expect(drawing.mark).toBeNull()
      expect(drawing.stamp).not.toBeNull()
      expect(said(drawBadge(ewa, layout), 'rehearsal')).toBe('')
    }
  })

  test('a name that cannot be drawn leaves a line to write it on, and nothing of it is measured', () => {
    const measured: string[] = []
    const undrawn = new Set('王小明🎉')
    const how = { undrawn, measure: (text: string) => measured.push(text) && text.length * 0.55 }
    for (const layout of BADGE_LAYOUTS) {
      const drawing = drawBadge({ ...ewa, name: '王小明', organisation: '王 House' }, layout, how)
      expect([said(drawing, 'given'), said(drawing, 'rest')]).toEqual(['', ''])
      expect(drawing.writeOn).not.toBeNull()
      expect(said(drawing, 'organisation')).toBe('[Chinese characters] House')
      const party = drawBadge({ ...ewa, name: 'Zoë 🎉 Zane' }, layout, how)
      expect([said(party, 'given'), said(party, 'rest'), party.writeOn]).toEqual(['Zoë', 'Zane', null])
    }
    expect(measured.filter((text) => [...text].some((one) => undrawn.has(one)))).toEqual([])
  })

  test('nothing touches the code, the band or the edge, however long the words are', () => {
    const words = fc.string({ unit: fc.constantFrom('M', 'i', ' ', '-', 'é', '王', 'ع'), maxLength: 120 })
    fc.assert(
      fc.property(
        fc.constantFrom(...BADGE_LAYOUTS),
        words,
        words,
        words,
        words,
        fc.boolean(),
        (layout, name, organisation, role, table, rehearsal) => {
          const { size, lines, qr, band } = drawBadge({ ...ewa, name, organisation, role, table }, layout, {
            rehearsal,
          })
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
            const beside = box.left >= band.frame.x + band.frame.width
            if (line.part !== 'sector')
              expect([line.part, beside || box.bottom <= band.frame.y]).toEqual([line.part, true])
          }
        },
      ),
      { numRuns: runs(200) },
    )
  })

  test('a name in Arabic begins on the right', () => {
    const drawing = drawBadge({ ...ewa, name: 'فاطمة الزهراء' }, 'sheet-8')
    expect(drawing.lines.find(({ part }) => part === 'given')).toMatchObject({ rightToLeft: true, x: 82.5 })
  })

  test('on a label roll the band is black, on a card it has the colour of the sector', () => {
    expect(drawBadge(ewa, 'roll-62').band.ink).toBe('#000000')
    expect(drawBadge(ewa, 'a6').band.ink).not.toBe('#000000')
  })

  test('somebody of no known sector has no shape', () => {
    const drawing = drawBadge({ ...ewa, sector: '' }, 'a6')
    expect(drawing.band.block).toBeNull()
    expect(said(drawing, 'sector')).toBe('Delegate')
  })
})
