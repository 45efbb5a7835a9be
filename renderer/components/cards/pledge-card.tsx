/** A pledge card as it is printed: the pack’s kinds and priorities as boxes, lines to write on, and the code it is entered by. */
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { cardInWords, cardQr } from '../../../shared/domain/paper-card.ts'
import { QrDrawing } from '../qr-drawing.tsx'
import type { CardRoom } from './card-room.ts'
import { kindWords, type Numbered, printed } from './numbered.ts'
import './cards-paper.css'

type Props = { pack: EventPack; code: string; room: CardRoom; rehearsal: boolean }

/** More lines to write on than there is room for: what does not fit is left away. */
const MOST_LINES = 24

/** A page of cards, with marks to cut along. */
export function CardPage({ codes, ...card }: Omit<Props, 'code'> & { codes: readonly string[] }) {
  return (
    <div className="cards-page" data-per-page={card.room.perPage}>
      {codes.map((code) => (
        <PledgeCard key={code} {...card} code={code} />
      ))}
    </div>
  )
}

function PledgeCard({ pack, code, room, rehearsal }: Props) {
  return (
    <section className="cards-card" data-card={code}>
      <header>
        <div>
          <b className="cards-title">A promise to our children</b>
          <span>{pack.name}</span>
          {rehearsal ? <Rehearsal /> : null}
          <Blank label="Day and time" />
        </div>
        <PrintedCode event={pack.code} code={code} />
      </header>
      <Boxes
        title="What kind of pledge is it? Tick one."
        columns={room.columns}
        boxes={printed(pack.pledgeTypes, kindWords)}
      />
      <div className="cards-words">
        <b>What do you promise to do?</b>
        <div>
          {Array.from({ length: MOST_LINES }, (_, line) => (
            <i key={line} />
          ))}
        </div>
      </div>
      <div className="cards-line">
        <Blank label="How many?" narrow />
        <Blank label="By when?" />
      </div>
      <Boxes title="Which priority does it serve?" columns={room.columns} boxes={room.priorities} />
      <div className="cards-line">
        <Blank label="Your name" />
        <Blank label="Where you work" />
      </div>
      <div className="cards-line">
        <span className="cards-tick">
          <Box /> You may show my name.
        </span>
        <span className="cards-tick">
          <Box /> You may write to me about it.
        </span>
      </div>
      <div className="cards-line">
        <Blank label="E-mail" />
      </div>
      <footer>
        You need not give your name. What you write is entered on our tablets; the privacy notice is at the desk.{' '}
        {pack.privacy.controller}
      </footer>
    </section>
  )
}

export const Rehearsal = () => <b className="cards-rehearsal">REHEARSAL: not a real promise</b>

/** The code for a scanner, and beneath it for whoever types it. */
export function PrintedCode({
  event,
  code,
  place = null,
}: {
  event: string
  code: string
  place?: { session: string; table: string } | null
}) {
  const words = cardInWords(event, code)
  return (
    <div className="cards-code">
      <QrDrawing text={cardQr(event, code, place)} label={`QR code of ${words}`} />
      <b>{words}</b>
    </div>
  )
}

function Boxes({ title, columns, boxes }: { title: string; columns: number; boxes: readonly Numbered[] }) {
  return (
    <div className="cards-boxes">
      <b>{title}</b>
      <ol data-columns={columns}>
        {boxes.map(({ id, number, words }) => (
          <li key={id}>
            <Box />
            <span>
              {number} {words}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Drawn, and no letter that a font may lack. */
const Box = () => (
  <svg className="cards-box" viewBox="0 0 10 10" aria-hidden>
    <rect x="0.5" y="0.5" width="9" height="9" />
  </svg>
)

export const Blank = ({ label, narrow = false }: { label: string; narrow?: boolean }) => (
  <span className={narrow ? 'cards-blank narrow' : 'cards-blank'}>
    <b>{label}</b>
    <i />
  </span>
)
