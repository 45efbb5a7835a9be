/** Takes what a spreadsheet put on the clipboard apart into its cells. Pure. */

/**
 * The cells of tab-separated text as Excel, LibreOffice and Google Sheets put it on the clipboard: a cell stands between
 * quotation marks only where it holds a tab, a line break or a mark of its own. One that merely begins with a mark is text.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let index = 0
  while (index < text.length) {
    const quoted = text[index] === '"' ? quotedCell(text, index) : null
    const end = quoted?.end ?? endOfCell(text, index)
    row.push(quoted?.cell ?? text.slice(index, end))
    index = end + 1
    if (text[end] === '\t') {
      if (index === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function endOfCell(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) if (text[index] === '\t' || text[index] === '\n') return index
  return text.length
}

/** A cell in quotation marks, which has to end where a cell ends; null where it does not, and the mark is part of the text. */
function quotedCell(text: string, from: number): { cell: string; end: number } | null {
  for (let index = from + 1; index < text.length; index += 1) {
    if (text[index] !== '"') continue
    if (text[index + 1] === '"') {
      index += 1
      continue
    }
    const next = text[index + 1]
    return next === undefined || next === '\t' || next === '\n'
      ? { cell: text.slice(from + 1, index).replaceAll('""', '"'), end: index + 1 }
      : null
  }
  return null
}
