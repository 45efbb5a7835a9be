/** Printing the sheet: who is on it, how it is shared out between desks, and what its first page will look like. */
import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { WhoseLines } from '../../../../shared/contract/paper.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { RadioList, SelectField, Tick } from '../../../components/fields.tsx'
import { PagePreview } from '../../../components/page-preview.tsx'
import { PrintSheet } from '../../../components/print-sheet.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useUndrawn } from '../../../components/undrawn/use-undrawn.ts'
import { UndrawnOnList } from '../../../components/undrawn/undrawn-on-list.tsx'
import type { DeskPage } from '../desk-page.ts'
import { type Desk, deskName, isOf, shareOut } from './desks.ts'
import { Frame } from './frame.tsx'
import type { Paper } from './sheet-layout.ts'
import { countPages, paginate } from './sheet-pages.ts'
import { SheetView } from './sheet-view.tsx'
import { sheetWords } from './sheet-words.ts'
import { usePrint } from './use-print.ts'

const MOST_DESKS = 6
const BLANKS = ['none', 'one page', 'two pages', 'four pages']
const BLANK_PAGES = [0, 1, 2, 4]
/** More names than this are printed desk by desk: no browser makes four hundred pages at once without a long wait. */
const MOST_PEOPLE = 10_000

const number = new Intl.NumberFormat('en-GB')
const people = (count: number) => (count === 1 ? '1 person' : `${number.format(count)} people`)
const pages = (count: number) => (count === 1 ? '1 page' : `${number.format(count)} pages`)

export function PrintPart(page: DeskPage) {
  const { api } = useApi()
  const { pack, now, state } = page
  const station = state.station?.name ?? ''
  const [who, setWho] = useState<WhoseLines>('everyone')
  const [turned, setTurned] = useState<'portrait' | 'landscape'>('portrait')
  const [large, setLarge] = useState(false)
  const [split, setSplit] = useState(1)
  const [blanks, setBlanks] = useState(1)
  const [printed, setPrinted] = useState<string>()
  const printer = usePrint()
  const letters = useQuery(api.paper.letters.queryOptions({ input: { who } }))
  const counts = useMemo(() => letters.data ?? [], [letters.data])
  const paper: Paper = useMemo(() => ({ landscape: turned === 'landscape', large }), [turned, large])
  const desks = useMemo(() => shareOut(counts, split), [counts, split])
  const blankPages = BLANK_PAGES[blanks] ?? 1
  const total = counts.reduce((sum, count) => sum + count.people, 0)
  const pagesOf = (desk: Desk) =>
    countPages(
      counts.filter(({ letter }) => isOf(letter, desk)),
      paper,
      blankPages,
    )
  const sizes = desks.map(pagesOf)
  const allPages = sizes.reduce((sum, size) => sum + size, 0)
  const tooMany = (count: number) => count > MOST_PEOPLE

  const print = (wanted: readonly Desk[]) => {
    setPrinted(undefined)
    void printer.print({ who, paper, blankPages, desks: wanted })
  }
  const { job } = printer
  const finished = (error?: unknown) => {
    if (job !== null && error === undefined)
      setPrinted(
        `${pages(job.pages)} went to the printer. Look that the last one says “page ${job.sheets.at(-1)?.pages.length ?? 1} of ${job.sheets.at(-1)?.pages.length ?? 1}”.`,
      )
    printer.done(error)
  }

  return (
    <Frame
      part="print"
      heading="Print the sign-in sheet"
      onLeave={page.onLeave}
      dock={
        <Button
          icon={Printer}
          busy={printer.busy || letters.data === undefined || tooMany(total)}
          onClick={() => print(desks)}
        >
          {printer.busy
            ? 'Making the pages…'
            : desks.length > 1
              ? `Print for all ${desks.length} desks`
              : 'Print the sheet'}
        </Button>
      }
    >
      {printer.error === undefined ? null : <Sentence tone="bad">{printer.error}</Sentence>}
      {letters.error === null ? null : <Sentence tone="bad">{sentenceOf(letters.error)}</Sentence>}
      <UndrawnOnList />
      {printed === undefined ? (
        <p className="muted">
          If the tablets fail, people sign here and nothing is lost: what they write is entered afterwards.
        </p>
      ) : (
        <Sentence tone="ok">{printed}</Sentence>
      )}
      <div className="paper-print columns one-upright top">
        <div className="stack gap-3 paper-choices">
          <RadioList
            legend="Who is on it?"
            name="paper-who"
            columns="two"
            value={who}
            onChange={setWho}
            options={[
              { value: 'everyone', label: 'Everybody on the list' },
              { value: 'not-here', label: 'Only those not here yet' },
            ]}
          />
          <RadioList
            legend="Which way round?"
            name="paper-turned"
            columns="two"
            value={turned}
            onChange={setTurned}
            options={[
              { value: 'portrait', label: 'Upright' },
              { value: 'landscape', label: 'On its side' },
            ]}
          />
          <div className="paper-three">
            <SelectField
              label="Desks that share it"
              value={String(split)}
              onText={(text) => setSplit(Number(text))}
              options={Array.from({ length: MOST_DESKS }, (_, index) => ({
                value: String(index + 1),
                label: index === 0 ? 'one desk' : `${index + 1} desks`,
              }))}
            />
            <SelectField
              label="Blank lines after"
              value={String(blanks)}
              onText={(text) => setBlanks(Number(text))}
              options={BLANKS.map((label, index) => ({ value: String(index), label }))}
            />
            <Tick label="Large print" checked={large} onChange={setLarge} />
          </div>
        </div>
        <div className="stack gap-3">
          {letters.data === undefined ? null : total === 0 ? (
            <p>
              {who === 'everyone'
                ? 'Nobody is on the list yet: these are blank lines to write on.'
                : 'Everybody on the list is here: these are blank lines to write on.'}
            </p>
          ) : (
            <p>
              <b>{people(total)}</b>, about {pages(allPages)}
              {desks.length > 1 ? `, for ${desks.length} desks` : ''}.
            </p>
          )}
          {tooMany(total) ? (
            <Sentence tone="warn">
              That is more than one printing can hold. Share it between desks, and print each desk by itself.
            </Sentence>
          ) : null}
          <div className="paper-made">
            {desks.slice(0, 1).map((desk) => (
              <FirstPage
                key={desk.from}
                who={who}
                paper={paper}
                desk={desk}
                desks={desks.length}
                of={sizes[0] ?? 1}
                page={page}
                blankPages={blankPages}
              />
            ))}
            {desks.length < 2 ? null : (
              <ul className="paper-desks" aria-label="Each desk by itself">
                {desks.map((desk, index) => (
                  <li key={desk.from} className="card">
                    <b>{deskName(desk)}</b>
                    <span className="small muted">
                      {people(desk.people)}, {pages(sizes[index] ?? 1)}
                    </span>
                    <Button
                      look="quiet"
                      icon={Printer}
                      busy={printer.busy || tooMany(desk.people)}
                      aria-label={`Print ${deskName(desk)}`}
                      onClick={() => print([desk])}
                    >
                      Print
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      </div>
      {job === null ? null : (
        <PrintSheet key={job.serial} onDone={() => finished()} onFailed={(error) => finished(error ?? true)}>
          {job.sheets.map((sheet) => {
            const words = sheetWords(pack, { desk: sheet.desk, desks: split, station, now, rehearsal: state.rehearsal })
            return sheet.pages.map((each) => (
              <SheetView
                key={`${sheet.desk.from}-${each.number}`}
                page={each}
                of={sheet.pages.length}
                paper={job.wish.paper}
                words={words}
                undrawn={job.undrawn}
              />
            ))
          })}
        </PrintSheet>
      )}
    </Frame>
  )
}

type FirstProps = {
  who: WhoseLines
  paper: Paper
  desk: Desk
  desks: number
  of: number
  page: DeskPage
  blankPages: number
}

/** The first page as it will be, small. A picture: everything on it is said elsewhere too. */
function FirstPage({ who, paper, desk, desks, of, page, blankPages }: FirstProps) {
  const { api } = useApi()
  const { from, to } = desk
  const lines = useQuery(api.paper.sheet.queryOptions({ input: { who, from, to, limit: 40 } }))
  const [first] = useMemo(() => paginate(lines.data?.items ?? [], paper, blankPages), [lines.data, paper, blankPages])
  const names = useMemo(() => (lines.data?.items ?? []).map(({ name }) => name), [lines.data])
  const undrawn = useUndrawn(names)
  if (first === undefined || lines.data === undefined) return null
  const words = sheetWords(page.pack, {
    desk,
    desks,
    station: page.state.station?.name ?? '',
    now: page.now,
    rehearsal: page.state.rehearsal,
  })
  return (
    <PagePreview across={paper.landscape} name="paper-preview">
      <SheetView page={first} of={of} paper={paper} words={words} undrawn={undrawn} />
    </PagePreview>
  )
}
