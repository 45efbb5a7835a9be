/** What is said of the action plan's export: what it holds, and what was handed over. Pure. */
import { type Place, placeWords } from '../../../components/save-file/place-words.ts'
import { dayInWords } from '../../../words/days.ts'
import { countWords } from '../../../components/tree-totals.ts'
import { actionsWords, pledgesWords } from '../today/today-words.ts'

export type PlanKind = 'xlsx' | 'csv' | 'json'

const ideasWords = (count: number): string => `${countWords(count)} ${count === 1 ? 'idea' : 'ideas'}`

/** “142 pledges and 57 actions” */
export const rowsWords = (pledges: number, actions: number): string =>
  `${pledgesWords(pledges)} and ${actionsWords(actions)}`

const rowWords = (count: number): string => `${countWords(count)} ${count === 1 ? 'row' : 'rows'}`

/** “12 rows have no due date” */
export const undatedWords = (count: number): string => `${rowWords(count)} ${count === 1 ? 'has' : 'have'} no due date`

/** What becomes of them in the file; empty where there is none. `offered`: the ISO day that was put in. */
export function undatedInFile(count: number, offered: string | null): string {
  if (count === 0) return ''
  if (offered === null) return `${undatedWords(count)}.`
  return `${rowWords(count)} ${count === 1 ? 'has' : 'have'} ${dayInWords(offered)} as a due date, marked as offered.`
}

/** What was exported, and where it is; a CSV file has no second sheet for ideas and withdrawn entries. */
export function exportedWords(
  kind: PlanKind,
  place: Place,
  { rows, ideas, withdrawn }: { rows: number; ideas: number; withdrawn: number },
): string {
  const apart =
    withdrawn === 0
      ? ''
      : `; ${countWords(withdrawn)} withdrawn ${withdrawn === 1 ? 'entry is' : 'entries are'} listed apart`
  const held = kind === 'csv' ? rowWords(rows) : `${rowWords(rows)} and ${ideasWords(ideas)}${apart}`
  return placeWords(place, held)
}
