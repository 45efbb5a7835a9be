/** Changes of the event: whatever is changed, what comes of it is a pack, and every id that anything may hang on has its name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { checkPack, type EventPack, readEventPack } from '../event-pack.ts'
import { applied, overtaken, valueAt, withChanges } from './apply.ts'
import { changesBetween } from './between.ts'
import type { PackChange } from './change.ts'
import { type Entry, type HangingPart, partsOf, whatHangsOn } from './hanging.ts'
import { changeInWords } from './words.ts'

const reading = readEventPack(
  readFileSync(join(import.meta.dirname, '../../../resources/event-packs/solihull-nec.json'), 'utf8'),
)
if (!reading.ok) throw new Error('The pack that ships does not load')
const { pack } = reading

const nameOfPart = (of: EventPack, part: HangingPart, id: string): string | null =>
  partsOf(of)[part].find((one) => one.id === id)?.name ?? null

const shows = (path: string, before: unknown, after: unknown): PackChange => ({
  path,
  before: before === undefined ? '' : JSON.stringify(before),
  after: after === undefined ? '' : JSON.stringify(after),
})
const isOpen = ({ closed }: { closed?: boolean | undefined }): boolean => closed !== true

/** What somebody may do to a pack’s file, or a form to the event: it need not be a pack afterwards. */
type Edit = (of: EventPack) => EventPack
const listEdit = fc
  .record({
    part: fc.constantFrom('priorities', 'pledgeTypes', 'sectors', 'tables', 'programme' as const),
    what: fc.constantFrom('drop', 'swap', 'close', 'copy', 'name' as const),
    n: fc.nat(20),
    words: fc.constantFrom('Table 1', 'The window', 'Room', 'Housing', 'A', 'business'),
  })
  .map(({ part, what, n, words }): Edit => (of) => {
    const list: readonly { id: string }[] = of[part]
    const at = n % Math.max(1, list.length)
    const one = list[at]
    if (one === undefined) return of
    const put = (items: readonly unknown[]) => ({ ...of, [part]: items })
    if (what === 'drop') return put(list.filter((_, index) => index !== at))
    if (what === 'swap') return put([...list.slice(at), ...list.slice(0, at)])
    if (what === 'copy') return put([...list, { ...one, id: `${one.id}-${n}`, name: words, questions: [] }])
    return put(
      list.map((item, index) =>
        index !== at ? item : what === 'close' ? { ...item, closed: true } : { ...item, title: words, name: words },
      ),
    )
  })
const questionEdit = fc
  .record({ from: fc.nat(10), to: fc.nat(10), drop: fc.boolean() })
  .map(({ from, to, drop }): Edit => (of) => {
    const workshops = of.programme.filter(({ kind }) => kind === 'workshop')
    const [one, other] = [workshops[from % workshops.length], workshops[to % workshops.length]]
    const question = one?.questions[0]
    if (one === undefined || other === undefined || question === undefined) return of
    return {
      ...of,
      programme: of.programme.map((session) => {
        const left = session.questions.filter(({ id }) => id !== question.id)
        const isTo = session.id === other.id && !drop
        return { ...session, questions: isTo ? [...left, question] : session === one ? left : session.questions }
      }),
    }
  })
const textEdit = fc.constantFrom<Edit>(
  (of) => ({ ...of, name: 'Another name' }),
  (of) => ({ ...of, dates: { from: '2023-12-12', to: '2023-12-13' } }),
  (of) => ({ ...of, strategy: { ...of.strategy, nextBoard: '2024-02-06' } }),
  (of) => ({ ...of, privacy: { ...of.privacy, contact: 'Write to us' } }),
  (of) => ({ ...of, hosts: [] }),
)
const edits = fc.array(fc.oneof({ weight: 5, arbitrary: listEdit }, questionEdit, textEdit), {
  minLength: 1,
  maxLength: 8,
})
const edited = (of: EventPack, all: readonly Edit[]): EventPack => all.reduce((held, edit) => edit(held), of)

const PARTS: HangingPart[] = ['tables', 'programme', 'questions', 'priorities', 'pledgeTypes', 'sectors']
const idsOf = (of: EventPack): [HangingPart, string][] =>
  PARTS.flatMap((part) => partsOf(of)[part].map(({ id }): [HangingPart, string] => [part, id]))

describe('whatever anybody changes', () => {
  test('what comes of it is a pack, and every id that there was has a name in it', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const one = applied(pack, changesBetween(pack, edited(pack, first)))
        // Another tablet, which had not heard of the first, changed the event it knew.
        const both = applied(one, changesBetween(pack, edited(pack, second)))
        expect(checkPack(both)).toMatchObject({ ok: true })
        for (const [part, id] of [...idsOf(pack), ...idsOf(one)])
          expect(nameOfPart(both, part, id), `${part} ${id}`).not.toBeNull()
      }),
      { numRuns: runs(25) },
    )
  })

  test('a pack that takes nothing away comes out as it was written', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const wanted = checkPack(edited(pack, all))
        if (!wanted.ok) return
        const next = applied(pack, changesBetween(pack, wanted.pack))
        const gone = new Set(changesBetween(wanted.pack, next).map(({ path }) => path))
        // Only what the pack has no more stands there beside it, closed.
        for (const path of gone) {
          const list = path.split(':')[0]?.split('/') ?? []
          const isThere = path.endsWith(':order') || valueAt(wanted.pack, path) === undefined
          expect(isThere, `${path} ${list.join(' ')}`).toBe(true)
        }
        expect(changesBetween(next, wanted.pack).filter(({ path }) => !path.endsWith(':order'))).toEqual([])
      }),
      { numRuns: runs(25) },
    )
  })

  test('what people wrote hangs on nothing that no screen can name, and is told wherever it is closed', () => {
    const entry = fc.record({ n: fc.nat(40), what: fc.constantFrom('pledges', 'actions', 'ideas', 'people' as const) })
    fc.assert(
      fc.property(edits, fc.array(entry, { maxLength: 12 }), (all, wrote) => {
        const next = applied(pack, changesBetween(pack, edited(pack, all)))
        const entries = wrote.map(({ n, what }, index): Entry => {
          const of = (part: HangingPart) => partsOf(pack)[part][n % partsOf(pack)[part].length]?.id ?? null
          const on = { tables: of('tables'), programme: of('programme'), priorities: of('priorities') }
          return { what, id: String(index), reference: `REF${index}`, on }
        })
        const told = whatHangsOn(pack, next, entries)
        for (const { on } of entries)
          for (const [part, id] of Object.entries(on) as [HangingPart, string][]) {
            expect(nameOfPart(next, part, id)).not.toBeNull()
            const open = (of: EventPack) => partsOf(of)[part].find((one) => one.id === id)?.open === true
            const isTold = told.some((one) => one.part === part && one.id === id)
            expect(isTold, `${part} ${id}`).toBe(open(pack) && !open(next))
          }
      }),
      { numRuns: runs(25) },
    )
  })
})

describe('two who change two things', () => {
  test('a table is called otherwise here and stands elsewhere there: both stand', () => {
    const name = shows('tables/table-3/name', 'Table 3', 'The window')
    const where = shows('tables/table-3/where', pack.tables[2]?.where, 'by the stage')
    const orders = [applied(applied(pack, [name]), [where]), applied(applied(pack, [where]), [name])]
    expect(orders[0]).toEqual(orders[1])
    expect(orders[0]?.tables[2]).toMatchObject({ id: 'table-3', name: 'The window', where: 'by the stage' })
  })

  test('two that are no pack together: each is taken as far as it leaves one', () => {
    const [one, other] = ['table-3', 'table-4'].map((id) =>
      shows(`tables/${id}/name`, `Table ${id.at(-1)}`, 'The window'),
    )
    if (one === undefined || other === undefined) throw new Error('There are two')
    expect(
      applied(applied(pack, [one]), [other])
        .tables.slice(2, 4)
        .map(({ name }) => name),
    ).toEqual(['The window', 'Table 4'])
    // What belongs together is taken together: two tables swap their names.
    const swap = [
      shows('tables/table-3/name', 'Table 3', 'Table 4'),
      shows('tables/table-4/name', 'Table 4', 'Table 3'),
    ]
    expect(
      applied(pack, swap)
        .tables.slice(2, 4)
        .map(({ name }) => name),
    ).toEqual(['Table 4', 'Table 3'])
  })

  test('who comes late is told that somebody was quicker; who meant just the same is not', () => {
    const next = applied(pack, [shows('venue', pack.venue, 'The town hall')])
    const late = shows('venue', pack.venue, 'The library')
    expect(overtaken(next, [late, shows('venue', pack.venue, 'The town hall')])).toEqual([late])
  })
})

test('what is no part of an event, or belongs to its file, changes nothing', () => {
  for (const path of [
    '',
    'id',
    'format',
    '__proto__/x',
    'tables',
    'tables/',
    'name/x',
    'tables/table-3/id',
    'programme/workshop-1/questions',
    'strategy',
  ])
    expect(withChanges(pack, [shows(path, undefined, 'x')]), path).toEqual(pack)
  expect(applied(pack, [{ path: 'name', before: '', after: '{not json' }])).toEqual(pack)
})

test('a question that moves to another session is not left behind closed, and goes nowhere from there', () => {
  const workshops = pack.programme.filter(({ questions }) => questions.length > 0)
  const [from, to] = workshops
  const question = from?.questions[0]
  if (from === undefined || to === undefined || question === undefined) throw new Error('There are two workshops')
  const wanted = {
    ...pack,
    programme: pack.programme.map((session) =>
      session.id === from.id
        ? { ...session, questions: session.questions.slice(1) }
        : session.id === to.id
          ? { ...session, questions: [...session.questions, question] }
          : session,
    ),
  }
  const next = applied(pack, changesBetween(pack, wanted))
  expect(next).toEqual(wanted)
  const idea: Entry = { what: 'ideas', id: '1', reference: 'A', on: { questions: question.id, programme: from.id } }
  expect(whatHangsOn(pack, next, [idea])).toEqual([])
})

test('a workshop that becomes a talk takes nothing new, and says what hangs on it', () => {
  const talk = applied(pack, [
    shows('programme/workshop-1/kind', 'workshop', 'talk'),
    shows('programme/workshop-1/priorities', pack.programme.find(({ id }) => id === 'workshop-1')?.priorities, []),
    ...(pack.programme.find(({ id }) => id === 'workshop-1')?.questions ?? []).map(({ id }) =>
      shows(`programme/workshop-1/questions/${id}/closed`, undefined, true),
    ),
  ])
  const action: Entry = { what: 'actions', id: '1', reference: 'A', on: { programme: 'workshop-1' } }
  expect(whatHangsOn(pack, talk, [action])).toMatchObject([
    { part: 'programme', id: 'workshop-1', actions: 1, references: ['A'], others: [{ id: 'workshop-2' }] },
  ])
  expect(talk.programme.filter(isOpen)).toHaveLength(pack.programme.length)
})

test('a change is told in words that somebody follows', () => {
  const told = (path: string, before: unknown, after: unknown, of = pack) =>
    changeInWords(of, shows(path, before, after))
  expect(told('tables/table-3/name', 'Table 3', 'The window')).toEqual({
    what: 'Table 3: name',
    before: 'Table 3',
    after: 'The window',
  })
  expect(told('tables/table-3/closed', undefined, true).what).toBe('Table 3 is closed')
  expect(told('tables/table-3/closed', true, undefined).what).toBe('Table 3 is open again')
  expect(told('privacy/contact', 'a', 'b').what).toBe('Privacy notice: where to write')
  const added = applied(pack, [shows('tables/quiet', undefined, { id: 'quiet', name: 'Quiet corner', where: '' })])
  expect(told('tables/quiet', undefined, { id: 'quiet', name: 'Quiet corner' }, added)).toEqual({
    what: 'Quiet corner is new',
    before: '',
    after: 'Quiet corner',
  })
  expect(told('tables:order', ['table-1', 'table-2'], ['table-2', 'table-1'])).toEqual({
    what: 'Order of the tables',
    before: 'Table 1, Table 2',
    after: 'Table 2, Table 1',
  })
})
