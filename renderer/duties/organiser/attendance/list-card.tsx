/** The attendance list on its way out: a workbook or a CSV, with e-mail addresses only where somebody asks for them. */
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { Tick } from '../../../components/fields.tsx'
import { useExport } from '../../../components/save-file/use-export.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { savedWords } from './attendance-words.ts'

type Kind = 'xlsx' | 'csv'

export function ListCard({ rehearsal }: { rehearsal: boolean }) {
  const { client } = useApi()
  const [emails, setEmails] = useState(false)
  const { busy, said, download: write, dialog } = useExport<Kind>()
  const download = (kind: Kind) =>
    write(kind, async () => {
      const { file, people, absent } = await client.attendance.export({ kind, emails })
      return { file, words: (place) => savedWords(place, people, absent) }
    })
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="attendance-list">
      <h2 id="attendance-list">The attendance list</h2>
      <p className="muted small">
        Who came and when, and who did not, with these numbers on a page of their own. Never their needs, notes or badge
        codes.{rehearsal ? ' This is a rehearsal: the file’s name and every row of it say so.' : ''}
      </p>
      <Tick
        label="With e-mail addresses"
        hint="Only to write to them about this event, as the privacy notice says."
        checked={emails}
        onChange={setEmails}
      />
      <div className="row">
        <Button icon={Download} busy={busy !== null} onClick={() => void download('xlsx')}>
          {busy === 'xlsx' ? 'Writing it…' : 'Download the workbook'}
        </Button>
        <Button
          look="ghost"
          icon={Download}
          busy={busy !== null}
          aria-label="Download CSV"
          onClick={() => void download('csv')}
        >
          {busy === 'csv' ? 'Writing it…' : 'CSV'}
        </Button>
      </div>
      <p className="unseen" role="status">
        {busy === null ? '' : 'Writing the file'}
      </p>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {dialog}
    </section>
  )
}
