/** Makes a list out of what was pasted from a spreadsheet, so that it can go the way of a file. Pure. */
import { cellsOf } from './clipboard-cells.ts'

/** What the list is called where a file has its name. */
export const PASTED = 'The list you pasted'

/** More than this is kept out of the text field, which would freeze on it. Characters. */
export const MOST_TYPED = 200_000

/** What is pasted as the text of a CSV file with its separator named; a list without tabs stays as it is. */
function listFrom(pasted: string): string {
  const text = pasted.replaceAll(/\r\n?/g, '\n')
  if (!text.includes('\t')) return text
  const rows = cellsOf(text).map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  return `sep=,\n${rows.join('\n')}\n`
}

export const pastedFile = (pasted: string): File =>
  new File(['\uFEFF', listFrom(pasted)], `${PASTED}.csv`, { type: 'text/csv' })

/** How many lines, for whoever pasted more than can be shown. */
export const linesIn = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length
