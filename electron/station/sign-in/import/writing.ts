/** Writes a list in pages, each a transaction of its own, so that nobody at a door waits; a list of one page in one step. */
import type { Database, Statement } from 'better-sqlite3'
import type { Actor } from '../../../../shared/domain/fact.ts'
import type { ImportProgress } from '../../../../shared/contract/import.ts'
import { checkpoint, withOwnCheckpoints } from '../../kernel/database/index.ts'
import type { Journal, Writer } from '../../kernel/journal/index.ts'
import { createMeasuredSteps, drain, type MeasuredSteps, saying, type Stopwatch } from '../../../slices.ts'
import { UNNAMED } from '../facts.ts'
import { importBegan, importEnded, importMade, type ImportRow } from './import-facts.ts'
import { createMeanwhile, type Meanwhile } from './meanwhile.ts'
import type { Missed } from './missed.ts'
import type { Outcome } from './outcome.ts'
import { foldName } from './people-keys.ts'
import { idInList, type ReadList } from './person-id.ts'
import { type Add, createPersonWriter, type Update } from './write.ts'

/** So many people are written in one transaction. Of a longer list the first so many: what that takes tells how many are next. */
const PAGE = 40
/** At least so many of a longer list. */
const LEAST = 10
/** For how many people the ids are made before the others have their turn. */
const PREPARED = 200

type Deps = {
  db: Database
  journal: Journal
  newBadge: () => string
  stopwatch: Stopwatch
  /** The ids of those who were erased: they never come back under them. */
  erased: () => ReadonlySet<string>
}

/** `name` is the list's. */
type List = ReadList & { name: string }
/** Somebody of the list who is new, with the id that the list gives them; or somebody known, of whom it says something new. */
type Task = { add: Add; id: string } | { update: Update }
/** `stopped`: it was taken back at another screen. */
export type ListWritten =
  | { code: 'written'; outcome: Outcome; missed: Missed }
  | { code: 'changed'; outcome: Outcome }
  | { code: 'stopped' }

/** A list on its way. `isInOne`: all of it in one commit. `added`, `updated`: what it comes to, with what was written of it before. */
type Run = {
  id: string
  isInOne: boolean
  outcome: Outcome
  tasks: readonly Task[]
  done: number
  added: number
  updated: number
  missed: Missed
  meanwhile: Meanwhile
}

export function createListWriter({ db, journal, newBadge, stopwatch, erased }: Deps) {
  const needs: Statement<[string], { access: string; dietary: string }> = db.prepare(
    'SELECT access, dietary FROM needs WHERE id = ?',
  )
  const isIn: Statement<[string], { id: string }> = db.prepare(
    "SELECT id FROM listImport WHERE digest = ? AND undone = '' AND undoing = '' LIMIT 1",
  )
  const half: Statement<[string], ImportRow> = db.prepare(
    "SELECT * FROM listImport WHERE digest = ? AND importing <> '' AND undone = '' AND undoing = '' ORDER BY at, id LIMIT 1",
  )
  const one: Statement<[string], ImportRow> = db.prepare('SELECT * FROM listImport WHERE id = ?')
  const person: Statement<[string], { id: string; name: string }> = db.prepare(
    'SELECT id, name FROM delegate WHERE id = ?',
  )

  /** In the order of their ids, by which the data keeps them and the check reads them: nothing is looked for twice. */
  function* prepared(list: List, { matched }: Outcome): Generator<void, Task[]> {
    const adds: { add: Add; id: string }[] = []
    for (const add of matched.adds) {
      adds.push({ add, id: idInList(list, add.row) })
      if (adds.length % PREPARED === 0) yield
    }
    yield
    adds.sort((first, second) => (first.id < second.id ? -1 : 1))
    yield
    return [...adds, ...matched.updates.map((update) => ({ update }))]
  }

  /** Null where there is nothing to write. Goes on with what was begun of the same file. */
  function begin(write: Writer, { digest, name }: List, outcome: Outcome, tasks: readonly Task[]): Run | null {
    const { added, updated, met } = outcome.matched
    const found = half.get(digest)
    const run = { outcome, tasks, done: 0, missed: { adds: [], updates: [] }, meanwhile: createMeanwhile(journal) }
    if (found !== undefined) {
      const all = { added: Math.max(found.added, added), updated: Math.max(found.updated, updated) }
      return { ...run, ...all, id: found.id, isInOne: false }
    }
    // Where nobody new is vouched for either, no import was made.
    if (tasks.length === 0 && (met.length === 0 || isIn.get(digest) !== undefined)) return null
    const isInOne = tasks.length <= PAGE
    const { subject: id } = write.begin(isInOne ? importMade : importBegan, { name, added, updated, digest, met })
    return { ...run, id, isInOne, added, updated }
  }

  /** So many of the next, and after the last that it is done. Leaves out whoever others have written of meanwhile. */
  function writePage(write: Writer, run: Run, size: number): void {
    const { id: list, missed, meanwhile } = run
    const others = meanwhile.look()
    const names = new Set(
      [...others.came].map((id) => foldName(person.get(id)?.name ?? '')).filter((key) => key !== ''),
    )
    const gone = erased()
    const needsOf = (id: string) => needs.get(id) ?? { access: '', dietary: '' }
    const people = createPersonWriter(write, { list, newBadge, needsOf })
    for (const task of run.tasks.slice(run.done, run.done + size)) {
      if ('update' in task) {
        const { update } = task
        if (!others.spokenOf.has(update.id) && person.get(update.id) !== undefined) people.update(update)
        else if (update.restore || Object.keys(update.changes).length > 0) missed.updates.push(update)
        continue
      }
      const { add, id } = task
      const { name, listName } = add.values
      const isCalledSo = names.size > 0 && (names.has(foldName(name)) || names.has(foldName(listName)))
      if (others.came.has(id) || isCalledSo) {
        missed.adds.push(add)
        continue
      }
      // Somebody may have it who is called so differently by now that nothing else tells that it is them.
      const isTheirs = gone.has(id) || (person.get(id)?.name ?? UNNAMED) !== UNNAMED
      people.add(add, isTheirs ? null : id)
    }
    const last = people.last()
    if (last !== null) meanwhile.wroteOurselves(last)
    run.done = Math.min(run.tasks.length, run.done + size)
    if (run.done < run.tasks.length || run.isInOne) return
    const { added, updated } = run
    write.about(importEnded, list, { added: added - missed.adds.length, updated: updated - missed.updates.length })
  }

  /**
   * Yields how far it is. `current` tells in the first transaction what is to be written by now, and whether that is still wanted. Cut off
   * between two pages, the list says so, and reading the same file again goes on with it.
   */
  function* writing(
    actor: Actor,
    list: List,
    expected: Outcome,
    current: () => { outcome: Outcome; isWanted: boolean },
  ): Generator<ImportProgress, ListWritten> {
    const tasks = yield* saying({ code: 'progress', done: 0, of: 0 }, prepared(list, expected))
    const pages = createMeasuredSteps(PAGE, LEAST, stopwatch)
    const started = pages.measured((size) =>
      journal.commit(actor, (write): Run | ListWritten => {
        const { outcome, isWanted } = current()
        if (!isWanted) return { code: 'changed', outcome }
        const run = begin(write, list, outcome, outcome === expected ? tasks : drain(prepared(list, outcome)))
        if (run === null) return { code: 'written', outcome, missed: { adds: [], updates: [] } }
        writePage(write, run, size)
        return run
      }),
    )
    if ('code' in started) return started
    const { missed, outcome } = started
    const stands = yield* withOwnCheckpoints(db, stopwatch, writingOn(actor, started, pages))
    if (!stands) return { code: 'stopped' }
    checkpoint(db)
    return { code: 'written', outcome, missed }
  }

  /** The rest of a list that was begun, a transaction a step. Answers false where it was taken back at another screen. */
  function* writingOn(actor: Actor, run: Run, pages: MeasuredSteps): Generator<ImportProgress, boolean> {
    while (run.done < run.tasks.length) {
      yield { code: 'progress', done: run.done, of: run.tasks.length }
      const stands = pages.measured((size) =>
        journal.commit(actor, (write) => {
          const row = one.get(run.id)
          if (row === undefined || row.undone !== '' || row.undoing !== '') return false
          writePage(write, run, size)
          return true
        }),
      )
      if (!stands) return false
    }
    return true
  }

  return {
    writing,
    /** Whether a list of these bytes was begun and never ended. */
    isHalf: (digest: string): boolean => half.get(digest) !== undefined,
  }
}
