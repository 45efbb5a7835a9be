/** The roll on pages of paper. */
import { describe, expect, test } from 'vitest'
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import type { Standing } from '../../../../shared/domain/roll-call.ts'
import { fc } from '../../../../test/support/chance.ts'
import { widthOf } from '../letters-wide.ts'
import { nameOnLine, type RollLine, rollPages } from './roll-pages.ts'

const line = (number: number, rest: Partial<RollCallPerson> = {}, stands: Standing = 'to-find'): RollLine => ({
  number,
  stands,
  person: {
    id: `id-${number}`,
    name: `Person Number${number}`,
    organisation: 'Elmdon House',
    sector: '',
    table: 'Table 3',
    presence: stands === 'left' ? 'left' : 'here',
    since: '2023-12-12T09:00:00.000Z',
    came: false,
    access: '',
    tick: null,
    elsewhere: null,
    ...rest,
  },
})
const many = (count: number) => Array.from({ length: count }, (_, index) => line(index + 1))

describe('pages of a roll', () => {
  test('have 45 to 50 people each, one line a person, in the order that they came in', () => {
    const pages = rollPages(many(219), false)
    expect(pages).toHaveLength(5)
    for (const { people } of pages.slice(1, -1)) {
      expect(people).toBeGreaterThanOrEqual(45)
      expect(people).toBeLessThanOrEqual(50)
    }
    expect(pages.reduce((sum, { people }) => sum + people, 0)).toBe(219)
  })

  test('say who needs help before anybody else, and again in their line; each page says what goes on', () => {
    const lines = many(120).map((one) =>
      one.number % 40 === 0 ? line(one.number, { access: 'Uses a wheelchair' }) : one,
    )
    const [first, second] = rollPages(lines, false)
    expect(first?.rows.slice(0, 5).map(({ kind }) => kind)).toEqual(['title', 'need', 'need', 'need', 'title'])
    expect(first?.rows.filter((row) => row.kind === 'person' && row.line.person.access !== '')).toHaveLength(0)
    expect(second?.rows[0]).toMatchObject({ kind: 'title', title: 'Everybody, by surname', again: true })
    expect(second?.rows.filter((row) => row.kind === 'person' && row.line.person.access !== '')).toHaveLength(2)
  })

  test('of one that is over say nothing of needs, and who was not accounted for comes first', () => {
    const lines = [line(1, { access: 'Uses a wheelchair' }, 'accounted'), line(2), line(3, {}, 'left')]
    const rows = rollPages(lines, true).flatMap((page) => page.rows)
    expect(rows.map((row) => (row.kind === 'title' ? row.title : row.key))).toEqual([
      'Not accounted for',
      'id-2',
      'Signed out while it went on',
      'id-3',
      'Accounted for',
      'id-1',
    ])
  })

  test('with nobody on it is a page to write on', () => {
    const [page, ...more] = rollPages([], false)
    expect(more).toEqual([])
    expect(page?.rows.filter(({ kind }) => kind === 'blank').length).toBeGreaterThanOrEqual(3)
  })

  test('whoever is on it, everybody stands there once, and no title stands alone at the foot', () => {
    const someone = fc.record({
      access: fc.oneof(fc.constant(''), fc.string({ maxLength: 300 })),
      stands: fc.constantFrom<Standing>('to-find', 'accounted', 'left'),
    })
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 150 }), fc.boolean(), (people, isOver) => {
        const lines = people.map(({ access, stands }, index) => line(index + 1, { access }, stands))
        const pages = rollPages(lines, isOver)
        const rows = pages.flatMap((page) => page.rows)
        const ids = rows.flatMap((row) => (row.kind === 'person' ? [row.line.person.id] : []))
        expect(ids.toSorted()).toEqual(lines.map(({ person }) => person.id).toSorted())
        const needs = rows.flatMap((row) => (row.kind === 'need' ? [row.line.person.id] : []))
        expect(needs).toEqual(
          isOver
            ? []
            : lines.filter((one) => one.person.access !== '' && one.stands !== 'left').map((one) => one.person.id),
        )
        for (const [index, page] of pages.entries()) {
          expect(page.number).toBe(index + 1)
          expect(page.rows.at(-1)?.kind).not.toBe('title')
          if (page.rows.length > 0) expect(page.rows[0]?.kind).toBe('title')
        }
      }),
    )
  })
})

describe('a name on one line', () => {
  test.each([
    ['Ewa Kaur', 'Ewa |Kaur|'],
    ['Ewa Kaur OBE', 'Ewa |Kaur| OBE'],
    ['Cher', '|Cher|'],
    [`${'Anastasia Wilhelmina '.repeat(5)}Montague`, 'Anastasia … |Montague|'],
    ['Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren', '|Wolfeschlegelsteinhausenbergerdor…|'],
  ])('%s is “%s”', (name, wanted) => {
    const { before, word, after } = nameOnLine(name)
    expect(`${before}|${word}|${after}`).toBe(wanted)
  })

  test('is never wider than the line, and always has something of the word that it is found by', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (name) => {
        const { before, word, after } = nameOnLine(name)
        expect(widthOf(before + word + after)).toBeLessThanOrEqual(36)
        if (widthOf(name.trim()) > 0) expect(before + word + after).not.toBe('')
      }),
    )
  })
})

test('what nobody sees takes no room: marks over letters, joiners, the parts of one picture', () => {
  expect(widthOf('e\u0301\u0302x')).toBe(2)
  expect(widthOf('ab\u200d\u2060\ufe0f')).toBe(2)
  expect(widthOf('👩‍👩‍👧‍👦')).toBe(2)
})
