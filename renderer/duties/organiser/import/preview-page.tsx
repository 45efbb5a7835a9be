/** What an import would do, everything that can be put right or chosen before it, and the button that does it. */
import { ArrowLeft, FileUp, Users } from 'lucide-react'
import type { ImportPreview } from '../../../../shared/contract/import.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { Dock } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { PageHead } from '../shell.tsx'
import { ConflictsCard } from './conflicts-card.tsx'
import { CorrectionsCard } from './corrections-card.tsx'
import { CountsTable } from './counts-table.tsx'
import { ErrorsCard } from './errors-card.tsx'
import { formatWords, previewWords, peopleWords, toImport, waitingWords } from './import-words.ts'
import { MappingCard } from './mapping-card.tsx'
import { NoticesCard } from './notices-card.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { SampleTable } from './sample-table.tsx'
import type { Importing } from './use-import.ts'

type Props = { importing: Importing; preview: ImportPreview; pack: EventPack; onLeave: () => void }

export function PreviewPage({ importing, preview, pack, onLeave }: Props) {
  const { busy, error, notice } = importing
  const many = toImport(preview.counts)
  return (
    <>
      <PageHead title="What would happen" line={`${importing.fileName} · ${formatWords(preview.format)}`}>
        <Button look="ghost" icon={FileUp} onClick={importing.restart}>
          Choose another list
        </Button>
      </PageHead>
      <p className="unseen" role="status">
        {busy === null ? previewWords(preview.counts) : ''}
      </p>
      {notice === '' ? null : <Sentence tone="warn">{notice}</Sentence>}
      <div className="organiser-halves columns one-upright top gap-5 even" aria-busy={busy === 'reading'}>
        <div className="stack gap-5">
          <section className="card organiser-card pad stack gap-3" aria-label="Counts">
            <CountsTable counts={preview.counts} done={false} />
          </section>
          <LeftBehind headings={preview.leftBehind} />
        </div>
        <MappingCard
          preview={preview}
          pasted={importing.pasted}
          decisions={importing.decisions}
          onDecide={importing.decide}
        />
      </div>
      <ErrorsCard preview={preview} pack={pack} importing={importing} />
      <CorrectionsCard {...importing} />
      <ConflictsCard preview={preview} pack={pack} importing={importing} />
      <NoticesCard notices={preview.notices} pack={pack} importing={importing} />
      <SampleTable sample={preview.sample} pack={pack} importing={importing} />
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
      <Dock>
        {busy === 'importing' ? null : (
          <Button look="ghost" icon={ArrowLeft} onClick={onLeave}>
            Leave without importing
          </Button>
        )}
        {busy === null ? (
          <span className="push" />
        ) : (
          <ProgressBar
            key={busy}
            progress={waitingWords(busy, importing.progress)}
            what={busy === 'importing' ? 'Importing' : 'Reading the list'}
            onStop={busy === 'importing' ? null : importing.stop}
          />
        )}
        {many === 0 ? (
          <p className="strong">There is nobody to import in this list.</p>
        ) : (
          <Button big icon={Users} busy={busy !== null} onClick={importing.run}>
            {busy === 'importing' ? 'Importing…' : `Import ${peopleWords(many)}`}
          </Button>
        )}
      </Dock>
    </>
  )
}

function LeftBehind({ headings }: { headings: readonly string[] }) {
  if (headings.length === 0) return null
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="left-behind-title">
      <h2 id="left-behind-title">Not read, and not kept</h2>
      <ul className="organiser-words row gap-2">
        {headings.map((heading) => (
          <li key={heading} className="chip">
            {heading}
          </li>
        ))}
      </ul>
    </section>
  )
}
