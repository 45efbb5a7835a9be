import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { PLAN_COLUMNS } from '../../../../shared/domain/plan.ts'
import type { PlanRow } from '../../../../shared/domain/plan.ts'
import { samplePlan } from '../../../../test/bench/sample-plan.ts'
import { openWorkbook } from '../../../../test/support/open-workbook.ts'
import { columnLetters } from '../../../files/ooxml/index.ts'
import { planWorkbook } from './index.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

const at = (key: string) => columnLetters(PLAN_COLUMNS.findIndex((column) => column.key === key))
const [firstRow] = samplePlan(1).rows
function rowWith(more: Partial<PlanRow>): PlanRow {
  if (firstRow === undefined) throw new Error('The sample is empty.')
  return { ...firstRow, ...more }
}
const withTitles = (titles: string[]) =>
  samplePlan(0, { rows: titles.map((title, index) => rowWith({ ref: `R-${index}`, title, detail: title })) })

describe('awkward words', () => {
  const awkward = [
    'Emoji 😀👩‍👧',
    'עברית and العربية',
    '=cmd()|calc',
    '@SUM(A1)',
    '+44 121',
    'line\nbreak',
    'carriage\rreturn',
    'a\u0000b\u001fc',
    '_x0041_',
    '_x0041\u0001',
    '  spaces kept  ',
    '\ttab',
    'half \ud83d a letter',
    '<&>"\'',
    '\uffff',
    "'quoted",
    't'.repeat(300),
    `${'long and odd \u0001 '.repeat(20)}_x0041_`,
    'é\u0301',
    '1',
    'TRUE',
    '2026-03-12',
  ]

  test('stay words, letter for letter, in both libraries; none is ever a formula', async () => {
    const { sheet, sheetJs } = await openWorkbook(planWorkbook(withTitles(awkward)))
    for (const [index, text] of awkward.entries()) {
      for (const letters of [at('title'), at('detail')]) {
        expect(sheet('Plan').getCell(`${letters}${index + 2}`).value).toBe(text)
        expect(sheetJs.Sheets['Plan']?.[`${letters}${index + 2}`]).toMatchObject({ t: 's', v: text })
      }
    }
  })

  test('spaces at the ends are marked to be kept, as Excel would otherwise drop them', () => {
    const { 'xl/sharedStrings.xml': shared = new Uint8Array() } = unzipSync(
      Buffer.concat([...planWorkbook(withTitles([' both ', 'none', '\nfirst']))]),
    )
    expect(strFromU8(shared)).toContain('<t xml:space="preserve"> both </t>')
    expect(strFromU8(shared)).toContain('<t xml:space="preserve">\nfirst</t>')
    expect(strFromU8(shared)).toContain('<t>none</t>')
  })

  test('any words at all survive', async () => {
    const unit = fc.oneof(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      fc.constantFrom('_x0041_', '_', 'x', '\n', '\r', ' ', '&', '😀'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit, minLength: 1 }), { minLength: 1, maxLength: 40, size: 'max' }),
        async (titles) => {
          const { sheet, sheetJs } = await openWorkbook(planWorkbook(withTitles(titles)))
          for (const [index, text] of titles.entries()) {
            expect(sheet('Plan').getCell(`${at('detail')}${index + 2}`).value).toBe(text)
            // SheetJS turns a carriage return and a line feed into one line feed as it reads.
            expect(sheetJs.Sheets['Plan']?.[`${at('detail')}${index + 2}`]).toMatchObject({
              t: 's',
              v: text.replaceAll('\r\n', '\n'),
            })
          }
        },
      ),
      { numRuns: runs(8) },
    )
  })

  test('a text longer than a cell holds is marked where it is cut, and stands whole on a sheet of its own', async () => {
    const long = 'A promise that goes on. '.repeat(3_000)
    const { sheet, excel } = await openWorkbook(
      planWorkbook(samplePlan(0, { rows: [rowWith({ ref: 'LONG-1', detail: long })] })),
    )
    expect(sheet('Plan').getCell(`${at('detail')}2`).value).toMatch(
      /^A promise.* … \[continues on the sheet Long texts\]$/,
    )
    expect(excel.worksheets.at(-1)?.name).toBe('Long texts')
    const parts = sheet('Long texts')
    expect(parts.getRow(2).values).toMatchObject([undefined, 'LONG-1', 'Plan', 'Detail', 1, expect.any(String)])
    expect(parts.getColumn(5).values.slice(2).map(String).join('')).toBe(long)
  })

  test('a day that Excel does not know stays as it was written', async () => {
    const { sheet } = await openWorkbook(planWorkbook(samplePlan(0, { rows: [rowWith({ dueDate: '0001-01-01' })] })))
    expect(sheet('Plan').getCell(`${at('dueDate')}2`).value).toBe('0001-01-01')
  })
})
