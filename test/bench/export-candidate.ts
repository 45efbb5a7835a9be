/** Writes one large plan with one library and prints its seconds and its peak memory: run alone, in a process of its own. */
import fs from 'node:fs'
import { writeExport } from '../../electron/files/export/index.ts'
import { planWorkbook } from '../../electron/station/plan/workbook/index.ts'
import { PLAN_COLUMNS } from '../../shared/domain/plan.ts'
import type { PlanRow } from '../../shared/domain/plan.ts'
import { samplePlan } from './sample-plan.ts'

/** Every candidate writes the same rows, every column, dates as real dates, to one file. */
const CANDIDATES: Readonly<Record<string, (rows: number, path: string) => Promise<void>>> = {
  own: async (rows, path) => {
    const written = await writeExport(path, planWorkbook(samplePlan(rows)))
    if (!written.ok) throw new Error(written.message)
  },
  // Its streaming writer, as its own guide sets it up for large files.
  exceljs: async (rows, path) => {
    const { default: Excel } = await import('exceljs')
    const book = new Excel.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false })
    const sheet = book.addWorksheet('Plan')
    sheet.columns = PLAN_COLUMNS.map(({ heading, width, key, kind }) => ({
      header: heading,
      width,
      key,
      style: kind === 'date' || kind === 'instant' ? { numFmt: 'dd mmm yyyy' } : { alignment: { wrapText: true } },
    }))
    for (const row of samplePlan(rows).rows) sheet.addRow(valuesOf(row)).commit()
    await book.commit()
  },
  // It has no streaming XLSX writer; its dense sheets are the ones that its guide advises for large files.
  sheetjs: async (rows, path) => {
    const { set_fs, utils, writeFile } = await import('@e965/xlsx')
    const table = [PLAN_COLUMNS.map(({ heading }) => heading), ...Array.from(samplePlan(rows).rows, valuesOf)]
    const sheet = utils.aoa_to_sheet(table, { dense: true })
    sheet['!cols'] = PLAN_COLUMNS.map(({ width }) => ({ wch: width }))
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'Plan')
    // It finds the file system by itself only where it is required, not imported.
    set_fs(fs)
    writeFile(book, path, { compression: true })
  },
}

function valuesOf(row: PlanRow): (string | number | boolean | Date | null)[] {
  return PLAN_COLUMNS.map(({ key, kind }) => {
    const value = row[key]
    return (kind === 'date' || kind === 'instant') && typeof value === 'string' ? new Date(value) : value
  })
}

const [name = '', rows = '', path = ''] = process.argv.slice(2)
const run = CANDIDATES[name]
if (run === undefined) throw new Error(`There is no candidate “${name}”.`)
const started = performance.now()
await run(Number(rows), path)
const seconds = (performance.now() - started) / 1000
console.log(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024 }))
