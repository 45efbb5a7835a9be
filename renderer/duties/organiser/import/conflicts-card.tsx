/** Where a list and this tablet do not agree: kind by kind, side by side, each with a choice, and one for all of a kind. */
import { useState } from 'react'
import type { ImportPreview } from '../../../../shared/contract/import.ts'
import { CHOICES, CONFLICT_KINDS, type ConflictKind } from '../../../../shared/domain/import-decisions.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { sectorName } from '../../../words/programme.ts'
import { Pager } from '../../../components/lists/pager.tsx'
import { keptOffset, PAGE } from '../../../components/lists/paging.ts'
import { ConflictItem } from './conflict-item.tsx'
import { chosenFor, generalWords, KIND_WORDS, type Say } from './conflict-words.ts'
import type { Importing } from './use-import.ts'

type Hands = Pick<Importing, 'decisions' | 'decide'>
const FIRST = 3

export function ConflictsCard({
  preview,
  pack,
  importing,
}: {
  preview: ImportPreview
  pack: EventPack
  importing: Hands
}) {
  const kinds = CONFLICT_KINDS.filter((kind) => (preview.conflictsOf[kind] ?? 0) > 0)
  if (kinds.length === 0) return null
  const say: Say = (field, value) => (field === 'sector' ? sectorName(pack, value) || value : value)
  return (
    <section id="conflicts" className="card organiser-card pad stack gap-3 gap-5" aria-labelledby="conflicts-title">
      <div>
        <h2 id="conflicts-title">Where the list and this tablet differ</h2>
        <p className="muted small">What is chosen already does least harm. Nothing is written until you import.</p>
      </div>
      {kinds.map((kind) => (
        <OneKind key={kind} kind={kind} preview={preview} say={say} importing={importing} />
      ))}
    </section>
  )
}

function OneKind({
  kind,
  preview,
  say,
  importing,
}: {
  kind: ConflictKind
  preview: ImportPreview
  say: Say
  importing: Hands
}) {
  const {
    decisions: { choices },
    decide,
  } = importing
  const [asked, setOffset] = useState(0)
  const [all, setAll] = useState(false)
  const some = preview.conflicts.filter((one) => one.kind === kind)
  const total = preview.conflictsOf[kind] ?? 0
  const offset = all ? keptOffset(asked, some.length) : 0
  const { title, hint } = KIND_WORDS[kind]
  return (
    <section className="import-kind stack gap-2" aria-labelledby={`kind-${kind}`}>
      <div className="import-kind-head small-fields">
        <div className="grow">
          <h3 id={`kind-${kind}`}>
            {title} <span className="muted">{countWords(total)}</span>
          </h3>
          <p className="muted small">{hint}</p>
        </div>
        {total < 2 ? null : (
          <SelectField
            label={`For all ${countWords(total)} of these`}
            value={choices.all[kind] ?? ''}
            onText={(text) =>
              decide({
                decide: 'choice-for-all',
                kind,
                choice: CHOICES[kind].find((one) => one === text) ?? null,
              })
            }
            options={[
              { value: '', label: 'As it is below' },
              ...CHOICES[kind].map((one) => ({ value: one, label: generalWords(kind, one) })),
            ]}
          />
        )}
      </div>
      <ul className="import-list small-fields">
        {some.slice(offset, offset + (all ? PAGE : FIRST)).map((conflict) => (
          <ConflictItem
            key={`${conflict.row} ${conflict.field}`}
            conflict={conflict}
            chosen={chosenFor(choices, conflict)}
            say={say}
            onChoose={(choice) => decide({ decide: 'choice', row: conflict.row, kind, field: conflict.field, choice })}
          />
        ))}
      </ul>
      {all || some.length <= FIRST ? null : (
        <Button look="ghost" aria-label={`Show more: ${title}`} onClick={() => setAll(true)}>
          {some.length <= PAGE ? `Show the other ${countWords(some.length - FIRST)}` : 'Show more of them'}
        </Button>
      )}
      {all ? <Pager name={title.toLowerCase()} offset={offset} total={some.length} onTurn={setOffset} /> : null}
      {total > some.length ? (
        <p className="muted small">
          These are the first {countWords(some.length)} of {countWords(total)}; the choice for all holds for the others
          too.
        </p>
      ) : null}
    </section>
  )
}
