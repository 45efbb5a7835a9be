import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { PLAN_COLUMNS, REHEARSAL_STAGE } from '../../../shared/domain/plan.ts'
import type { PlanRow } from '../../../shared/domain/plan.ts'
import { samplePlan } from '../../../test/bench/sample-plan.ts'
import { planCsv } from './csv.ts'
import type { PlanExport } from './plan-export.ts'
import { fc } from '../../../test/support/chance.ts'

const bytesOf = (plan: PlanExport) => Buffer.concat([...planCsv(plan)])
const read = (plan: PlanExport) =>
  Papa.parse<Record<string, string>>(bytesOf(plan).toString().slice(1), { header: true, skipEmptyLines: true }).data
const [firstRow] = samplePlan(1).rows
const rowWith = (more: Partial<PlanRow>): PlanRow => {
  if (firstRow === undefined) throw new Error('The sample is empty.')
  return { ...firstRow, ...more }
}

describe('the plan as CSV', () => {
  test('Excel knows it as UTF-8 by its first three bytes, and every line ends as Windows expects', () => {
    const bytes = bytesOf(samplePlan(3))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.toString().slice(1).split('\r\n')[0]).toBe(PLAN_COLUMNS.map(({ heading }) => heading).join(','))
    expect(bytes.toString().endsWith('\r\n')).toBe(true)
  })

  test('every column of every row is there, under the workbook’s headings', () => {
    const rows = read(samplePlan(1_200))
    const expected = [...samplePlan(1_200).rows]
    expect(rows.length).toBe(1_200)
    for (const [index, row] of rows.entries()) {
      for (const { key, heading } of PLAN_COLUMNS) {
        const value = expected[index]?.[key] ?? ''
        expect(row[heading]).toBe(typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value))
      }
    }
  })

  test('a delegate cannot smuggle a formula into the officer’s spreadsheet, not even over several lines', () => {
    const formulas = ['=cmd()', '+1+1', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '=a\nb', '＝cmd()', '\ufeff=1']
    const rows = read(samplePlan(0, { rows: formulas.map((title) => rowWith({ title })) }))
    expect(rows.map((row) => row['Action title'])).toEqual(formulas.map((title) => `'${title}`))
  })

  test('a number is a number, and ordinary words are left alone', () => {
    const [row] = read(
      samplePlan(0, {
        rows: [rowWith({ targetQuantity: 3, title: 'Three places = three starts', dueDate: '2027-03-31' })],
      }),
    )
    expect(row).toMatchObject({
      'Target quantity': '3',
      'Action title': 'Three places = three starts',
      'Due date': '2027-03-31',
    })
  })

  test('any words come back as they were, but for the apostrophe that disarms a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const [row] = read(samplePlan(0, { rows: [rowWith({ title })] }))
        expect([title, `'${title}`]).toContain(row?.['Action title'])
      }),
    )
  })

  test('every row of a rehearsal says that it is one', () => {
    const rows = read(samplePlan(5, { rehearsal: true }))
    expect(rows.map((row) => row['Stage'])).toEqual(Array.from({ length: 5 }, () => REHEARSAL_STAGE.value))
  })
})
