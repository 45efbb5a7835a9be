/** What the details of a person are called in a sentence. */
import type { PersonField } from '../../../../shared/domain/import-decisions.ts'

export const PERSON_WORDS: Record<PersonField, string> = {
  name: 'name',
  listName: 'name on the list',
  role: 'role',
  organisation: 'organisation',
  area: 'service area',
  sector: 'sector',
  email: 'email',
  table: 'table',
  ticket: 'ticket',
  accessNeeds: 'access needs',
  dietaryNeeds: 'dietary needs',
}
