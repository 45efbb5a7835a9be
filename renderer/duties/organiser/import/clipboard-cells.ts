/** Takes what a spreadsheet put on the clipboard apart into its cells. Pure. */

/**
 * The cells of tab-separated text as Excel, LibreOffice and Google Sheets put it on the clipboard: a cell stands between
 * quotation marks only where it holds a tab, a line break or a mark of its own. One that merely begins with a mark is text.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    const end = quoted?.end ?? endOfCell(text, at)
    row.push(quoted?.cell ?? text.slice(at, end))
    at = end + 1
    if (text[end] === '\t') {
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === '\t' || text[at] === '\n') return at
  return text.length
}

/** A cell in quotation marks, which has to end where a cell ends; null where it does not, and the mark is part of the text. */
function quotedCell(text: string, from: number): { cell: string; end: number } | null {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') {
      at += 1
      continue
    }
    const next = text[at + 1]
    return next === undefined || next === '\t' || next === '\n'
      ? { cell: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 }
      : null
  }
  return null
}
