import { describe, expect, test } from 'vitest'
import { organiser, openTest, readyStation, shippedPack, steward } from '../../../../test/support/test-station.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { openDatabase, keyFile, shippedMigrations } from '../../kernel/database/index.ts'
import type { Station } from '../../app/station.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

const how = { encoding: null, sheet: null, mapping: null }

const run = (station: Station, csv: string) => {
  const answer = station.signIn.importer.run(organiser, 'delegates.csv', Buffer.from(csv), how)
  if (answer.code !== 'imported') throw new Error(answer.sentence)
  const { code: _code, list: _list, ...counts } = answer
  return counts
}
const numbers = ({ added, updated, unchanged, repeated, duplicates, faulty, rows }: ReturnType<typeof run>) => ({
  added,
  updated,
  unchanged,
  repeated,
  duplicates,
  faulty,
  rows,
})
const list = (...rows: string[]) => ['Name,Organisation,Job title,Email,Barcode #', ...rows].join('\n')

describe('importing is harmless', () => {
  test('the same file twice: everybody is unchanged the second time', async () => {
    const station = await readyStation()
    const file = list(
      'Ewa Kaur,Elmdon House,Youth worker,ewa@elmdon.example,T1',
      'Kwame Bell,Meriden Motors,Manager,,T2',
    )
    expect(numbers(run(station, file))).toEqual({
      added: 2,
      updated: 0,
      unchanged: 0,
      repeated: 0,
      duplicates: 0,
      faulty: 0,
      rows: 2,
    })
    const facts = station.journal.facts.count()
    expect(numbers(run(station, file))).toEqual({
      added: 0,
      updated: 0,
      unchanged: 2,
      repeated: 0,
      duplicates: 0,
      faulty: 0,
      rows: 2,
    })
    expect(station.journal.facts.count()).toBe(facts)
  })

  test('a later list brings a job title and a new colleague; an empty cell takes nothing away', async () => {
    const station = await readyStation()
    run(station, list('Ewa Kaur,Elmdon House,,ewa@elmdon.example,T1'))
    expect(numbers(run(station, list('Ewa Kaur,Elmdon House,Youth worker,,T1', 'Jo Pike,Elmdon House,,,T3')))).toEqual({
      added: 1,
      updated: 1,
      unchanged: 0,
      repeated: 0,
      duplicates: 0,
      faulty: 0,
      rows: 2,
    })
    expect(station.signIn.find('ewa kaur')[0]).toMatchObject({ role: 'Youth worker', email: 'ewa@elmdon.example' })
  })

  test('what a steward corrected at the door is not put back by the old list', async () => {
    const station = await readyStation()
    const file = list('Ewa Kaur,Elmdon Hosue,,,T1')
    run(station, file)
    const [person] = station.signIn.find('ewa kaur')
    station.signIn.amend(steward, person?.id ?? '', { organisation: 'Elmdon House' }, 'Spelling')
    const again = run(station, file)
    expect(numbers(again)).toMatchObject({ unchanged: 1, updated: 0 })
    expect(again.notices.map((notice) => notice.reason).join()).toContain('was corrected on this tablet')
    expect(station.signIn.find('ewa kaur')[0]?.organisation).toBe('Elmdon House')
  })

  test('rows that repeat a person, differ, look like somebody known, or are faulty are each counted once and explained', async () => {
    const station = await readyStation()
    run(station, list('Zachary Okonkwo-Bell,Meriden Motors,,zach@meriden.example,'))
    const counts = run(
      station,
      list(
        'Ewa Kaur,Elmdon House,,ewa@elmdon.example,T1',
        'Ewa Kaur,Elmdon House,,ewa@elmdon.example,T1',
        'Ewa Kaur,Elmdon House,Director,ewa@elmdon.example,T1',
        'Zach Okonkwo-Bell,Meriden Motors,,zach@meriden.example,',
        ',Elmdon House,,,T9',
        'Jo Pike,Elmdon House,,not-an-address,T4',
      ),
    )
    expect(numbers(counts)).toEqual({
      added: 2,
      updated: 0,
      unchanged: 0,
      repeated: 1,
      duplicates: 2,
      faulty: 1,
      rows: 6,
    })
    expect(counts.errors.map((error) => error.row)).toEqual([6])
    expect(counts.notices.map((notice) => notice.row)).toEqual([7, 4, 5])
    for (const { reason } of [...counts.errors, ...counts.notices]) expect(reason.length).toBeGreaterThan(20)
  })

  test('two people of one name with two tickets are two people', async () => {
    const station = await readyStation()
    expect(numbers(run(station, list('Priya Patel,NHS,,,T1', 'Priya Patel,NHS,,,T2')))).toMatchObject({
      added: 2,
      repeated: 0,
    })
  })

  test('a preview changes nothing and says what the import then does', async () => {
    const station = await readyStation()
    const file = list('Ewa Kaur,Elmdon House,,,T1', ',,,x,')
    const facts = station.journal.facts.count()
    const preview = station.signIn.importer.preview('delegates.csv', Buffer.from(file), how)
    if (preview.code !== 'preview') throw new Error(preview.sentence)
    expect(station.journal.facts.count()).toBe(facts)
    expect(run(station, file)).toEqual(preview.counts)
    expect(preview.list.mapping).toMatchObject({ name: 'Name', badge: 'Barcode #' })
  })

  test('importing twice equals importing once, for any list, and the counts add up to the rows read', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'Ewa Kaur', 'Kwame Bell', 'ewa@elmdon.example', 'T1', 'T2', 'Elmdon House', 'N/A', '-'),
      fc.string({ maxLength: 12 }),
    )
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 25 }), (rows) => {
        const station = openTest(tempFolder())
        station.loadEvent(shippedPack(), false)
        const file = list('Anchor Person,Anchor,,,', ...rows.map((row) => row.map(quoted).join(',')))
        const first = run(station, file)
        const { added, updated, unchanged, repeated, duplicates, faulty } = first
        expect(added + updated + unchanged + repeated + duplicates + faulty).toBe(first.rows)
        const once = [...station.journal.records.lines()]
        const second = run(station, file)
        expect([...station.journal.records.lines()]).toEqual(once)
        expect(second).toMatchObject({ added: 0, updated: 0, rows: first.rows, faulty, repeated: second.repeated })
        station.close()
      }),
      { numRuns: runs(10) },
    )
  })
})

describe('access needs are kept apart', () => {
  test('a list with needs fills them, and the delegate’s own facts do not hold them', async () => {
    const station = await readyStation()
    run(station, 'Name,Do you have any access needs?,Dietary requirements\nEwa Kaur,Step-free,Vegan\n')
    const [person] = station.signIn.find('ewa kaur')
    expect(station.signIn.needs(person?.id ?? '')).toEqual({ access: 'Step-free', dietary: 'Vegan' })
    const { db } = openDatabase(station.folder, keyFile(), shippedMigrations(), Date.now)
    const bodies = db.prepare<[], { type: string }>("SELECT type FROM fact WHERE fields LIKE '%Step-free%'").all()
    db.close()
    expect(bodies.map((row) => row.type)).toEqual(['needs.recorded'])
  })
})
