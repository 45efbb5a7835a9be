/** The facts about imports themselves, and the record of each: which list was read in, and whether it was taken back. */
import { z } from 'zod'
import { factName } from '../../../../shared/domain/fact.ts'
import { number, record, type RowOf, text } from '../../../../shared/domain/record.ts'
import { said } from '../../../../shared/domain/text.ts'
import { factType, on, ours, recordKind, theirs, type Timed, typed } from '../../kernel/journal/index.ts'

/** On every fact that an import writes: the id of the import. */
export const brought = { import: z.uuid().optional() }

const ORIGINS = ['import', 'hand', 'chosen'] as const
/** From a list, from somebody here, or from somebody here who had read what a list says of it. */
export type Origin = (typeof ORIGINS)[number]
/** On every fact that says a person's details. Facts of older versions have none: `originOf` reads both. */
export const withOrigin = { origin: z.enum(ORIGINS).optional() }

const made = z.object({
  name: said,
  added: z.int(),
  updated: z.int(),
  /** sha-256 of the file, as hex. */
  digest: said,
  /** Those on the list of whom it said nothing new: while this import stands, they do not go with another one. */
  met: z.array(z.uuid()),
})
/** `takesBack`: what else was said of somebody who goes with the list, and would say nothing without it: that their badge was printed. */
const undone = z.object({ import: z.uuid(), reason: said, takesBack: z.array(factName).optional() })

const saysOfList = { name: typed('note'), ...ours('digest met[]') }

/** About the import, before all that it writes, which is in the same commit. `name` is the list’s. */
export const importMade = factType('import.made', 1, made, saysOfList, { who: 'organiser' })
/**
 * The same about an import that takes more than one commit: `added` and `updated` are what it is to come to. Not all of the list is there
 * before `importEnded`.
 */
export const importBegan = factType('import.began', 1, made, saysOfList, { who: 'organiser' })
/** About the import, after all that it wrote. `added`, `updated`: how many there were of each in the end. */
export const importEnded = factType(
  'import.ended',
  1,
  z.object({ added: z.int(), updated: z.int() }),
  {},
  { who: 'organiser' },
)
/** About each person of whom it takes back what that import wrote: it goes out of the facts, too. About the import itself, after them all. */
export const importUndone = factType(
  'import.undone',
  1,
  undone,
  { reason: theirs('note'), ...ours('import takesBack[]') },
  {
    who: 'organiser',
    erasesOwn: true,
    erases: ({ import: of }, { subject, type }) => ({ kind: 'import', subject, import: of, by: type }),
  },
)

/**
 * `undone`: when it was taken back; empty while it stands. `undoing`, `importing`: since when it is being taken back, or read in, where that is
 * not done.
 */
const fields = {
  at: text(),
  name: text(),
  added: number(),
  updated: number(),
  digest: text(),
  undone: text(),
  undoing: text(),
  importing: text(),
}
export type ImportRow = RowOf<typeof fields>

/**
 * About the import, where taking it back takes more than one commit: before the first person. From now on it vouches for nobody.
 * `importUndone` about the import comes after the last.
 */
export const importUndoBegan = factType(
  'import.undo-began',
  1,
  z.object({ reason: said }),
  { reason: typed('note') },
  { who: 'organiser' },
)

const begun = ({ name, added, updated, digest }: z.infer<typeof made>, fact: Timed): ImportRow => ({
  id: fact.subject,
  at: fact.time,
  name,
  added,
  updated,
  digest,
  undone: '',
  undoing: '',
  importing: '',
})

export const listImport = recordKind({
  table: 'listImport',
  fold: 3,
  record: record(fields),
  changes: 'delegates',
  steps: [
    on<ImportRow, z.infer<typeof made>>(importMade, (_row, list, fact) => begun(list, fact)),
    on<ImportRow, z.infer<typeof made>>(importBegan, (_row, list, fact) => ({
      ...begun(list, fact),
      importing: fact.time,
    })),
    on<ImportRow, { added: number; updated: number }>(
      importEnded,
      (row, { added, updated }) => row && { ...row, added, updated, importing: '' },
    ),
    on<ImportRow, { reason: string }>(importUndoBegan, (row, _body, fact) =>
      row === null || row.undone !== '' || row.undoing !== '' ? row : { ...row, undoing: fact.time },
    ),
    on<ImportRow, z.infer<typeof undone>>(importUndone, (row, _body, fact) =>
      row === null ? null : { ...row, undone: row.undone === '' ? fact.time : row.undone, undoing: '', importing: '' },
    ),
  ],
})
