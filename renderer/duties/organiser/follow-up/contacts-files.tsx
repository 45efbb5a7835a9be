/** The contact list on its way out: a workbook, a CSV for a mail merge, and a draft of a message for each person. */
import { Download } from 'lucide-react'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { useExport } from '../../../components/save-file/use-export.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { type ContactKind, savedWords } from './follow-up-words.ts'

const KINDS = [
  { kind: 'xlsx', words: 'Download the workbook' },
  { kind: 'csv', words: 'CSV for a mail merge' },
  { kind: 'zip', words: 'Drafts of messages' },
] as const

export function ContactsFiles({ everybody, rehearsal }: { everybody: number; rehearsal: boolean }) {
  const { client } = useApi()
  const { busy, said, download: write, dialog } = useExport<ContactKind>()
  const download = (kind: ContactKind) =>
    write(kind, async () => {
      const { file, ...counts } = await client.followUp.contactsExport({ kind })
      return { file, words: (place) => savedWords(place, counts) }
    })
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
