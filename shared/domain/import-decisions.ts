/** What somebody decides about a list that is imported: how it is read, what is put right in it, and what is done where it and the tablet differ. */
import { z } from 'zod'
import { IMPORT_FIELDS } from './delegate.ts'
import { asGiven, optionalLine } from './text.ts'

/** What is held of a person and may stand in a list: a ticket's code is theirs, our own badge never comes from outside. */
export const PERSON_FIELDS = [
  'name',
  'listName',
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
 * tablet's list is probably the same person. `differs`: an earlier row is about the same person, unless
 * they may as well be two: then both are added where nobody chooses. `withdrawn`: they were taken off the list on this tablet.
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
export const conflictKind = z.enum(CONFLICT_KINDS)
export const choiceSchema = z.enum(['keep', 'take', 'two', 'leave'])
export type Choice = z.infer<typeof choiceSchema>

/** At most so many corrections of single cells, and choices of single rows: more is work for the spreadsheet. */
export const MOST_BY_HAND = 2000
const MOST_EVERYWHERE = 200

const heading = asGiven(2000)
const row = z.int().min(1)
const cell = optionalLine(500)
const everywhere = z.object({ heading, from: cell, to: cell.nullable() })
/** How the letters of a text file may be written: the likeliest first. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'macintosh',
  'windows-1250',
  'iso-8859-2',
  'ibm850',
  'utf-16le',
  'utf-16be',
] as const
const encoding = z.enum(ENCODINGS)
const sheet = asGiven(200)
const top = z.enum(['headings', 'people'])
/** What a workbook does with a row that is there all the same: hides it, by a filter or by hand, or strikes it through. */
export const ROW_MARKS = ['hidden', 'struck'] as const
export type RowMark = (typeof ROW_MARKS)[number]
const mark = z.enum(ROW_MARKS)
const about = z.object({ row, kind: conflictKind, field: z.enum(PERSON_FIELDS).nullable().default(null) })
const chosen = about.extend({ choice: choiceSchema })

/** Corrections to the list, as if the file had said so; the file itself is not touched. `row` counts as a spreadsheet does. */
const fixes = z.object({
  cells: z
    .array(z.object({ row, heading, value: cell }))
    .max(MOST_BY_HAND)
    .default([]),
  /** Wherever this column says `from`: what to read instead, or null to leave those rows out. */
  everywhere: z.array(everywhere).max(MOST_EVERYWHERE).default([]),
  /** Rows left out on purpose. */
  without: z.array(row).max(MOST_BY_HAND).default([]),
  /** All rows that the workbook marks so are left out. */
  withoutMarked: z.array(mark).max(ROW_MARKS.length).default([]),
})
export type ImportFixes = z.infer<typeof fixes>

const choices = z.object({
  /** `field` only where the kind is about one detail. */
  each: z.array(chosen).max(MOST_BY_HAND).default([]),
  /** For all of a kind that have no choice of their own. */
  all: z.partialRecord(conflictKind, choiceSchema).default({}),
})
export type ImportChoices = z.infer<typeof choices>

/** Heading for each field; null to leave a field empty. */
const mapping = z.partialRecord(z.enum(IMPORT_FIELDS), heading.nullable())
export type ImportMapping = z.infer<typeof mapping>

/** Everything that was decided about a list; null leaves it to the station. */
export const importDecisions = z.object({
  encoding: encoding.nullable().default(null),
  sheet: sheet.nullable().default(null),
  /** Whether the first row is headings or somebody already; null to tell by what it says. */
  top: top.nullable().default(null),
  /** Null to let the headings be recognised; a field that is not in it is recognised, too. */
  mapping: mapping.nullable().default(null),
  fixes: fixes.prefault({}),
  choices: choices.prefault({}),
})
export type ImportDecisions = z.infer<typeof importDecisions>

/** A list of which nothing was decided. */
export const AS_FOUND: ImportDecisions = importDecisions.parse({})

/** One correction, so that it can be taken back. */
const fix = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), row, heading, value: cell }),
  everywhere.extend({ kind: z.literal('everywhere') }),
  z.object({ kind: z.literal('without'), row }),
  z.object({ kind: z.literal('without-marked'), mark }),
])
export type ImportFix = z.infer<typeof fix>

/** One thing that somebody decides. */
export const importChange = z.discriminatedUnion('decide', [
  z.object({ decide: z.literal('encoding'), encoding: encoding.nullable() }),
  z.object({ decide: z.literal('sheet'), sheet }),
  z.object({ decide: z.literal('top'), top }),
  z.object({ decide: z.literal('column'), field: z.enum(IMPORT_FIELDS), heading: heading.nullable() }),
  /** Cells of one row are written anew. */
  z.object({ decide: z.literal('cells'), row, cells: z.array(z.object({ heading, value: cell })).max(500) }),
  /** What a column says in many rows is read in another way, or those rows are left out. */
  everywhere.extend({ decide: z.literal('everywhere') }),
  z.object({ decide: z.literal('without'), row }),
  z.object({ decide: z.literal('without-rows'), rows: z.array(row).min(1).max(MOST_BY_HAND) }),
  z.object({ decide: z.literal('without-marked'), mark }),
  /** `fix`: null for all of them. */
  z.object({ decide: z.literal('take-back'), fix: fix.nullable() }),
  chosen.extend({ decide: z.literal('choice') }),
  /** For all of a kind, those chosen by themselves included; null to go back to what is usual. */
  z.object({ decide: z.literal('choice-for-all'), kind: conflictKind, choice: choiceSchema.nullable() }),
])
export type ImportChange = z.infer<typeof importChange>

/** What was put right in rows, and chosen about them, holds no longer where other rows are read. */
const OF_OTHER_ROWS = { fixes: AS_FOUND.fixes, choices: AS_FOUND.choices }

/** The decisions after one more. `found` is what fills what as the list is read before it. Pure. */
export function decided(before: ImportDecisions, change: ImportChange, found: ImportMapping): ImportDecisions {
  const { fixes: put, choices: chose } = before
  switch (change.decide) {
    case 'encoding':
      return { ...before, ...OF_OTHER_ROWS, encoding: change.encoding }
    case 'sheet':
      return { ...before, ...OF_OTHER_ROWS, mapping: null, sheet: change.sheet }
    case 'top':
      return { ...before, ...OF_OTHER_ROWS, mapping: null, top: change.top }
    case 'column':
      return { ...before, mapping: remapped(before.mapping ?? found, change) }
    case 'cells':
      return { ...before, fixes: withCells(put, change) }
    case 'everywhere':
      return { ...before, fixes: withEverywhere(put, change) }
    case 'without':
      return { ...before, fixes: withoutRows(put, [change.row]) }
    case 'without-rows':
      return { ...before, fixes: withoutRows(put, change.rows) }
    case 'without-marked':
      return { ...before, fixes: { ...put, withoutMarked: [...except(put.withoutMarked, change.mark), change.mark] } }
    case 'take-back':
      return { ...before, fixes: change.fix === null ? AS_FOUND.fixes : withoutFix(put, change.fix) }
    case 'choice':
      return { ...before, choices: withChoice(chose, change) }
    case 'choice-for-all': {
      const { [change.kind]: _before, ...others } = chose.all
      return {
        ...before,
        choices: {
          each: chose.each.filter(({ kind }) => kind !== change.kind),
          all: change.choice === null ? others : { ...others, [change.kind]: change.choice },
        },
      }
    }
  }
}

/** A column is read for one field only. */
function remapped(
  before: ImportMapping,
  { field, heading: asked }: { field: (typeof IMPORT_FIELDS)[number]; heading: string | null },
): ImportMapping {
  const next: ImportMapping = {}
  for (const one of IMPORT_FIELDS) {
    const held = before[one] ?? null
    next[one] = one === field ? asked : held === asked ? null : held
  }
  return next
}

/** What was written into these cells before goes. */
function withCells(
  put: ImportFixes,
  { row: number, cells }: { row: number; cells: readonly { heading: string; value: string }[] },
): ImportFixes {
  const isSame = (one: ImportFixes['cells'][number]) =>
    one.row === number && cells.some((written) => written.heading === one.heading)
  return {
    ...put,
    cells: [
      ...put.cells.filter((one) => !isSame(one)),
      ...cells.map((one) => ({ row: number, heading: one.heading, value: one.value })),
    ],
  }
}

const except = <T>(all: readonly T[], one: T): T[] => all.filter((other) => other !== one)
const withoutRows = (put: ImportFixes, rows: readonly number[]): ImportFixes => ({
  ...put,
  without: [...new Set([...put.without.filter((one) => !rows.includes(one)), ...rows])],
})

function withEverywhere(put: ImportFixes, { heading: of, from, to }: z.infer<typeof everywhere>): ImportFixes {
  const others = put.everywhere.filter((one) => one.heading !== of || one.from !== from)
  // What was corrected before into what is corrected now says it too.
  const isIt = (one: ImportFixes['cells'][number]) => one.heading === of && one.value === from
  return {
    ...put,
    cells: put.cells.flatMap((one) => (isIt(one) ? (to === null ? [] : [{ ...one, value: to }]) : [one])),
    everywhere: [
      ...others.map((one) => (one.heading === of && one.to === from ? { ...one, to } : one)),
      { heading: of, from, to },
    ],
    without: to === null ? [...put.without, ...put.cells.filter(isIt).map((one) => one.row)] : put.without,
  }
}

function withoutFix(put: ImportFixes, one: ImportFix): ImportFixes {
  switch (one.kind) {
    case 'cell':
      return { ...put, cells: put.cells.filter((other) => other.row !== one.row || other.heading !== one.heading) }
    case 'everywhere':
      return {
        ...put,
        everywhere: put.everywhere.filter((other) => other.heading !== one.heading || other.from !== one.from),
      }
    case 'without':
      return { ...put, without: except(put.without, one.row) }
    case 'without-marked':
      return { ...put, withoutMarked: except(put.withoutMarked, one.mark) }
  }
}

type About = z.infer<typeof about>
/** True where both are about the same conflict. */
export const isAboutSame = (one: About, other: About): boolean =>
  one.row === other.row && one.kind === other.kind && one.field === other.field

const withChoice = (
  { each, all }: ImportChoices,
  { row: number, kind, field, choice }: z.infer<typeof chosen>,
): ImportChoices => {
  const next = { row: number, kind, field, choice }
  return { all, each: [...each.filter((one) => !isAboutSame(one, next)), next] }
}

/** Without the choices about conflicts that are not there any more. */
export function stillAsked({ each, all }: ImportChoices, conflicts: readonly About[]): ImportChoices {
  const named = (one: About) => `${one.row} ${one.kind} ${one.field}`
  const there = new Set(conflicts.map(named))
  return { all, each: each.filter((one) => there.has(named(one))) }
}

/** True where more corrections by hand would be more than the station takes: of one row there may be as many as it has fields. */
export const isFull = ({ cells, everywhere: many, without }: ImportFixes): boolean =>
  cells.length > MOST_BY_HAND - IMPORT_FIELDS.length || without.length >= MOST_BY_HAND || many.length >= MOST_EVERYWHERE
