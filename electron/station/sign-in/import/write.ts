/** Writes what an import does: facts about people who are new, and about what is new of those who are known. */
import type { PersonField } from '../../../../shared/contract/import.ts'
import type { Fact } from '../../../../shared/domain/fact.ts'
import { bodyOf, type Writer } from '../../journal/index.ts'
import { delegateAdded, delegateAmended, delegateRestored, needsRecorded } from '../facts.ts'
import type { MatchedImport } from './match.ts'

/** Why details were changed; the history of a person shows it. A change for another reason was made by a person, here. */
const IMPORTED_AGAIN = 'Imported again'
const CHOSEN = 'Chosen when a list was imported'
const NEEDS_CHOSEN = 'Needs chosen when a list was imported'
const RESTORED = 'Put back when a list was imported'

type Changes = Partial<Record<PersonField, string>>

const NEEDS = ['accessNeeds', 'dietaryNeeds'] as const
const detailsOf = ({ accessNeeds: _access, dietaryNeeds: _dietary, ...details }: Changes) => details
const touchesNeeds = (changes: Changes) => NEEDS.some((field) => changes[field] !== undefined)
const isEmpty = (changes: object) => Object.keys(changes).length === 0

type Deps = { newBadge: () => string; needsOf: (id: string) => { access: string; dietary: string } }

/** Inside a transaction of the caller's. */
export function writeImport(write: Writer, { adds, updates }: MatchedImport, { newBadge, needsOf }: Deps): void {
  const choose = (id: string, chosen: Changes) => {
    const details = detailsOf(chosen)
    if (!isEmpty(details)) write.about(delegateAmended, id, { changes: details, reason: CHOSEN })
    if (touchesNeeds(chosen)) write.about(delegateAmended, id, { changes: {}, reason: NEEDS_CHOSEN })
  }
  for (const { values, chosen } of adds) {
    const { name, role, organisation, sector, email, table, ticket, accessNeeds, dietaryNeeds } = values
    const { subject } = write.begin(delegateAdded, {
      name,
      role,
      organisation,
      sector,
      email,
      table,
      badge: newBadge(),
      ticket,
      walkIn: false,
    })
    if (accessNeeds !== '' || dietaryNeeds !== '')
      write.about(needsRecorded, subject, { access: accessNeeds, dietary: dietaryNeeds })
    if (!isEmpty(chosen)) choose(subject, chosen)
  }
  for (const { id, changes, chosen, restore } of updates) {
    if (restore) write.about(delegateRestored, id, { reason: RESTORED })
    const details = Object.fromEntries(
      Object.entries(detailsOf(changes)).filter(([field]) => chosen[field as PersonField] === undefined),
    )
    if (!isEmpty(details)) write.about(delegateAmended, id, { changes: details, reason: IMPORTED_AGAIN })
    if (touchesNeeds(changes)) {
      const { access, dietary } = needsOf(id)
      write.about(needsRecorded, id, {
        access: changes.accessNeeds ?? access,
        dietary: changes.dietaryNeeds ?? dietary,
      })
    }
    choose(id, chosen)
  }
}

/** The fields of a person whose last change was made by somebody here, or chosen by them, and not brought by an import. */
export function correctedIn(facts: readonly Fact[]): ReadonlySet<string> {
  const fields = new Set<string>()
  for (const fact of facts) {
    if (fact.redacted) continue
    if (fact.type === needsRecorded.type) {
      // An import is the organiser's; at the door it is a steward, or the person themselves.
      for (const field of NEEDS)
        if (fact.by.role === 'organiser') fields.delete(field)
        else fields.add(field)
    }
    const amended = bodyOf(delegateAmended, fact)
    if (amended === null) continue
    const { changes, reason } = amended
    for (const field of Object.keys(changes))
      if (reason === IMPORTED_AGAIN) fields.delete(field)
      else fields.add(field)
    if (reason === NEEDS_CHOSEN) for (const field of NEEDS) fields.add(field)
  }
  return fields
}
