/** Writes what an import does: facts about people who are new, and about what is new of those who are known. */
import type { PersonField } from '../../../../shared/domain/import-decisions.ts'
import type { Writer } from '../../kernel/journal/index.ts'
import { delegateAdded, delegateAmended, delegateRestored, needsRecorded } from '../facts.ts'
import { importMade } from './import-facts.ts'
import type { MatchedImport } from './match.ts'
import { NEEDS } from './origin.ts'

/** Why details were changed; the history of a person shows it. */
const IMPORTED_AGAIN = 'Imported again'
const CHOSEN = 'Chosen when a list was imported'
const RESTORED = 'Put back when a list was imported'

type Changes = Partial<Record<PersonField, string>>

const detailsOf = ({ accessNeeds: _access, dietaryNeeds: _dietary, ...details }: Changes) => details
const touchesNeeds = (changes: Changes) => NEEDS.some((field) => changes[field] !== undefined)
const isEmpty = (changes: object) => Object.keys(changes).length === 0

/** `digest` is that of the list’s file, as hex; `isIn`: this very list was read in before and stands. */
type List = { name: string; digest: string; isIn: boolean }
type Deps = {
  list: List
  /** The id for whoever is new in this row of the list; null where they get one of their own, by chance. */
  idFor: (row: number) => string | null
  newBadge: () => string
  needsOf: (id: string) => { access: string; dietary: string }
}

/** Inside a transaction of the caller's. Where there is nothing to write, and nobody new is vouched for, no import was made. */
export function writeImport(write: Writer, matched: MatchedImport, { list, idFor, newBadge, needsOf }: Deps): void {
  const { adds, updates, met, added, updated } = matched
  if (adds.length + updates.length === 0 && (met.length === 0 || list.isIn)) return
  const { name: called, digest } = list
  const brought = { import: write.begin(importMade, { name: called, added, updated, digest, met }).subject }
  const originFor = (chosen: Changes) => ({ origin: touchesNeeds(chosen) ? ('chosen' as const) : ('import' as const) })
  const choose = (id: string, chosen: Changes) => {
    const changes = detailsOf(chosen)
    if (!isEmpty(changes)) write.about(delegateAmended, id, { changes, reason: CHOSEN, ...brought, origin: 'chosen' })
  }
  // In the order of their ids, by which the data keeps them and the check reads them: nothing is looked for twice.
  const placed = adds
    .map((one) => ({ ...one, id: idFor(one.row) }))
    .toSorted((one, other) => (one.id === other.id ? 0 : (one.id ?? '') < (other.id ?? '') ? -1 : 1))
  for (const { id, values, chosen } of placed) {
    const { name, role, organisation, area, sector, email, table, ticket, accessNeeds, dietaryNeeds } = values
    const body = {
      name,
      role,
      organisation,
      area,
      sector,
      email,
      table,
      badge: newBadge(),
      ticket,
      walkIn: false,
      ...brought,
      origin: 'import' as const,
    }
    // Of whoever goes by this id there may be facts: the list was taken back, or another tablet spoke of them.
    const { subject } = id === null ? write.begin(delegateAdded, body) : write.about(delegateAdded, id, body)
    if (accessNeeds !== '' || dietaryNeeds !== '') {
      const needs = { access: accessNeeds, dietary: dietaryNeeds }
      write.about(needsRecorded, subject, { ...needs, first: true, ...brought, ...originFor(chosen) })
    }
    choose(subject, chosen)
  }
  for (const { id, changes, chosen, restore } of updates) {
    if (restore) write.about(delegateRestored, id, { reason: RESTORED, ...brought })
    const details = Object.fromEntries(
      Object.entries(detailsOf(changes)).filter(([field]) => chosen[field as PersonField] === undefined),
    )
    if (!isEmpty(details))
      write.about(delegateAmended, id, { changes: details, reason: IMPORTED_AGAIN, ...brought, origin: 'import' })
    // Needs that are kept against the list are said again, so that the next one leaves them.
    if (touchesNeeds(changes) || touchesNeeds(chosen)) {
      const { access, dietary } = needsOf(id)
      write.about(needsRecorded, id, {
        access: changes.accessNeeds ?? access,
        dietary: changes.dietaryNeeds ?? dietary,
        ...brought,
        ...originFor(chosen),
      })
    }
    choose(id, chosen)
  }
}
