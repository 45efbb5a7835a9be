/** What is said of a workbook with several sheets of people, for all but one are easily forgotten. Pure. */
import type { ImportPreview } from '../../../../shared/contract/import.ts'
import { countWords } from '../../../components/tree-totals.ts'
import { peopleWords } from './import-words.ts'

/** “Police: 12 people”. */
export const sheetWords = ({ name, people }: ImportPreview['sheets'][number]): string =>
  people === 0 ? name : `${name}: ${peopleWords(people)}`

/** Said where people stand on other sheets as well; null where none do. */
export function otherSheetsWords({ sheets, sheet }: Pick<ImportPreview, 'sheets' | 'sheet'>): string | null {
  const others = sheets.filter(({ name, people }) => name !== sheet && people > 0)
  if (others.length === 0) return null
  const sum = others.reduce((total, { people }) => total + people, 0)
  return `${countWords(others.length)} more ${others.length === 1 ? 'sheet holds' : 'sheets hold'} people, ${countWords(sum)} altogether. Only “${sheet ?? ''}” is read now: import it, then choose the list again and another sheet.`
}
