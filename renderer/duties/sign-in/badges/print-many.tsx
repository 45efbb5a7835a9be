/** Choosing whose badges are printed and on what, with a look at one of them; many are printed in parts. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type BadgeLayout, inPrintings, nextFree, paperOf } from '../../../../shared/domain/badge-layout.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Dock } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { UndrawnOnList } from '../../../components/undrawn/undrawn-on-list.tsx'
import { BadgePreview } from './badge-preview.tsx'
import { badgesWords, paperWords, printWords } from './badge-words.ts'
import { ChooseBadges, type Chosen, EVERYBODY_UNPRINTED } from './choose-badges.tsx'
import { FirstFree } from './first-free.tsx'
import { nextLabel } from './next-label.ts'
import { PrintBadges, type PrintOutcome } from './print-badges.tsx'

/** A printing under way: whose badges, in parts, and which part is next. Kept as it was when it began, so that none is lost or doubled. */
type Run = { parts: string[][]; index: number; printing: boolean }
type Said = { tone: 'ok' | 'bad'; words: string }

/** As many ids as the station gives at a time. */
const IDS_AT_ONCE = 5000

type Props = { head: ReactNode; leave: ReactNode; pack: EventPack; usual: BadgeLayout; onLog: () => void }

export function PrintMany({ head, leave, pack, usual, onLog }: Props) {
  const { client, api } = useApi()
  const [layout, setLayout] = useState(usual)
  const [chosen, setChosen] = useState<Chosen>(EVERYBODY_UNPRINTED)
  const [firstFree, setFirstFree] = useState(() => nextLabel(usual))
  const [run, setRun] = useState<Run | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said>()
  const found = useQuery({
    ...api.badges.people.queryOptions({ input: { ...chosen, limit: 1 } }),
    placeholderData: keepPreviousData,
  })
  const paper = paperOf(layout)
  const total = found.data?.total ?? 0

  /** Another choice: what is left of a printing in parts is not printed any more. */
  const restart = () => {
    setRun(null)
    setSaid(undefined)
  }
  const changePaper = (next: BadgeLayout) => {
    setLayout(next)
    setFirstFree(nextLabel(next))
    restart()
  }
  const begin = async () => {
    setBusy(true)
    setSaid(undefined)
    try {
      const ids: string[] = []
      for (;;) {
        const page = await client.badges.people({ ...chosen, offset: ids.length, limit: IDS_AT_ONCE })
        ids.push(...page.items)
        if (page.items.length === 0 || ids.length >= page.total) break
      }
      if (ids.length > 0) setRun({ parts: inPrintings(ids, paper, firstFree), index: 0, printing: true })
    } catch (error) {
      setSaid({ tone: 'bad', words: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }
  const afterwards = (outcome: PrintOutcome) => {
    if (run === null) return
    if (outcome.code === 'failed') {
      setRun({ ...run, printing: false })
      setSaid({ tone: 'bad', words: outcome.sentence })
      return
    }
    setFirstFree(nextFree(paper, firstFree, run.parts[run.index]?.length ?? 0))
    const index = run.index + 1
    setRun(index < run.parts.length ? { ...run, index, printing: false } : null)
    setSaid({
      tone: 'ok',
      words: `${badgesWords(outcome.badges)} went to the printer.${index < run.parts.length ? ' When they are out, print the next.' : ''}`,
    })
  }
  const press = () => {
    if (run === null) return void begin()
    setSaid(undefined)
    setRun({ ...run, printing: true })
  }
  const parts = run?.parts ?? inPrintings(Array.from({ length: total }), paper, firstFree)
  const part = run?.parts[run.index]
  const working = busy || run?.printing === true
  const nothing = run === null && total === 0
  const count = part?.length ?? parts[0]?.length ?? 0

  return (
    <>
      <main className="sign-in-page stack gap-4">
        {head}
        {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
        <UndrawnOnList />
        <div className="badges-halves columns one-upright">
          <ChooseBadges
            pack={pack}
            layout={layout}
            chosen={chosen}
            onLayout={changePaper}
            onChosen={(next) => {
              setChosen(next)
              restart()
            }}
          />
          <div className="badges-look">
            <BadgePreview pack={pack} layout={layout} delegate={found.data?.items[0] ?? null} />
            <FirstFree
              paper={paper}
              value={firstFree}
              onChange={(label) => {
                setFirstFree(label)
                restart()
              }}
            />
          </div>
        </div>
      </main>
      <Dock>
        {nothing ? null : (
          <Button icon={Printer} busy={working || found.data === undefined} onClick={press}>
            {working ? 'Getting them ready…' : printWords(parts, run?.index ?? 0)}
          </Button>
        )}
        {leave}
        <div className="grow badges-said beside">
          {said === undefined ? (
            <p role="status">
              {found.data === undefined
                ? ''
                : nothing
                  ? 'Nobody’s badge is waiting here: choose others.'
                  : paperWords(layout, paper, firstFree, count)}
            </p>
          ) : said.tone === 'bad' ? (
            <Sentence tone="bad">{said.words}</Sentence>
          ) : (
            <>
              <p role="status">{said.words}</p>
              <Button look="quiet" onClick={onLog}>
                Not all came out
              </Button>
            </>
          )}
        </div>
      </Dock>
      {run?.printing === true && part !== undefined ? (
        <PrintBadges
          key={part[0]}
          delegates={part}
          layout={layout}
          why={run.parts.length === 1 && part.length === 1 ? 'alone' : 'all'}
          firstFree={firstFree}
          onDone={afterwards}
        />
      ) : null}
    </>
  )
}
