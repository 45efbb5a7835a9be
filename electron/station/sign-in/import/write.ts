/** Writes what an import does of one person after the other: facts about who is new, and about what is new of those who are known. */
import type { PersonField } from '../../../../shared/domain/import-decisions.ts'
import type { Fact } from '../../../../shared/domain/fact.ts'
import type { Writer } from '../../kernel/journal/index.ts'
import { delegateAdded, delegateAmended, delegateRestored, needsRecorded } from '../facts.ts'
import type { MatchedImport } from './match.ts'
import { NEEDS } from './origin.ts'

/** Why details were changed; the history of a person shows it. */
const IMPORTED_AGAIN = 'Imported again'
const CHOSEN = 'Chosen when a list was imported'
const RESTORED = 'Put back when a list was imported'

type Changes = Partial<Record<PersonField, string>>
export type Add = MatchedImport['adds'][number]
export type Update = MatchedImport['updates'][number]

const detailsOf = ({ accessNeeds: _access, dietaryNeeds: _dietary, ...details }: Changes) => details
const touchesNeeds = (changes: Changes) => NEEDS.some((field) => changes[field] !== undefined)
const isEmpty = (changes: object) => Object.keys(changes).length === 0

/** `list`: the id of the import. */
type Deps = {
  list: string
  newBadge: () => string
  needsOf: (id: string) => { access: string; dietary: string }
}

/** Inside a transaction of the caller's. */
export function createPersonWriter(write: Writer, { list, newBadge, needsOf }: Deps) {
  const brought = { import: list }
  let last: Fact | null = null
  const about: Writer['about'] = (...given) => (last = write.about(...given))
  const originFor = (chosen: Changes) => ({ origin: touchesNeeds(chosen) ? ('chosen' as const) : ('import' as const) })
  const choose = (id: string, chosen: Changes) => {
    const changes = detailsOf(chosen)
    if (!isEmpty(changes)) about(delegateAmended, id, { changes, reason: CHOSEN, ...brought, origin: 'chosen' })
  }
  return {
    /** `id`: null where they get one of their own, by chance. */
    add({ values, chosen }: Add, id: string | null): void {
      const { accessNeeds, dietaryNeeds, ...details } = values
      const body = { ...details, badge: newBadge(), walkIn: false, ...brought, origin: 'import' as const }
      // Of whoever goes by this id there may be facts: the list was taken back, or another tablet spoke of them.
      const { subject } = (last = id === null ? write.begin(delegateAdded, body) : about(delegateAdded, id, body))
      if (accessNeeds !== '' || dietaryNeeds !== '') {
        const needs = { access: accessNeeds, dietary: dietaryNeeds }
        about(needsRecorded, subject, { ...needs, first: true, ...brought, ...originFor(chosen) })
      }
      choose(subject, chosen)
    },
    update({ id, changes, chosen, restore }: Update): void {
      if (restore) about(delegateRestored, id, { reason: RESTORED, ...brought })
      const details = Object.fromEntries(
        Object.entries(detailsOf(changes)).filter(([field]) => chosen[field as PersonField] === undefined),
      )
      if (!isEmpty(details))
        about(delegateAmended, id, { changes: details, reason: IMPORTED_AGAIN, ...brought, origin: 'import' })
      // Needs that are kept against the list are said again, so that the next one leaves them.
      if (touchesNeeds(changes) || touchesNeeds(chosen)) {
        const { access, dietary } = needsOf(id)
        about(needsRecorded, id, {
          access: changes.accessNeeds ?? access,
          dietary: changes.dietaryNeeds ?? dietary,
          ...brought,
          ...originFor(chosen),
        })
      }
      choose(id, chosen)
    },
    /** The last fact that was written here. */
    last: (): Fact | null => last,
  }
}
