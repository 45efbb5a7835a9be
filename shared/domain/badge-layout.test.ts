/** Paper, labels and the order they are used up in. */
import { describe, expect, test } from 'vitest'
import { BADGE_LAYOUTS, inPrintings, labelsPerPage, nextFree, onPages, paperOf, placeOf } from './badge-layout.ts'
import { fc } from '../../test/support/chance.ts'

const layouts = fc.constantFrom(...BADGE_LAYOUTS)

describe('labels on paper', () => {
  test('a sheet of 8 holds two rows of four, one of 10 two rows of five, a card and a label one', () => {
    expect(BADGE_LAYOUTS.map((layout) => labelsPerPage(paperOf(layout)))).toEqual([1, 1, 8, 10])
  })

  test('every label lies on its page, touches no other, and the sheet is the same from both sides', () => {
    for (const layout of BADGE_LAYOUTS) {
      const paper = paperOf(layout)
      const last = placeOf(paper, labelsPerPage(paper) - 1)
      expect(last.x + paper.label.width + paper.left, layout).toBeCloseTo(paper.page.width)
      expect(last.y + paper.label.height + paper.top, layout).toBeCloseTo(paper.page.height)
      expect(paper.across, layout).toBeGreaterThanOrEqual(paper.label.width)
      expect(paper.down, layout).toBeGreaterThanOrEqual(paper.label.height)
    }
  })

  test('the fourth label of a sheet of ten is the right one of the second row', () => {
    expect(placeOf(paperOf('sheet-10'), 3)).toEqual({ x: 112.5, y: 68.5 })
  })
})

describe('a begun sheet', () => {
  test('with three labels gone, ten badges take the five that are left and the first five of the next sheet', () => {
    const pages = onPages('ABCDEFGHIJ'.split(''), paperOf('sheet-8'), 3)
    expect(pages.map((page) => page.map(({ label, item }) => `${label}${item}`).join(' '))).toEqual([
      '3A 4B 5C 6D 7E',
      '0F 1G 2H 3I 4J',
    ])
    expect(nextFree(paperOf('sheet-8'), 3, 10)).toBe(5)
    expect(nextFree(paperOf('sheet-8'), 3, 5)).toBe(0)
  })

  test('whoever says a label that no sheet has still gets every badge', () => {
    expect(onPages([1, 2], paperOf('sheet-8'), 99)[0]).toEqual([{ label: 7, item: 1 }])
    expect(onPages([1, 2], paperOf('sheet-8'), -4)[0]?.[0]).toEqual({ label: 0, item: 1 })
    expect(onPages([], paperOf('sheet-8'), 3)).toEqual([])
  })

  test('no badge is lost, doubled or out of turn, and no two lie on one label', () => {
    fc.assert(
      fc.property(layouts, fc.nat(600), fc.nat(9), (layout, count, firstFree) => {
        const items = Array.from({ length: count }, (_, index) => index)
        const pages = onPages(items, paperOf(layout), firstFree)
        expect(pages.flat().map(({ item }) => item)).toEqual(items)
        for (const page of pages) expect(new Set(page.map(({ label }) => label)).size).toBe(page.length)
      }),
    )
  })
})

describe('thousands of badges', () => {
  test('they come in printings that end with a whole sheet, and none is lost between two', () => {
    fc.assert(
      fc.property(layouts, fc.nat(2500), fc.nat(9), (layout, count, firstFree) => {
        const paper = paperOf(layout)
        const each = labelsPerPage(paper)
        const free = Math.min(firstFree, each - 1)
        const items = Array.from({ length: count }, (_, index) => index)
        const printings = inPrintings(items, paper, free)
        expect(printings.flat()).toEqual(items)
        let index = free
        for (const printing of printings.slice(0, -1)) {
          expect(printing.length).toBeLessThanOrEqual(200)
          index = nextFree(paper, index, printing.length)
          expect(index).toBe(0)
        }
      }),
    )
  })

  test('5,000 badges on cards are 25 printings', () => {
    expect(inPrintings(Array.from({ length: 5000 }), paperOf('a6'), 0)).toHaveLength(25)
  })
})
