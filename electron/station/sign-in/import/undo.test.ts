import { describe, expect, test } from 'vitest'
import type { ImportChoices } from '../../../../shared/domain/import-decisions.ts'
import { fc, runs } from '../../../../test/support/chance.ts'
import { anyone, aPledge, organiser, readyStation, steward } from '../../../../test/support/test-station.ts'
import type { Station } from '../../app/station.ts'

const list = (...rows: string[]) => ['Name,Organisation,Job title,Dietary needs,Barcode #', ...rows].join('\n')
const read = (station: Station, csv: string, name = 'delegates.csv') => {
  const answer = station.signIn.importer.run(organiser, name, Buffer.from(csv), {})
  if (answer.code !== 'imported') throw new Error(answer.sentence)
  return answer
}
const newest = (station: Station) => {
  const made = station.signIn.importUndo.imports().at(0)
  if (made === undefined) throw new Error('No list was read in')
  return made.id
}
const before = (station: Station, id = newest(station)) => {
  const told = station.signIn.importUndo.before(id)
  if (told === null) throw new Error('That list does not stand')
  return told
}
const undo = (station: Station, id = newest(station)) =>
  station.signIn.importUndo.undo(organiser, { id, reason: 'The wrong list', seen: before(station, id).seen })
const named = ({ people }: { people: { name: string }[] }) => people.map(({ name }) => name).toSorted()
const idOf = (station: Station, name: string): string => {
  const [found] = station.signIn.find(name)
  if (found === undefined) throw new Error(`${name} is not on the list`)
  return found.id
}
const listed = (station: Station) => station.signIn.list({ search: '', offset: 0, limit: 200, presence: null }).items

describe('a list that was the wrong one', () => {
  test('is named first, taken back, and nothing of it is left on the tablet', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,,,T1'))
    read(station, list('Odo Wrongly,Another Town,Clerk,No nuts,W1', 'Ida Wrongly,Another Town,,,W2'), 'wrong.csv')
    const told = before(station)
    expect(named(told.gone)).toEqual(['Ida Wrongly', 'Odo Wrongly'])
    expect([told.back.count, told.stay.count]).toEqual([0, 0])
    expect(undo(station)).toEqual({ code: 'undone', gone: 2, back: 0, stay: 0 })
    expect(listed(station).map(({ name }) => name)).toEqual(['Ewa Kaur'])
    expect(station.signIn.find('Odo Wrongly')).toEqual([])
    const said = [...station.journal.facts.told()].map(({ fields }) => fields).join('\n')
    for (const theirs of ['Wrongly', 'Another Town', 'No nuts', 'Clerk']) expect(said).not.toContain(theirs)
    expect(station.signIn.importUndo.imports()).toMatchObject([
      { name: 'wrong.csv', added: 2, updated: 0, undone: expect.stringMatching(/^2/) },
      { name: 'delegates.csv', added: 1, undone: null },
    ])
  })

  test('is taken back once, and asking for another is answered plainly', async () => {
    const station = await readyStation()
    read(station, list('Odo Wrongly,Another Town,,,W1'))
    const id = newest(station)
    undo(station, id)
    expect(station.signIn.importUndo.before(id)).toBeNull()
    expect(station.signIn.importUndo.undo(organiser, { id, reason: 'Again', seen: '' })).toBeNull()
  })

  test('can be read in again afterwards, as if it had never been there', async () => {
    const station = await readyStation()
    const file = list('Ewa Kaur,Elmdon House,Youth worker,Halal,T1')
    read(station, file)
    undo(station)
    expect(read(station, file)).toMatchObject({ added: 1, updated: 0, unchanged: 0, duplicates: 0 })
    expect(station.signIn.needs(idOf(station, 'Ewa Kaur'))).toMatchObject({ dietary: 'Halal' })
  })

  test('a list that brings nothing new is no import: there is nothing to take back', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,,,T1'))
    read(station, list('Ewa Kaur,Elmdon House,,,T1'))
    expect(station.signIn.importUndo.imports()).toHaveLength(1)
  })
})

describe('people who were on the list already', () => {
  test('go back to what was said before, and the right list may then say something new', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,Youth worker,Halal,T1'))
    read(station, list('Ewa Kaur,Meriden Motors,Driver,Vegan,T1'), 'wrong.csv')
    const id = idOf(station, 'Ewa Kaur')
    expect(named(before(station).back)).toEqual(['Ewa Kaur'])
    expect(undo(station)).toMatchObject({ gone: 0, back: 1 })
    expect(station.signIn.delegate(id)).toMatchObject({ organisation: 'Elmdon House', role: 'Youth worker' })
    expect(station.signIn.needs(id)).toMatchObject({ dietary: 'Halal' })
    expect(read(station, list('Ewa Kaur,Elmdon Trust,,,T1'))).toMatchObject({ updated: 1, notices: [] })
    expect(station.signIn.delegate(id)?.organisation).toBe('Elmdon Trust')
  })

  test('what a steward corrected since stays as they said, and what was corrected before is corrected again', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon Hosue,Youth worker,,T1'))
    const id = idOf(station, 'Ewa Kaur')
    station.signIn.amend(steward, id, { organisation: 'Elmdon House' }, 'Imported again')
    const answer = station.signIn.importer.run(
      organiser,
      'wrong.csv',
      Buffer.from(list('Ewa Kaur,Elsewhere,Driver,,T1')),
      {
        choices: { each: [], all: { corrected: 'take' } },
      },
    )
    expect(answer).toMatchObject({ code: 'imported', updated: 1 })
    station.signIn.amend(steward, id, { role: 'Social worker' }, 'She told us')
    undo(station)
    expect(station.signIn.delegate(id)).toMatchObject({ organisation: 'Elmdon House', role: 'Social worker' })
    const again = read(station, list('Ewa Kaur,Elmdon Hosue,Youth worker,,T1'))
    expect(again.notices.map(({ reason }) => reason).join()).toContain('was corrected on this tablet')
    expect(station.signIn.delegate(id)).toMatchObject({ organisation: 'Elmdon House', role: 'Social worker' })
  })

  test('who had been taken off the list and was put back by it is off the list again', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,,,T1'))
    const id = idOf(station, 'Ewa Kaur')
    station.signIn.withdraw(organiser, id, 'Cannot come')
    station.signIn.importer.run(organiser, 'wrong.csv', Buffer.from(list('Ewa Kaur,Elmdon House,,,T1')), {
      choices: { each: [], all: { withdrawn: 'take' } },
    })
    expect(station.signIn.delegate(id)?.withdrawn).toBe(false)
    undo(station)
    expect(station.signIn.delegate(id)?.withdrawn).toBe(true)
  })
})

describe('whoever something was said of since stays', () => {
  test('who came, who promised something, who was corrected, who asked for a ramp: none of them goes', async () => {
    const station = await readyStation()
    const names = ['Ann Came', 'Bea Left', 'Cy Promised', 'Dee Corrected', 'Ed Noted', 'Flo Asked', 'Gus Nothing']
    read(station, list(...names.map((name, index) => `${name},Elmdon House,,,T${index}`)))
    const of = (name: string) => idOf(station, name)
    station.signIn.signIn(steward, of('Ann Came'))
    station.signIn.signIn(steward, of('Bea Left'))
    station.signIn.undo(steward, of('Bea Left'), 'The wrong Bea')
    station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: of('Cy Promised') } })
    station.signIn.amend(steward, of('Dee Corrected'), { table: 'Table 4' }, 'Moved')
    station.signIn.note(steward, of('Ed Noted'), 'Her lanyard is at the desk')
    station.signIn.recordNeeds(steward, of('Flo Asked'), { access: 'A ramp', dietary: '' })
    const told = before(station)
    expect(named(told.stay)).toEqual(names.slice(0, 6))
    expect(named(told.gone)).toEqual(['Gus Nothing'])
    expect(undo(station)).toMatchObject({ gone: 1, stay: 6 })
    expect(listed(station)).toHaveLength(6)
  })

  test('a badge that was printed keeps nobody; it opens no door afterwards', async () => {
    const station = await readyStation()
    read(station, list('Odo Wrongly,Another Town,,,W1'))
    const id = idOf(station, 'Odo Wrongly')
    const badge = station.signIn.badge(id)
    station.badges.printed(steward, [id], { layout: 'a6', why: 'all', job: '00000000-0000-7000-8000-0000000000a1' })
    expect(undo(station)).toMatchObject({ gone: 1, stay: 0 })
    expect(station.signIn.scan(steward, badge)).toMatchObject({ code: 'unknown-badge' })
  })

  test('who was put back by it and then came is not taken off the list again', async () => {
    const station = await readyStation()
    const file = list('Ewa Kaur,Elmdon House,,,T1')
    read(station, file)
    const id = idOf(station, 'Ewa Kaur')
    station.signIn.withdraw(organiser, id, 'Cannot come')
    station.signIn.importer.run(organiser, 'again.csv', Buffer.from(file), {
      choices: { each: [], all: { withdrawn: 'take' } },
    })
    station.signIn.signIn(steward, id)
    expect(named(before(station).stay)).toEqual(['Ewa Kaur'])
    undo(station)
    expect(station.signIn.delegate(id)).toMatchObject({ withdrawn: false, presence: 'here' })
  })

  test('who comes between the look and the press: nothing is done, and it is told anew', async () => {
    const station = await readyStation()
    read(station, list('Ann Came,Elmdon House,,,T1', 'Bea Late,Elmdon House,,,T2'))
    const id = newest(station)
    const { seen } = before(station, id)
    station.signIn.signIn(steward, idOf(station, 'Ann Came'))
    const answer = station.signIn.importUndo.undo(organiser, { id, reason: 'The wrong list', seen })
    expect(answer).toMatchObject({ code: 'changed', before: { gone: { count: 1 }, stay: { count: 1 } } })
    expect(listed(station)).toHaveLength(2)
  })
})

describe('several lists', () => {
  test('who stands on another list as well stays, whatever that one said of them', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,Youth worker,,T1', 'Odo Wrongly,Another Town,,,W2'), 'last year.csv')
    const wrong = newest(station)
    read(station, list('Ewa Kaur,Elmdon House,Youth worker,,T1', 'Kim Right,Elmdon House,,,T3'), 'this year.csv')
    const told = before(station, wrong)
    expect([named(told.gone), named(told.stay)]).toEqual([['Odo Wrongly'], ['Ewa Kaur']])
    undo(station, wrong)
    expect(listed(station).map(({ name }) => name)).toEqual(['Ewa Kaur', 'Kim Right'])
    expect(station.signIn.find('Ewa Kaur')[0]?.role).toBe('Youth worker')
  })

  test('a list that only says again what another said vouches for everybody on it, and is itself taken back first', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,,,T1', 'Odo Wrongly,Another Town,,,W2'), 'last year.csv')
    const wrong = newest(station)
    read(station, list('Ewa Kaur,Elmdon House,,,T1'), 'this year.csv')
    expect(station.signIn.importUndo.imports()).toHaveLength(2)
    const right = newest(station)
    expect(undo(station, wrong)).toMatchObject({ gone: 1, stay: 1 })
    // It vouches no more, and nobody else does.
    expect(named(before(station, right).gone)).toEqual(['Ewa Kaur'])
    undo(station, right)
    expect(listed(station)).toEqual([])
  })

  test.each([
    { first: 0, next: 1 },
    { first: 1, next: 0 },
  ])('two wrong lists of one person are both taken back, in either order', async ({ first, next }) => {
    const station = await readyStation()
    read(station, list('Odo Wrongly,Another Town,,,W1'), 'a.csv')
    read(station, list('Odo Wrongly,Another Town,Clerk,No nuts,W1'), 'b.csv')
    const made = station.signIn.importUndo.imports().map(({ id }) => id)
    undo(station, made[first] ?? '')
    undo(station, made[next] ?? '')
    expect(listed(station)).toEqual([])
    const said = [...station.journal.facts.told()].map(({ fields }) => fields).join('\n')
    for (const theirs of ['Wrongly', 'Another Town', 'No nuts', 'Clerk']) expect(said).not.toContain(theirs)
  })

  test('who stayed because another list has them goes back to what that one says of them', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,Youth worker,,T1'), 'a.csv')
    const a = newest(station)
    read(station, list('Ewa Kaur,Elmdon House,Youth worker,,T1', 'Kim Right,Elmdon House,,,T3'), 'this year.csv')
    read(station, list('Ewa Kaur,Elsewhere,Driver,,T1'), 'c.csv')
    const c = newest(station)
    undo(station, a)
    expect(named(before(station, c).back)).toEqual(['Ewa Kaur'])
    undo(station, c)
    expect(station.signIn.find('Ewa Kaur')[0]).toMatchObject({ organisation: 'Elmdon House', role: 'Youth worker' })
  })

  test('needs that were taken off the tablet meanwhile keep nobody of a wrong list', async () => {
    const station = await readyStation()
    read(station, list('Odo Wrongly,Another Town,,No nuts,W1'))
    station.signIn.purgeNeeds(organiser, 'The day is over')
    expect(undo(station)).toMatchObject({ gone: 1, stay: 0 })
  })

  test('nor does it that somebody was taken off the list as wrong', async () => {
    const station = await readyStation()
    read(station, list('Odo Wrongly,Another Town,,,W1'))
    station.signIn.withdraw(organiser, idOf(station, 'Odo Wrongly'), 'Not ours')
    expect(undo(station)).toMatchObject({ gone: 1, stay: 0 })
  })
})

describe('what is left on the tablet', () => {
  test('of those who go back, nothing that the wrong list said', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,Youth worker,,T1'))
    read(station, list('Ewa Kaur,Leaving Care Team,Client,Epilepsy diet,T1'), 'clients.csv')
    undo(station)
    const id = idOf(station, 'Ewa Kaur')
    expect(JSON.stringify(station.plan.history(id))).not.toMatch(/Client|Leaving Care|Epilepsy/)
    const said = [...station.journal.facts.told()].map(({ fields }) => fields).join('\n')
    expect(said).not.toMatch(/Client|Leaving Care|Epilepsy/)
    expect(station.signIn.delegate(id)).toMatchObject({ organisation: 'Elmdon House', role: 'Youth worker' })
    expect(station.check().sound).toBe(true)
  })

  test('whoever a form that is not finished is about stays, so that the form is about somebody', async () => {
    const station = await readyStation()
    read(station, list('Odo Wrongly,Another Town,,,W1'))
    station.drafts.save(`delegate:${idOf(station, 'Odo Wrongly')}`, '{"role":"Clerk"}', 'window-1')
    expect(named(before(station).stay)).toEqual(['Odo Wrongly'])
  })

  test('who is forgotten afterwards is not in the reason for it either', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,,,T1'))
    read(station, list('Ewa Kaur,Elmdon House,Driver,,T1'), 'wrong.csv')
    const id = idOf(station, 'Ewa Kaur')
    station.signIn.importUndo.undo(organiser, {
      id: newest(station),
      reason: 'Ewa Kaur is no driver',
      seen: before(station).seen,
    })
    station.eraseDelegate(organiser, id, 'She asked')
    const said = [...station.journal.facts.told()].map(({ fields }) => fields).join('\n')
    expect(said).not.toContain('Kaur')
    expect(JSON.stringify(station.plan.history(id))).not.toContain('Kaur')
  })
})

describe('any list, at any moment', () => {
  const NAMES = ['Ann Able', 'Bea Baker', 'Cy Cooper', 'Dee Draper']
  const row = fc.record({
    who: fc.nat(NAMES.length - 1),
    organisation: fc.constantFrom('', 'Elmdon House', 'Meriden Motors'),
    role: fc.constantFrom('', 'Driver', 'Clerk'),
    dietary: fc.constantFrom('', 'Halal', 'Vegan'),
  })
  const rows = fc.uniqueArray(row, { selector: ({ who }) => who, minLength: 1 })
  const text = (all: { who: number; organisation: string; role: string; dietary: string }[]) =>
    list(
      ...all.map(({ who, organisation, role, dietary }) => [NAMES[who], organisation, role, dietary, `T${who}`].join()),
    )
  const step = fc.oneof(
    fc.record({ do: fc.constant('read' as const), rows }),
    fc.record({ do: fc.constantFrom('correct', 'sign in', 'off', 'needs'), who: fc.nat(NAMES.length - 1) }),
  )
  const choices = fc.record({
    each: fc.constant<ImportChoices['each']>([]),
    all: fc.record({
      corrected: fc.constantFrom('keep' as const, 'take' as const),
      changed: fc.constantFrom('keep' as const, 'take' as const),
      withdrawn: fc.constantFrom('leave' as const, 'take' as const),
    }),
  })
  const recordsOf = (station: Station) =>
    [...station.journal.records.lines()].filter((line) => !line.startsWith('listImport '))

  test('taken back at once, everything is as it was before it, and as the facts add up to', async () => {
    const station = await readyStation()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 4 }), rows, choices, (steps, wrong, how) => {
        for (const one of steps) {
          if ('rows' in one) read(station, text(one.rows))
          else {
            const [found] = station.signIn.find(NAMES[one.who] ?? '')
            if (found === undefined) continue
            if (one.do === 'correct') station.signIn.amend(steward, found.id, { role: 'Nurse' }, 'She told us')
            if (one.do === 'sign in') station.signIn.signIn(steward, found.id)
            if (one.do === 'off') station.signIn.withdraw(organiser, found.id, 'Cannot come')
            if (one.do === 'needs') station.signIn.recordNeeds(steward, found.id, { access: 'A ramp', dietary: '' })
          }
        }
        const then = recordsOf(station)
        const facts = station.journal.facts.count()
        const answer = station.signIn.importer.run(organiser, 'wrong.csv', Buffer.from(text(wrong)), { choices: how })
        expect(answer.code).toBe('imported')
        if (station.journal.facts.count() > facts) undo(station)
        expect(recordsOf(station)).toEqual(then)
        station.journal.records.refoldAll()
        expect(recordsOf(station)).toEqual(then)
        return Promise.resolve()
      }),
      { numRuns: runs(30) },
    )
  })
})

test('taking back a list reads as much for each who stood on it, however many they are', async () => {
  const station = await readyStation()
  const { facts } = station.journal
  const { about, ofTypes } = facts
  let reads = 0
  const counted = <T>(all: T[]): T[] => {
    reads += all.length
    return all
  }
  facts.about = (subject) => counted(about(subject))
  facts.ofTypes = (types) => counted(ofTypes(types))
  const readFor = (people: number): number => {
    const rows = Array.from(
      { length: people },
      (_, index) => `${'abcdefghij'[index % 10] ?? ''} ${index} Wrongly,,,,W${people}-${index}`,
    )
    read(station, list(...rows), `${people}.csv`)
    const { seen } = before(station)
    reads = 0
    const answer = station.signIn.importUndo.undo(organiser, { id: newest(station), reason: 'The wrong list', seen })
    expect(answer).toMatchObject({ code: 'undone', gone: people })
    return reads
  }
  const few = readFor(40)
  expect(readFor(80)).toBeLessThan(2.2 * few)
})
