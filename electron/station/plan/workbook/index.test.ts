import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  PLAN_BRAG,
  PLAN_COLUMNS,
  PLAN_WITHDRAWN_COLUMNS,
  type PlanRow,
  REHEARSAL_STAGE,
} from '../../../../shared/domain/plan.ts'
import { samplePlan } from '../../../../test/bench/sample-plan.ts'
import { fitsInAnyLetters, lettersOnPaper } from '../../../../test/support/on-paper.ts'
import { openWorkbook } from '../../../../test/support/open-workbook.ts'
import { columnLetters } from '../../../files/ooxml/index.ts'
import { planWorkbook } from './index.ts'

const at = (key: string) => columnLetters(PLAN_COLUMNS.findIndex((column) => column.key === key))

const fill = z.object({ bgColor: z.object({ argb: z.string() }) }).nullish()
const rule = z.object({ formulae: z.array(z.string()), style: z.object({ fill }) })
const bragRules = z.object({ conditionalFormattings: z.array(z.object({ ref: z.string(), rules: z.array(rule) })) })

/** As a spreadsheet counts: the days since 30 December 1899. */
const daysOf = (iso: string): number => Date.parse(iso) / 86_400_000 + 25_569

describe('the workbook an officer opens', () => {
  test('holds every column of every row, texts as texts, numbers as numbers and days as real dates', async () => {
    const { sheet, sheetJs } = await openWorkbook(planWorkbook(samplePlan(60)))
    const plan = sheet('Plan')
    const other = sheetJs.Sheets['Plan'] ?? {}
    expect(plan.getRow(1).values).toEqual([undefined, ...PLAN_COLUMNS.map(({ heading }) => heading)])
    for (const [index, row] of [...samplePlan(60).rows].entries()) {
      for (const [column, { key, kind }] of PLAN_COLUMNS.entries()) {
        const address = `${columnLetters(column)}${index + 2}`
        const value = row[key]
        const cell: unknown = other[address]
        if (value === '' || value === null) {
          expect([address, plan.getCell(address).value, cell]).toEqual([address, null, undefined])
        } else if (kind === 'date' || kind === 'instant') {
          expect([address, plan.getCell(address).value]).toEqual([address, new Date(String(value))])
          expect([address, cell]).toEqual([
            address,
            expect.objectContaining({
              t: 'n',
              v: daysOf(String(value)),
              z: expect.stringMatching(/^dd\\ mmm\\ yyyy/),
            }),
          ])
        } else {
          const expected = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value
          expect([address, plan.getCell(address).value]).toEqual([address, expected])
          expect([address, cell]).toEqual([
            address,
            expect.objectContaining({ t: typeof expected === 'number' ? 'n' : 's', v: expected }),
          ])
        }
      }
    }
    expect(plan.rowCount).toBe(61)
  })

  test('is a real table with filters, headings that stay in sight, and columns of a sensible width', async () => {
    const { sheet } = await openWorkbook(planWorkbook(samplePlan(42)))
    const plan = sheet('Plan')
    const table = plan.getTable('ActionPlan')
    const last = columnLetters(PLAN_COLUMNS.length - 1)
    expect(table).toMatchObject({
      table: {
        tableRef: `A1:${last}43`,
        autoFilterRef: `A1:${last}43`,
        columns: PLAN_COLUMNS.map(({ heading }) => ({ name: heading })),
      },
    })
    expect(plan.views).toMatchObject([{ state: 'frozen', xSplit: 1, ySplit: 1, topLeftCell: 'B2' }])
    expect(PLAN_COLUMNS.map((_, index) => plan.getColumn(index + 1).width)).toEqual(
      PLAN_COLUMNS.map(({ width }) => width),
    )
    expect(plan.getCell('C2').alignment).toMatchObject({ wrapText: true })
    expect(plan.getCell('A1')).toMatchObject({
      font: { bold: true, color: { argb: 'FFFFFFFF' } },
      fill: { fgColor: { argb: 'FF0E5A4A' } },
    })
  })

  test('lets stage, BRAG and direction be chosen from a list, and takes only dates for dates', async () => {
    const { sheet } = await openWorkbook(planWorkbook(samplePlan(5)))
    const plan = sheet('Plan')
    for (const line of [2, 6]) {
      expect(plan.getCell(`${at('stage')}${line}`).dataValidation).toMatchObject({
        type: 'list',
        formulae: ['"Proposed,Not started,In progress,Completed,On hold,Cancelled"'],
      })
      expect(plan.getCell(`${at('brag')}${line}`).dataValidation).toMatchObject({
        type: 'list',
        allowBlank: true,
        formulae: ['"Blue,Red,Amber,Green"'],
      })
      expect(plan.getCell(`${at('directionOfTravel')}${line}`).dataValidation).toMatchObject({
        type: 'list',
        formulae: ['"Improving,Steady,Slipping"'],
      })
      expect(plan.getCell(`${at('dueDate')}${line}`).dataValidation).toMatchObject({
        type: 'date',
        operator: 'greaterThanOrEqual',
      })
      expect(plan.getCell(`${at('targetQuantity')}${line}`).dataValidation).toMatchObject({ type: 'decimal' })
    }
    expect(plan.getCell(`${at('stage')}7`).dataValidation).toBeUndefined()
  })

  test('colours BRAG by what it says, and prints the board’s columns across A4 with their headings on every page', async () => {
    const { sheet, excel } = await openWorkbook(planWorkbook(samplePlan(5)))
    const plan = sheet('Plan')
    const rules = bragRules
      .parse(plan)
      .conditionalFormattings.find(({ ref }) => ref === `${at('brag')}2:${at('brag')}6`)?.rules
    expect(rules?.slice(0, 4).map(({ formulae, style }) => [...formulae, style.fill?.bgColor.argb])).toEqual([
      ['"Blue"', 'FF1D4F91'],
      ['"Red"', 'FFA8261C'],
      ['"Amber"', 'FFF2B134'],
      ['"Green"', 'FF2F7D4F'],
    ])
    expect(plan.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      printArea: 'A1:J1048576',
    })
    expect(plan.headerFooter.oddHeader).toContain('Larkfield Partnership Day 2026')
    expect(plan.headerFooter.oddFooter).toContain('Page &P of &N')
    expect(excel).toMatchObject({
      title: 'Action plan – Larkfield Partnership Day 2026',
      creator: 'Pledge Kiosk',
      created: new Date('2026-03-12T16:05:00Z'),
    })
  })

  test('has ideas, what was withdrawn and an empty table for updates on sheets of their own', async () => {
    const { excel, sheet } = await openWorkbook(planWorkbook(samplePlan(4)))
    expect(excel.worksheets.map(({ name }) => name)).toEqual([
      'One page',
      'Plan',
      'Ideas',
      'Updates',
      'Withdrawn',
      'Legend',
    ])
    const ideas = [...samplePlan(4).ideas]
    expect(sheet('Ideas').getColumn(5).values.slice(2)).toEqual(ideas.map(({ text }) => text))
    const withdrawn = [...samplePlan(4).withdrawn]
    expect(sheet('Withdrawn').getRow(2).values).toEqual([
      undefined,
      ...PLAN_WITHDRAWN_COLUMNS.map(({ key }) =>
        key === 'when' ? new Date(withdrawn[0]?.when ?? '') : withdrawn[0]?.[key],
      ),
    ])
    expect(sheet('Plan').getColumn(1).values.slice(2)).toEqual(['LAR-0001', 'LAR-0002', 'LAR-0003', 'LAR-0004'])
    const updates = sheet('Updates')
    expect(updates.getTable('Updates')).toMatchObject({ table: { tableRef: 'A1:I2' } })
    expect(updates.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ["'Plan'!$A$2:$A$5"] })
    expect(updates.getCell('C40').dataValidation).toMatchObject({ type: 'list' })
  })

  test('the legend counts what the sheets hold, by formulas that go on counting as officers work', async () => {
    const { sheet } = await openWorkbook(planWorkbook(samplePlan(42)))
    const legend = sheet('Legend')
    const line = (label: string) => legend.getColumn(1).values.indexOf(label)
    expect(legend.getCell(`C${line('Actions on the plan')}`).value).toEqual({
      formula: 'COUNTA(ActionPlan[Action ref])',
      result: 42,
    })
    expect(legend.getCell(`C${line('Ideas')}`).value).toBe(3)
    const rows = [...samplePlan(42).rows]
    for (const { value, meaning } of PLAN_BRAG.filter((choice) => choice.value !== '')) {
      const result = rows.filter(({ brag }) => brag === value).length
      expect(legend.getCell(`B${line(value)}`).value).toBe(meaning)
      expect(legend.getCell(`C${line(value)}`).value).toEqual({
        formula: `COUNTIFS(ActionPlan[Action ref],"<>",ActionPlan[BRAG],"${value}")`,
        result,
      })
    }
    for (const { heading, note } of PLAN_COLUMNS)
      expect(legend.getCell(`B${legend.getColumn(1).values.lastIndexOf(heading)}`).value).toBe(note)
  })
})

describe('on paper', () => {
  test('every sheet is A4, fitted to its width with letters of seven points or more, titled and numbered', async () => {
    for (const rehearsal of [false, true]) {
      const long = { ...[...samplePlan(1).rows][0], detail: 'On and on. '.repeat(4_000) } as PlanRow
      const rows = [...samplePlan(12).rows, long]
      const { excel } = await openWorkbook(planWorkbook(samplePlan(0, { rows, rehearsal })))
      expect(excel.worksheets).toHaveLength(7)
      for (const page of excel.worksheets) {
        expect([page.name, page.pageSetup.paperSize]).toEqual([page.name, 9])
        expect([page.name, lettersOnPaper(page) >= 7]).toEqual([page.name, true])
        expect(page.headerFooter.oddHeader).toContain('Larkfield Partnership Day 2026')
        expect(page.headerFooter.oddFooter).toContain('Page &P of &N')
        const isTable = !/One page|Legend/.test(page.name)
        expect([page.name, page.pageSetup.printTitlesRow]).toEqual([
          page.name,
          isTable ? (rehearsal ? '1:2' : '1:1') : undefined,
        ])
      }
    }
  })

  test('days fit their columns in any program’s letters, and say Overdue or offered in words', async () => {
    const { sheet, sheetJs, bytes } = await openWorkbook(planWorkbook(samplePlan(3)))
    for (const [index, { key, kind }] of PLAN_COLUMNS.entries()) {
      const characters = key === 'dueDate' ? 'Overdue 30 Sep 2026'.length : kind === 'instant' ? 17 : 11
      if (kind === 'date' || kind === 'instant')
        expect([key, fitsInAnyLetters(sheet('Plan').getColumn(index + 1).width, characters)]).toEqual([key, true])
    }
    expect(sheetJs.Sheets['Plan']?.[`${at('dueDate')}2`]).toMatchObject({ w: '01 Apr 2026' })
    const { 'xl/styles.xml': styles = new Uint8Array() } = unzipSync(bytes)
    expect(strFromU8(styles)).toContain('formatCode="&quot;Overdue &quot;dd\\ mmm\\ yyyy"')
    expect(strFromU8(styles)).toContain('formatCode="dd\\ mmm\\ yyyy&quot; offered&quot;"')
    const rules = bragRules.parse(sheet('Plan')).conditionalFormattings
    const due = rules.find(({ ref }) => ref.startsWith(`${at('dueDate')}2`))
    expect(due?.rules.map(({ formulae }) => formulae[0])).toEqual([
      expect.stringMatching(/<TODAY\(\)/),
      `$${at('dueDateOffered')}2="Yes"`,
      `$${at('dueDateDerived')}2="Yes"`,
      '$B2<>$B1',
    ])
    // A line above the first row of each priority, across what is printed. No cell is in two ranges: some programs take only the first.
    const ranges = rules.flatMap(({ ref }) => ref.split(' '))
    expect(ranges.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(
      Array.from('ABCDEFGHIJ', (one) => `${one}2:${one}4`),
    )
    for (const { rules: looks } of rules) expect(looks.at(-1)?.formulae).toEqual(['$B2<>$B1'])
  })
})

describe('the page that a board takes in', () => {
  const board = [
    ...[...samplePlan(9).rows].map((row) => ({ ...row, priority: 'Priority 1: Homes', dueDateOffered: false })),
    ...[...samplePlan(4).rows].map((row, index) => ({
      ...row,
      ref: `X-${index}`,
      priority: index === 3 ? '' : 'Priority 2: Work',
      leadOfficerName: '',
      leadOrganisation: '',
      area: '',
      measureOfSuccess: '',
      dueDate: index === 0 ? null : index === 1 ? '2026-03-11' : '2026-03-20',
      dueDateOffered: index === 2,
    })),
  ]

  test('is one page: what each priority has, the next dates, and the gaps by their refs', async () => {
    const { sheet, excel } = await openWorkbook(planWorkbook(samplePlan(0, { rows: board })))
    expect(excel.worksheets[0]?.name).toBe('One page')
    const page = sheet('One page')
    expect(page.pageSetup).toMatchObject({ orientation: 'portrait', fitToWidth: 1, fitToHeight: 1 })
    const line = (label: string) => page.getColumn(1).values.indexOf(label)
    const numbers = (label: string) =>
      ['B', 'C', 'E', 'F'].map((letters) => page.getCell(`${letters}${line(label)}`).result)
    expect(numbers('Priority 1: Homes')).toEqual([6, 3, 0, 0])
    expect(numbers('Priority 2: Work')).toEqual([2, 1, 3, 2])
    expect(numbers('No priority chosen yet')).toEqual([1, 0, 1, 0])
    expect(numbers('All together')).toEqual([9, 4, 4, 2])
    expect(page.getCell(`D${line('Priority 1: Homes')}`).value).toBe(
      'homes: 12; interviews: 10; placements: 8; passes: 6; and 2 more kinds',
    )
    expect(page.getCell(`B${line('Overdue on that day')}`).value).toBe(1)
    const first = line('Overdue on that day') + 1
    expect([page.getCell(`B${first}`).text, page.getCell(`E${first}`).value]).toEqual([
      expect.stringContaining('Fri Mar 20 2026'),
      'X-2',
    ])
    expect(page.getCell(`B${first}`).numFmt).toContain('offered')
    expect(page.getCell(`B${first + 1}`).numFmt).not.toContain('offered')
    const gap = (label: string) => [page.getCell(`B${line(label)}`).value, page.getCell(`C${line(label)}`).value]
    expect(gap('Without an owner')).toEqual([4, expect.stringMatching(/ X-0, X-1, X-2, X-3$/)])
    expect(gap('Without a due date that somebody said')).toEqual([2, expect.stringMatching(/ X-0, X-2$/)])
    expect(gap('Actions without a measure')).toEqual([1, expect.stringMatching(/ X-2$/)])
    expect(gap('Without a priority')).toEqual([1, expect.stringMatching(/ X-3$/)])
  })

  test('names a dozen refs of a gap, and how many more there are; twenty priorities with long names are one page too', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      ...[...samplePlan(1).rows][0],
      ref: `R-${index}`,
      priority: `Priority ${index % 20}: ${'what matters to young people '.repeat(6)}`,
      dueDate: null,
    })) as PlanRow[]
    const { sheet } = await openWorkbook(planWorkbook(samplePlan(0, { rows })))
    const page = sheet('One page')
    const line = page.getColumn(1).values.indexOf('Without a due date that somebody said')
    expect(page.getCell(`C${line}`).value).toMatch(/ R-\d+, and 28 more$/)
    expect(page.pageSetup.fitToHeight).toBe(1)
  })
})

describe('an event where nobody has pledged yet', () => {
  test('gives a workbook with the tables that people write into, and no sheet that would print as headings alone', async () => {
    const { excel, sheet, sheetJs } = await openWorkbook(planWorkbook(samplePlan(0, { ideas: [], withdrawn: [] })))
    expect(excel.worksheets.map(({ name }) => name)).toEqual(['One page', 'Plan', 'Updates', 'Legend'])
    // Only what is written below the headings prints, and the headings with it.
    expect(sheet('Plan').pageSetup).toMatchObject({ printArea: 'A2:J1048576', printTitlesRow: '1:1' })
    expect(sheet('Updates').pageSetup).toMatchObject({ printArea: 'A2:I1048576', printTitlesRow: '1:1' })
    expect(sheet('Plan').getTable('ActionPlan')).toMatchObject({
      table: { tableRef: `A1:${columnLetters(PLAN_COLUMNS.length - 1)}2` },
    })
    expect(sheet('Plan').getCell('A2').value).toBeNull()
    expect(sheetJs.Sheets['Plan']?.['A2']).toBeUndefined()
  })
})

describe('a rehearsal', () => {
  test('cannot pass as the real thing: tabs, first row, print, table names, and every single row say so', async () => {
    const { excel, sheet } = await openWorkbook(planWorkbook(samplePlan(6, { rehearsal: true })))
    expect(excel.worksheets.map(({ name }) => name)).toEqual(
      ['One page', 'Plan', 'Ideas', 'Updates', 'Withdrawn', 'Legend'].map((name) => `REHEARSAL ${name}`),
    )
    expect(excel.title).toMatch(/^REHEARSAL/)
    for (const page of excel.worksheets) {
      expect(page.getCell('A1').value).toMatch(/^REHEARSAL/)
      expect(page.headerFooter.oddHeader).toContain('REHEARSAL – not live')
    }
    const plan = sheet('REHEARSAL Plan')
    expect(plan.getTable('RehearsalPlan')).toMatchObject({ table: { tableRef: expect.stringMatching(/^A2:[A-Z]+8$/) } })
    expect(plan.getColumn(at('stage')).values.slice(2)).toEqual([
      'Stage',
      ...Array.from({ length: 6 }, () => REHEARSAL_STAGE.value),
    ])
    expect(plan.getCell(`${at('stage')}3`).dataValidation).toMatchObject({ formulae: [`"${REHEARSAL_STAGE.value}"`] })
    expect(sheet('REHEARSAL Ideas').getRow(3).values).toContain(REHEARSAL_STAGE.value)
    expect(sheet('REHEARSAL Withdrawn').getRow(3).values).toContain(REHEARSAL_STAGE.value)
  })
})

describe('a very large plan', () => {
  test('is written while it is read: when the first hundred kilobytes are out, most rows have not been asked for', () => {
    let asked = 0
    function* rows() {
      for (const row of samplePlan(5_000).rows) {
        asked += 1
        yield row
      }
    }
    let size = 0
    for (const chunk of planWorkbook(samplePlan(0, { rows: rows() }))) {
      size += chunk.length
      if (size > 100_000) break
    }
    expect(asked).toBeGreaterThan(0)
    expect(asked).toBeLessThan(2_500)
  })
})
