/** Who is one person, of those whom this station holds facts about: read once, and again where a merge comes. */
import type { Database, Statement } from 'better-sqlite3'
import type { Fact } from '../../../../shared/domain/fact.ts'
import { bodyOf } from './catalogue.ts'
import type { createClashes } from './clashes.ts'
import { personErased } from './erasing.ts'
import type { createFactTable } from './fact-table.ts'
import { sha256 } from './hash.ts'
import { connected, onePersonTypes, standingMerges } from './one-person.ts'

type Deps = {
  db: Database
  facts: ReturnType<typeof createFactTable>
  clashes: ReturnType<typeof createClashes>
}

/** Of each who is one with others: those of them who are known and not forgotten, the first of whom leads; or all where none is. */
type Groups = ReadonlyMap<string, readonly string[]>

const TYPES = onePersonTypes.map(({ type }) => type)
const types: ReadonlySet<string> = new Set(TYPES)

/** Of each the leader and, as a hash, all whom that one leads. */
function companies(leaders: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const led = Map.groupBy(leaders.keys(), (id) => leaders.get(id) ?? id)
  const named = new Map([...led].map(([leader, ids]) => [leader, `${leader} ${sha256(ids.toSorted().join(' '))}`]))
  return new Map([...leaders].map(([id, leader]) => [id, named.get(leader) ?? leader]))
}

export function createPeople({ db, facts, clashes }: Deps) {
  const clear: Statement<[]> = db.prepare('DELETE FROM onePerson')
  const add: Statement<[string, string]> = db.prepare('INSERT INTO onePerson (id, leader) VALUES (?, ?)')

  const read = (): Groups => {
    const merges = standingMerges(clashes.counting(facts.ofTypes(TYPES)))
    if (merges.length === 0) return new Map()
    const erased = new Set(
      clashes.counting(facts.ofTypes([personErased.type])).flatMap((fact) => bodyOf(personErased, fact)?.ids ?? []),
    )
    const groups = connected(merges)
    const inTurn = (ids: readonly string[]): readonly string[] => {
      const { true: leading = [], false: others = [] } = Object.groupBy(ids, (id) =>
        String(!erased.has(id) && facts.hasAny(id)),
      )
      return [...leading, ...others]
    }
    const turns = new Map([...new Set(groups.values())].map((ids) => [ids, inTurn(ids)]))
    return new Map([...groups].map(([id, ids]) => [id, turns.get(ids) ?? ids]))
  }
  let known: Groups | null = null
  const now = (): Groups => (known ??= read())
  const all: Statement<[], { id: string; leader: string }> = db.prepare('SELECT id, leader FROM onePerson')
  const membersOf = (id: string): readonly string[] => now().get(id) ?? [id]

  const leaderOf = (id: string): string => membersOf(id)[0] ?? id

  return {
    /** True of a fact that may change who is one with whom, or who of them leads. */
    isOfPeople: (fact: Fact): boolean =>
      types.has(fact.type) ||
      now().has(fact.subject) ||
      (now().size > 0 && (bodyOf(personErased, fact)?.ids ?? []).some((id) => now().has(id))),
    /** True of one that says who is one with whom. */
    isMerging: ({ type }: Pick<Fact, 'type'>): boolean => types.has(type),
    forget: (): void => void (known = null),
    /** Everybody who is one with this one, the leader first; only they themselves where nobody is. */
    membersOf,
    leaderOf,
    /** In a transaction of the caller's, after facts came: keeps for SQL who leads whom, and answers who is in other company than before. */
    settle(): string[] {
      known = null
      const before = companies(new Map(all.all().map(({ id, leader }) => [id, leader])))
      const leaders = new Map([...now().keys()].map((id) => [id, leaderOf(id)]))
      const after = companies(leaders)
      const changed = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id))
      if (changed.length === 0) return changed
      clear.run()
      for (const [id, leader] of leaders) add.run(id, leader)
      return changed
    },
  }
}
