/** Set-up, first question: which event is this? One of the packs that ship, or a file. */
import { useQuery } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PackSummary } from '../../../shared/contract/station.ts'
import { readPackText } from '../../../shared/domain/pack-text.ts'
import type { PackError } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { daysInWords } from '../../words/days.ts'
import { RadioList } from '../../components/fields.tsx'
import { Sentence } from '../../components/sentence.tsx'
import type { SetUpAnswers } from './check-answers.ts'

const FROM_FILE = 'from-a-file'
const LOADED = 'loaded-before'

const decoded = (bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252'): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

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
  const [readAs, setReadAs] = useState('')
  const loaded = packs.data?.find((pack) => pack.loaded)
  const isLoaded = loaded !== undefined
  // What somebody loaded in the terminal is most likely meant.
  useEffect(() => {
    if (isLoaded && answers.pack === null) onAnswer({ kind: 'loaded' })
    // Only when it is known: whoever chooses another is left alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isLoaded])

  const readFile = async (file: File | undefined) => {
    if (file === undefined) return
    setError('')
    setErrors([])
    try {
      if (file.size > 2_000_000) {
        setError(`“${file.name}” is far too large for an event pack. Check that it is the right file.`)
        return
      }
      const text = readPackText(new Uint8Array(await file.arrayBuffer()), decoded)
      if (!text.ok) {
        setError(text.message)
        return
      }
      const json = text.text
      const answer = await client.station.checkPack({ kind: 'file', json })
      if (answer.ok) {
        setOwn(answer.pack)
        setReadAs(text.remark ?? '')
        onAnswer({ kind: 'file', json, name: file.name })
      } else setErrors(answer.errors)
    } catch (cause) {
      setError(sentenceOf(cause))
    }
  }

  const chosen =
    answers.pack === null
      ? null
      : { shipped: 'id' in answers.pack ? answers.pack.id : '', file: FROM_FILE, loaded: LOADED }[answers.pack.kind]
  const offered = [
    ...(own === null ? [] : [{ value: FROM_FILE, pack: own }]),
    ...(packs.data ?? []).map((pack) => ({ value: pack.loaded ? LOADED : pack.id, pack })),
  ]
  const remarks = [
    ...(chosen === FROM_FILE && readAs !== '' ? [readAs] : []),
    ...(offered.find(({ value }) => value === chosen)?.pack.remarks ?? []),
  ]

  const option = (pack: PackSummary, value: string) => ({
    value,
    label: pack.name,
    hint: (
      <>
        {`${pack.loaded ? 'On this tablet already · ' : ''}${daysInWords(pack.from, pack.to)} · ${pack.venue}`}
        {(value === chosen ? remarks : []).map((remark) => (
          <b key={remark} className="setup-remark">
            {remark}
          </b>
        ))}
      </>
    ),
  })
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
          if (value === LOADED) onAnswer({ kind: 'loaded' })
          else if (value !== FROM_FILE) onAnswer({ kind: 'shipped', id: value })
        }}
        options={offered.map(({ pack, value }) => option(pack, value))}
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
