/** Texts that no cell can hold, each on a sheet of its own in as many parts as it takes; their cells say “continues on the sheet Long texts”. */
import { CELL_LIMIT, type CellValue, cleanCut } from './cells.ts'
import type { SheetColumn } from './columns.ts'
import type { LongText } from './sheet.ts'

const column = (key: string, heading: string, width: number): SheetColumn => ({
  key,
  heading,
  width,
  kind: 'long',
  choices: [],
  group: 'board',
  printed: true,
})

export const LONG_TEXT_COLUMNS: readonly SheetColumn[] = [
  column('ref', 'Ref', 14),
  column('sheet', 'Sheet', 18),
  column('heading', 'Column', 26),
  { ...column('part', 'Part', 8), kind: 'number' },
  column('text', 'Text', 110),
]

export function* longTextRows(texts: readonly LongText[]): Generator<Record<string, CellValue>> {
  for (const { ref, sheet, heading, text } of texts) {
    for (let from = 0, part = 1; from < text.length; part += 1) {
      const piece = cleanCut(text, from, CELL_LIMIT)
      yield { ref, sheet, heading, part, text: piece }
      from += piece.length
    }
  }
}
