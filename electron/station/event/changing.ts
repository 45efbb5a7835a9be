/** Changing the event: what may be changed, what hangs on it, and where that goes; in one transaction. */
import type { Choice, EventChangeAnswer } from '../../../shared/contract/event.ts'
import { overtaken, valueAt, withChanges } from '../../../shared/domain/event-change/apply.ts'
import { changesBetween } from '../../../shared/domain/event-change/between.ts'
import type { PackChange } from '../../../shared/domain/event-change/change.ts'
import { type Entry, type Hanging, type HangingPart, whatHangsOn } from '../../../shared/domain/event-change/hanging.ts'
import { seatAt } from '../../../shared/domain/event-change/seat.ts'
import { valueInWords } from '../../../shared/domain/event-change/words.ts'
import { checkPack, type EventPack, type PackError } from '../../../shared/domain/event-pack.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import { formatReference } from '../../../shared/domain/reference.ts'
import type { Journal, Writer } from '../kernel/journal/index.ts'
import type { createEvents } from './event.ts'

type Written = { hanging(): Iterable<Entry> }
type Deps = {
  journal: Journal
  events: Pick<ReturnType<typeof createEvents>, 'must' | 'change'>
  pledges: Written & {
    reassign(write: Writer, id: string, changes: { type?: string; priority?: string }, reason: string): void
  }
  workshops: Written & {
    placeAction(write: Writer, id: string, to: { session?: string; table?: string }, reason: string): void
    placeIdea(
      write: Writer,
      id: string,
      to: { session?: string; table?: string; question?: string },
      reason: string,
    ): void
    givePriority(write: Writer, id: string, priority: string, reason: string): void
  }
  signIn: {
    seats(): { id: string; table: string; sector: string }[]
    seat(write: Writer, id: string, table: string, reason: string): void
  }
}

/** What is to be changed. `keepsRest`: whatever nothing was chosen for stays where it is, and what it hangs on is closed. */
export type WantedChange = { changes: readonly PackChange[]; choices?: readonly Choice[]; keepsRest?: boolean }

/** Where an entry goes. */
type Move = { entry: Entry; to: Partial<Record<HangingPart, string>>; from: string[] }

export function createEventChanges({ journal, events, pledges, workshops, signIn }: Deps) {
  const entriesOf = (pack: EventPack): Entry[] => [
    ...serving(pack, pledges.hanging()),
    ...workshops.hanging(),
    ...signIn.seats().map(({ id, table, sector }) => ({
      what: 'people' as const,
      id,
      reference: '',
      on: { tables: seatAt(pack, table), sectors: sector },
    })),
  ]

  /** What would come of it: another event, what is wrong with it, and what hangs on what it closes. */
  function look({
    changes,
  }: Pick<WantedChange, 'changes'>):
    | { ok: false; errors: PackError[] }
    | { ok: true; pack: EventPack; next: EventPack; entries: Entry[]; hanging: Hanging[] } {
    const { pack } = events.must()
    const late = overtaken(pack, changes).map(({ path }) => ({ path, message: changedMeanwhile(pack, path) }))
    if (late.length > 0) return { ok: false, errors: late }
    const entries = entriesOf(pack)
    const coded = changes.some(({ path }) => path === 'code') ? codeError(pack, entries) : null
    if (coded !== null) return { ok: false, errors: [coded] }
    const candidate = withChanges(pack, changes)
    const reading = checkPack(candidate)
    if (!reading.ok) return { ok: false, errors: reading.errors.map((error) => byIds(candidate, error)) }
    const shown = (reference: string): string => `${pack.code}-${formatReference(reference)}`
    return { ok: true, pack, next: reading.pack, entries, hanging: whatHangsOn(pack, reading.pack, entries, shown) }
  }

  function change(by: Actor, { changes, choices = [], keepsRest = false }: WantedChange): EventChangeAnswer {
    let answer: EventChangeAnswer = { code: 'changed', moved: 0 }
    journal.atomically(() => {
      const seen = look({ changes })
      if (!seen.ok) return void (answer = { code: 'refused', errors: seen.errors })
      const chosen = new Map(choices.map((choice) => [`${choice.part} ${choice.id}`, choice]))
      const wrong = seen.hanging.flatMap(({ part, id, name, others }) => {
        const to = chosen.get(`${part} ${id}`)?.to ?? null
        return to === null || others.some((other) => other.id === to)
          ? []
          : [
              {
                path: `${part}/${id}`,
                message: `What hangs on “${name}” cannot go to “${to}”. Choose one that stays open`,
              },
            ]
      })
      if (wrong.length > 0) return void (answer = { code: 'refused', errors: wrong })
      const open = seen.hanging.filter(({ part, id }) => !chosen.has(`${part} ${id}`))
      if (open.length > 0 && !keepsRest) return void (answer = { code: 'hangs', hanging: open })
      const moves = movesOf(seen, chosen)
      const next = followed(seen.next, chosen)
      events.change(by, [...changes, ...changesBetween(seen.next, next)])
      journal.commit(by, (write) => {
        for (const move of moves) put(write, move, next)
        keepPriorities(write, { next, entries: seen.entries, moves })
        keepSeats(write, seen.pack, next)
      })
      answer = { code: 'changed', moved: moves.length }
    })
    return answer
  }

  function put(write: Writer, { entry: { what, id }, to, from }: Move, pack: EventPack): void {
    const reason = `${from.map((name) => `“${name}”`).join(', ')} was closed`
    const { tables, programme, questions, priorities, pledgeTypes } = to
    const place = {
      ...(tables === undefined ? {} : { table: tables }),
      ...(programme === undefined ? {} : { session: programme }),
    }
    if (what === 'people') {
      const name = pack.tables.find((table) => table.id === tables)?.name
      if (name !== undefined) signIn.seat(write, id, name, reason)
    } else if (what === 'pledges')
      pledges.reassign(
        write,
        id,
        {
          ...(pledgeTypes === undefined ? {} : { type: pledgeTypes }),
          ...(priorities === undefined ? {} : { priority: priorities }),
        },
        reason,
      )
    else if (what === 'ideas') {
      const session = pack.programme.find((one) => one.questions.some((question) => question.id === questions))?.id
      workshops.placeIdea(
        write,
        id,
        { ...place, ...(questions === undefined || session === undefined ? {} : { question: questions, session }) },
        reason,
      )
    } else {
      if (tables !== undefined || programme !== undefined) workshops.placeAction(write, id, place, reason)
      if (priorities !== undefined) workshops.givePriority(write, id, priorities, reason)
    }
  }

  /**
   * A pledge without a priority of its own serves that of its kind. Where the kind serves another by now, or it is of another kind, it
   * still serves what it did.
   */
  function keepPriorities(
    write: Writer,
    { next, entries, moves }: { next: EventPack; entries: readonly Entry[]; moves: readonly Move[] },
  ): void {
    const served = new Map(entries.map(({ id, on }) => [id, on.priorities ?? null]))
    const usual = new Map(next.pledgeTypes.map(({ id, priority }) => [id, priority]))
    const moved = new Map(moves.map(({ entry, to }) => [entry.id, to]))
    for (const { id, on } of pledges.hanging()) {
      const was = served.get(id) ?? null
      if ((on.priorities ?? null) !== null || was === null || moved.get(id)?.priorities !== undefined) continue
      if (usual.get(on.pledgeTypes ?? '') === was) continue
      pledges.reassign(write, id, { priority: was }, 'It serves what it served before its kind was changed')
    }
  }

  /** Where people sit is a table’s name on their entry: it follows when the table is called otherwise. */
  function keepSeats(write: Writer, before: EventPack, after: EventPack): void {
    const renamed = new Map(
      after.tables.flatMap(({ id, name }) => {
        const was = before.tables.find((table) => table.id === id)
        return was === undefined || was.name === name ? [] : [[id, name]]
      }),
    )
    if (renamed.size === 0) return
    for (const { id, table } of signIn.seats()) {
      const name = renamed.get(seatAt(before, table) ?? '')
      if (name !== undefined) signIn.seat(write, id, name, 'The table is called otherwise')
    }
  }

  return { look, change }
}

/** With the priority that a pledge serves by its kind, where it has none of its own. */
function* serving(pack: EventPack, all: Iterable<Entry>): Generator<Entry> {
  const usual = new Map(pack.pledgeTypes.map(({ id, priority }) => [id, priority]))
  for (const entry of all)
    yield {
      ...entry,
      on: { ...entry.on, priorities: entry.on.priorities ?? usual.get(entry.on.pledgeTypes ?? '') ?? null },
    }
}

const changedMeanwhile = (pack: EventPack, path: string): string => {
  const now = valueInWords(valueAt(pack, path))
  return `This was changed meanwhile${now === '' ? '' : `, to “${now.slice(0, 200)}”`}. Look at it, and change it once more if it should be otherwise`
}

function codeError({ code }: EventPack, entries: readonly Entry[]): PackError | null {
  const one = entries.find(({ reference }) => reference !== '')
  if (entries.length === 0) return null
  const what =
    one === undefined
      ? `Badges that begin with ${code} were given out already`
      : `References that begin with ${code} were given out already (${code}-${formatReference(one.reference)} is one)`
  return { path: 'code', message: `${what}. The code stays: nobody would find theirs by what stands on their paper` }
}

/** Those that go elsewhere. An idea answers its question, and stays with it where a session is closed. */
function movesOf(
  { entries, hanging }: { entries: readonly Entry[]; hanging: readonly Hanging[] },
  chosen: ReadonlyMap<string, Choice>,
): Move[] {
  const names = new Map(hanging.map(({ part, id, name }) => [`${part} ${id}`, name]))
  return entries.flatMap((entry) => {
    const parts = (Object.keys(entry.on) as HangingPart[]).flatMap((part) => {
      const key = `${part} ${entry.on[part] ?? ''}`
      const to = chosen.get(key)?.to ?? null
      const name = names.get(key)
      if (to === null || name === undefined || (entry.what === 'ideas' && part === 'programme')) return []
      return [{ part, to, name }]
    })
    if (parts.length === 0) return []
    return [
      { entry, to: Object.fromEntries(parts.map(({ part, to }) => [part, to])), from: parts.map(({ name }) => name) },
    ]
  })
}

/** What usually serves a priority serves the other one where that was chosen. */
function followed(pack: EventPack, chosen: ReadonlyMap<string, Choice>): EventPack {
  const other = (priority: string): string => chosen.get(`priorities ${priority}`)?.to ?? priority
  return {
    ...pack,
    pledgeTypes: pack.pledgeTypes.map((type) => ({
      ...type,
      priority: type.priority === null ? null : other(type.priority),
    })),
    programme: pack.programme.map((session) => ({
      ...session,
      priorities: [...new Set(session.priorities.map(other))],
    })),
  }
}

/** The place of an error by ids, as changes name it: `tables[2].name` is `tables/table-3/name`. */
function byIds(pack: unknown, { path, message }: PackError): PackError {
  let here: unknown = pack
  const names = path === '(file)' ? [] : path.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  const shown = names.map((name) => {
    const index = /^\d+$/.test(name) && Array.isArray(here) ? Number(name) : null
    here = (here as Record<string, unknown> | undefined)?.[name]
    const id = (here as { id?: unknown } | undefined)?.id
    return index !== null && typeof id === 'string' ? id : name
  })
  return { path: shown.join('/'), message }
}
