/** Backups of everything on this tablet: the latest ones, one more, and a copy that leaves the tablet. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { DatabaseBackup, HardDriveDownload } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../../api.tsx'
import { momentInWords } from '../../../words/times.ts'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { useSending } from '../../../components/form/use-sending.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { placeWords } from '../../../components/save-file/place-words.ts'
import { useSaveFile } from '../../../components/save-file/use-save-file.tsx'
import { sizeInWords } from './event-words.ts'
import { SaveCopy } from './save-copy.tsx'

const moment = momentInWords({
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
})
const whenOf = (at: string): string => moment(new Date(at))
/** Older ones are kept as well; nobody needs to read them all. */
const SHOWN = 5

export function Backups() {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const backups = useQuery(api.station.backups.queryOptions())
  const { busy, said, say, attempt } = useSending()
  const [asking, setAsking] = useState(false)
  const { save, dialog } = useSaveFile()
  const take = () =>
    attempt(async () => {
      const taken = await client.station.backup()
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.station.backups.key() }),
        queries.invalidateQueries({ queryKey: api.plan.key() }),
      ])
      say({ tone: 'ok', words: `A backup of ${sizeInWords(taken.bytes)} was taken and read through.` })
    })
  const list = backups.data ?? []
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="backups-title">
      <h2 id="backups-title">Backups</h2>
      {backups.error === null ? null : <Sentence tone="bad">{sentenceOf(backups.error)}</Sentence>}
      {backups.data !== undefined && list.length === 0 ? (
        <p className="muted">None yet. A backup stays on this tablet, encrypted, beside the data.</p>
      ) : null}
      {list.length === 0 ? null : (
        <ul className="organiser-lines lined">
          {list.slice(0, SHOWN).map((backup) => (
            <li key={backup.name}>
              <span className="grow">{whenOf(backup.taken)}</span>
              <span className="muted">{sizeInWords(backup.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
      {list.length > SHOWN ? <p className="muted small">And {list.length - SHOWN} older ones.</p> : null}
      <p className="muted small">
        Backups stay on this tablet, and are lost with it. A copy on a stick is not: it is encrypted, and any new tablet
        goes on from it.
      </p>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      <div className="row">
        <Button look="ghost" icon={DatabaseBackup} busy={busy} onClick={() => void take()}>
          {busy ? 'Taking it…' : 'Take a backup now'}
        </Button>
        <Button icon={HardDriveDownload} onClick={() => setAsking(true)}>
          Save a copy elsewhere
        </Button>
      </div>
      {asking ? (
        <SaveCopy
          onClose={() => setAsking(false)}
          onMade={async (file) => {
            setAsking(false)
            const place = await save(file)
            if (place !== null)
              say({
                tone: 'ok',
                words: `${placeWords(place)} It opens with the organiser passphrase and with nothing else.`,
              })
          }}
        />
      ) : null}
      {dialog}
    </section>
  )
}
