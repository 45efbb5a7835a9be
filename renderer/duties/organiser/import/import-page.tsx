/** Importing a list of delegates: choose it, see what would happen, put it right, let it happen. */
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, FileUp, Users } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Imported } from '../../../../shared/contract/import.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useRefresh } from '../record/use-refresh.ts'
import { PageHead } from '../shell.tsx'
import { ChooseFile } from './choose-file.tsx'
import { CountsTable } from './counts-table.tsx'
import { ErrorsTable } from './errors-table.tsx'
import { peopleWords, toImport, waitingWords } from './import-words.ts'
import { ListsRead } from './lists-read.tsx'
import { NoticesCard } from './notices-card.tsx'
import { PasteStep } from './paste-step.tsx'
import { PreviewPage } from './preview-page.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useImport } from './use-import.ts'
import './import.css'

export function ImportPage({ pack }: { pack: EventPack }) {
  const [, go] = useLocation()
  const importing = useImport(useRefresh('signIn'))
  const { stage, busy, error, notice, stop, restart } = importing
  const [takenBack, setTakenBack] = useState('')
  const made = useQuery(useApi().api.signIn.imports.queryOptions())
  // What was cut off is to be finished first.
  const isUnfinished = made.data?.some(
    ({ undone, undoing, importing: reading }) => undone === null && (undoing ?? reading) !== null,
  )
  const lists = <ListsRead onTakenBack={setTakenBack} />
  const toDelegates = () => go('/organiser/delegates')
  const back = (
    <Button look="ghost" icon={ArrowLeft} onClick={toDelegates}>
      Delegates
    </Button>
  )
  const said = (
    <>
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
      {notice === '' ? null : <Sentence tone="warn">{notice}</Sentence>}
      {busy === null || stage.step === 'preview' ? null : (
        <ProgressBar progress={waitingWords(busy, importing.progress)} what="Reading the list" onStop={stop} />
      )}
    </>
  )
  switch (stage.step) {
    case 'choose':
      return (
        <>
          <PageHead title="Import a list of delegates">{back}</PageHead>
          {takenBack === '' ? null : <Sentence tone="ok">{takenBack}</Sentence>}
          {said}
          {isUnfinished ? lists : null}
          <ChooseFile
            refused={stage.refused}
            busy={busy !== null}
            onFile={(file) => {
              setTakenBack('')
              importing.choose(file)
            }}
            onPaste={importing.toPaste}
          />
          {isUnfinished ? null : lists}
        </>
      )
    case 'paste':
      return (
        <>
          <PageHead title="Paste a list" />
          {said}
          <PasteStep refused={stage.refused} busy={busy !== null} onPaste={importing.paste} onBack={restart} />
        </>
      )
    case 'preview':
      return <PreviewPage importing={importing} preview={stage.preview} pack={pack} onLeave={toDelegates} />
    case 'done':
      return (
        <>
          <PageHead title={doneTitle(stage.done)} line={importing.fileName}>
            {back}
          </PageHead>
          <section className="card organiser-card pad stack gap-3">
            <CountsTable counts={stage.done.counts} done />
          </section>
          <ErrorsTable errors={stage.done.errors} total={stage.done.counts.faulty} />
          <NoticesCard notices={stage.done.notices} pack={pack} importing={null} />
          <div className="row">
            <Button icon={Users} onClick={toDelegates}>
              See the delegates
            </Button>
            <Button look="ghost" icon={FileUp} onClick={restart}>
              Import another list
            </Button>
          </div>
          <ListsRead
            onTakenBack={(words) => {
              // What the head of this page says was done may not be true any more.
              restart()
              setTakenBack(words)
            }}
          />
        </>
      )
  }
}

const doneTitle = ({ counts }: Imported): string =>
  toImport(counts) === 0 ? 'Nothing was changed' : `${peopleWords(toImport(counts))} imported`
