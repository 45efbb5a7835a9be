/** The action sheet of one table as it is printed: lines for actions and for ideas, and the code it is entered by. */
import type { EventPack, Session } from '../../../shared/domain/event-pack.ts'
import { Blank, PrintedCode, Rehearsal } from './pledge-card.tsx'
import { ACTION_LINES, IDEA_LINES, prioritiesOf, type SheetPart, sheetParts } from './sheet-parts.ts'
import './cards-paper.css'

type Table = EventPack['tables'][number]
type Props = { pack: EventPack; session: Session; table: Table; code: string; rehearsal: boolean }

export function TableSheet(props: Props) {
  const parts = sheetParts(props.session)
  return parts.map((part, index) => <SheetPage key={index} {...props} part={part} page={index + 1} of={parts.length} />)
}

export function SheetPage({
  pack,
  session,
  table,
  code,
  rehearsal,
  part,
  page,
  of,
}: Props & { part: SheetPart; page: number; of: number }) {
  return (
    <section className="cards-sheet" data-sheet={code}>
      <header>
        <div>
          <b className="cards-title">
            {table.name}: {part.kind === 'actions' ? 'our actions' : 'our ideas'}
          </b>
          <span>{session.title}</span>
          <span>
            {pack.name}, page {page} of {of}
          </span>
          {rehearsal ? <Rehearsal /> : null}
        </div>
        <div className="cards-line">
          <Blank label="Day and time" />
        </div>
        <PrintedCode event={pack.code} code={code} place={{ session: session.id, table: table.id }} />
      </header>
      {part.kind === 'actions' ? <Actions pack={pack} session={session} /> : <Ideas questions={part.questions} />}
    </section>
  )
}

/** To write in. */
const Empty = () => <td>{null}</td>

const lines = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

function Actions({ pack, session }: { pack: EventPack; session: Session }) {
  return (
    <>
      <p className="cards-priorities">
        <b>Priorities, to write by their number: </b>
        {prioritiesOf(pack, session)
          .map(({ number, words }) => `${number} ${words}`)
          .join('; ')}
      </p>
      <table>
        <thead>
          <tr>
            <th className="cards-number">Line</th>
            <th>What will happen?</th>
            <th className="cards-owner">Who will see to it? Where do they work?</th>
            <th className="cards-when">By when?</th>
            <th className="cards-measure">How will we know?</th>
            <th className="cards-priority">Priority</th>
          </tr>
        </thead>
        <tbody>
          {lines(ACTION_LINES).map((line) => (
            <tr key={line} className="cards-action">
              <th>{line}</th>
              <Empty />
              <Empty />
              <Empty />
              <Empty />
              <Empty />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const Ideas = ({ questions }: { questions: Session['questions'] }) =>
  questions.map(({ id, words }) => (
    <table key={id}>
      <thead>
        <tr>
          <th className="cards-number">Line</th>
          <th>{words}</th>
          <th className="cards-measure">Name and where you work, if you like</th>
        </tr>
      </thead>
      <tbody>
        {lines(IDEA_LINES).map((line) => (
          <tr key={line} className="cards-idea">
            <th>{line}</th>
            <Empty />
            <Empty />
          </tr>
        ))}
      </tbody>
    </table>
  ))
