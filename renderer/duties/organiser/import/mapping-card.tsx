/** Which column of the file fills which field; and, where they matter, the sheet and the way its letters are written. */
import type { ImportPreview } from '../../../../shared/contract/sign-in.ts'
import { SelectField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { ENCODINGS, FIELDS, type ImportMapping, lacksName, remapped } from './import-words.ts'
import type { Importing } from './use-import.ts'

const NONE = ''

export function MappingCard({ preview, onChange }: { preview: ImportPreview; onChange: Importing['readAgain'] }) {
  const { sheets, sheet, encoding, encodingGuessed, headings, mapping } = preview
  // A heading cannot be empty, so an empty value is free to say “none”.
  const columns = [
    { value: NONE, label: 'Not in this file' },
    ...headings.map((heading) => ({ value: heading, label: heading })),
  ]
  const change = (next: ImportMapping) => onChange({ mapping: next })
  return (
    <section className="card organiser-card" aria-labelledby="mapping-title">
      <h2 id="mapping-title">Which column is which?</h2>
      {lacksName(mapping) ? <Sentence tone="warn">Choose the column that people’s names are in.</Sentence> : null}
      {sheets.length < 2 ? null : (
        <SelectField
          label="Sheet of the workbook"
          value={sheet ?? ''}
          onText={(chosen) => onChange({ sheet: chosen, mapping: null })}
          options={sheets.map((one) => ({ value: one, label: one }))}
        />
      )}
      {sheets.length > 0 ? null : (
        <div className="stack close">
          {encodingGuessed ? (
            <Sentence tone="warn">
              Nothing in the file says how its letters are written, so this is a guess. Look at the names with accents
              below: if they look wrong, choose another way.
            </Sentence>
          ) : null}
          <SelectField
            label="How its letters are written"
            value={encoding}
            onText={(chosen) => onChange({ encoding: ENCODINGS.find(({ value }) => value === chosen)?.value ?? null })}
            options={ENCODINGS}
          />
        </div>
      )}
      <div className="organiser-mapping">
        {FIELDS.map(({ field, label }) => (
          <SelectField
            key={field}
            label={label}
            value={mapping[field] ?? NONE}
            onText={(heading) => change(remapped(mapping, field, heading === NONE ? null : heading))}
            options={columns}
          />
        ))}
      </div>
    </section>
  )
}
