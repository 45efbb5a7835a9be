/** Puts the lines of a sheet onto pages: fixed pages of our own, so that each can say which of how many it is. */
import type { SheetLine } from '../../../../shared/contract/paper.ts'
import { heightOf } from '../letters-wide.ts'
import { underTable } from '../../../words/table-words.ts'
import { type Layout, layoutOf, type Paper } from './sheet-layout.ts'

export type SheetRow =
  | { kind: 'letter'; key: string; letter: string; again: boolean }
  | { kind: 'person'; key: string; line: SheetLine; height: number }
  | { kind: 'blanks'; key: string }
  | { kind: 'blank'; key: string }
/** `from` and `to`: the first and last name on it, as a telephone book has at its head; null where only blank lines are. */
export type SheetPage = { number: number; rows: SheetRow[]; from: SheetLine | null; to: SheetLine | null }

/** A long name makes its row higher, rather than being cut. */
function rowHeight(line: SheetLine, { row, columns }: Layout): number {
  const text = Math.max(
    heightOf(line.name, columns.name),
    heightOf(line.organisation, columns.organisation),
    heightOf(underTable(line.table), columns.table),
  )
  return Math.max(row, Math.ceil(text + 0.4))
}

/** Fewer blank lines than this at the foot of a page are not worth a heading. */
const WORTH_BLANKS = 3

/** `blankPages`: whole pages of blank lines after what is left of the last page. */
export function paginate(lines: readonly SheetLine[], paper: Paper, blankPages: number): SheetPage[] {
  const layout = layoutOf(paper)
  const pages: SheetPage[] = []
  let left = 0
  const turn = (): SheetPage => {
    const page: SheetPage = { number: pages.length + 1, rows: [], from: null, to: null }
    pages.push(page)
    left = layout.room
    return page
  }
  let page = turn()
  const put = (row: SheetRow, height: number) => {
    page.rows.push(row)
    left -= height
  }
  let letter = ''
  for (const line of lines) {
    const height = rowHeight(line, layout)
    const begins = line.letter !== letter
    // A heading never stands alone at the foot.
    if (left < height + (begins ? layout.letter : 0)) page = turn()
    if (begins || page.rows.length === 0)
      put({ kind: 'letter', key: line.letter, letter: line.letter, again: !begins }, layout.letter)
    letter = line.letter
    put({ kind: 'person', key: line.id, line, height }, height)
    page.from ??= line
    page.to = line
  }
  if (blankPages > 0) {
    const fill = () => {
      put({ kind: 'blanks', key: 'blanks' }, layout.letter)
      for (let blank = 0; left >= layout.row; blank += 1) put({ kind: 'blank', key: `blank-${blank}` }, layout.row)
    }
    if (lines.length > 0 && left >= layout.letter + WORTH_BLANKS * layout.row) fill()
    for (let blank = 0; blank < blankPages; blank += 1) {
      if (page.rows.length > 0) page = turn()
      fill()
    }
  }
  return pages
}

/** How many pages there will be, before any name is known: long names may add a few. */
export function countPages(
  letters: readonly { letter: string; people: number }[],
  paper: Paper,
  blankPages: number,
): number {
  const line = { id: '', name: '', organisation: '', table: '', here: null }
  const lines = letters.flatMap(({ letter, people }) => Array.from({ length: people }, () => ({ ...line, letter })))
  return paginate(lines, paper, blankPages).length
}
