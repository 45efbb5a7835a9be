/** What an import would do, or did: six counts, and the rows they add up to. */
import type { ImportCounts } from '../../../../shared/contract/import.ts'
import { countWords } from '../../../components/tree-totals.ts'
import { countLines, sumWords } from './import-words.ts'

export function CountsTable({ counts, done }: { counts: ImportCounts; done: boolean }) {
  return (
    <table className="organiser-counts" aria-label={done ? 'What happened' : 'What will happen'}>
      <tbody>
        {countLines(counts, done).map(({ key, count, words, tone }) => (
          <tr key={key} className={count === 0 ? 'none' : tone}>
            <td className="number">{countWords(count)}</td>
            <th scope="row">{words}</th>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="number">{countWords(counts.rows)}</td>
          <th scope="row">{sumWords(counts.rows)}</th>
        </tr>
      </tfoot>
    </table>
  )
}
