/** Rows that cannot be used as they are, to be put right where they stand: many at once, or one after another. */
import { useEffect, useRef, useState } from 'react'
import type { ImportPreview } from '../../../../shared/contract/import.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { isFull } from '../../../../shared/domain/import-decisions.ts'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { Pager } from '../../../components/lists/pager.tsx'
import { keptOffset, PAGE } from '../../../components/lists/paging.ts'
import { Alike } from './alike.tsx'
import { alikeOf, rowsOf } from './fault-rows.ts'
import { FaultyRowCard } from './faulty-row.tsx'
import type { Importing } from './use-import.ts'

type Props = { preview: ImportPreview; pack: EventPack; importing: Pick<Importing, 'decisions' | 'decide' | 'busy'> }

/** So many at first; the rest when somebody has a mind to. */
const FIRST = 5
const MOST_ALIKE = 8

export function ErrorsCard({
  preview,
  pack,
  importing: {
    decisions: { fixes },
    decide,
    busy,
  },
}: Props) {
  const [asked, setOffset] = useState(0)
  const [all, setAll] = useState(false)
  const card = useRef<HTMLElement>(null)
  const rows = rowsOf(preview.errors)
  const alike = alikeOf(preview.errors, MOST_ALIKE)
  useFocusKept(card, preview)
  if (rows.length === 0) return null
  const offset = all ? keptOffset(asked, rows.length) : 0
  const shown = rows.slice(offset, offset + (all ? PAGE : FIRST))
  const working = busy !== null || isFull(fixes)
  const total = preview.counts.faulty
  return (
    <section ref={card} id="faults" className="card organiser-card pad stack gap-3" aria-labelledby="faults-title">
      <div>
        <h2 id="faults-title" tabIndex={-1}>
          Rows that cannot be used <span className="muted">{countWords(total)}</span>
        </h2>
        <p className="muted small">
          Put them right here, or in the file later: nobody is added twice. The file itself stays as it is.
        </p>
      </div>
      {isFull(fixes) ? (
        <Sentence tone="warn">
          That is a great deal to put right by hand. Import what there is, or mend the rest in the spreadsheet.
        </Sentence>
      ) : null}
      {alike.length === 0 ? null : (
        <ul className="import-list small-fields" aria-label="Many rows at once">
          {alike.map((said) => (
            <Alike
              key={`${said.column}\n${said.cell}`}
              said={said}
              harmless={false}
              pack={pack}
              busy={working}
              onFix={(given) => decide({ decide: 'everywhere', ...given })}
            />
          ))}
        </ul>
      )}
      <ul className="import-list small-fields" aria-label="Row by row">
        {shown.map((faulty) => (
          <FaultyRowCard
            key={`${faulty.row} ${faulty.errors.map(({ value, reason }) => `${value} ${reason}`).join()}`}
            faulty={faulty}
            pack={pack}
            busy={working}
            onFix={(row, cells) => decide({ decide: 'cells', row, cells })}
            onLeaveOut={(row) => decide({ decide: 'without', row })}
          />
        ))}
      </ul>
      {all || rows.length <= FIRST ? null : (
        <Button look="ghost" onClick={() => setAll(true)}>
          {rows.length <= PAGE ? `Show the other ${countWords(rows.length - FIRST)}` : 'Show more of them'}
        </Button>
      )}
      {all ? <Pager name="rows that cannot be used" offset={offset} total={rows.length} onTurn={setOffset} /> : null}
      {total > rows.length ? (
        <p className="muted small">
          These are the first {countWords(rows.length)} of {countWords(total)}. So many are quicker to mend in the
          spreadsheet.
        </p>
      ) : null}
    </section>
  )
}

/** When the row somebody was in is put right and gone, the next one has the focus; or the heading, or whatever is left. */
function useFocusKept(card: React.RefObject<HTMLElement | null>, preview: ImportPreview): void {
  const inside = useRef(false)
  useEffect(() => {
    const note = () => {
      if (document.activeElement !== document.body)
        inside.current = card.current?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [card])
  useEffect(() => {
    if (!inside.current || (document.activeElement !== null && document.activeElement !== document.body)) return
    const next =
      card.current?.querySelector<HTMLElement>('input, select, .import-fault button') ??
      document.querySelector<HTMLElement>('main h1')
    next?.focus()
  }, [card, preview])
}
