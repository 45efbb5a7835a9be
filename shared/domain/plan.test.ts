import { describe, expect, test } from 'vitest'
import { samplePlan } from '../../test/bench/sample-plan.ts'
import { PLAN_COLUMNS, PLAN_UPDATE_COLUMNS, plainIdea, plainWithdrawn, planDocumentSchema, planTitle } from './plan.ts'
import { fc } from '../../test/support/chance.ts'

const planRow = planDocumentSchema.shape.rows.element

describe('the columns of the plan', () => {
  test('every key of a row has its column, and every column its own heading and a note for the legend', () => {
    expect(PLAN_COLUMNS.map(({ key }) => key).toSorted()).toEqual(Object.keys(planRow.shape).toSorted())
    expect(new Set(PLAN_COLUMNS.map(({ heading }) => heading)).size).toBe(PLAN_COLUMNS.length)
    for (const { heading, note } of [...PLAN_COLUMNS, ...PLAN_UPDATE_COLUMNS])
      expect([heading, note.length > 0]).toEqual([heading, true])
  })

  test('the columns that a board prints come first, in one block', () => {
    expect(PLAN_COLUMNS.map(({ group }) => group).filter((group, index, all) => group !== all[index - 1])).toEqual([
      'board',
      'review',
      'detail',
      'source',
    ])
    expect(PLAN_COLUMNS.filter(({ printed }) => printed).map(({ group }) => group)).toEqual(
      PLAN_COLUMNS.filter(({ group }) => group === 'board').map(({ group }) => group),
    )
  })

  test('the answers of a list fit what a spreadsheet takes: no commas, 255 characters in all', () => {
    for (const { choices } of PLAN_COLUMNS) {
      expect(choices.some(({ value }) => value.includes(','))).toBe(false)
      expect(choices.map(({ value }) => value).join(',').length).toBeLessThan(253)
    }
  })
})

describe('a row', () => {
  test('shows what an entry says as it stands, and stays blank where it says nothing', () => {
    const idea = {
      words: 'A bus',
      name: 'Ewa Kaur',
      area: 'Housing',
      made: '2023-12-12T09:00:00.000Z',
      origin: 'paper',
      place: 'a0',
    }
    expect(plainIdea(idea)).toEqual({
      text: 'A bus',
      name: 'Ewa Kaur',
      organisation: '',
      area: 'Housing',
      captured: '2023-12-12T09:00:00.000Z',
      origin: 'paper',
    })
    expect(Object.keys(plainWithdrawn({}))).toEqual(['why', 'when'])
  })

  test('as the station makes it passes; an unheard-of stage, a day that never was and a long title do not', () => {
    const [row] = samplePlan(1).rows
    expect(planRow.safeParse(row).success).toBe(true)
    for (const wrong of [
      { stage: 'Nearly' },
      { dueDate: '2026-02-30' },
      { title: 'x'.repeat(256) },
      { captured: '12 March' },
      { visibility: 'everyone' },
    ]) {
      expect([wrong, planRow.safeParse({ ...row, ...wrong }).success]).toEqual([wrong, false])
    }
  })
})

describe('the title of a promise worded freely', () => {
  test('is its first line, tidied', () => {
    expect(planTitle('  Two   placements\nin the kitchen, every spring')).toBe('Two placements')
  })

  test('is cut between words where it is too long, and says that it was', () => {
    const title = planTitle('promise '.repeat(50))
    expect(title.length).toBeLessThanOrEqual(255)
    expect(title).toMatch(/promise…$/)
  })

  test('always fits, whatever was written, and never ends in half a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.nat(300), (words, times) => {
        const title = planTitle(words.repeat(times))
        expect(title.length).toBeLessThanOrEqual(255)
        expect(title.isWellFormed()).toBe(true)
      }),
    )
    expect(planTitle(`x${'😀'.repeat(200)}`)).toBe(`x${'😀'.repeat(126)}…`)
    expect(planTitle('😀'.repeat(200))).toBe(`${'😀'.repeat(127)}…`)
  })
})
