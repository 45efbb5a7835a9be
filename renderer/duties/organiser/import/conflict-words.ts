/** What is asked where a list and this tablet differ, and the answers there are. Pure. */
import type { ImportConflict } from '../../../../shared/contract/import.ts'
import {
  type Choice,
  type ConflictKind,
  type ImportChoices,
  isAboutSame,
  PERSON_FIELDS,
  type PersonField,
} from '../../../../shared/domain/import-decisions.ts'
import { countWords } from '../../../components/tree-totals.ts'

const PERSON_LABELS: Record<PersonField, string> = {
  name: 'Name',
  listName: 'Name on the list',
  role: 'Role',
  organisation: 'Organisation',
  area: 'Service area',
  sector: 'Sector',
  email: 'E-mail',
  table: 'Table',
  ticket: 'Ticket',
  accessNeeds: 'Access needs',
  dietaryNeeds: 'Dietary needs',
}

export const KIND_WORDS: Record<ConflictKind, { title: string; hint: string }> = {
  duplicate: {
    title: 'May be somebody we have already',
    hint: 'The names are alike, but nothing else says that they are one person. Unless you choose, nobody is added.',
  },
  differs: {
    title: 'Two rows about one person',
    hint: 'They do not say the same. Unless you choose, the upper row is used; where the addresses or the names differ, both are added.',
  },
  withdrawn: {
    title: 'Taken off the list',
    hint: 'They were taken off the list on this tablet. Unless you choose, they stay off it.',
  },
  corrected: {
    title: 'Corrected on this tablet',
    hint: 'Somebody put these right by hand. Unless you choose, what they wrote is kept.',
  },
  changed: {
    title: 'New details',
    hint: 'The file says something new. Unless you choose, the file is taken.',
  },
}

/** The answers for all of a kind. */
const GENERAL: Record<ConflictKind, Partial<Record<Choice, string>>> = {
  duplicate: {
    leave: 'Leave the row out for now',
    keep: 'The same person: keep this tablet’s details',
    take: 'The same person: take the file’s details',
    two: 'Two people: add this one',
  },
  differs: {
    keep: 'The same person: use the upper row',
    take: 'The same person: use the lower row',
    two: 'Two people: add both',
  },
  withdrawn: { leave: 'Leave them off the list', take: 'Put them back on the list' },
  corrected: { keep: 'Keep this tablet’s', take: 'Take the file’s' },
  changed: { take: 'Take the file’s', keep: 'Keep this tablet’s' },
}

export const generalWords = (kind: ConflictKind, choice: Choice): string => GENERAL[kind][choice] ?? choice

/** The answers for one; where it is about one detail, with what would stand there. */
export function choiceWords({ kind, field, ours, theirs }: ImportConflict, choice: Choice, say: Say): string {
  if (field === null) return generalWords(kind, choice)
  return choice === 'keep' ? `Keep “${say(field, ours[field] ?? '')}”` : `Take “${say(field, theirs[field] ?? '')}”`
}

/** A detail as people read it: a sector by its name. */
export type Say = (field: PersonField, value: string) => string

export type Side = { field: PersonField; label: string; value: string; differs: boolean }

/** Both sides, line by line: the details that either of them has. */
export function sidesOf(
  { ours, theirs }: Pick<ImportConflict, 'ours' | 'theirs'>,
  say: Say,
): { ours: Side[]; theirs: Side[] } {
  const fields = PERSON_FIELDS.filter((field) => (ours[field] ?? '') !== '' || (theirs[field] ?? '') !== '')
  const side = (person: ImportConflict['ours']): Side[] =>
    fields.map((field) => ({
      field,
      label: PERSON_LABELS[field],
      value: say(field, person[field] ?? ''),
      // An empty cell says nothing, so it takes nothing away.
      differs: (theirs[field] ?? '') !== '' && theirs[field] !== (ours[field] ?? ''),
    }))
  return { ours: side(ours), theirs: side(theirs) }
}

/** Over each side. */
export const sideTitles = ({
  row,
  earlier,
}: Pick<ImportConflict, 'row' | 'earlier'>): { ours: string; theirs: string } => ({
  ours: earlier === null ? 'On this tablet' : `Row ${countWords(earlier)}`,
  theirs: earlier === null ? `In the file, row ${countWords(row)}` : `Row ${countWords(row)}`,
})

/** What one conflict is called. */
export const conflictName = ({ row, field, ours, theirs }: ImportConflict): string => {
  const who = ours.name ?? theirs.name ?? ''
  return field === null
    ? `${theirs.name ?? who}, row ${countWords(row)}`
    : `${who}: ${PERSON_LABELS[field].toLowerCase()}`
}

/** The conflict as it will be settled, also before the station has said so. */
export const chosenFor = ({ each, all }: ImportChoices, conflict: ImportConflict): Choice =>
  each.find((one) => isAboutSame(one, conflict))?.choice ?? all[conflict.kind] ?? conflict.choice
