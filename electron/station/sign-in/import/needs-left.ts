/** Tells of columns that say what people need and that no field was left for: an allergy is never lost without a word. */
import { headingKey, type Table, tidy } from '../../../files/tables/index.ts'
import { surenessOfSign } from './headings.ts'
import type { Notices } from './notices.ts'
import { isPlaceholder } from './placeholders.ts'

const LEFT =
  'What people need stands in this column, too, and it was not read, for another one was chosen. Choose this one if it says more, or bring both together in the file.'
const YES_OR_NO = /^(?:yes|no|y|n|true|false|attending|not attending)\b/i

/** Says it once of each column that says more than Yes or No, with the number of rows; nobody’s needs are shown. `read`: indexes of what is read. */
export function noteNeedsLeft(table: Table, read: ReadonlySet<number>, notices: Notices): void {
  for (const [index, heading] of table.headings.entries()) {
    const key = headingKey(heading)
    if (read.has(index) || key === '' || !NEEDS.some((need) => surenessOfSign(need, key) > 0)) continue
    for (const { number, cells } of table.rows) {
      const said = tidy((cells[index] ?? '').slice(0, 300))
      if (said === '' || isPlaceholder('dietaryNeeds', said) || YES_OR_NO.test(said)) continue
      notices.add(`needs-left-${index}`, number, heading, '', LEFT)
    }
  }
  notices.keep()
}

const NEEDS = ['accessNeeds', 'dietaryNeeds'] as const
