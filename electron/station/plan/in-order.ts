/** Reads what the plan is made of in its order: by priority, in each the pledges by their kind, then the actions as each table put them. */
import type { Database } from 'better-sqlite3'
import type { StoredAction } from '../../../shared/domain/action.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { StoredPledge } from '../../../shared/domain/pledge.ts'

/** How many rows are read at once: few enough to hold, and no reading is left open while a file is written. */
const PAGE = 1000

/** The delegate who made a pledge, as the list has them now; nulls where it is nobody on it. */
export type Maker = {
  delegateName: string | null
  delegateRole: string | null
  delegateEmail: string | null
  delegateOrganisation: string | null
  delegateArea: string | null
  delegateSector: string | null
}
/** An action with its place among its table's, from 1. */
export type RankedAction = StoredAction & { rank: number }

const OF_KIND = `SELECT p.*, d.name AS delegateName, d.role AS delegateRole, d.email AS delegateEmail, d.organisation AS delegateOrganisation, d.area AS delegateArea, d.sector AS delegateSector
  FROM pledge p LEFT JOIN onePerson o ON o.id = p.delegate LEFT JOIN delegate d ON d.id = coalesce(o.leader, p.delegate)
  WHERE p.status = 'live' AND p.type = @type AND p.priority IS @priority AND (p.made, p.id) > (@made, @id) ORDER BY p.made, p.id LIMIT ${PAGE}`
// Its place is counted among all of its table's, whatever each of them serves.
const OF_TABLE = `SELECT * FROM (
    SELECT a.*, row_number() OVER (ORDER BY place, id) AS rank FROM action a WHERE status = 'live' AND session = @session AND tableId = @tableId)
  WHERE priority IS @priority AND rank > @rank ORDER BY rank LIMIT ${PAGE}`

type Kind = { priority: string | null; type: string }
type Table = { priority: string | null; session: string; tableId: string }
/** What stands under one priority, as the pack has it; `null` where it is none. */
type Group = { priority: string | null; kinds: Kind[]; tables: Table[] }

export type Entry =
  | { what: 'pledge'; row: StoredPledge & Maker; priority: string | null }
  | { what: 'action'; row: RankedAction }

/** Every live pledge and action, once. A pledge without a priority of its own stands under that of its kind. */
export function* entriesInOrder(db: Database, pack: EventPack): Generator<Entry> {
  const ofKind = db.prepare<[Kind & { made: string; id: string }], StoredPledge & Maker>(OF_KIND)
  const ofTable = db.prepare<[Table & { rank: number }], RankedAction>(OF_TABLE)
  for (const { priority, kinds, tables } of groupsOf(db, pack)) {
    for (const kind of kinds)
      for (const row of pagesOf<StoredPledge & Maker>((last) =>
        ofKind.all({ ...kind, made: last?.made ?? '', id: last?.id ?? '' }),
      ))
        yield { what: 'pledge', row, priority }
    for (const table of tables)
      for (const row of pagesOf<RankedAction>((last) => ofTable.all({ ...table, rank: last?.rank ?? 0 })))
        yield { what: 'action', row }
  }
}

/** Page after page, each asked for by the last row of the one before. */
function* pagesOf<Row>(read: (last: Row | undefined) => Row[]): Generator<Row> {
  let last: Row | undefined
  for (;;) {
    const rows = read(last)
    yield* rows
    last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
  }
}

/** Withdrawn or live rows of one table, oldest first. */
export function* oldestFirst<Row extends { made: string; id: string }>(
  db: Database,
  table: 'pledge' | 'action' | 'idea',
  status: 'live' | 'withdrawn',
): Generator<Row> {
  const read = db.prepare<[{ status: string; made: string; id: string }], Row>(
    `SELECT * FROM ${table} WHERE status = @status AND (made, id) > (@made, @id) ORDER BY made, id LIMIT ${PAGE}`,
  )
  yield* pagesOf<Row>((last) => read.all({ status, made: last?.made ?? '', id: last?.id ?? '' }))
}

function groupsOf(db: Database, pack: EventPack): Iterable<Group> {
  const kinds = db
    .prepare<[], Kind>("SELECT DISTINCT priority, type FROM pledge WHERE status = 'live' ORDER BY priority, type")
    .all()
  const tables = db
    .prepare<[], Table>(
      "SELECT DISTINCT priority, session, tableId FROM action WHERE status = 'live' ORDER BY priority, session, tableId",
    )
    .all()
  const usual = new Map(pack.pledgeTypes.map(({ id, priority }) => [id, priority]))
  const [byPriority, byType, bySession, byTable] = [
    placesOf(pack.priorities),
    placesOf(pack.pledgeTypes),
    placesOf(pack.programme),
    placesOf(pack.tables),
  ]
  // What a pack no longer has comes after what it has; “none” comes last of all.
  const groups = new Map<string | null, Group>()
  const groupOf = (priority: string | null): Group => {
    const group = groups.get(priority) ?? { priority, kinds: [], tables: [] }
    groups.set(priority, group)
    return group
  }
  for (const kind of kinds) groupOf(kind.priority ?? usual.get(kind.type) ?? null).kinds.push(kind)
  for (const table of tables) groupOf(table.priority).tables.push(table)
  return [...groups.values()]
    .toSorted((one, other) => byPriority(one.priority) - byPriority(other.priority))
    .map((group) => ({
      ...group,
      kinds: group.kinds.toSorted((one, other) => byType(one.type) - byType(other.type)),
      tables: group.tables.toSorted(
        (one, other) =>
          bySession(one.session) - bySession(other.session) || byTable(one.tableId) - byTable(other.tableId),
      ),
    }))
}

/** Where each stands in the pack. */
function placesOf(items: readonly { id: string }[]): (id: string | null) => number {
  const places = new Map(items.map(({ id }, place) => [id, place]))
  return (id) => (id === null ? items.length + 1 : (places.get(id) ?? items.length))
}
