/** The workbooks on paper, as a program prints them that did not write them: LibreOffice, where a machine has it. */
import { execFile } from 'node:child_process'
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { planWorkbook } from '../../electron/station/plan/workbook/index.ts'
import { samplePlan } from '../bench/sample-plan.ts'
import { readWords } from '../support/paper.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { ewa, handClock, organiser, readyStation, steward } from '../support/test-station.ts'

const office = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find(isProgram)

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The pages that come out of the printer: their words, and their sizes in millimetres. */
async function printed(chunks: Iterable<Uint8Array>) {
  const folder = tempFolder()
  const book = join(folder, 'book.xlsx')
  writeFileSync(book, Buffer.concat([...chunks]))
  const own = `-env:UserInstallation=file://${join(folder, 'profile')}`
  await promisify(execFile)(office ?? '', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, book])
  return readWords(readFileSync(join(folder, 'book.pdf')))
}

// Nobody needs an office program to work on this house, so most machines skip it: what a file says is tested everywhere.
describe.skipIf(office === undefined)('printed by LibreOffice', () => {
  test('the plan is one page for the board, then its rows across A4 with headings and numbers on each page', async () => {
    const pages = await printed(planWorkbook(samplePlan(60)))
    const [first] = pages
    expect(first?.text).toContain('The action plan on one page')
    expect(first?.text).toContain('Gaps to close')
    expect([first?.width, first?.height].map((side) => Math.round(side ?? 0))).toEqual([210, 297])
    const rows = pages.filter(({ text }) => /Lead officer or\s+owner/.test(text) && text.includes('LAR-00'))
    expect(rows.length).toBeGreaterThan(1)
    for (const { width, height } of rows) expect([width, height].map(Math.round)).toEqual([297, 210])
    const all = rows.map(({ text }) => text).join()
    for (const { ref } of samplePlan(60).rows) expect(all).toContain(ref)
    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(text).toContain('Larkfield Partnership Day 2026')
      // A day that does not fit its column is shown as ####.
      expect(text).not.toContain('##')
    }
    // It is long past: a word says so.
    expect(all).toMatch(/Overdue\s+\d\d \w{3} 20\d\d/)
    expect(all).toMatch(/\d\d \w{3} 20\d\d\s+offered/)
  })

  test('sheets without a row print nothing', async () => {
    const pages = await printed(planWorkbook(samplePlan(0, { ideas: [], withdrawn: [] })))
    // The board’s page, and the legend; every table would lie across.
    expect(pages.filter(({ width, height }) => width > height)).toEqual([])
    expect(pages.length).toBeLessThanOrEqual(4)
  })

  test('the attendance shows every time as a time', async () => {
    const station = await readyStation({ now: handClock('2023-12-12T09:00:00.000Z') })
    station.signIn.signIn(steward, station.signIn.add(organiser, ewa))
    const pages = await printed(station.attendance.export('xlsx', false).chunks)
    const arrivals = pages.find(({ text }) => text.includes('Came in all'))
    expect(arrivals?.text).toMatch(/12 Dec 2023 \d\d:00/)
    for (const { text } of pages) expect(text).not.toMatch(/##|4527\d\.\d/)
  })
})
