/** Writes what an import does: facts about people who are new, and about what is new of those who are known. */
import type { PersonField } from '../../../../shared/contract/import.ts'
import { type Fact, isGone } from '../../../../shared/domain/fact.ts'
import { bodyOf, type Writer } from '../../journal/index.ts'
import { delegateAdded, delegateAmended, delegateRestored, importOf, needsRecorded } from '../facts.ts'
import { importMade, importUndone } from './made.ts'
import type { MatchedImport } from './match.ts'

/** Why details were changed; the history of a person shows it. */
const IMPORTED_AGAIN = 'Imported again'
const CHOSEN = 'Chosen when a list was imported'
const NEEDS_CHOSEN = 'Needs chosen when a list was imported'
const RESTORED = 'Put back when a list was imported'

type Changes = Partial<Record<PersonField, string>>

const NEEDS = ['accessNeeds', 'dietaryNeeds'] as const
const detailsOf = ({ accessNeeds: _access, dietaryNeeds: _dietary, ...details }: Changes) => details
const touchesNeeds = (changes: Changes) => NEEDS.some((field) => changes[field] !== undefined)
const isEmpty = (changes: object) => Object.keys(changes).length === 0

const fieldsOf = (changes: Changes) => Object.keys(changes) as PersonField[]

/** `digest` is that of the list’s file, as hex; `isIn`: this very list was read in before and stands. */
type List = { name: string; digest: string; isIn: boolean }
type Deps = { list: List; newBadge: () => string; needsOf: (id: string) => { access: string; dietary: string } }

/** Inside a transaction of the caller's. Where there is nothing to write, and nobody new is vouched for, no import was made. */
export function writeImport(write: Writer, matched: MatchedImport, { list, newBadge, needsOf }: Deps): void {
  const { adds, updates, met, added, updated } = matched
  if (adds.length + updates.length === 0 && (met.length === 0 || list.isIn)) return
  const { name: called, digest } = list
  const brought = { import: write.begin(importMade, { name: called, added, updated, digest, met }).subject }
  const choose = (id: string, chosen: Changes) => {
    const changes = detailsOf(chosen)
    if (!isEmpty(changes))
      write.about(delegateAmended, id, { changes, reason: CHOSEN, chosen: fieldsOf(changes), ...brought })
    if (touchesNeeds(chosen))
      write.about(delegateAmended, id, { changes: {}, reason: NEEDS_CHOSEN, chosen: [...NEEDS], ...brought })
  }
  for (const { values, chosen } of adds) {
    const { name, role, organisation, area, sector, email, table, ticket, accessNeeds, dietaryNeeds } = values
    const { subject } = write.begin(delegateAdded, {
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
    })
    if (accessNeeds !== '' || dietaryNeeds !== '')
      write.about(needsRecorded, subject, { access: accessNeeds, dietary: dietaryNeeds, ...brought })
    if (!isEmpty(chosen)) choose(subject, chosen)
  }
  for (const { id, changes, chosen, restore } of updates) {
    if (restore) write.about(delegateRestored, id, { reason: RESTORED, ...brought })
    const details = Object.fromEntries(
      Object.entries(detailsOf(changes)).filter(([field]) => chosen[field as PersonField] === undefined),
    )
    if (!isEmpty(details)) write.about(delegateAmended, id, { changes: details, reason: IMPORTED_AGAIN, ...brought })
    if (touchesNeeds(changes)) {
      const { access, dietary } = needsOf(id)
      write.about(needsRecorded, id, {
        access: changes.accessNeeds ?? access,
        dietary: changes.dietaryNeeds ?? dietary,
        ...brought,
      })
    }
    choose(id, chosen)
  }
}

/** The fields of a person whose last change was made by somebody here, or chosen by them, and not brought by an import. */
export function correctedIn(facts: readonly Fact[]): ReadonlySet<string> {
  const fields = new Set<string>()
  const undone = new Set(facts.flatMap((fact) => bodyOf(importUndone, fact)?.import ?? []))
  for (const fact of facts) {
    if (fact.fields.some(isGone) || undone.has(importOf(fact) ?? '')) continue
    if (fact.type === needsRecorded.type) {
      // An import is the organiser's; at the door it is a steward, or the person themselves.
      for (const field of NEEDS)
        if (fact.by.role === 'organiser') fields.delete(field)
        else fields.add(field)
    }
    const amended = bodyOf(delegateAmended, fact)
    if (amended === null) continue
    const { changes, chosen = [] } = amended
    for (const field of Object.keys(changes))
      if (amended.import === undefined) fields.add(field)
      else fields.delete(field)
    for (const field of chosen) fields.add(field)
  }
  return fields
}
