/** The action plan on its way out: what it holds, and the three files it can be. */
import { useQuery } from '@tanstack/react-query'
import { Braces, Download, FileSpreadsheet, FileText } from 'lucide-react'
import { useState } from 'react'
import { nextBoardInWords } from '../../../../shared/domain/pack-remarks.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { useExport } from '../../../components/save-file/use-export.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { PageHead } from '../shell.tsx'
import { exportedWords, type PlanKind, rowsWords, undatedInFile } from './plan-words.ts'
import { type Offer, OFFER_FIELD, UndatedCard } from './undated-card.tsx'

const OTHERS = [
  { kind: 'csv', title: 'CSV', who: 'The rows, for a planning system.', icon: FileText },
  { kind: 'json', title: 'JSON', who: 'Everything, for another program.', icon: Braces },
] as const

/** Asked for only its total. */
const WITHDRAWN = { status: 'withdrawn', limit: 1 } as const

export function PlanPage({ pack, rehearsal }: { pack: EventPack; rehearsal: boolean }) {
  const { client, api } = useApi()
  const overview = useQuery(api.plan.overview.queryOptions())
  const actionsGone = useQuery(api.workshops.listActions.queryOptions({ input: WITHDRAWN })).data?.total
  const ideasGone = useQuery(api.workshops.listIdeas.queryOptions({ input: WITHDRAWN })).data?.total
  const { busy, said, say, download: write, dialog } = useExport<PlanKind>()
  const undated = useQuery(api.plan.undated.queryOptions()).data
  // Until somebody writes another day, the field has the board’s.
  const [offering, setOffering] = useState<Offer>()
  const offer = offering ?? { isMade: false, day: undated?.board ?? '' }
  const counted = overview.data
  const gone =
    counted === undefined || actionsGone === undefined || ideasGone === undefined
      ? undefined
      : counted.pledgesWithdrawn + actionsGone + ideasGone

  const download = async (kind: PlanKind) => {
    say(undefined)
    const isOffered = offer.isMade && undated !== undefined && undated.total > 0
    if (isOffered && offer.day === '') {
      setOffering({ ...offer, error: 'Choose the day to offer, or take the tick away' })
      document.querySelector<HTMLElement>(`#${OFFER_FIELD}`)?.focus()
      return
    }
    await write(kind, async () => {
      const offered = isOffered ? offer.day : null
      const { file, ...counts } = await client.plan.export({ kind, offered })
      return {
        file,
        words: (place) => [exportedWords(kind, place, counts), undatedInFile(counts.undated, offered)].join(' ').trim(),
      }
    })
  }

  return (
    <>
      <PageHead
        title="Action plan"
        line={`For the ${pack.strategy.board}${pack.strategy.nextBoard === '' ? '' : `. Next meeting: ${nextBoardInWords(pack.strategy.nextBoard)}`}`}
      />
      {overview.error === null ? null : <Sentence tone="bad">{sentenceOf(overview.error)}</Sentence>}
      <section className="card organiser-card pad stack gap-3" aria-labelledby="holds-title">
        <h2 id="holds-title" className="unseen">
          What it holds now
        </h2>
        {counted === undefined ? null : (
          <ul className="organiser-figures">
            <Figure
              number={counted.pledges + counted.actions}
              words={counted.pledges + counted.actions === 1 ? 'row' : 'rows'}
              more={rowsWords(counted.pledges, counted.actions)}
            />
            <Figure
              number={counted.ideas}
              words={counted.ideas === 1 ? 'idea' : 'ideas'}
              more="on a sheet of their own"
            />
            <Figure number={gone ?? counted.pledgesWithdrawn} words="withdrawn" more="listed apart" />
          </ul>
        )}
      </section>
      <p className="unseen" role="status">
        {busy === null ? '' : 'Writing the file'}
      </p>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {dialog}
      {undated === undefined || undated.total === 0 ? null : (
        <UndatedCard undated={undated} pack={pack} offer={offer} onOffer={setOffering} />
      )}
      <section className="card organiser-card pad stack gap-3 organiser-workbook" aria-labelledby="workbook-title">
        <FileSpreadsheet className="icon" aria-hidden />
        <div className="grow stack gap-1">
          <h2 id="workbook-title">Excel workbook</h2>
          <p className="muted small">
            For the officer who keeps the plan: one page for the board, the whole as a table that prints on A4, with
            stages and BRAG to choose from, ideas and updates.
          </p>
        </div>
        <Button big icon={Download} busy={busy !== null} onClick={() => void download('xlsx')}>
          {busy === 'xlsx' ? 'Writing it…' : 'Download the workbook'}
        </Button>
      </section>
      <div className="one-upright columns gap-5">
        {OTHERS.map(({ kind, title, who, icon: Icon }) => (
          <section
            key={kind}
            className="card organiser-card pad stack gap-3 organiser-other"
            aria-labelledby={`${kind}-title`}
          >
            <Icon className="icon" aria-hidden />
            <div className="grow stack gap-1">
              <h2 id={`${kind}-title`}>{title}</h2>
              <p className="muted small">{who}</p>
            </div>
            <Button
              look="ghost"
              icon={Download}
              busy={busy !== null}
              aria-label={`Download ${title}`}
              onClick={() => void download(kind)}
            >
              {busy === kind ? 'Writing it…' : 'Download'}
            </Button>
          </section>
        ))}
      </div>
      <Sentence>
        <p className="small">It holds names and e-mail addresses: save it only where your council keeps such things.</p>
        {rehearsal ? (
          <p className="small muted">This is a rehearsal: the file’s name and every row of it say so.</p>
        ) : null}
      </Sentence>
    </>
  )
}

function Figure({ number, words, more }: { number: number; words: string; more: string }) {
  return (
    <li>
      <b>{countWords(number)}</b> <span className="strong">{words}</span>
      <p className="muted small">{more}</p>
    </li>
  )
}
