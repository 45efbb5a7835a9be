/** Set-up, first question: which event is this? One of the packs that ship, or a file. */
import { useQuery } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import type { PackSummary } from '../../../shared/contract/station.ts'
import type { PackError } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { daysInWords } from '../../words/days.ts'
import { RadioList } from '../../components/fields.tsx'
import { Sentence } from '../../components/sentence.tsx'
import type { SetUpAnswers } from './check-answers.ts'

const FROM_FILE = 'from-a-file'

export function EventStep({
  answers,
  onAnswer,
  field,
}: {
  answers: SetUpAnswers
  onAnswer: (pack: SetUpAnswers['pack']) => void
  field: { id: string; error: string | undefined }
}) {
  const { client, api } = useApi()
  const packs = useQuery(api.station.packs.queryOptions())
  const [own, setOwn] = useState<PackSummary | null>(null)
  const [errors, setErrors] = useState<readonly PackError[]>([])
  const [error, setError] = useState('')

  const readFile = async (file: File | undefined) => {
    if (file === undefined) return
    setError('')
    setErrors([])
    try {
      const json = await file.text()
      if (json.length > 2_000_000) {
        setError(`“${file.name}” is far too large for an event pack. Check that it is the right file.`)
        return
      }
      const answer = await client.station.checkPack({ kind: 'file', json })
      if (answer.ok) {
        setOwn(answer.pack)
        onAnswer({ kind: 'file', json, name: file.name })
      } else setErrors(answer.errors)
    } catch (cause) {
      setError(sentenceOf(cause))
    }
  }

  const option = (pack: PackSummary, value: string) => ({
    value,
    label: pack.name,
    hint: `${daysInWords(pack.from, pack.to)} · ${pack.venue}`,
  })
  const chosen = answers.pack === null ? null : answers.pack.kind === 'shipped' ? answers.pack.id : FROM_FILE

  return (
    <div className="stack">
      <RadioList
        legend="Which event is this tablet for?"
        legendUnseen
        name="pack"
        id={field.id}
        value={chosen}
        error={field.error}
        onChange={(value) => {
          if (value !== FROM_FILE) onAnswer({ kind: 'shipped', id: value })
        }}
        options={[
          ...(own === null ? [] : [option(own, FROM_FILE)]),
          ...(packs.data ?? []).map((pack) => option(pack, pack.id)),
        ]}
      />
      <label className="file-button row">
        <input
          type="file"
          accept=".json,application/json"
          aria-label="Choose an event pack file"
          onChange={(event) => void readFile(event.currentTarget.files?.[0])}
        />
        <span className="btn ghost">
          <FileUp className="icon" aria-hidden />
          Choose an event pack file
        </span>
        <span className="muted small">A .json file that the organiser gave you</span>
      </label>
      {packs.error === null ? null : <Sentence tone="bad">{sentenceOf(packs.error)}</Sentence>}
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
      {errors.length === 0 ? null : (
        <Sentence tone="bad">
          <p className="strong">
            That event pack was refused; nothing was loaded.{' '}
            {errors.length === 1 ? 'There is one thing' : `There are ${errors.length} things`} to put right in the file:
          </p>
          <div className="setup-faults small" role="region" tabIndex={0} aria-label="What to put right in the file">
            <ul className="stack gap-1">
              {errors.map((one) => (
                <li key={`${one.path} ${one.message}`}>
                  <b>{one.path}</b> {one.message}
                </li>
              ))}
            </ul>
          </div>
        </Sentence>
      )}
    </div>
  )
}
