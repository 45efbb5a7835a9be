/** Which column of the file fills which field; and, where they matter, the sheet and the way its letters are written. */
import { useState } from 'react'
import type { ImportPreview } from '../../../../shared/contract/import.ts'
import { SelectField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { columnWords, ENCODING_CHOICES, FIELDS, type ImportField, lacksName } from './import-words.ts'
import { otherSheetsWords, sheetWords } from './sheet-words.ts'
import type { Importing } from './use-import.ts'

const NONE = ''

type Props = {
  preview: ImportPreview
  pasted: boolean
  decisions: Importing['decisions']
  onDecide: Importing['decide']
}

/** The fields that a list says nothing about stand behind a fold, and stay there while somebody tries columns for them. */
function useQuietFields({ headings, mapping }: ImportPreview): ReadonlySet<ImportField> {
  const list = headings.join('\n')
  const found = () => new Set(FIELDS.flatMap(({ field }) => ((mapping[field] ?? null) === null ? [field] : [])))
  const [kept, setKept] = useState(() => ({ list, quiet: found() }))
  if (kept.list !== list) setKept({ list, quiet: found() })
  return kept.quiet
}

export function MappingCard({ preview, pasted, decisions, onDecide }: Props) {
  const { sheets, sheet, encoding, encodingGuessed, top, headings, examples, mapping } = preview
  const quiet = useQuietFields(preview)
  // A heading cannot be empty, so an empty value is free to say “none”.
  const columns = [
    { value: NONE, label: 'Not in this file' },
    ...headings.map((heading, index) => ({ value: heading, label: columnWords(heading, examples[index] ?? '') })),
  ]
  const choice = ({ field, label }: (typeof FIELDS)[number]) => (
    <SelectField
      key={field}
      label={label}
      value={mapping[field] ?? NONE}
      onText={(heading) => onDecide({ decide: 'column', field, heading: heading === NONE ? null : heading })}
      options={columns}
    />
  )
  const letters = (
    <SelectField
      label="How its letters are written"
      value={encoding}
      onText={(chosen) =>
        onDecide({
          decide: 'encoding',
          encoding: ENCODING_CHOICES.find(({ value }) => value === chosen)?.value ?? null,
        })
      }
      options={ENCODING_CHOICES}
    />
  )
  const others = otherSheetsWords(preview)
  const isText = sheets.length === 0 && !pasted
  // Whoever tries one way after the other has it before them.
  const isOpen = encodingGuessed || decisions.encoding !== null
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="mapping-title">
      <h2 id="mapping-title">Which column is which?</h2>
      {lacksName(mapping) ? <Sentence tone="warn">Choose the column that people’s names are in.</Sentence> : null}
      {others === null ? null : <Sentence tone="warn">{others}</Sentence>}
      {isText && encodingGuessed ? (
        <Sentence tone="warn">
          Nothing in the file says how its letters are written, so this is a guess. Look at the names with accents
          below: if they look wrong, choose another way.
        </Sentence>
      ) : null}
      <div className="organiser-mapping small-fields columns gap-3">
        {sheets.length < 2 ? null : (
          <SelectField
            label="Sheet of the workbook"
            value={sheet ?? ''}
            onText={(chosen) => onDecide({ decide: 'sheet', sheet: chosen })}
            options={sheets.map((one) => ({ value: one.name, label: sheetWords(one) }))}
          />
        )}
        {isText && isOpen ? letters : null}
        <SelectField
          label="The first row is"
          value={top}
          onText={(chosen) => onDecide({ decide: 'top', top: chosen === 'people' ? 'people' : 'headings' })}
          options={[
            { value: 'headings', label: 'Headings' },
            { value: 'people', label: 'Somebody already' },
          ]}
        />
        {FIELDS.filter(({ field }) => !quiet.has(field)).map(choice)}
      </div>
      {quiet.size === 0 && (!isText || isOpen) ? null : (
        <details className="import-more" open={lacksName(mapping) || undefined}>
          <summary>Fill in what is missing</summary>
          <div className="organiser-mapping small-fields columns gap-3">
            {FIELDS.filter(({ field }) => quiet.has(field)).map(choice)}
            {isText && !isOpen ? letters : null}
          </div>
        </details>
      )}
    </section>
  )
}
