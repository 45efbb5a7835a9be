/** What an organiser should know though no row was lost by it; where there is a better answer, it can be given here. */
import { useState } from 'react'
import type { ImportPreview } from '../../../../shared/contract/import.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { isFull } from '../../../../shared/domain/import-decisions.ts'
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
        <p className="muted small">No row was lost by these.</p>
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
