import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../../test/support/chance.ts'
import { organiser, readyStation } from '../../../../test/support/test-station.ts'
import { idInList, type ReadList } from './person-id.ts'

const readList: fc.Arbitrary<ReadList> = fc.record({
  event: fc.uuid(),
  digest: fc.stringMatching(/^[0-9a-f]{64}$/),
  sheet: fc.option(fc.string(), { nil: null }),
})
const place = fc.tuple(readList, fc.integer({ min: 1, max: 1_048_576 }))

describe('who a list brings', () => {
  test('goes by one id wherever the list is read: another list, sheet or row is somebody else', () => {
    fc.assert(
      fc.property(place, place, ([list, row], [other, below]) => {
        expect(idInList({ ...list }, row)).toBe(idInList(list, row))
        expect(idInList(list, row)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        const all = [
          idInList(list, row),
          idInList(list, row + 1),
          idInList({ ...list, sheet: `${list.sheet ?? ''}2` }, row),
          idInList({ ...list, event: other.event }, row),
          idInList({ ...list, digest: other.digest }, row),
          idInList(other, below),
        ]
        expect(new Set(all).size).toBe(all.length)
      }),
      { numRuns: runs(200) },
    )
  })

  test('a workbook of two sheets brings the people of both, though they stand in the same rows', async () => {
    const book = new exceljs.Workbook()
    book.addWorksheet('Morning').addRows([['Name'], ['Ewa Kaur']])
    book.addWorksheet('Afternoon').addRows([['Name'], ['Kwame Bell']])
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())
    const station = await readyStation()
    for (const sheet of ['Morning', 'Afternoon'])
      expect(station.signIn.importer.run(organiser, 'day.xlsx', bytes, { sheet })).toMatchObject({ added: 1 })
    expect(ids(station)).toHaveLength(2)
    // Each by the id that any other tablet gives them, too.
    const other = await readyStation()
    other.signIn.importer.run(organiser, 'the same day.xlsx', bytes, { sheet: 'Afternoon' })
    expect(other.signIn.find('Kwame Bell')[0]?.id).toBe(station.signIn.find('Kwame Bell')[0]?.id)
  })

  test('a row that stands twice in one list is one person, and two where somebody said that they are two', async () => {
    const file = Buffer.from('Name,Organisation,Job title\nEwa Kaur,Elmdon House,\nEwa Kaur,Elmdon House,\n')
    const station = await readyStation()
    expect(station.signIn.importer.run(organiser, 'a.csv', file, {})).toMatchObject({ added: 1, repeated: 1 })
    expect(ids(station)).toHaveLength(1)
    const apart = Buffer.from('Name,Organisation,Job title\nEwa Kaur,Elmdon House,\nEwa Kaur,Elmdon House,Clerk\n')
    const two = { choices: { each: [], all: { differs: 'two' as const } } }
    const other = await readyStation()
    expect(other.signIn.importer.run(organiser, 'b.csv', apart, two)).toMatchObject({ added: 2 })
    expect(ids(other)).toHaveLength(2)
  })

  const ids = (station: Awaited<ReturnType<typeof readyStation>>): string[] =>
    station.signIn.list({ search: '', offset: 0, limit: 50, presence: null }).items.map(({ id }) => id)
})
