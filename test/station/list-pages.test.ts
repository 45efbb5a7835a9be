/** Whatever stands in a list, and however it is asked for: page by page it is what a plain filter and a plain sort make of it. */
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { actionList, actionRecord, type ActionQuery } from '../../shared/domain/action.ts'
import type { EventPack } from '../../shared/domain/event-pack.ts'
import { type AnyList, NONE, type Term } from '../../shared/domain/list.ts'
import { pledgeList, type PledgeQuery, pledgeRecord } from '../../shared/domain/pledge.ts'
import { fc, runs } from '../support/chance.ts'
import { shippedPack } from '../support/test-station.ts'
import { createPledges } from '../../electron/station/pledges/index.ts'
import { createWorkshops } from '../../electron/station/workshops/index.ts'

const TODAY = '2024-02-10'
const pack = shippedPack()
const core = (db: Database.Database) =>
  ({ db, now: () => Date.parse(`${TODAY}T12:00:00`), event: () => ({ pack }) }) as unknown as Parameters<
    typeof createPledges
  >[0]

type Row = Record<string, string | number | null>

/** A table of a record’s columns as the migrations make it, with these rows in it. */
function tableOf(name: string, { types }: { types: ReadonlyMap<string, string> }, rows: readonly Row[]) {
  const db = new Database(':memory:')
  const columns = [...types].map(([column, type]) => `${column} ${type}`)
  db.exec(`CREATE TABLE ${name} (${columns.join(', ')}) STRICT`)
  const put = db.prepare(`INSERT INTO ${name} VALUES (${[...types.keys()].map((column) => `@${column}`).join(', ')})`)
  for (const row of rows) put.run(row)
  return db
}

// Few different values, so that ties and gaps come often: names in any case and with marks, empty ones, ids that no pack has.
const name = fc.constantFrom('', '', 'Police', 'POLICE', 'Éire House', 'élan', 'zoo', '_%', '10', '9', '😀 works')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })
const day = fc.constantFrom('2023-12-12', '2024-02-09', TODAY, '2024-02-11', '2024-06-30')
const moment = fc.constantFrom('2023-12-12T09:00:00.000Z', '2023-12-12T09:30:00.000Z', '2023-12-12T11:00:00.000Z')
const priority = fc.constantFrom(...pack.priorities.map(({ id }) => id), 'of-another-event')
const status = fc.constantFrom('live', 'withdrawn')

const entry = {
  reference: fc.constantFrom('7K3QF9W', 'XPDMFGB', '0567SDJ', '9FXFD7D'),
  organisation: name,
  area: name,
  timescale: name,
  due: maybe(day),
  dueDerived: fc.constantFrom(0, 1),
  priority: maybe(priority),
  status,
  withdrawnReason: fc.constant(''),
  made: moment,
  changed: moment,
  origin: fc.constantFrom('screen', 'paper'),
  card: fc.constant(''),
  entered: moment,
  conflict: fc.constant(0),
}
const aPledgeRow = fc.record({
  ...entry,
  byKind: fc.constant('organisation'),
  delegate: fc.constant(null),
  name,
  sector: fc.constantFrom('', 'business', 'health'),
  type: fc.constantFrom(...pack.pledgeTypes.map(({ id }) => id), 'of-another-event'),
  wording: name,
  quantity: maybe(fc.constantFrom(1, 2, 10)),
  mayContact: fc.constantFrom(0, 1),
  email: name,
  showName: fc.constantFrom(0, 1),
  who: fc.constant(''),
  otherReferences: fc.constant(''),
  alsoMade: fc.constant(''),
})
const anActionRow = fc.record({
  ...entry,
  session: fc.constantFrom(...pack.programme.map(({ id }) => id), 'gone'),
  tableId: fc.constantFrom(...pack.tables.map(({ id }) => id), 'gone'),
  title: name,
  owner: name,
  measure: name,
  voice: fc.constant(''),
  place: fc.constantFrom('a0', 'a1'),
})

/** Somebody on the list of delegates, as lists of other things look at it. */
const aListedRow = fc.record({
  name,
  organisation: name,
  sector: fc.constantFrom('', 'business', 'health'),
  email: fc.constantFrom('', 'ewa@elmdon.example'),
  status: fc.constantFrom('listed', 'listed', 'withdrawn'),
})

const idOf = (index: number) => `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`
const withIds = (rows: readonly Row[]) => rows.map((row, index): Row => ({ id: idOf(index), ...row }))

/** Narrowed by none, one or two of them: by more of them at once nothing is left to be compared. */
const askedOf = <Q>(list: AnyList & { usual: Q }, filters: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Q> =>
  fc
    .record({
      all: fc.record(filters),
      kept: fc.subarray(Object.keys(filters), { maxLength: 2 }),
      sort: fc.constantFrom(...Object.keys(list.sorts)),
      down: fc.boolean(),
    })
    .map(({ all, kept, sort, down }) => {
      const none = Object.fromEntries(Object.keys(filters).map((key) => [key, key === 'gaps' ? [] : null]))
      return { ...none, ...Object.fromEntries(kept.map((key) => [key, all[key]])), sort, down } as Q
    })
const search = fc.constantFrom('', '', '', 'POL', '7k3', 'QF9', '10 w', '%', '_', 'nothing')
const both = {
  priority: fc.oneof(priority, fc.constant(NONE)),
  organisation: fc.constantFrom('police', 'éIRE hOUSE', NONE),
  status: status,
  madeFrom: moment,
  madeTo: moment,
  dueFrom: day,
  dueTo: day,
  overdue: fc.constant('yes'),
}
const pledgeQuery: fc.Arbitrary<PledgeQuery> = askedOf(pledgeList, {
  ...both,
  type: fc.constantFrom(...pack.pledgeTypes.map(({ id }) => id)),
  sector: fc.constantFrom('business', NONE),
  contact: fc.constantFrom('yes', 'no'),
  gaps: fc.subarray(['date', 'priority']),
})
const actionQuery: fc.Arbitrary<ActionQuery> = askedOf(actionList, {
  ...both,
  sector: fc.constantFrom('business', 'health', NONE),
  contact: fc.constantFrom('yes', 'no'),
  session: fc.constantFrom(...pack.programme.map(({ id }) => id)),
  table: fc.constantFrom(...pack.tables.map(({ id }) => id)),
  gaps: fc.subarray(['owner', 'date', 'measure', 'priority']),
})

const lower = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
const known = (ids: readonly { id: string }[], id: unknown): string | null =>
  ids.find((one) => one.id === id)?.id ?? null
const rank = (ids: readonly { id: string }[], id: unknown): number | null => {
  const at = ids.findIndex((one) => one.id === id)
  return at < 0 ? null : at
}

/** What a row says under a name that a list may ask for. */
function saying(row: Row, of: EventPack): Row {
  const kind = of.pledgeTypes.find(({ id }) => id === row['type'])
  const serves = known(of.priorities, row['priority'] ?? kind?.priority ?? null)
  return {
    ...row,
    serves,
    servesRank: rank(of.priorities, serves),
    kindRank: rank(of.pledgeTypes, row['type']),
    sessionRank: rank(of.programme, row['session']),
    tableRank: rank(of.tables, row['tableId']),
  }
}

/** What the list of delegates says of an action’s organisation and owner. */
function onTheList(row: Row, listed: readonly Row[]): Row {
  const alike = (column: string, other: unknown) =>
    listed.filter(
      (one) => one['status'] === 'listed' && one[column] !== '' && lower(String(one[column])) === lower(String(other)),
    )
  const sectors = new Set(
    alike('organisation', row['organisation'])
      .map((one) => one['sector'] ?? '')
      .filter((sector) => sector !== ''),
  )
  const [sector = null] = sectors
  return {
    ...row,
    sector: sectors.size === 1 ? sector : null,
    ownerHasEmail: alike('name', row['owner']).some((one) => one['email'] !== '') ? 1 : 0,
  }
}

const isEmpty = (value: unknown) => value === null || value === ''

/** As somebody would do it by hand, who has every row before them. */
function byHand(
  list: AnyList,
  searched: readonly string[],
  rows: readonly Row[],
  query: object,
  words: string,
): string[] {
  const asked = query as Record<string, unknown> & { sort: string; down: boolean }
  const fits = (row: Row): boolean =>
    Object.entries(list.filters).every(([key, { rule }]) => {
      const want = (asked[key] ?? null) as string | string[] | null
      if (want === null || rule.is === 'apart') return true
      if (rule.is === 'gap') {
        const gaps = [want].flat()
        return gaps.length === 0 || gaps.some((gap) => rule.gaps[gap]?.every((column) => isEmpty(row[column])))
      }
      if (typeof want !== 'string') return false
      const has = row[rule.column] ?? null
      switch (rule.is) {
        case 'one':
          if (want === NONE) return isEmpty(has)
          return rule.anyCase ? lower(String(has)) === lower(want) : has === want
        case 'flag':
          return has === (want === 'yes' ? 1 : 0)
        case 'from':
          return has !== null && String(has) >= want
        case 'to':
          return has !== null && String(has) <= want
        case 'overdue':
          return has !== null && String(has) < TODAY
      }
    }) &&
    words
      .split(' ')
      .filter(Boolean)
      .every((word) => searched.some((column) => lower(String(row[column] ?? '')).includes(lower(word))))

  const valueOf = (row: Row, { columns, anyCase }: Term) => {
    const first = columns.map((column) => row[column] ?? null).find((value) => !isEmpty(value)) ?? null
    return anyCase && typeof first === 'string' ? lower(first) : first
  }
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
  const way = asked.down ? -1 : 1
  return rows
    .filter(fits)
    .toSorted((a, b) => {
      for (const term of list.sorts[asked.sort]?.by ?? []) {
        const [one, other] = [valueOf(a, term), valueOf(b, term)]
        if (one === null || other === null) {
          if (one !== other) return one === null ? 1 : -1
        } else if (compare(one, other) !== 0) return way * compare(one, other)
      }
      return way * compare(String(a['id']), String(b['id']))
    })
    .map(({ id }) => String(id))
}

/** All of it, as somebody turns its pages. */
function pageByPage(page: (offset: number) => { total: number; items: { id: string }[] }, size: number): string[] {
  const ids: string[] = []
  for (let offset = 0; ; offset += size) {
    const { total, items } = page(offset)
    ids.push(...items.map(({ id }) => id))
    if (items.length < size) {
      expect(ids.length).toBe(total)
      return ids
    }
  }
}

test('pledges: for any rows, filters and order, page by page what a plain filter and sort make of them', () => {
  fc.assert(
    fc.property(
      fc.array(aPledgeRow, { maxLength: 24 }),
      pledgeQuery,
      search,
      fc.integer({ min: 1, max: 9 }),
      (made, query, words, size) => {
        const rows = withIds(made)
        const db = tableOf('pledge', pledgeRecord, rows)
        const pledges = createPledges(
          core(db),
          () => null,
          () => undefined,
        )
        const found = pageByPage((offset) => pledges.list({ ...query, search: words, offset, limit: size }), size)
        expect(found).toEqual(
          byHand(
            pledgeList,
            pledgeRecord.searched,
            rows.map((row) => saying(row, pack)),
            query,
            words,
          ),
        )
        db.close()
      },
    ),
    { numRuns: runs(400) },
  )
})

test('actions: the same', () => {
  fc.assert(
    fc.property(
      fc.array(anActionRow, { maxLength: 24 }),
      fc.array(aListedRow, { maxLength: 6 }),
      actionQuery,
      search,
      fc.integer({ min: 1, max: 9 }),
      (made, listed, query, words, size) => {
        const rows = withIds(made)
        const db = tableOf('action', actionRecord, rows)
        db.exec(
          `CREATE TABLE idea (id TEXT, reference TEXT, session TEXT, tableId TEXT, question TEXT, status TEXT, made TEXT)`,
        )
        db.exec('CREATE TABLE delegate (name TEXT, organisation TEXT, sector TEXT, email TEXT, status TEXT)')
        const put = db.prepare('INSERT INTO delegate VALUES (@name, @organisation, @sector, @email, @status)')
        for (const one of listed) put.run(one)
        const workshops = createWorkshops(core(db))
        const found = pageByPage(
          (offset) => workshops.listActions({ ...query, search: words, offset, limit: size }),
          size,
        )
        expect(found).toEqual(
          byHand(
            actionList,
            actionRecord.searched,
            rows.map((row) => onTheList(saying(row, pack), listed)),
            query,
            words,
          ),
        )
        db.close()
      },
    ),
    { numRuns: runs(400) },
  )
})

test('what an address says of a list is what was asked for, and what it says wrongly it does not say', () => {
  fc.assert(
    fc.property(pledgeQuery, (query) => {
      const said = new Map(pledgeList.saidOf(query))
      expect(pledgeList.askedBy((part) => said.get(part) ?? null)).toEqual(query)
    }),
  )
  expect(pledgeList.saidOf(pledgeList.usual)).toEqual([])
  const wrong: Record<string, string> = {
    status: 'lost',
    gaps: 'date,soul',
    madeFrom: 'yesterday',
    sort: '-mood',
    contact: 'maybe',
  }
  expect(pledgeList.askedBy((part) => wrong[part] ?? null)).toEqual(pledgeList.usual)
})
