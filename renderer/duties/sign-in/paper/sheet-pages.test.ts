import { describe, expect, test } from 'vitest'
import { NAME_LETTERS } from '../../../../shared/domain/name-order.ts'
import { layoutOf } from './sheet-layout.ts'
import { countPages, paginate, type SheetRow } from './sheet-pages.ts'
import { deskName, shareOut } from './desks.ts'
import { fc } from '../../../../test/support/chance.ts'

const person = (name: string, index = 0, letter = 'K') => ({
  id: `${name}-${index}`,
  name,
  organisation: 'Elmdon House',
  table: 'Table 3',
  letter,
  here: null,
})
const portrait = { landscape: false, large: false }
const heightOf = (row: SheetRow, { row: usual, letter }: { row: number; letter: number }) =>
  row.kind === 'person' ? row.height : row.kind === 'blank' ? usual : letter

describe('pages of a sign-in sheet', () => {
  test('everyone is on it once, no page is over-full, no heading stands alone, every page begins with its letter', () => {
    const someone = fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      organisation: fc.string({ maxLength: 160 }),
      table: fc.string({ maxLength: 60 }),
      letter: fc.constantFrom('A', 'B', 'K', 'Z', '#'),
    })
    const paper = fc.record({ landscape: fc.boolean(), large: fc.boolean() })
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 80 }), paper, fc.nat(2), (people, kind, blanks) => {
        const order = ['A', 'B', 'K', 'Z', '#']
        const lines = people
          .map((one, index) => ({ ...one, id: String(index), here: null }))
          .toSorted((one, other) => order.indexOf(one.letter) - order.indexOf(other.letter))
        const pages = paginate(lines, kind, blanks)
        const layout = layoutOf(kind)
        expect(
          pages.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === 'person' ? [row.line.id] : []))),
        ).toEqual(lines.map(({ id }) => id))
        for (const [index, { rows, number }] of pages.entries()) {
          expect(number).toBe(index + 1)
          expect(rows.reduce((sum, row) => sum + heightOf(row, layout), 0)).toBeLessThanOrEqual(layout.room)
          expect(rows.at(-1)?.kind).not.toBe('letter')
          if (rows.length > 0) expect(['letter', 'blanks']).toContain(rows[0]?.kind)
        }
      }),
    )
  })

  test('rows are never lower than a hand can write in; a very long name makes its row higher', () => {
    const [page] = paginate([person('Ewa Kaur'), person('W'.repeat(120), 1)], portrait, 0)
    const heights = page?.rows.flatMap((row) => (row.kind === 'person' ? [row.height] : []))
    expect(heights?.[0]).toBe(9)
    expect(heights?.[1]).toBeGreaterThan(25)
    expect(layoutOf({ landscape: false, large: true }).row).toBeGreaterThanOrEqual(13)
  })

  test('a letter that goes on says so at the head of the next page', () => {
    const pages = paginate(
      Array.from({ length: 40 }, (_, index) => person('Ewa Kaur', index)),
      portrait,
      0,
    )
    expect(pages).toHaveLength(2)
    expect(pages[1]?.rows[0]).toMatchObject({ kind: 'letter', letter: 'K', again: true })
    expect(pages[1]?.from?.name).toBe('Ewa Kaur')
  })

  test('blank lines fill the last page and as many more as were asked for; an empty list is all blank lines', () => {
    const pages = paginate([person('Ewa Kaur')], portrait, 1)
    expect(pages.map(({ rows }) => rows.filter(({ kind }) => kind === 'blank').length)).toEqual([21, 23])
    expect(paginate([], portrait, 1).map(({ rows }) => rows.length)).toEqual([24])
    expect(paginate([], portrait, 0)).toHaveLength(1)
    expect(paginate([person('Ewa Kaur')], portrait, 0)[0]?.rows).toHaveLength(2)
  })

  test('5,000 people are two hundred pages, reckoned at once', () => {
    const counts = NAME_LETTERS.slice(0, 20).map((letter) => ({ letter, people: 250 }))
    expect(countPages(counts, portrait, 1)).toBeGreaterThan(205)
    expect(countPages(counts, portrait, 1)).toBeLessThan(235)
  })
})

describe('letters shared out between desks', () => {
  const counts = NAME_LETTERS.slice(0, 26).map((letter) => ({ letter, people: 10 }))

  test('two desks have half each, and everyone belongs to one', () => {
    expect(shareOut(counts, 2)).toEqual([
      { from: 'A', to: 'M', people: 130 },
      { from: 'N', to: '#', people: 130 },
    ])
    expect(shareOut(counts, 1)).toEqual([{ from: 'A', to: '#', people: 260 }])
    expect(shareOut(counts, 2).map(deskName)).toEqual(['A–M', 'N–Z'])
  })

  test('however people are called: no letter twice, none left out, nobody without people', () => {
    const some = fc.uniqueArray(
      fc.record({
        letter: fc.constantFrom('A', 'B', 'C', 'K', 'S', 'Z', '#'),
        people: fc.integer({ min: 1, max: 99 }),
      }),
      {
        selector: ({ letter }) => letter,
      },
    )
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 6 }), (given, desks) => {
        const shares = shareOut(given, desks)
        expect(shares.length).toBeLessThanOrEqual(desks)
        expect(shares[0]?.from).toBe('A')
        expect(shares.at(-1)?.to).toBe('#')
        expect(shares.reduce((sum, { people }) => sum + people, 0)).toBe(
          given.reduce((sum, { people }) => sum + people, 0),
        )
        if (shares.length > 1) for (const { people } of shares) expect(people).toBeGreaterThan(0)
        for (const [index, share] of shares.entries()) {
          const next = shares[index + 1]
          if (next !== undefined) expect(NAME_LETTERS.indexOf(next.from)).toBe(NAME_LETTERS.indexOf(share.to) + 1)
        }
      }),
    )
  })

  test('nobody yet: one desk', () => {
    expect(shareOut([], 4)).toEqual([{ from: 'A', to: '#', people: 0 }])
    expect(deskName({ from: 'S', to: 'S' })).toBe('S')
    expect(deskName({ from: 'Z', to: '#' })).toBe('Z')
    expect(deskName({ from: '#', to: '#' })).toBe('Other letters')
  })
})
