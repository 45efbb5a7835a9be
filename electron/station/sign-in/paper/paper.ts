/** The paper sheet: who stands on it, and what was written on it, entered afterwards. */
import type { Statement } from 'better-sqlite3'
import type { PaperEntry } from '../../../../shared/contract/paper.ts'
import { makeBadge } from '../../../../shared/domain/badge.ts'
import { delegateRecord, type DelegateView, type StoredDelegate } from '../../../../shared/domain/delegate.ts'
import { type Actor, nameOf } from '../../../../shared/domain/fact.ts'
import type { StationCore } from '../../kernel/core.ts'
import type { Writer } from '../../kernel/journal/index.ts'
import { whyNotThen } from '../../kernel/written-then.ts'
import {
  attendanceUndone,
  changesIn,
  delegateAdded,
  delegateWithdrawn,
  signedIn,
  signedOut,
  type Step,
  stepsIn,
} from '../facts.ts'
import type { SignIn } from '../sign-in.ts'
import { entryName, firstOf, isLast, latestFirst, type Line, linesIn, timeOf } from './entries.ts'
import { createSheet } from './sheet.ts'

type Written = { in: string | null; out: string | null }
type Known = { at: string; station: string }
type CannotBe = { code: 'not-yet' | 'before-event' | 'out-before-in' | 'not-in' }
type Entered = { code: 'entered'; entry: PaperEntry; known: Known | null }

const TAKEN_BACK = 'Entered from the paper sheet by mistake'

type Person = Pick<StoredDelegate, 'id' | 'name' | 'organisation' | 'walkIn'> & { trail: string }

export type Paper = ReturnType<typeof createPaper>

export function createPaper(core: StationCore, signIn: SignIn, stationName: (id: string) => string) {
  const { db, journal, random, event } = core
  const sheet = createSheet(core)
  const one: Statement<[string], Person> = db.prepare(
    "SELECT d.id, d.name, d.organisation, d.walkIn, coalesce(a.trail, '[]') AS trail FROM delegate d LEFT JOIN attendance a ON a.id = d.id WHERE d.id = ?",
  )
  const onPaper: Statement<[], Person> = db.prepare(
    `SELECT d.id, d.name, d.organisation, d.walkIn, a.trail FROM attendance a JOIN delegate d ON d.id = a.id WHERE a.trail LIKE '%"how":"paper"%'`,
  )
  const personOf = (id: string): Person => {
    const person = one.get(journal.leaderOf(id))
    if (person === undefined) throw new Error(`The delegate ${id} is gone`)
    return person
  }

  /**
   * They came onto the list with this line, as one of the blank lines, and nothing else was ever said of them; nor that they are one with
   * somebody, who would go with them.
   */
  const cameWith = (person: Person, line: Line): boolean => {
    const { id, walkIn } = delegateRecord.read(person)
    if (!walkIn || line.from !== 0 || journal.membersOf(id).length > 1) return false
    const [added, first, ...more] = journal.facts.about(id)
    return (
      added?.type === delegateAdded.type &&
      first !== undefined &&
      nameOf(first) === firstOf(line) &&
      more.length === line.steps.length - 1
    )
  }
  const entryOf = (person: Person, line: Line, trail: readonly Step[]): PaperEntry => ({
    entered: entryName(line),
    delegate: person.id,
    name: person.name,
    organisation: person.organisation,
    added: cameWith(person, line),
    in: timeOf(line, 'in'),
    out: timeOf(line, 'out'),
    last: isLast(line, trail),
  })
  const latestEntry = (id: string): PaperEntry => {
    const person = personOf(id)
    const trail = stepsIn(person.trail)
    const line = linesIn(trail).at(-1)
    if (line === undefined) throw new Error('A line was entered and is not there')
    return entryOf(person, line, trail)
  }

  const cannotBe = (times: Written): CannotBe | null => {
    const code = whyNotThen(
      core,
      [times.in, times.out].filter((time) => time !== null),
    )
    if (code !== null) return { code }
    if (times.in !== null && times.out !== null && times.out <= times.in) return { code: 'out-before-in' }
    return null
  }
  const write = (to: Writer, id: string, times: Written): void => {
    if (times.in !== null) to.about(signedIn, id, { how: 'paper', at: times.in })
    if (times.out !== null) to.about(signedOut, id, { at: times.out })
  }
  const takeBack = (to: Writer, id: string, line: Line): void => {
    for (const [entry, takesBack] of signIn.onePerson.byEntry(id, line.steps.map(nameOf)))
      to.about(attendanceUndone, entry, { reason: TAKEN_BACK, takesBack })
  }
  const findLine = (id: string, entered: string): { line: Line; trail: Step[] } | null => {
    const trail = stepsIn(personOf(id).trail)
    const line = linesIn(trail).find((each) => entryName(each) === entered)
    return line !== undefined && isLast(line, trail) ? { line, trail } : null
  }
  const stepsOf = (times: Written): { kind: 'in' | 'out'; at: string; how: string }[] => [
    ...(times.in === null ? [] : [{ kind: 'in' as const, at: times.in, how: 'paper' }]),
    ...(times.out === null ? [] : [{ kind: 'out' as const, at: times.out, how: 'paper' }]),
  ]

  return {
    sheet: sheet.page,
    letters: sheet.letters,
    otherLetters: sheet.otherLetters,
    entered({ offset, limit }: { offset: number; limit: number }): { total: number; items: PaperEntry[] } {
      const all = onPaper.all().flatMap((person) => {
        const trail = stepsIn(person.trail)
        return linesIn(trail).map((line) => ({ person, line, trail }))
      })
      all.sort((a, b) => latestFirst(a.line, b.line))
      return {
        total: all.length,
        items: all.slice(offset, offset + limit).map(({ person, line, trail }) => entryOf(person, line, trail)),
      }
    },
    /** Null where nobody is listed under this id. */
    enter(
      actor: Actor,
      { delegate, instead, ...times }: Written & { delegate: string; instead: string | null },
    ):
      | Entered
      | CannotBe
      | { code: 'unchanged'; delegate: DelegateView; known: Known }
      | { code: 'withdrawn' | 'changed-since'; delegate: DelegateView }
      | null {
      const before = signIn.delegate(delegate)
      if (before === null) return null
      if (before.withdrawn) return { code: 'withdrawn', delegate: before }
      const wrong = cannotBe(times)
      if (wrong !== null) return wrong
      const replaced = instead === null ? null : findLine(delegate, instead)
      if (instead !== null && replaced === null) return { code: 'changed-since', delegate: before }
      const trail = stepsIn(personOf(delegate).trail)
      const others = replaced === null ? trail : trail.slice(0, replaced.line.from)
      const [was, will] = [changesIn(others), changesIn([...others, ...stepsOf(times)])]
      const [first] = was
      const known = first === undefined ? null : { at: first.at, station: stationName(first.station) }
      if (will.length === was.length && will.every((step, index) => step.at === was[index]?.at)) {
        // Leaves a correction where it was: it would take the line back and put nothing in its place.
        if (known === null) return { code: 'not-in' }
        return { code: 'unchanged', delegate: before, known }
      }
      journal.commit(actor, (to) => {
        if (replaced !== null) takeBack(to, delegate, replaced.line)
        write(to, before.id, times)
      })
      return { code: 'entered', entry: latestEntry(delegate), known }
    },
    /** The caller has looked for likely duplicates. */
    walkIn(
      actor: Actor,
      { name, organisation, ...times }: { name: string; organisation: string; in: string; out: string | null },
    ): Entered | CannotBe {
      const wrong = cannotBe(times)
      if (wrong !== null) return wrong
      const id = journal.commit(actor, (to) => {
        const { subject } = to.begin(delegateAdded, {
          name,
          organisation,
          role: '',
          sector: '',
          email: '',
          table: '',
          badge: makeBadge(event().pack.code, random),
          ticket: '',
          walkIn: true,
          origin: 'hand',
        })
        write(to, subject, times)
        return subject
      })
      return { code: 'entered', entry: latestEntry(id), known: null }
    },
    /** Null where nobody is listed under this id. */
    undo(
      actor: Actor,
      { delegate, entered }: { delegate: string; entered: string },
    ): { code: 'undone' | 'changed-since'; delegate: DelegateView } | null {
      const before = signIn.delegate(delegate)
      if (before === null) return null
      const found = findLine(delegate, entered)
      if (found === null) return { code: 'changed-since', delegate: before }
      const added = cameWith(personOf(delegate), found.line)
      journal.commit(actor, (to) => {
        takeBack(to, delegate, found.line)
        if (added) to.about(delegateWithdrawn, delegate, { reason: TAKEN_BACK })
      })
      return { code: 'undone', delegate: signIn.delegate(delegate) ?? before }
    },
  }
}
