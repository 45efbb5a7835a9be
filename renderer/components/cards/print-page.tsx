/** Printing pledge cards, or the action sheets of a session’s tables, each with a code of its own. */
import { Printer } from 'lucide-react'
import { useMemo, useState } from 'react'
import { openOf } from '../../../shared/domain/event-change/open.ts'
import { useApi } from '../../api.tsx'
import { workshopsOf } from '../../words/workshop.ts'
import { Button } from '../button.tsx'
import { RadioList, SelectField } from '../fields.tsx'
import { useSending } from '../form/use-sending.ts'
import { PagePreview } from '../page-preview.tsx'
import { PrintSheet } from '../print-sheet.tsx'
import { Sentence } from '../sentence.tsx'
import { cardRoom, PER_PAGE, type PerPage } from './card-room.ts'
import type { CardsProps } from './cards-props.ts'
import { CardPage } from './pledge-card.tsx'
import { sheetParts } from './sheet-parts.ts'
import { SheetPage, TableSheet } from './table-sheet.tsx'

const HOW_MANY = ['8', '20', '40', '100', '200']
const PAGES_WORDS: Record<PerPage, string> = { 4: 'Four on a page', 2: 'Two on a page', 1: 'One on a page' }
/** What a page is drawn with before anything is printed: no code of a card. */
const SAMPLE = '0000000'
const EVERY = ''

type Job = { serial: number; codes: readonly string[] }

export function PrintPage({ pack, rehearsal }: CardsProps) {
  const { client } = useApi()
  const sessions = openOf(workshopsOf(pack))
  const openTables = openOf(pack.tables)
  const rooms = useMemo(() => PER_PAGE.flatMap((perPage) => cardRoom(pack, perPage) ?? []), [pack])
  const [what, setWhat] = useState<'cards' | 'sheets'>('cards')
  const [perPage, setPerPage] = useState(String(rooms[0]?.perPage ?? 1))
  const [count, setCount] = useState('20')
  const [sessionId, setSession] = useState(sessions[0]?.id ?? '')
  const [tableId, setTable] = useState(EVERY)
  const [job, setJob] = useState<Job | null>(null)
  const { busy, said, say, attempt } = useSending()
  const room = rooms.find((one) => String(one.perPage) === perPage) ?? rooms.at(-1)
  const session = sessions.find(({ id }) => id === sessionId)
  const tables = openTables.filter(({ id }) => tableId === EVERY || id === tableId)
  const sheets = session === undefined ? 0 : tables.length * sheetParts(session).length
  const pages = what === 'cards' ? Math.ceil(Number(count) / (room?.perPage ?? 1)) : sheets
  const pagesWords = pages === 1 ? '1 page' : `${pages} pages`

  /** What was said of the last printing is not of what is chosen now. */
  const anew =
    <T,>(choose: (value: T) => void) =>
    (value: T) => {
      say(undefined)
      choose(value)
    }
  const print = () =>
    attempt(async () => {
      const { codes } = await client.cards.codes(
        what === 'cards'
          ? { count: Number(count) }
          : { places: tables.map((table) => ({ session: sessionId, table: table.id })) },
      )
      setJob((before) => ({ serial: (before?.serial ?? 0) + 1, codes }))
    })
  const done = (error?: unknown) => {
    setJob(null)
    say(
      error === undefined
        ? { tone: 'ok', words: `${pagesWords} went to the printer. Look that each code can be read.` }
        : { tone: 'bad', words: 'This browser would not print. Try once more, or print from another tablet.' },
    )
  }
  const groups = (codes: readonly string[]) =>
    Array.from({ length: Math.ceil(codes.length / (room?.perPage ?? 1)) }, (_, page) =>
      codes.slice(page * (room?.perPage ?? 1), (page + 1) * (room?.perPage ?? 1)),
    )
  const [firstTable] = tables
  const [firstPart] = session === undefined ? [] : sheetParts(session)

  return (
    <>
      {said === undefined ? (
        <p className="muted">
          If the tablets fail, people write on these and nothing is lost: what they write is entered afterwards, each
          code once.
        </p>
      ) : (
        <Sentence tone={said.tone}>{said.words}</Sentence>
      )}
      <div className="cards-print columns one-upright top">
        <div className="stack gap-4">
          {sessions.length === 0 ? null : (
            <RadioList
              legend="What do you need?"
              name="cards-what"
              columns="two"
              value={what}
              onChange={anew(setWhat)}
              options={[
                { value: 'cards', label: 'Pledge cards', hint: 'One for each promise' },
                { value: 'sheets', label: 'Action sheets', hint: 'One for each table' },
              ]}
            />
          )}
          {what === 'cards' ? (
            <div className="columns one-upright low">
              <SelectField
                label="How many cards"
                value={count}
                onText={anew(setCount)}
                options={HOW_MANY.map((value) => ({ value, label: `${value} cards` }))}
              />
              <SelectField
                label="How large"
                value={perPage}
                onText={anew(setPerPage)}
                options={rooms.map((one) => ({ value: String(one.perPage), label: PAGES_WORDS[one.perPage] }))}
              />
            </div>
          ) : (
            <div className="columns one-upright low">
              <SelectField
                label="Session"
                value={sessionId}
                onText={anew(setSession)}
                options={sessions.map(({ id, title }) => ({ value: id, label: title }))}
              />
              <SelectField
                label="Table"
                value={tableId}
                onText={anew(setTable)}
                options={[
                  { value: EVERY, label: 'Every table' },
                  ...openTables.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </div>
          )}
          <p>
            <b>{pagesWords}</b> of A4 or Letter.{' '}
            {what === 'cards' ? 'Cut along the broken lines.' : 'Put each on its table.'}
          </p>
          <div className="row">
            <Button icon={Printer} busy={busy || job !== null} onClick={() => void print()}>
              {what === 'cards' ? 'Print the cards' : 'Print the sheets'}
            </Button>
          </div>
        </div>
        <PagePreview across={what === 'sheets'} name="cards-preview">
          {what === 'cards' && room !== undefined ? (
            <CardPage
              pack={pack}
              room={room}
              rehearsal={rehearsal}
              codes={Array.from({ length: room.perPage }, (_, index) => `${index}${SAMPLE.slice(1)}`)}
            />
          ) : null}
          {what === 'sheets' && session !== undefined && firstTable !== undefined && firstPart !== undefined ? (
            <SheetPage
              pack={pack}
              session={session}
              table={firstTable}
              code={SAMPLE}
              rehearsal={rehearsal}
              part={firstPart}
              page={1}
              of={sheetParts(session).length}
            />
          ) : null}
        </PagePreview>
      </div>
      {job === null ? null : (
        <PrintSheet key={job.serial} onDone={() => done()} onFailed={(error) => done(error ?? true)}>
          {what === 'cards' && room !== undefined
            ? groups(job.codes).map((codes) => (
                <CardPage key={codes[0]} pack={pack} room={room} rehearsal={rehearsal} codes={codes} />
              ))
            : null}
          {what === 'sheets' && session !== undefined
            ? tables.map((table, index) => (
                <TableSheet
                  key={table.id}
                  pack={pack}
                  session={session}
                  table={table}
                  code={job.codes[index] ?? ''}
                  rehearsal={rehearsal}
                />
              ))
            : null}
        </PrintSheet>
      )}
    </>
  )
}
