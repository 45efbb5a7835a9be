/** Lists as people really make them, read in from a terminal: it says as much as the screen, and takes the same choices. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runHere } from '../support/run-cli.ts'

const pack = join(import.meta.dirname, '../../resources/event-packs/solihull-nec.json')
let folder = ''

const said = (args: readonly string[]) => runHere(...args, '--data', folder)
const listed = (name: string) => join(import.meta.dirname, '../cases', name)
/** What would come of the list, in words. */
const look = (name: string, ...options: string[]) =>
  said(['delegates', 'import', listed(name), '--dry-run', ...options])

type Answer = {
  code: number
  rows: number
  added: number
  leftOut: number
  error?: string
  errors: { row: number }[]
  notices: { row: number; reason: string; mark?: string }[]
  sheets: { name: string; people: number }[]
  encoding: string
  encodingGuessed: boolean
  sample: { name: string; organisation?: string }[]
}
/** The same for a program. */
async function answer(name: string, ...options: string[]): Promise<Answer> {
  const { code, out } = await look(name, ...options, '--json')
  return { ...(JSON.parse(out) as Omit<Answer, 'code'>), code }
}
const names = ({ sample }: Answer) => sample.map(({ name }) => name)

let whole = ''
beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), 'pledge-kiosk-test-'))
  folder = join(whole, 'station')
  await said(['event', 'load', pack])
})
afterAll(() => rmSync(whole, { recursive: true, force: true }))

describe('a list from a terminal', () => {
  test('headings on two rows: the lower row’s, and nobody is called “First”', async () => {
    const read = await answer('headings-on-two-rows.xlsx')
    expect([read.code, names(read), read.notices.length]).toEqual([0, ['Ada Okafor'], 1])
  })

  test('letters of a Mac: read by a guess, which is told with the others to choose from', async () => {
    const read = await answer('mac-roman.csv')
    expect(names(read)).toEqual(['Zoë Café', 'Renée Øster'])
    expect(read).toMatchObject({ encoding: 'macintosh', encodingGuessed: true })
    const { out } = await look('mac-roman.csv')
    expect(out).toMatch(/“macintosh” is a guess.*windows-1252, windows-1250, iso-8859-2/)
    expect(names(await answer('mac-roman.csv', '--encoding', 'windows-1250'))[0]).not.toBe('Zoë Café')
    expect(await look('mac-roman.csv', '--encoding', 'latin')).toMatchObject({
      code: 2,
      err: expect.stringContaining('windows-1252') as unknown,
    })
  })

  test('a sheet for each sector: the others are told with how many, and each is chosen by its name', async () => {
    const { out } = await look('sheet-per-sector.xlsx')
    expect(out).toMatch(
      /Sheet “Police”.*\n.*2 more sheets hold people: “Schools” with 1, “Housing” with 1.*--sheet NAME/,
    )
    const read = await answer('sheet-per-sector.xlsx', '--sheet', 'Housing')
    expect([names(read), read.sheets.map(({ people }) => people)]).toEqual([['Tom Nwosu'], [1, 1, 1]])
    const { code, err } = await look('sheet-per-sector.xlsx', '--sheet', 'Nowhere')
    expect([code, err]).toEqual([1, expect.stringContaining('Police, Schools, Housing')])
  })

  test('columns are chosen by their headings, and one that is not there is answered with those that are', async () => {
    const columns = ['--column', 'name=organisation', '--column', 'E-mail=']
    const read = await answer('hidden-row.xlsx', ...columns)
    expect(read.sample).toMatchObject([{ name: 'Brightmoor' }, { name: 'Ash Lane' }, { name: 'Fenwick' }])
    expect((await look('hidden-row.xlsx', ...columns)).out).toMatch(
      /name from “Organisation”\.\n.*Not read.*“Name”, “Email”/,
    )
    const { code, err } = await look('hidden-row.xlsx', '--column', 'name=Who')
    expect([code, err]).toEqual([1, expect.stringContaining('“Name”, “Organisation”, “Email”')])
    expect((await look('hidden-row.xlsx', '--column', 'shoe=Name')).code).toBe(2)
  })

  test('a row that a filter hides is read and told, and left out by one word; good rows by their numbers', async () => {
    const read = await answer('hidden-row.xlsx')
    expect([names(read).length, read.notices]).toMatchObject([3, [{ row: 3, mark: 'hidden' }]])
    expect((await look('hidden-row.xlsx')).out).toContain('--leave-out hidden')
    expect(names(await answer('hidden-row.xlsx', '--leave-out', 'hidden'))).toEqual(['Ada Okafor', 'Tom Nwosu'])
    expect(names(await answer('hidden-row.xlsx', '--leave-out', '2', '--leave-out', '4-5'))).toEqual(['Grace Bello'])
    for (const rows of ['x', '4-2', '0', '1-9999'])
      expect([rows, (await look('hidden-row.xlsx', '--leave-out', rows)).code]).toEqual([rows, 2])
  })

  test('totals and headings of sections are nobody, and each is told', async () => {
    const read = await answer('totals-and-sections.csv')
    expect(names(read)).toEqual(['Ada Okafor', 'Grace Bello'])
    expect([read.code, read.rows, read.added, read.errors.map(({ row }) => row)]).toEqual([0, 6, 2, [2, 4, 6, 7]])
    expect(await answer('totals-and-sections.csv', '--leave-out', '2,4,6-7')).toMatchObject({ leftOut: 4, errors: [] })
    // Somebody may be called Police: the row is kept as a person where that is said.
    expect((await look('totals-and-sections.csv')).out).toContain('--people 4,7')
    const kept = await answer('totals-and-sections.csv', '--people', '2', '--people', '6')
    expect(names(kept)).toEqual(['POLICE', 'Ada Okafor', 'Grace Bello', 'Total: 2'])
    expect(await answer('totals-and-sections.csv', '--people', '3')).toMatchObject({ code: 1 })
    expect((await look('totals-and-sections.csv', '--people', 'x')).code).toBe(2)
  })

  test('where no column is known for the names it is said once which there are, and how to choose', async () => {
    const { err } = await look('outside/odd-headings.csv')
    expect(err).toContain('“What, Where, When”')
    expect(err).toContain('Rows 2 to 3: “”. No column is chosen for the name.')
    expect(err).toContain('--column name=')
  })

  test('a name of characters that do not show is none, and what does not show in the others is gone', async () => {
    const read = await answer('invisible-names.csv')
    expect(read.errors.map(({ row }) => row)).toEqual([2, 4])
    expect(names(read)).toEqual(['Ada Okafor', 'Grace Bello', 'Tom Nwosu'])
  })

  test('lines without headings are people, unless somebody says otherwise', async () => {
    expect(names(await answer('surname-forename-lines.txt'))).toEqual(['Ada Okafor', 'Grace Bello', 'Tom Nwosu'])
    expect((await look('surname-forename-lines.txt')).out).toContain('--first-row headings')
  })

  test('where nothing could be used it ends with 1, and says why of each row', async () => {
    const { code, err } = await look('surname-forename-lines.txt', '--first-row', 'headings')
    expect([code, err]).toEqual([1, expect.stringMatching(/^Nothing in .* could be used\.\n2 rows read/)])
    const read = await answer('hidden-row.xlsx', '--leave-out', '2-4')
    expect([read.code, read.leftOut, read.error]).toEqual([1, 3, expect.stringContaining('Nothing')])
  })
})
