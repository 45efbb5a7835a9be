import { describe, expect, test } from 'vitest'
import type { ImportAnalysis } from '../../../../shared/contract/import.ts'
import {
  AS_FOUND,
  CHOICES,
  CONFLICT_KINDS,
  type ImportChoices,
  type ImportDecisions,
  type ImportFixes,
} from '../../../../shared/domain/import-decisions.ts'
import { organiser, openTest, readyStation, shippedPack, steward } from '../../../../test/support/test-station.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { drain } from '../../../slices.ts'
import type { Station } from '../../app/station.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

type How = { fixes?: Partial<ImportFixes>; choices?: Partial<ImportChoices> }

const list = (...rows: string[]) => Buffer.from(['Name,Organisation,Job title,Email,Barcode #', ...rows].join('\n'))
const decisionsOf = ({ fixes, choices }: How): ImportDecisions => ({
  ...AS_FOUND,
  top: 'headings',
  fixes: { ...AS_FOUND.fixes, ...fixes },
  choices: { ...AS_FOUND.choices, ...choices },
})

/** The organiser at the screen where the list is looked at. */
const office = {}
async function look(station: Station, bytes: Uint8Array, how: How = {}): Promise<ImportAnalysis> {
  const seen = await station.signIn.importer.analyse(office, { name: 'list.csv', bytes }, decisionsOf(how))
  if (seen.code !== 'analysis') throw new Error(seen.sentence)
  return seen
}
function importAs(station: Station, id: string) {
  const steps = station.signIn.importer.commit(organiser, office, id)
  if (steps === null) return null
  if (steps === 'busy') throw new Error(steps)
  const done = drain(steps)
  if (done === 'stopped') throw new Error(done)
  return done
}
/** As somebody does who looks first and then presses the button. */
async function lookAndImport(station: Station, file: Uint8Array, how: How = {}) {
  const { id } = await look(station, file, how)
  const done = importAs(station, id)
  if (done?.code !== 'imported') throw new Error(done?.code)
  return done
}
const person = (station: Station, name: string) => {
  const found = station.signIn.find(name).find((one) => one.name === name)
  if (found === undefined) throw new Error(`${name} is not on the list`)
  return found
}
const sumOf = ({ added, updated, unchanged, repeated, duplicates, faulty, leftOut }: ImportAnalysis['counts']) =>
  added + updated + unchanged + repeated + duplicates + faulty + leftOut

describe('where the list and this tablet do not agree, the organiser chooses', () => {
  test('a detail corrected at the door stays, unless the file’s is chosen; and what was chosen is not asked again', async () => {
    const station = await readyStation()
    const file = list('Ewa Kaur,Elmdon Hosue,,,T1')
    await lookAndImport(station, file)
    station.signIn.amend(steward, person(station, 'Ewa Kaur').id, { organisation: 'Elmdon House' }, 'Spelling')
    const { conflicts, counts } = await look(station, file)
    expect(conflicts).toEqual([
      {
        row: 2,
        kind: 'corrected',
        field: 'organisation',
        earlier: null,
        ours: { name: 'Ewa Kaur', organisation: 'Elmdon House' },
        theirs: { name: 'Ewa Kaur', organisation: 'Elmdon Hosue' },
        choice: 'keep',
      },
    ])
    expect(counts).toMatchObject({ unchanged: 1, updated: 0 })
    const take = { row: 2, kind: 'corrected' as const, field: 'organisation' as const, choice: 'take' as const }
    expect((await lookAndImport(station, file, { choices: { each: [take] } })).counts).toMatchObject({ updated: 1 })
    expect(person(station, 'Ewa Kaur').organisation).toBe('Elmdon Hosue')
    expect((await look(station, file)).conflicts).toEqual([])
  })

  test('a new detail is taken, unless the tablet’s is chosen; then it counts as corrected from there on', async () => {
    const station = await readyStation()
    await lookAndImport(station, list('Ewa Kaur,Elmdon House,Youth worker,,T1'))
    const later = list('Ewa Kaur,Elmdon House,Director,,T1')
    expect((await look(station, later)).conflicts).toMatchObject([{ kind: 'changed', field: 'role', choice: 'take' }])
    const { counts } = await lookAndImport(station, later, { choices: { all: { changed: 'keep' } } })
    expect(counts).toMatchObject({ unchanged: 1, updated: 0 })
    expect(person(station, 'Ewa Kaur').role).toBe('Youth worker')
    expect((await look(station, later)).conflicts).toMatchObject([{ kind: 'corrected', choice: 'keep' }])
  })

  test('a service area is taken, kept and corrected like any other detail', async () => {
    const station = await readyStation()
    const listed = (area: string) => Buffer.from(`Name,Organisation,Directorate\nEwa Kaur,Elmdon House,${area}\n`)
    await lookAndImport(station, listed('Housing'))
    expect(person(station, 'Ewa Kaur')).toMatchObject({ organisation: 'Elmdon House', area: 'Housing' })
    expect((await lookAndImport(station, listed('Public Health'))).counts).toMatchObject({ updated: 1 })
    station.signIn.amend(steward, person(station, 'Ewa Kaur').id, { area: 'Health and Care' }, 'They told us')
    const { conflicts } = await look(station, listed('Public Health'))
    expect(conflicts).toMatchObject([
      { kind: 'corrected', field: 'area', ours: { area: 'Health and Care' }, theirs: { area: 'Public Health' } },
    ])
    // A list that says nothing of it changes nothing.
    await lookAndImport(station, Buffer.from('Name,Organisation\nEwa Kaur,Elmdon House\n'))
    await lookAndImport(station, listed('Public Health'), { choices: { all: { corrected: 'take' } } })
    expect(person(station, 'Ewa Kaur').area).toBe('Public Health')
  })

  test.each([
    ['leave', { duplicates: 1 }, ['Zachary Okonkwo-Bell', ''], 1],
    ['keep', { updated: 1 }, ['Zachary Okonkwo-Bell', 'Director'], 1],
    ['take', { updated: 1 }, ['Zach Okonkwo-Bell', 'Director'], 1],
    ['two', { added: 1 }, ['Zach Okonkwo-Bell', 'Director'], 2],
  ] as const)('a possible duplicate: %s', async (choice, counted, [name, role], people) => {
    const station = await readyStation()
    await lookAndImport(station, list('Zachary Okonkwo-Bell,Meriden Motors,,zach@meriden.example,'))
    const file = list('Zach Okonkwo-Bell,Meriden Motors,Director,zach@meriden.example,T7')
    const chosen = { choices: { each: [{ row: 2, kind: 'duplicate' as const, field: null, choice }] } }
    expect((await lookAndImport(station, file, chosen)).counts).toMatchObject({ rows: 1, ...counted })
    expect(station.signIn.counts().delegates).toBe(people)
    expect(person(station, name).role).toBe(role)
    const facts = [...station.journal.records.lines()]
    await lookAndImport(station, file)
    expect([...station.journal.records.lines()]).toEqual(facts)
  })

  test('somebody known by a short name comes with their ticket: their ticket finds them, under the name on the list', async () => {
    const station = await readyStation()
    await lookAndImport(station, list('Zachary Okonkwo-Bell,Meriden Motors,,zach@meriden.example,'))
    const file = list('Zach Okonkwo-Bell,Meriden Motors,,zach@meriden.example,T7')
    await lookAndImport(station, file, { choices: { all: { duplicate: 'keep' } } })
    expect(station.signIn.scan(steward, 'T7')).toMatchObject({
      code: 'signed-in',
      delegate: { name: 'Zachary Okonkwo-Bell' },
    })
  })

  test.each([
    ['keep', 'Youth worker', { added: 1, duplicates: 1 }, 1],
    ['take', 'Director', { added: 1, repeated: 1 }, 1],
    ['two', 'Director', { added: 2 }, 2],
  ] as const)('two rows about one person that differ: %s', async (choice, role, counted, people) => {
    const station = await readyStation()
    const file = list('Ewa Kaur,Elmdon House,Youth worker,,', 'Ewa Kaur,Elmdon House,Director,,')
    const { conflicts } = await look(station, file)
    expect(conflicts).toMatchObject([
      { row: 3, kind: 'differs', earlier: 2, ours: { role: 'Youth worker' }, theirs: { role: 'Director' } },
    ])
    const chosen = { choices: { each: [{ row: 3, kind: 'differs' as const, field: null, choice }] } }
    expect((await lookAndImport(station, file, chosen)).counts).toMatchObject(counted)
    expect(station.signIn.counts().delegates).toBe(people)
    expect(station.signIn.find('Ewa Kaur').map((one) => one.role)).toContain(role)
    const before = [...station.journal.records.lines()]
    await lookAndImport(station, file)
    expect([...station.journal.records.lines()]).toEqual(before)
  })

  test('somebody who was taken off the list stays off it, unless they are put back', async () => {
    const station = await readyStation()
    const file = list('Ewa Kaur,Elmdon House,,,T1')
    await lookAndImport(station, file)
    const { id } = person(station, 'Ewa Kaur')
    station.signIn.withdraw(organiser, id, 'Not coming')
    expect((await lookAndImport(station, file)).counts).toMatchObject({ unchanged: 1, updated: 0 })
    expect(station.signIn.delegate(id)?.withdrawn).toBe(true)
    const back = await lookAndImport(station, file, { choices: { all: { withdrawn: 'take' } } })
    expect(back.counts).toMatchObject({ updated: 1 })
    expect(station.signIn.delegate(id)?.withdrawn).toBe(false)
  })

  test('needs that a steward wrote down are not put back by the list', async () => {
    const station = await readyStation()
    const file = Buffer.from('Name,Access needs,Dietary needs\nEwa Kaur,Step-free,Vegan\n')
    await lookAndImport(station, file)
    const { id } = person(station, 'Ewa Kaur')
    station.signIn.recordNeeds(steward, id, { access: 'Step-free and a loop', dietary: 'Vegan' })
    expect((await look(station, file)).conflicts).toMatchObject([{ kind: 'corrected', field: 'accessNeeds' }])
    await lookAndImport(station, file)
    expect(station.signIn.needs(id).access).toBe('Step-free and a loop')
  })
})

describe('nothing is written that was not seen', () => {
  test('somebody is corrected between the look and the press: nothing is written, and the list is shown anew', async () => {
    const station = await readyStation()
    await lookAndImport(station, list('Ewa Kaur,Elmdon House,,,T1'))
    const { id } = await look(station, list('Ewa Kaur,Elmdon Trust,,,T1', 'Jo Pike,Elmdon House,,,T2'))
    station.signIn.amend(steward, person(station, 'Ewa Kaur').id, { organisation: 'Elmdon' }, 'Spelling')
    const facts = station.journal.facts.count()
    const answer = importAs(station, id)
    expect(answer).toMatchObject({ code: 'changed', analysis: { conflicts: [{ kind: 'corrected', choice: 'keep' }] } })
    expect(station.journal.facts.count()).toBe(facts)
    const anew = answer?.code === 'changed' ? answer.analysis.id : ''
    expect(importAs(station, anew)).toMatchObject({ code: 'imported', counts: { added: 1, unchanged: 1 } })
  })

  test('another program corrects somebody between the look and the press: nothing is written', async () => {
    const station = await readyStation()
    await lookAndImport(station, list('Ewa Kaur,Elmdon House,,,T1'))
    const { id } = await look(station, list('Ewa Kaur,Elmdon Trust,,,T1'))
    const terminal = openTest(station.folder)
    terminal.signIn.amend(steward, person(terminal, 'Ewa Kaur').id, { organisation: 'Elmdon' }, 'Spelling')
    terminal.close()
    expect(importAs(station, id)).toMatchObject({ code: 'changed' })
  })

  test('the event has other tables by the press: nothing is written', async () => {
    const station = await readyStation()
    const { id } = await look(station, Buffer.from('Name,Table\nEwa Kaur,table 7\n'))
    const pack = shippedPack()
    station.loadEvent({ ...pack, tables: pack.tables.map((table) => ({ ...table, name: `The ${table.name}` })) }, false)
    expect(importAs(station, id)).toMatchObject({ code: 'changed' })
    expect(station.signIn.counts().delegates).toBe(0)
  })

  test('a choice about a conflict that is not there does nothing, and is not kept', async () => {
    const station = await readyStation()
    const choices = { each: [{ row: 2, kind: 'duplicate' as const, field: null, choice: 'two' as const }] }
    const { decisions, counts } = await look(station, list('Ewa Kaur,Elmdon House,,,T1'), { choices })
    expect([decisions.choices, counts.added]).toEqual([AS_FOUND.choices, 1])
  })

  test('a sign-in meanwhile changes nothing of the list, and the import goes on', async () => {
    const station = await readyStation()
    await lookAndImport(station, list('Ewa Kaur,Elmdon House,,,T1'))
    const { id } = await look(station, list('Ewa Kaur,Elmdon House,Director,,T1'))
    station.signIn.scan(steward, 'T1')
    expect(importAs(station, id)).toMatchObject({ code: 'imported', counts: { updated: 1 } })
  })
})

describe('whatever is corrected and chosen', () => {
  const cell = fc.constantFrom('', 'ewa@elmdon.example', 'Elmdon', 'x')
  // A ticket is one person's: whose it is cannot be told where two names share one.
  const row = fc
    .tuple(
      fc.constantFrom('Ewa Kaur', 'Zach Bell', 'Zachary Bell', 'Jo Pike', ''),
      fc.constantFrom('Elmdon', 'Meriden', ''),
      fc.constantFrom('', 'Director', 'Driver'),
      fc.constantFrom('', 'a@a.example', 'b@b.example', 'wrong'),
      fc.constantFrom('', '', '1', '2'),
    )
    .map(([name, organisation, role, email, ticket]) => [
      name,
      organisation,
      role,
      email,
      name === '' || ticket === '' ? '' : `${name.slice(0, 1)}${ticket}`,
    ])
  const rows = fc.array(row, { minLength: 1, maxLength: 12 })
  const anyFixes = fc.record({
    cells: fc.array(
      fc.record({
        row: fc.integer({ min: 2, max: 14 }),
        heading: fc.constantFrom('Job title', 'Email', 'Nothing'),
        value: cell,
      }),
      { maxLength: 4 },
    ),
    everywhere: fc.array(
      fc.record({
        heading: fc.constantFrom('Job title', 'Organisation', 'Email'),
        from: fc.constantFrom('', 'wrong', 'Elmdon'),
        to: fc.option(fc.constantFrom('', 'Elmdon House', 'c@c.example'), { nil: null }),
      }),
      { maxLength: 3 },
    ),
    without: fc.array(fc.integer({ min: 2, max: 14 }), { maxLength: 2 }),
  })
  const anyGeneral = fc.record(
    Object.fromEntries(CONFLICT_KINDS.map((kind) => [kind, fc.constantFrom(...CHOICES[kind])])),
    { requiredKeys: [] },
  )

  test('every row is in one count, and what is done is what was seen', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        rows,
        anyFixes,
        anyGeneral,
        fc.infiniteStream(fc.nat(3)),
        async (first, second, fixes, all, dice) => {
          const station = openTest(tempFolder())
          station.loadEvent(shippedPack(), false)
          await lookAndImport(station, list('Anchor Person,Anchor,,,', ...first.map((cells) => cells.join(','))))
          const file = list('Anchor Person,Anchor,,,', ...second.map((cells) => cells.join(',')))
          const { conflicts } = await look(station, file, { fixes, choices: { all } })
          const each = conflicts.flatMap(({ row: index, kind, field }) => {
            const choice = CHOICES[kind][dice.next().value ?? 0]
            return choice === undefined ? [] : [{ row: index, kind, field, choice }]
          })
          const asked = { fixes, choices: { all, each } }
          const { id, counts, decisions } = await look(station, file, asked)
          expect(sumOf(counts)).toBe(counts.rows)
          const before = station.signIn.counts().delegates
          const done = importAs(station, id)
          expect(done).toMatchObject({ code: 'imported', counts })
          // Whoever is put back counts as updated.
          expect(station.signIn.counts().delegates).toBe(before + counts.added)
          // One choice may do away with the conflict that another was about.
          for (const choice of decisions.choices.each) expect(each).toContainEqual(choice)
          station.close()
        },
      ),
      { numRuns: runs(10) },
    )
  })

  // The second row is about the first person, because the other one is not there yet; a row below brings them.
  test.each([
    {
      how: 'by name and organisation',
      some: ['Zachary Bell,Elmdon,,,Z1', 'Zachary Bell,Elmdon,Nurse,b@b.example,', 'Zachary Bell,Elmdon,Nurse,,Z2'],
      counts: { added: 2, duplicates: 1 },
      again: { unchanged: 2, duplicates: 1 },
    },
    {
      how: 'by e-mail as well',
      some: [
        'Ewa Kaur,Elmdon,,,E2',
        'Ewa Kaur,Elmdon,Director,a@a.example,',
        'Ewa Kaur,Elmdon,,a@a.example,E1',
        'Ewa Kaur,Elmdon,,,',
      ],
      counts: { added: 2, duplicates: 1, repeated: 1 },
      again: { unchanged: 2, duplicates: 1, repeated: 1 },
    },
  ])('a row that fits two people $how changes nobody when the list is imported again', async (the) => {
    const station = await readyStation()
    const file = list(...the.some)
    expect((await lookAndImport(station, file)).counts).toMatchObject(the.counts)
    const once = [...station.journal.records.lines()]
    expect((await lookAndImport(station, file)).counts).toMatchObject({ added: 0, updated: 0, ...the.again })
    expect([...station.journal.records.lines()]).toEqual(once)
  })

  test.each([
    ['name and organisation', 'Ewa Kaur,Elmdon,Nurse,,'],
    ['e-mail', 'Ewa Kaur,Hockley,Nurse,e@e.example,'],
  ])(
    'where %s can mean nobody else, a row above the one with the ticket is about the same person',
    async (_, above) => {
      const station = await readyStation()
      await lookAndImport(station, list('Ewa Kaur,Elmdon,,e@e.example,T1'))
      const { counts } = await lookAndImport(station, list(above, 'Ewa Kaur,,,,T1'))
      expect(counts).toMatchObject({ added: 0, updated: 1, repeated: 1, duplicates: 0 })
      expect(person(station, 'Ewa Kaur').role).toBe('Nurse')
    },
  )

  test('importing again with the same corrections changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(rows, anyFixes, async (some, fixes) => {
        const station = openTest(tempFolder())
        station.loadEvent(shippedPack(), false)
        const file = list('Anchor Person,Anchor,,,', ...some.map((cells) => cells.join(',')))
        const { counts } = await lookAndImport(station, file, { fixes })
        const once = [...station.journal.records.lines()]
        expect((await lookAndImport(station, file, { fixes })).counts).toMatchObject({
          added: 0,
          updated: 0,
          rows: counts.rows,
          faulty: counts.faulty,
          leftOut: counts.leftOut,
        })
        expect([...station.journal.records.lines()]).toEqual(once)
        station.close()
      }),
      { numRuns: runs(10) },
    )
  })
})
