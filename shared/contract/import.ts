/** Calls of the import: a list of delegates is looked at, put right, and read in. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { IMPORT_FIELDS } from '../domain/delegate.ts'
import { asGiven, instant, optionalLine, reasonSchema } from '../domain/text.ts'
import { call } from './base.ts'

const field = z.enum(IMPORT_FIELDS)
const heading = asGiven(2000)
const cell = optionalLine(500)

/** What is held of a person and may stand in a list: a ticket's code is theirs, our own badge never comes from outside. */
export const PERSON_FIELDS = [
  'name',
  'role',
  'organisation',
  'area',
  'sector',
  'email',
  'table',
  'ticket',
  'accessNeeds',
  'dietaryNeeds',
] as const
export type PersonField = (typeof PERSON_FIELDS)[number]

/**
 * Where a list and this tablet do not agree, and what may be done about it; the first is done unless somebody chooses.
 * `corrected`: a detail that was put right on this tablet. `changed`: any other detail. `duplicate`: somebody on the
 * tablet's list is probably the same person. `differs`: an earlier row is about the same person. `withdrawn`: they were
 * taken off the list on this tablet.
 */
export const CHOICES = {
  corrected: ['keep', 'take'],
  changed: ['take', 'keep'],
  duplicate: ['leave', 'keep', 'take', 'two'],
  differs: ['keep', 'take', 'two'],
  withdrawn: ['leave', 'take'],
} as const satisfies Record<string, readonly string[]>
export const CONFLICT_KINDS = ['duplicate', 'differs', 'withdrawn', 'corrected', 'changed'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]
const kind = z.enum(CONFLICT_KINDS)
const choice = z.enum(['keep', 'take', 'two', 'leave'])
export type Choice = z.infer<typeof choice>

/** At most so many corrections of single cells, and choices of single rows: more is work for the spreadsheet. */
export const MOST_BY_HAND = 2000

/** Corrections to the list, as if the file had said so; the file itself is not touched. `row` counts as a spreadsheet does. */
const fixes = z.object({
  cells: z
    .array(z.object({ row: z.int().min(1), heading, value: cell }))
    .max(MOST_BY_HAND)
    .default([]),
  /** Wherever this column says `from`: what to read instead, or null to leave those rows out. */
  everywhere: z
    .array(z.object({ heading, from: cell, to: cell.nullable() }))
    .max(200)
    .default([]),
  /** Rows left out on purpose. */
  without: z.array(z.int().min(1)).max(MOST_BY_HAND).default([]),
})
export type ImportFixes = z.infer<typeof fixes>

const choices = z.object({
  /** `field` only where the kind is about one detail. */
  each: z
    .array(z.object({ row: z.int().min(1), kind, field: z.enum(PERSON_FIELDS).nullable().default(null), choice }))
    .max(MOST_BY_HAND)
    .default([]),
  /** For all of a kind that have no choice of their own. */
  all: z.partialRecord(kind, choice).default({}),
})
export type ImportChoices = z.infer<typeof choices>

const importInput = z.object({
  file: z.file(),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).nullable().default(null),
  sheet: asGiven(200).nullable().default(null),
  /** Whether the first row is headings or somebody already; null to tell by what it says. */
  top: z.enum(['headings', 'people']).nullable().default(null),
  /** Heading for each field; null to leave a field empty; leave out to let the headings be recognised. */
  mapping: z.partialRecord(field, heading.nullable()).nullable().default(null),
  fixes: fixes.default({ cells: [], everywhere: [], without: [] }),
  choices: choices.default({ each: [], all: {} }),
})
/** How an import is to be read, but for the file itself. */
export type ImportOptions = Omit<z.infer<typeof importInput>, 'file'>

/** Every row read is in exactly one of the seven counts. */
const counts = z.object({
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  repeated: z.int(),
  duplicates: z.int(),
  faulty: z.int(),
  leftOut: z.int(),
})
export type ImportCounts = z.infer<typeof counts>

/** What a cell is read for; `status` is the column that says whether anyone comes on a ticket. */
const readFor = z.enum([...IMPORT_FIELDS, 'status']).nullable()
/** `cell` is the whole text of the cell where it can be corrected; `value` is what to show of it. */
const told = z.object({
  row: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
  field: readFor,
  cell: z.string().nullable(),
  /** How many rows this is true of, or have a cell like it that cannot be used either. */
  rows: z.int(),
})
const fault = told.extend({
  /** What would be accepted instead, where there is one plain answer. */
  instead: z.string().nullable(),
  /** The cells that are read of this row, where its cells cannot be told apart and have to be written again. */
  cells: z.array(z.object({ heading: z.string(), field, value: z.string() })),
})
export type ImportFault = z.infer<typeof fault>
export type ImportNotice = z.infer<typeof told>

const said = z.string().optional()
const person = z.object({
  name: said,
  role: said,
  organisation: said,
  area: said,
  sector: said,
  email: said,
  table: said,
  ticket: said,
  accessNeeds: said,
  dietaryNeeds: said,
} satisfies Record<PersonField, typeof said>)
const conflict = z.object({
  row: z.int(),
  kind,
  field: z.enum(PERSON_FIELDS).nullable(),
  /** The earlier row about the same person; null where `ours` is on the tablet's list. */
  earlier: z.int().nullable(),
  ours: person,
  theirs: person,
  choice,
})
export type ImportConflict = z.infer<typeof conflict>

/** A page can hold only so much: the first of each, and how many there are. */
export const MOST_SHOWN = { faults: 1000, notices: 300, conflicts: 1000, sample: 6 } as const

const shown = z.object({
  counts,
  /** The first of them, row by row; `counts.faulty` says how many rows there are. */
  faults: z.array(fault),
  notices: z.array(told),
  conflicts: z.array(conflict),
  /** How many conflicts there are of each kind. */
  conflictsOf: z.partialRecord(kind, z.int()),
})
const preview = shown.extend({
  code: z.literal('preview'),
  /** What was seen: an import that would do anything else is not done. */
  seen: z.string(),
  format: z.string(),
  encoding: z.string(),
  /** True where the encoding was a guess that a person should look at. */
  encodingGuessed: z.boolean(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** How the first row was taken. */
  top: z.enum(['headings', 'people']),
  headings: z.array(z.string()),
  /** What stands in the first row of each column that is not empty there, beside its heading. */
  examples: z.array(z.string()),
  leftBehind: z.array(z.string()),
  mapping: z.partialRecord(field, z.string().nullable()),
  sample: z.array(person.extend({ row: z.int() })),
})
export type ImportPreview = z.infer<typeof preview>

const progress = z.object({
  code: z.literal('progress'),
  phase: z.enum(['reading', 'matching', 'writing']),
  done: z.int(),
  /** 0 while it is not known yet. */
  of: z.int(),
})
export type ImportProgress = z.infer<typeof progress>
const refused = z.object({ code: z.literal('file-refused'), sentence: z.string(), todo: z.string() })
const imported = shown.extend({ code: z.literal('imported') })
export type Imported = z.infer<typeof imported>

/** A list that was read in. `undone`: when it was taken back. `undoing`: since when it is being taken back, where that is not done. */
const madeImport = z.object({
  id: z.uuid(),
  at: instant,
  name: z.string(),
  added: z.int(),
  updated: z.int(),
  undone: instant.nullable(),
  undoing: instant.nullable(),
})
export type MadeImport = z.infer<typeof madeImport>

/** So many of each group are named; all are counted. */
export const MOST_NAMED = 200
const group = z.object({ count: z.int(), people: z.array(z.object({ name: z.string(), organisation: z.string() })) })
/**
 * `gone`: people whom only this import brought. `back`: people on the list of whom it changed something that goes back.
 * `stay`: it brought or put back these, but something else was said of them since.
 */
const beforeUndoing = z.object({ seen: z.string(), gone: group, back: group, stay: group })
export type BeforeUndoing = z.infer<typeof beforeUndoing>
const undoneImport = z.object({ code: z.literal('undone'), gone: z.int(), back: z.int(), stay: z.int() })
export type UndoneImport = z.infer<typeof undoneImport>
const undoProgress = z.object({
  code: z.literal('progress'),
  phase: z.enum(['looking', 'taking-back']),
  /** Of facts while it looks, of people while it takes back. */
  done: z.int(),
  of: z.int(),
})
export type UndoProgress = z.infer<typeof undoProgress>

/** To preview, to import and to take back tell how far they are, and end with what came of it. */
export const importCalls = {
  previewImport: call({ who: 'organiser', when: 'ready' })
    .input(importInput)
    .output(eventIterator(z.discriminatedUnion('code', [progress, preview, refused]))),
  /** `seen`: of the preview that was looked at. Where the list has changed since, nothing is written and `changed` shows it anew. */
  import: call({ who: 'organiser', when: 'ready' })
    .input(importInput.extend({ seen: asGiven(100) }))
    .output(
      eventIterator(
        z.discriminatedUnion('code', [progress, imported, refused, z.object({ code: z.literal('changed'), preview })]),
      ),
    ),
  /** The lists that were read in, the newest first; at most a hundred. */
  imports: call({ who: 'organiser', when: 'ready' }).output(z.array(madeImport)),
  /** Whom it would touch to take this import back. */
  beforeUndoingImport: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid() }))
    .output(beforeUndoing),
  /**
   * `seen`: of what was looked at. Where it would be others by now, nothing is written and `changed` tells whom. A long list goes in steps,
   * and `undoing` says of it that it is not done.
   */
  undoImport: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: reasonSchema, seen: asGiven(100) }))
    .output(
      eventIterator(
        z.discriminatedUnion('code', [
          undoProgress,
          undoneImport,
          z.object({ code: z.literal('changed'), before: beforeUndoing }),
        ]),
      ),
    ),
}
