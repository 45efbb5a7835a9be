/** Decides what an import does with each row: add, update, leave, or ask. What nobody has chosen is done as is least harm. Pure. */
import type { ImportConflict } from '../../../../shared/contract/import.ts'
import type { Choice, ConflictKind, ImportChoices, PersonField } from '../../../../shared/domain/import-decisions.ts'
import { createChooser } from './chooser.ts'
import {
  apartness,
  asCalled,
  createPeopleKeys,
  differences,
  foldName,
  type Keys,
  type Known,
  type Values,
  valuesOf,
} from './people-keys.ts'
import { PERSON_WORDS } from './person-words.ts'
import type { DelegateCandidate } from './row-reader.ts'
import type { RowError } from './notices.ts'

/** A delegate as the list holds them now. */
export type Listed = Values & { id: string; withdrawn: boolean }

type Changes = Partial<Record<PersonField, string>>

export type MatchedImport = {
  /** `chosen`: what somebody chose against an earlier row, and what is not to be put back by the next import. */
  adds: { row: number; values: Values; chosen: Changes }[]
  updates: { row: number; id: string; name: string; changes: Changes; chosen: Changes; restore: boolean }[]
  /** Those on the list who stand on this one as well, and of whom it says nothing new: their ids. */
  met: string[]
  added: number
  updated: number
  unchanged: number
  repeated: number
  duplicates: number
  conflicts: ImportConflict[]
  /** What an organiser should know about rows that were not simply added. */
  notices: RowError[]
}

type Deps = {
  listed: Iterable<Listed>
  /** Those on the list who are probably the same person, though no key says so. */
  similar: (person: { name: string; organisation: string; email: string }) => readonly { id: string }[]
  /** Fields whose last change was made here, by a person; those are not put back. */
  corrected: (id: string) => ReadonlySet<string>
  choices: ImportChoices
}

/** All the rows about one person, the first of which counts unless somebody chose otherwise. */
type Group = {
  known: Known
  row: number
  said: Values
  /** Fields that somebody chose from a later row. */
  later: Set<PersonField>
  /** How a possible duplicate was settled: the same person, whose details are kept or replaced. */
  same: 'keep' | 'take' | null
  /** Null where they are not touched. */
  settled: (Settled & { restore: boolean }) | null
}

/** `usual`: what is done unless somebody chooses, where that is not what is usual of the kind. */
type Asked = { field?: PersonField | null; earlier?: number | null; usual?: Choice | null }

/** Details that are taken from the list, and that are kept though nobody has corrected them before. */
type Settled = { takes: PersonField[]; keeps: PersonField[] }

export function* matchImport(
  candidates: readonly DelegateCandidate[],
  { listed, similar, corrected, choices }: Deps,
): Generator<void, MatchedImport> {
  const result: MatchedImport = {
    adds: [],
    updates: [],
    met: [],
    added: 0,
    updated: 0,
    unchanged: 0,
    repeated: 0,
    duplicates: 0,
    conflicts: [],
    notices: [],
  }
  const keys = createPeopleKeys()
  const groups = new Map<Known, Group>()
  const byId = new Map<string, Known>()
  const choose = createChooser(choices)
  const isTaken = (known: Known) => groups.has(known)

  for (const person of listed) {
    if (byId.size % 512 === 0) yield
    const { id, withdrawn, ...values } = person
    const known: Known = { id, values, withdrawn }
    byId.set(id, known)
    keys.add(known, keys.of(values))
  }
  const ask = (
    row: number,
    kind: ConflictKind,
    ours: ImportConflict['ours'],
    theirs: ImportConflict['theirs'],
    { field = null, earlier = null, usual = null }: Asked = {},
  ): Choice => {
    const choice = choose(row, kind, field, usual)
    result.conflicts.push({ row, kind, field, earlier, ours, theirs, choice })
    return choice
  }
  const notice = (row: number, name: string, reason: string) =>
    void result.notices.push({ row, column: '', value: name, reason })
  const begin = (known: Known, row: number, said: Values, same: Group['same'] = null): Group => {
    const group: Group = { known, row, said, later: new Set(), same, settled: null }
    groups.set(known, group)
    return group
  }
  const beginNew = (row: number, said: Values, own: Keys) => {
    const known: Known = { id: null, values: said, withdrawn: false }
    keys.add(known, own)
    begin(known, row, said)
  }
  /** Who else on the list may be the person of this row, with what was chosen about it; null where nobody may. */
  const twin = (row: number, said: Values): { known: Known; choice: Choice } | null => {
    const [known] = (byId.size === 0 ? [] : similar(said))
      .flatMap(({ id }) => byId.get(id) ?? [])
      .toSorted((one, other) => apartness(said, one.values) - apartness(said, other.values))
    if (known === undefined) return null
    const choice = ask(row, 'duplicate', known.values, said)
    if (choice === 'leave') {
      const { name, organisation } = known.values
      notice(
        row,
        said.name,
        `This may be ${name}${organisation === '' ? '' : ` of ${organisation}`}, who is on the list already, so nobody was added. If they are two people, add this one with “Not on the list” at the door.`,
      )
    }
    return { known, choice }
  }

  const rows = []
  const firstWith = new Map<string, number>()
  for (const [index, candidate] of candidates.entries()) {
    if (index % 64 === 0) yield
    const said = valuesOf(candidate)
    rows.push({ row: candidate.row, said, own: keys.of(said) })
    if (!firstWith.has(said.ticket)) firstWith.set(said.ticket, index)
  }
  /**
   * Somebody on the list whose ticket a row below has. When the same file was imported first they were not there yet, and a
   * row above, which fits them as well, was about somebody else.
   */
  const isMeantBelow = ({ id, values: { ticket } }: Known, index: number): boolean =>
    id !== null && ticket !== '' && (firstWith.get(ticket) ?? index) > index

  for (const [index, { row, said: written, own }] of rows.entries()) {
    if (index % 64 === 0) yield
    const matched = keys.find(own, written, isTaken, (known) => isMeantBelow(known, index))
    let known = matched
    let same: Group['same'] = null
    if (matched === undefined) {
      const found = twin(row, written)
      if (found?.choice === 'leave') {
        if (found.known.id !== null) result.met.push(found.known.id)
        result.duplicates += 1
        continue
      }
      if (found === null || found.choice === 'two') {
        beginNew(row, written, own)
        continue
      }
      known = found.known
      same = found.choice === 'take' ? 'take' : 'keep'
    }
    if (known === undefined) continue
    const group = groups.get(known)
    const said = asCalled(written, group?.said ?? known.values)
    if (group === undefined) {
      const first = begin(known, row, said, same)
      if (known.id === null) continue
      const restore = known.withdrawn && ask(row, 'withdrawn', known.values, said) === 'take'
      if (known.withdrawn && !restore)
        notice(row, said.name, 'This person was taken off the list on this tablet, so they were not put back.')
      else {
        first.settled = { restore, ...settle(known.id, first) }
        // What they are called from now on; a row below may know them by it.
        keys.add(known, keys.of(willBe(first)))
      }
      continue
    }
    const apart = differences(said, group.said)
    // What the list will say is no news either, whatever an earlier row says.
    if (apart.length === 0 || (group.settled !== null && differences(said, willBe(group)).length === 0)) {
      result.repeated += 1
      keys.add(known, own)
      continue
    }
    const choice = ask(row, 'differs', group.said, said, {
      earlier: group.row,
      usual: mayBeTwo(group.said, said) ? 'two' : null,
    })
    if (choice !== 'two') keys.add(known, own)
    switch (choice) {
      case 'two':
        beginNew(row, said, own)
        break
      case 'take':
        group.said = { ...group.said, ...Object.fromEntries(apart.map((field) => [field, said[field]])) }
        for (const field of apart) group.later.add(field)
        result.repeated += 1
        break
      case 'keep':
      case 'leave':
        result.duplicates += 1
        notice(
          row,
          said.name,
          `This row is about the same person as row ${group.row} but says something else, so only row ${group.row} was used. Correct the file, or correct the person on the list.`,
        )
    }
  }

  for (const { known, row, said, later, settled } of groups.values()) {
    if (known.id === null) {
      result.added += 1
      const chosen = Object.fromEntries([...later].map((field) => [field, said[field]]))
      result.adds.push({ row, values: said, chosen })
    } else finish(known.id, known.values, { row, said, later, settled })
  }
  return result

  /** What becomes of each detail in which the first row about somebody on the list says otherwise. */
  function settle(id: string, { known: { values: ours }, row, said, same }: Group): Settled {
    const apart = differences(said, ours)
    const corrections = apart.length === 0 ? NONE : corrected(id)
    const takes: PersonField[] = []
    const keeps: PersonField[] = []
    for (const field of apart) {
      const kind = corrections.has(field) ? 'corrected' : 'changed'
      if (settledBy(field, kind) === 'take') takes.push(field)
      // What somebody corrected here is kept by every import anyway.
      else if (kind === 'changed') keeps.push(field)
    }
    return { takes, keeps }

    function settledBy(field: PersonField, kind: 'corrected' | 'changed'): Choice {
      if (same === 'take') return 'take'
      // Nothing is lost where the list says nothing.
      if (ours[field] === '' && (same === 'keep' || kind === 'changed')) return 'take'
      if (same === 'keep') return 'keep'
      const one = { name: ours.name, [field]: ours[field] }
      const choice = ask(row, kind, one, { name: said.name, [field]: said[field] }, { field })
      if (kind === 'corrected' && choice === 'keep')
        notice(
          row,
          said.name,
          `The ${PERSON_WORDS[field]} of this person was corrected on this tablet, so “${ours[field]}” was kept.`,
        )
      return choice
    }
  }

  function finish(
    id: string,
    ours: Values,
    { row, said, later, settled }: Pick<Group, 'row' | 'said' | 'later' | 'settled'>,
  ) {
    if (settled === null) {
      result.unchanged += 1
      result.met.push(id)
      return
    }
    const { restore, takes, keeps } = settled
    const from = (fields: Iterable<PersonField>, values: Values): Changes =>
      Object.fromEntries([...fields].map((field) => [field, values[field]]))
    // What is kept against the list, or chosen from a later row, is said again, so that the next import leaves it.
    const newer = [...later].filter((field) => said[field] !== ours[field])
    const changes = {
      ...from(
        takes.filter((field) => !later.has(field)),
        said,
      ),
      ...from(newer, said),
    }
    const chosen = {
      ...from(
        keeps.filter((field) => !later.has(field)),
        ours,
      ),
      ...from(later, said),
    }
    if (Object.keys(changes).length > 0 || restore) result.updated += 1
    else result.unchanged += 1
    if (Object.keys(changes).length > 0 || Object.keys(chosen).length > 0 || restore)
      result.updates.push({ row, id, name: ours.name, changes, chosen, restore })
    else result.met.push(id)
  }
}

/** What the list will say of somebody on it. */
const willBe = ({ known, said, later, settled }: Group): Values => ({
  ...known.values,
  ...Object.fromEntries([...(settled?.takes ?? []), ...later].map((field) => [field, said[field]])),
})

/** Two rows of which neither the name nor the address says that they are about one person: nobody is lost to what they share. */
const mayBeTwo = (one: Values, other: Values): boolean => {
  const isSameCalled = foldName(one.name) === foldName(other.name)
  if (one.email === '' || other.email === '') return !isSameCalled
  const isSameTicket = one.ticket !== '' && one.ticket === other.ticket
  return one.email.toLowerCase() !== other.email.toLowerCase() && !(isSameCalled && isSameTicket)
}

const NONE: ReadonlySet<string> = new Set()
