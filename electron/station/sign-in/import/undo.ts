/** Takes an import back: what it alone wrote goes, and whoever something else was said of since stays as they are. */
import { createHash } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import {
  type BeforeUndoing,
  type MadeImport,
  MOST_NAMED,
  type UndoneImport,
  type UndoProgress,
} from '../../../../shared/contract/import.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import { checkpoint, withOwnCheckpoints } from '../../kernel/database/index.ts'
import type { Journal, Writer } from '../../kernel/journal/index.ts'
import { drain, inSlices, type Stopwatch } from '../../../slices.ts'
import type { createSignInRows } from '../rows.ts'
import { createWhoGoes, type Going } from './who-goes.ts'
import { type ImportRow, importUndoBegan, importUndone } from './import-facts.ts'
import { createSpokenOf, idsIn, type SpokenOf } from './spoken-of.ts'
import { paced } from './paced.ts'

/** How many people are taken back in one transaction: a twentieth of a second, so that nobody at a door waits. */
const PAGE = 100
/** How many people are looked at before the others have their turn. */
const LOOK = 500

type Deps = {
  db: Database
  journal: Journal
  rows: ReturnType<typeof createSignInRows>
  stopwatch: Stopwatch
  /** What is being typed, and under which name: with ids in it. */
  drafts: () => Iterable<string>
  /** Takes what was said of a person out of all facts about them. */
  takeOut: (write: Writer, id: string) => void
}

type Undoing = UndoneImport | { code: 'changed'; before: BeforeUndoing } | null
type Asked = { id: string; reason: string; seen: string }

/** The ids of people. */
type Plan = Record<Going, string[]>
/** What a plan was made from: another text as soon as it may come out otherwise. */
type Planned = { plan: Plan; from: string }

export function createImportUndo({ db, journal, rows, stopwatch, drafts, takeOut }: Deps) {
  const all: Statement<[], ImportRow> = db.prepare('SELECT * FROM listImport ORDER BY at DESC, id DESC LIMIT 100')
  const one: Statement<[string], ImportRow> = db.prepare('SELECT * FROM listImport WHERE id = ?')
  const takenBack: Statement<[], { id: string }> = db.prepare(
    "SELECT id FROM listImport WHERE undone <> '' OR undoing <> '' ORDER BY id",
  )
  const byName: Statement<[], { id: string; name: string; organisation: string }> = db.prepare(
    'SELECT id, name, organisation FROM delegate ORDER BY name COLLATE NOCASE, id',
  )
  const viewOf = ({ id, at, name, added, updated, undone, undoing, importing }: ImportRow): MadeImport => ({
    id,
    at,
    name,
    added,
    updated,
    undone: undone === '' ? null : undone,
    undoing: undoing === '' ? null : undoing,
    importing: importing === '' ? null : importing,
  })
  /** Not taken back, or not to the end. */
  const standing = (id: string): ImportRow | null => {
    const row = one.get(id)
    return row === undefined || row.undone !== '' ? null : row
  }
  const spokenOf = ({ id }: ImportRow): SpokenOf => createSpokenOf(journal, journal.facts.about(id)[0])

  /** As it is now; to be asked again after anything was written. */
  function whoGoes(row: ImportRow, spoken: SpokenOf) {
    const undone = [row.id, ...takenBack.all().map(({ id }) => id)]
    const typed = new Set([...drafts()].flatMap(idsIn))
    const from = JSON.stringify([spoken.count(), undone, [...typed]])
    const of = createWhoGoes(spoken, { list: row.id, undone: new Set(undone), typed })
    return {
      from,
      of: (person: string): Going | null => (rows.get(person) === null ? null : of(person)),
      /** Those lists of theirs that count no more. */
      lists: (person: string): string[] => [...spoken.byLists(person).keys()].filter((list) => undone.includes(list)),
    }
  }
  /** Yields between pieces. */
  function* planning(row: ImportRow, spoken: SpokenOf): Generator<number, Planned> {
    yield* spoken.readOn()
    const now = whoGoes(row, spoken)
    const plan: Plan = { gone: [], back: [], stay: [] }
    let looked = 0
    for (const person of spoken.people()) {
      const going = now.of(person)
      if (going !== null) plan[going].push(person)
      looked += 1
      if (looked % LOOK === 0) yield spoken.count()
    }
    return { plan, from: now.from }
  }
  const seenOf = (plan: Plan): string =>
    createHash('sha256')
      .update(JSON.stringify([plan.gone, plan.back, plan.stay].map((ids) => ids.toSorted())))
      .digest('base64url')
  function told(plan: Plan): BeforeUndoing {
    const group = (ids: readonly string[]) => {
      const theirs = new Set(ids)
      const people: BeforeUndoing['gone']['people'] = []
      for (const { id, name, organisation } of theirs.size === 0 ? [] : byName.iterate()) {
        if (theirs.has(id)) people.push({ name, organisation })
        if (people.length === Math.min(theirs.size, MOST_NAMED)) break
      }
      return { count: ids.length, people }
    }
    return { seen: seenOf(plan), gone: group(plan.gone), back: group(plan.back), stay: group(plan.stay) }
  }
  function* looking(id: string): Generator<number, BeforeUndoing | null> {
    const row = standing(id)
    return row === null ? null : told((yield* planning(row, spokenOf(row))).plan)
  }

  /** Takes back what is said of these, each as it is by now; answers how many went which way. In a transaction of the caller's. */
  function takePage(write: Writer, page: readonly string[], { row, spoken, reason }: Run): Record<Going, number> {
    drain(spoken.readOn())
    const now = whoGoes(row, spoken)
    const did = { gone: 0, back: 0, stay: 0 }
    const saidMore: string[] = []
    for (const person of page) {
      const going = now.of(person)
      if (going === null) continue
      did[going] += 1
      if (going === 'back') write.about(importUndone, person, { import: row.id, reason })
      if (going !== 'gone') continue
      // The same list may be read in again, and bring them under the same id. Why they went may name them.
      const takesBack = [...spoken.goesWith(person)]
      for (const list of now.lists(person)) write.about(importUndone, person, { import: list, reason: '', takesBack })
      if (spoken.saysMore(person)) saidMore.push(person)
    }
    for (const person of saidMore) takeOut(write, person)
    return did
  }

  /**
   * Yields how far it is. In pages, each a transaction of its own: cut off between two, it is being taken back from then on, and goes on
   * where somebody asks again. Who goes is looked at again in each, for people come in meanwhile.
   */
  function* takingBack(actor: Actor, { id, reason, seen }: Asked): Generator<UndoProgress, Undoing> {
    const found = standing(id)
    if (found === null) return null
    const spoken = spokenOf(found)
    const facts = journal.facts.count()
    const looks = planning(found, spoken)
    let look = looks.next()
    for (; look.done !== true; look = looks.next())
      yield { code: 'progress', phase: 'looking', done: look.value, of: facts }
    const planned = look.value
    const did: Record<Going, number> = { gone: 0, back: 0, stay: 0 }
    let todo: string[] = []
    let done = 0
    /** Null where it is to be taken back as it was seen. */
    const begin = (write: Writer, row: ImportRow): Undoing => {
      drain(spoken.readOn())
      const { plan } = whoGoes(row, spoken).from === planned.from ? planned : drain(planning(row, spoken))
      if (seenOf(plan) !== seen) return { code: 'changed', before: told(plan) }
      todo = [...plan.gone, ...plan.back]
      did.stay = plan.stay.length
      if (todo.length > PAGE && row.undoing === '') write.about(importUndoBegan, id, { reason })
      return null
    }
    // All of a page in one transaction: what another program writes comes before the look, or after it is done.
    const next = (): Undoing | 'more' =>
      journal.commit(actor, (write): Undoing | 'more' => {
        const row = standing(id)
        // Another screen may have done the rest.
        if (row === null) return done === 0 ? null : { code: 'undone', ...did }
        const changed = done === 0 ? begin(write, row) : null
        if (changed !== null) return changed
        const went = takePage(write, todo.slice(done, done + PAGE), { row, spoken, reason })
        for (const going of ['gone', 'back', 'stay'] as const) did[going] += went[going]
        done = Math.min(todo.length, done + PAGE)
        if (done < todo.length) return 'more'
        write.about(importUndone, id, { import: id, reason })
        return { code: 'undone', ...did }
      })
    const pages = function* (): Generator<UndoProgress, Undoing> {
      for (let answer = next(); ; answer = next()) {
        if (answer !== 'more') return answer
        yield { code: 'progress', phase: 'taking-back', done, of: todo.length }
      }
    }
    const answer = yield* withOwnCheckpoints(db, stopwatch, pages())
    if (answer?.code === 'undone') checkpoint(db)
    return answer
  }

  return {
    /** The newest hundred, newest first. */
    imports: (): MadeImport[] => all.all().map(viewOf),
    /** Whom `undo` would touch; null where there is no such import, or it was taken back already. */
    before: (id: string): BeforeUndoing | null => drain(looking(id)),
    /** The same for a screen, while others go on with their work. */
    beforeInSlices: (id: string, signal?: AbortSignal): Promise<BeforeUndoing | null> => inSlices(looking(id), signal),
    /**
     * What was said of those who go, and what it said of those who go back, is taken out of the facts as well. Does nothing where
     * `seen` is of another plan than the one that it would carry out now, and tells that one. Null as in `before`.
     */
    undo: (actor: Actor, asked: Asked): Undoing => drain(takingBack(actor, asked)),
    /** The same, a page at a time. */
    inPages: takingBack,
    /** The same for a screen. Stops when `signal` says so; what was taken back until then is, and the list says that it is not done. */
    async *undoing(
      actor: Actor,
      asked: Asked,
      signal?: AbortSignal,
    ): AsyncGenerator<UndoProgress | NonNullable<Undoing>, 'not-standing' | 'told'> {
      const answer = yield* paced(takingBack(actor, asked), signal)
      if (answer === null) return 'not-standing'
      yield answer
      return 'told'
    },
  }
}

/** What all pages of one taking back have in common. */
type Run = { row: ImportRow; spoken: SpokenOf; reason: string }
