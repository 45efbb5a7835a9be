/** What an organiser should know though no row was lost by it; where there is a better answer, it can be given here. */
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ImportPreview } from '../../../../shared/contract/import.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { isFull } from '../../../../shared/domain/import-decisions.ts'
import { Button } from '../../../components/button.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { Pager } from '../../../components/lists/pager.tsx'
import { keptOffset, PAGE } from '../../../components/lists/paging.ts'
import { Alike } from './alike.tsx'
import type { Importing } from './use-import.ts'

type Props = {
  notices: ImportPreview['notices']
  pack: EventPack
  /** Null once it is done. */
  importing: Pick<Importing, 'decisions' | 'decide' | 'busy'> | null
}

export function NoticesCard({ notices, pack, importing }: Props) {
  const [asked, setOffset] = useState(0)
  if (notices.length === 0) return null
  const offset = keptOffset(asked, notices.length)
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="notices-title">
      <div>
        <h2 id="notices-title">
          Worth a look <span className="muted">{countWords(notices.length)}</span>
        </h2>
        {importing === null ? null : <p className="muted small">None of these stops the import.</p>}
      </div>
      <ul className="import-list small-fields">
        {notices.slice(offset, offset + PAGE).map((notice, index) =>
          importing === null || notice.field === null || notice.cell === null || notice.cell === '' ? (
            <li key={offset + index} className="import-notice any-break">
              <p>
                <b>
                  {notice.row === 0 ? '' : `Row ${countWords(notice.row)}`}
                  {notice.rows > 1 ? ` and ${countWords(notice.rows - 1)} more` : ''}
                  {notice.column === '' ? '' : `, ${notice.column}`}
                </b>
                {notice.value === '' ? '' : ` “${notice.value}”`}
              </p>
              <p className="muted small">{notice.reason}</p>
              {importing === null ? null : <LeaveNoticed notice={notice} importing={importing} />}
            </li>
          ) : (
            <Alike
              key={`${notice.column}\n${notice.cell}`}
              said={{ ...notice, cell: notice.cell }}
              harmless
              pack={pack}
              busy={importing.busy !== null || isFull(importing.decisions.fixes)}
              onFix={(given) => importing.decide({ decide: 'everywhere', ...given })}
            />
          ),
        )}
      </ul>
      <Pager name="rows worth a look" offset={offset} total={notices.length} onTurn={setOffset} />
    </section>
  )
}

/** One row, or all that the workbook marks so: whoever sees that these people are not meant says it here. */
function LeaveNoticed({
  notice: { row, rows, mark },
  importing: { decisions, decide, busy },
}: {
  notice: ImportPreview['notices'][number]
  importing: NonNullable<Props['importing']>
}) {
  if (mark === null && (row === 0 || rows > 1)) return null
  const inRow = `row ${countWords(row)}`
  const words = mark === null || rows === 1 ? 'Leave this row out' : `Leave out all ${countWords(rows)}`
  return (
    <Button
      look="quiet"
      icon={Trash2}
      busy={busy !== null || (mark === null && isFull(decisions.fixes))}
      aria-label={mark === null || rows === 1 ? `${words}, ${inRow}` : `${words} from ${inRow} on`}
      onClick={() => decide(mark === null ? { decide: 'without', row } : { decide: 'without-marked', mark })}
    >
      {words}
    </Button>
  )
}
