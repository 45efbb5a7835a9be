/** Calls of the import: a list of delegates is looked at, put right, and read in. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { IMPORT_FIELDS } from '../domain/delegate.ts'
import {
  AS_FOUND,
  choiceSchema,
  conflictKind,
  importChange,
  importDecisions,
  PERSON_FIELDS,
  type PersonField,
  ROW_MARKS,
} from '../domain/import-decisions.ts'
import { asGiven, instant, reasonSchema } from '../domain/text.ts'
import { call } from './base.ts'

const field = z.enum(IMPORT_FIELDS)

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
const error = told.extend({
  /** What would be accepted instead, where there is one plain answer. */
  instead: z.string().nullable(),
  /** The cells that are read of this row, where its cells cannot be told apart and have to be written again. */
  cells: z.array(z.object({ heading: z.string(), field, value: z.string() })),
})
export type ImportRowError = z.infer<typeof error>
/** `mark`: it is true of all rows that the workbook marks so. */
const notice = told.extend({ mark: z.enum(ROW_MARKS).nullable() })
export type ImportNotice = z.infer<typeof notice>

const said = z.string().optional()
const person = z.object({
  name: said,
  listName: said,
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
  kind: conflictKind,
  field: z.enum(PERSON_FIELDS).nullable(),
  /** The earlier row about the same person; null where `ours` is on the tablet's list. */
  earlier: z.int().nullable(),
  ours: person,
  theirs: person,
  choice: choiceSchema,
})
export type ImportConflict = z.infer<typeof conflict>

/** A page can hold only so much: the first of each, and how many there are. */
export const MOST_SHOWN = { errors: 1000, notices: 300, conflicts: 1000, sample: 6 } as const

const outcome = z.object({
  counts,
  /** The first of them, row by row; `counts.faulty` says how many rows there are. */
  errors: z.array(error),
  notices: z.array(notice),
  conflicts: z.array(conflict),
  /** How many conflicts there are of each kind. */
  conflictsOf: z.partialRecord(conflictKind, z.int()),
})
/** What an import of the list would do, as it was decided until now. */
const preview = outcome.extend({
  format: z.string(),
  encoding: z.string(),
  /** True where the encoding was a guess that a person should look at. */
  encodingGuessed: z.boolean(),
  /** The sheets of a workbook; `people`: how many rows of each seem to be about somebody. */
  sheets: z.array(z.object({ name: z.string(), people: z.int() })),
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

/**
 * A list that the station holds for this screen. `id` is of what is told here, and of nothing else: after each decision it is another, and
 * an import does what its id was told of, or nothing. `decisions`: those that still count.
 */
const analysis = preview.extend({ code: z.literal('analysis'), id: z.uuid(), decisions: importDecisions })
export type ImportAnalysis = z.infer<typeof analysis>
const refused = z.object({ code: z.literal('file-refused'), sentence: z.string(), todo: z.string() })
export type ImportError = z.infer<typeof refused>
const imported = outcome.extend({ code: z.literal('imported') })
export type Imported = z.infer<typeof imported>

/** How many people are written, of how many; both 0 while they are counted. */
const importProgress = z.object({ code: z.literal('progress'), done: z.int(), of: z.int() })
export type ImportProgress = z.infer<typeof importProgress>

/**
 * A list that was read in. `undone`: when it was taken back. `undoing`, `importing`: since when it is being taken back, or read in, where that
 * is not done.
 */
const madeImport = z.object({
  id: z.uuid(),
  at: instant,
  name: z.string(),
  added: z.int(),
  updated: z.int(),
  undone: instant.nullable(),
  undoing: instant.nullable(),
  importing: instant.nullable(),
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

/** The file is sent once; what is decided afterwards are small calls. An id that the station does not hold (any more) is NOT_FOUND. */
export const importCalls = {
  /** `decisions`: made before, where the station has lost the list. Another list of this screen is let go of. */
  analyse: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ file: z.file(), decisions: importDecisions.default(AS_FOUND) }))
    .output(z.discriminatedUnion('code', [analysis, refused])),
  /** One after another. Where the list cannot be read in this way it is refused, and stays as it was. */
  decide: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid(), changes: z.array(importChange).min(1).max(100) }))
    .output(z.discriminatedUnion('code', [analysis, refused])),
  /**
   * Where it would do anything else by now, nothing is written and `changed` tells it anew. A long list goes in steps, and `importing` says
   * of it that it is not done; it goes on where nobody listens any more. One list at a time, else NOT_POSSIBLE.
   */
  commit: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ id: z.uuid() }))
    .output(
      eventIterator(
        z.discriminatedUnion('code', [importProgress, imported, z.object({ code: z.literal('changed'), analysis })]),
      ),
    ),
  /** Nobody looks at the list any more. */
  leave: call({ who: 'organiser', when: 'ready' }).input(z.object({ id: z.uuid() })),
}

/** Lists that were read in. To take one back tells how far it is, and ends with what came of it. */
export const importUndoCalls = {
  /** The newest first; at most a hundred. */
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
