/** Importing a list of delegates: choose it, see what would happen, let it happen. */
import { ArrowLeft, FileUp, Users } from 'lucide-react'
import { useLocation } from 'wouter'
import type { ImportCounts, ImportPreview } from '../../../../shared/contract/sign-in.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { Dock } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useRefresh } from '../record/use-refresh.ts'
import { PageHead } from '../shell.tsx'
import { ChooseFile } from './choose-file.tsx'
import { CountsTable } from './counts-table.tsx'
import { FaultsTable } from './faults-table.tsx'
import { formatWords, peopleWords, toImport } from './import-words.ts'
import { MappingCard } from './mapping-card.tsx'
import { SampleTable } from './sample-table.tsx'
import { type Importing, useImport } from './use-import.ts'

export function ImportPage({ pack }: { pack: EventPack }) {
  const [, go] = useLocation()
  const importing = useImport(useRefresh('signIn'))
  const { at, busy, problem } = importing
  const trouble = problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>
  const toDelegates = () => go('/organiser/delegates')
  const back = (
    <Button look="ghost" icon={ArrowLeft} onClick={toDelegates}>
      Delegates
    </Button>
  )
  switch (at.step) {
    case 'choose':
      return (
        <>
          <PageHead title="Import a list of delegates">{back}</PageHead>
          {trouble}
          <ChooseFile refused={at.refused} busy={busy !== null} onFile={importing.choose} />
        </>
      )
    case 'look':
      return <Look importing={importing} preview={at.preview} pack={pack} onLeave={toDelegates} />
    case 'done':
      return (
        <>
          <PageHead title={doneTitle(at.counts)} line={importing.fileName}>
            {back}
          </PageHead>
          <section className="card organiser-card">
            <CountsTable counts={at.counts} done />
          </section>
          <Problems counts={at.counts} />
          <div className="row">
            <Button icon={Users} onClick={toDelegates}>
              See the delegates
            </Button>
            <Button look="ghost" icon={FileUp} onClick={importing.restart}>
              Import another list
            </Button>
          </div>
        </>
      )
  }
}

const doneTitle = (counts: ImportCounts): string =>
  toImport(counts) === 0 ? 'Nothing was changed' : `${peopleWords(toImport(counts))} imported`

function Look({
  importing,
  preview,
  pack,
  onLeave,
}: {
  importing: Importing
  preview: ImportPreview
  pack: EventPack
  onLeave: () => void
}) {
  const { busy, problem } = importing
  const many = toImport(preview.counts)
  return (
    <>
      <PageHead title="What would happen" line={`${importing.fileName} · ${formatWords(preview.format)}`}>
        <Button look="ghost" icon={FileUp} onClick={importing.restart}>
          Choose another file
        </Button>
      </PageHead>
      <p className="unseen" role="status">
        {busy === 'reading' ? 'Reading the file again' : ''}
      </p>
      <div className="organiser-halves even" aria-busy={busy === 'reading'}>
        <div className="stack">
          <section className="card organiser-card" aria-label="Counts">
            <CountsTable counts={preview.counts} done={false} />
          </section>
          <LeftBehind headings={preview.leftBehind} />
        </div>
        <MappingCard preview={preview} onChange={importing.readAgain} />
      </div>
      <SampleTable sample={preview.sample} pack={pack} />
      <Problems counts={preview.counts} />
      {problem === '' ? null : <Sentence tone="bad">{problem}</Sentence>}
      <Dock>
        <Button look="ghost" icon={ArrowLeft} onClick={onLeave}>
          Leave without importing
        </Button>
        <span className="push" />
        {many === 0 ? (
          <p className="strong">There is nobody to import in this file.</p>
        ) : (
          <Button big icon={Users} busy={busy !== null} onClick={importing.run}>
            {busy === 'importing' ? 'Importing…' : `Import ${peopleWords(many)}`}
          </Button>
        )}
      </Dock>
    </>
  )
}

function Problems({ counts }: { counts: ImportCounts }) {
  return (
    <>
      <FaultsTable
        title="Rows that cannot be used"
        hint="Put them right in the file and import it again: nobody is added twice."
        name="rows that cannot be used"
        faults={counts.faults}
      />
      <FaultsTable
        title="Worth a look"
        hint="No row was lost by these."
        name="rows worth a look"
        faults={counts.notices}
      />
    </>
  )
}

function LeftBehind({ headings }: { headings: readonly string[] }) {
  if (headings.length === 0) return null
  return (
    <section className="card organiser-card" aria-labelledby="left-behind-title">
      <h2 id="left-behind-title">Not read, and not kept</h2>
      <ul className="organiser-words">
        {headings.map((heading) => (
          <li key={heading} className="chip">
            {heading}
          </li>
        ))}
      </ul>
    </section>
  )
}
