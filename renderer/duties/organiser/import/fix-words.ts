/** The corrections made on screen so far, one by one and in words. Pure. */
import type { ImportFix, ImportFixes } from '../../../../shared/domain/import-decisions.ts'
import { countWords } from '../../../components/tree-totals.ts'

/** In the order they were made, kind by kind. */
export const fixesOf = ({ cells, everywhere, without, withoutMarked }: ImportFixes): ImportFix[] => [
  ...everywhere.map((one) => ({ kind: 'everywhere' as const, ...one })),
  ...cells.map((one) => ({ kind: 'cell' as const, ...one })),
  ...withoutMarked.map((mark) => ({ kind: 'without-marked' as const, mark })),
  ...without.map((row) => ({ kind: 'without' as const, row })),
]

const quoted = (text: string) => (text === '' ? 'nothing' : `“${text}”`)

/** “Row 3, Email: “jo@elmdon.example””. */
export function fixWords(fix: ImportFix): string {
  switch (fix.kind) {
    case 'cell':
      return `Row ${countWords(fix.row)}, ${fix.heading}: ${quoted(fix.value)}`
    case 'everywhere':
      return fix.to === null
        ? `${fix.heading}: rows that say ${quoted(fix.from)} are left out`
        : `${fix.heading}: ${quoted(fix.to)} wherever it says ${quoted(fix.from)}`
    case 'without':
      return `Row ${countWords(fix.row)} is left out`
    case 'without-marked':
      return fix.mark === 'hidden'
        ? 'Rows that the workbook hides are left out'
        : 'Rows that are struck through are left out'
  }
}
