/** Delegates and their attendance: what is held of a person, and nothing more. */
import { z } from 'zod'
import { areaField, organisationField } from './entry.ts'
import { always, amounts, list, type ListQuery, moments, oneOfFew, oneValue, words, yesOrNo } from './list.ts'
import { conflict, flag, oneOf, record, type RowOf, type StoredOf, text } from './record.ts'
import { instant, optionalEmail, optionalLine, requiredName, slug } from './text.ts'

/** A delegate as they stand on the list: every field, in the order of its columns. */
const fields = {
  name: text().searched().asked(requiredName(120, 'Write the person’s name'), 'identity').called('Name'),
  /** What a list calls somebody who asked to be called otherwise: for staff alone. Empty where that is their name. */
  listName: text().searched().asked(optionalLine(120).optional(), 'identity').called('Name on the list').before(''),
  role: text().searched().asked(optionalLine(120), 'identity').called('Role'),
  organisation: organisationField,
  area: areaField,
  /** Empty where not known. */
  sector: text()
    .asked(z.union([z.literal(''), slug]), 'identity')
    .called('Sector'),
  email: text().searched().asked(optionalEmail, 'contact').called('E-mail'),
  tableName: text().shownAs('table').asked(optionalLine(60), 'identity').called('Table'),
  /** The code that is printed; `otherBadges` find them, too. */
  badge: text().hidden(),
  otherBadges: text().hidden(),
  ticket: text().hidden(),
  walkIn: flag(),
  status: oneOf(['listed', 'withdrawn']).hidden(),
  changed: text().hidden(),
  conflict: conflict(),
  /** What they need a word about with staff; empty where nothing. Never on a screen that anyone may stand at. */
  note: text().called('Note'),
}
export const delegateRecord = record(fields)
export type DelegateRow = RowOf<typeof fields>
/** As SQLite keeps it. */
export type StoredDelegate = StoredOf<typeof fields>
export const delegateDetails = delegateRecord.details
export type DelegateDetails = z.infer<typeof delegateDetails>

/** What may be chosen of two entries that are one person. */
export const CHOSEN_DETAILS = ['name', 'role', 'organisation', 'area', 'sector', 'table', 'email'] as const
export type ChosenDetail = (typeof CHOSEN_DETAILS)[number]
/** Of which of the two a detail stays. */
export const keptSides = z.partialRecord(z.enum(CHOSEN_DETAILS), z.enum(['one', 'other']))
export type KeptSides = z.infer<typeof keptSides>

const needs = {
  access: text().asked(optionalLine(300), 'need'),
  dietary: text().asked(optionalLine(300), 'need'),
}
/** Access and dietary needs: kept apart from the rest, purged first, and told in no history. */
export const needsRecord = record(needs)
export type NeedsRow = RowOf<typeof needs>
export const needsSchema = needsRecord.details
export type Needs = z.infer<typeof needsSchema>

/** A note that only staff see. Empty: nothing (any more). */
export const noteSchema = optionalLine(300)

/** Where a delegate stands: not here yet, here, or left. */
export const presenceSchema = z.enum(['expected', 'here', 'left'])

/** How the list of delegates is looked through. Where somebody stands is asked of the attendance, `apart`; `hasEmail` is 1 where there is an address. */
export const delegateList = list({
  filters: {
    presence: oneOfFew('presence', 'Here?', presenceSchema.options, { apart: true }),
    status: oneOfFew('status', 'Standing', ['listed', 'withdrawn']),
    sector: oneValue('sector', 'Sector'),
    organisation: oneValue('organisation', 'Organisation', { anyCase: true }),
    contact: yesOrNo('hasEmail', 'Has an e-mail address'),
    walkIn: yesOrNo('walkIn', 'Added at the door'),
    cameFrom: moments('from', 'came', 'First came from'),
    cameTo: moments('to', 'came', 'First came up to'),
  },
  sorts: {
    name: { called: 'Name', by: [always('name', { anyCase: true })], down: false },
    organisation: { called: 'Organisation', by: [words('organisation')], down: false },
    role: { called: 'Role', by: [words('role')], down: false },
    sector: { called: 'Sector', by: [amounts('sectorRank')], down: false },
    table: { called: 'Table', by: [words('tableName')], down: false },
  },
  order: 'name',
})
export type DelegateQuery = ListQuery<typeof delegateList>

/** Who came and left, as the door looks through it. */
export const arrivalList = list({
  filters: { presence: oneOfFew('presence', 'Here?', ['here', 'left']) },
  sorts: { since: { called: 'When', by: [always('since')], down: true } },
  order: 'since',
})

/** What anyone at a kiosk may see of another delegate. */
export const publicPerson = delegateRecord.view.pick({ id: true, name: true, organisation: true })
export type PublicPerson = z.infer<typeof publicPerson>

/** What a steward sees. `since` is when they came or left; `atStation` where. */
export const delegateView = delegateRecord.view.extend({
  withdrawn: z.boolean(),
  presence: presenceSchema,
  since: instant.nullable(),
  atStation: z.string(),
})
export type DelegateView = z.infer<typeof delegateView>

/** The fields that an import may fill. */
export const IMPORT_FIELDS = [
  'firstName',
  'lastName',
  'name',
  'knownAs',
  'role',
  'organisation',
  'area',
  'sector',
  'email',
  'table',
  'badge',
  'accessNeeds',
  'dietaryNeeds',
] as const
