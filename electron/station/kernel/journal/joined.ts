/** What is one with what, of all that this station holds facts about: read once, and again where a merge comes. */
import type { Database, Statement } from 'better-sqlite3'
import type { Fact } from '../../../../shared/domain/fact.ts'
import { bodyOf, type Family } from './catalogue.ts'
import type { createClashes } from './clashes.ts'
import type { createFactTable } from './fact-table.ts'
import { sha256 } from './hash.ts'
import { connected, standingMerges, typesIn } from './one-thing.ts'

type Deps = {
  db: Database
  facts: ReturnType<typeof createFactTable>
  clashes: ReturnType<typeof createClashes>
}

/** Of each that is one with others: those of them that are known and not gone, the first of which leads; or all where none is. */
type Groups = ReadonlyMap<string, readonly string[]>

/** Of each the leader and, as a hash, all that it leads. */
function companies(leaders: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const led = Map.groupBy(leaders.keys(), (id) => leaders.get(id) ?? id)
  const named = new Map([...led].map(([leader, ids]) => [leader, `${leader} ${sha256(ids.toSorted().join(' '))}`]))
  return new Map([...leaders].map(([id, leader]) => [id, named.get(leader) ?? leader]))
}

function createJoinedIn({ db, facts, clashes }: Deps, family: Family) {
  const { table, gone } = family
  const types: ReadonlySet<string> = new Set(typesIn(family))
  const clear: Statement<[]> = db.prepare(`DELETE FROM ${table}`)
  const add: Statement<[string, string]> = db.prepare(`INSERT INTO ${table} (id, leader) VALUES (?, ?)`)
  const all: Statement<[], { id: string; leader: string }> = db.prepare(`SELECT id, leader FROM ${table}`)
  const goneIn = (fact: Fact): readonly string[] => (gone === null ? [] : (bodyOf(gone, fact)?.ids ?? []))

  const read = (): Groups => {
    const merges = standingMerges(family, clashes.counting(facts.ofTypes([...types])))
    if (merges.length === 0) return new Map()
    const out = new Set(gone === null ? [] : clashes.counting(facts.ofTypes([gone.type])).flatMap(goneIn))
    const groups = connected(family, merges)
    const inTurn = (ids: readonly string[]): readonly string[] => {
      const { true: leading = [], false: others = [] } = Object.groupBy(ids, (id) =>
        String(!out.has(id) && facts.hasAny(id)),
      )
      return [...leading, ...others]
    }
    const turns = new Map([...new Set(groups.values())].map((ids) => [ids, inTurn(ids)]))
    return new Map([...groups].map(([id, ids]) => [id, turns.get(ids) ?? ids]))
  }
  let known: Groups | null = null
  const now = (): Groups => (known ??= read())
  const leaderOf = (id: string): string => now().get(id)?.[0] ?? id

  return {
    has: (id: string): boolean => now().has(id),
    membersOf: (id: string): readonly string[] => now().get(id) ?? [id],
    isMerging: ({ type }: Pick<Fact, 'type'>): boolean => types.has(type),
    isOf: (fact: Fact): boolean =>
      types.has(fact.type) || now().has(fact.subject) || (now().size > 0 && goneIn(fact).some((id) => now().has(id))),
    forget: (): void => void (known = null),
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

/** `families`: each kind of thing of which two may be one. No id is in two of them. */
export function createJoined(deps: Deps, families: readonly Family[]) {
  const byFamily = new Map(families.map((family) => [family, createJoinedIn(deps, family)]))
  const each = [...byFamily.values()]
  const membersOf = (id: string, of?: Family): readonly string[] =>
    (of === undefined ? each.find((one) => one.has(id)) : byFamily.get(of))?.membersOf(id) ?? [id]

  return {
    /** True of a fact that may change what is one with what, or which of them leads. */
    isOfJoined: (fact: Fact): boolean => each.some((one) => one.isOf(fact)),
    /** True of one that says what is one with what. */
    isMerging: (fact: Pick<Fact, 'type'>): boolean => each.some((one) => one.isMerging(fact)),
    forget: (): void => each.forEach((one) => one.forget()),
    /** All that are one with this one, the leader first; only itself where nothing is. `of`: in this family alone. */
    membersOf,
    leaderOf: (id: string): string => membersOf(id)[0] ?? id,
    /** In a transaction of the caller's, after facts came: keeps for SQL which leads which, and answers what is in other company than before, by family. */
    settle: (): { family: Family; subjects: string[] }[] =>
      [...byFamily].map(([family, one]) => ({ family, subjects: one.settle() })),
  }
}
