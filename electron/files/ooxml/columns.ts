/** What one column of a table is, as every sheet describes its own. */

/** How a column is stored and shown: `long` wraps in a wide column, `instant` is a date with its time, `flag` is Yes or No. */
type ColumnKind = 'text' | 'long' | 'date' | 'instant' | 'number' | 'choice' | 'flag'

/** Which part of a sheet a column belongs to: what is read first, what is written later, more about it, or where it came from. */
type ColumnGroup = 'board' | 'review' | 'detail' | 'source'

/**
 * `width` is in characters, as spreadsheets count them; `choices` are the answers that may be chosen from, if only some may. `printed`: on
 * paper as well, where it would be too small to read if every column were; those that are come first.
 */
export type SheetColumn = {
  key: string
  heading: string
  width: number
  kind: ColumnKind
  choices: readonly { value: string }[]
  group: ColumnGroup
  printed: boolean
}
