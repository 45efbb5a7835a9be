/** The contact list on its way out: a workbook, a CSV for a mail merge, and a draft of a message for each person. */
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { useSaveFile } from '../../../components/save-file/use-save-file.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { type ContactKind, savedWords } from './follow-up-words.ts'

const KINDS = [
  { kind: 'xlsx', words: 'Download the workbook' },
  { kind: 'csv', words: 'CSV for a mail merge' },
  { kind: 'zip', words: 'Drafts of messages' },
] as const

export function ContactsFiles({ everybody, rehearsal }: { everybody: number; rehearsal: boolean }) {
  const { client } = useApi()
  const { save, dialog } = useSaveFile()
  const [busy, setBusy] = useState<ContactKind | null>(null)
  const [said, setSaid] = useState<{ tone: 'ok' | 'bad'; words: string }>()

  const download = async (kind: ContactKind) => {
    setBusy(kind)
    setSaid(undefined)
    try {
      const { file, ...counts } = await client.followUp.contactsExport({ kind })
      const place = await save(file)
      if (place !== null) setSaid({ tone: 'ok', words: savedWords(place, counts) })
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) })
    } finally {
      setBusy(null)
    }
  }
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="contacts-files">
      <h2 id="contacts-files">The contact list</h2>
      <p className="muted small">
        Each person once, with all they promised and by when. The drafts are a zip of messages, one for each person,
        that your mail program opens: read each through before it goes.
        {rehearsal ? ' This is a rehearsal: every file says so, and nobody in it is to be written to.' : ''}
      </p>
      {everybody === 0 ? null : (
        <div className="row">
          {KINDS.map(({ kind, words }) => (
            <Button
              key={kind}
              look={kind === 'xlsx' ? 'main' : 'ghost'}
              icon={Download}
              busy={busy !== null}
              onClick={() => void download(kind)}
            >
              {busy === kind ? 'Writing it…' : words}
            </Button>
          ))}
        </div>
      )}
      <p className="unseen" role="status">
        {busy === null ? '' : 'Writing the file'}
      </p>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {dialog}
    </section>
  )
}
