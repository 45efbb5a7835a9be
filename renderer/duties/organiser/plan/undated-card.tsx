/** The rows without a due date, named before anything is exported, and the day that can be offered for them. */
import { nextBoardInWords } from '../../../../shared/domain/pack-remarks.ts'
import { CalendarClock } from 'lucide-react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { Undated } from '../../../../shared/domain/plan.ts'
import { TextField, Tick } from '../../../components/fields.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { undatedWords } from './plan-words.ts'

/** `day`: what stands in the field, an ISO day or nothing yet. */
export type Offer = { isMade: boolean; day: string; error?: string }
export const OFFER_FIELD = 'offered-day'

type Props = { undated: Undated; pack: EventPack; offer: Offer; onOffer: (offer: Offer) => void }

export function UndatedCard({ undated: { total, first }, pack, offer, onOffer }: Props) {
  const { nextBoard } = pack.strategy
  const more = total - first.length
  return (
    <section className="card organiser-card pad stack gap-3 organiser-undated" aria-labelledby="undated-title">
      <div className="row">
        <CalendarClock className="icon" aria-hidden />
        <h2 id="undated-title">{undatedWords(total)}</h2>
      </div>
      <p className="muted small">
        Planning systems refuse such rows. Ask whoever will see to them, or offer a day for now: the file says that it
        is offered, and nothing that anybody said is changed.
      </p>
      <details className="organiser-undated-rows">
        <summary>Which {total === 1 ? 'row' : 'rows'}?</summary>
        <ul className="stack gap-1">
          {first.map(({ ref, title }) => (
            <li key={ref} className="any-break">
              <span className="strong">{ref}</span> {title}
            </li>
          ))}
        </ul>
        {more === 0 ? null : <p className="muted small">and {countWords(more)} more</p>}
      </details>
      <Tick
        label={total === 1 ? 'Offer a due date for it' : 'Offer a due date for them'}
        hint={
          nextBoard === ''
            ? 'Until somebody says another.'
            : `Until somebody says another. The board’s next meeting: ${nextBoardInWords(nextBoard)}.`
        }
        checked={offer.isMade}
        onChange={(isMade) => onOffer({ isMade, day: offer.day })}
      />
      {offer.isMade ? (
        <TextField
          id={OFFER_FIELD}
          label="The day to offer"
          type="date"
          className="short"
          value={offer.day}
          error={offer.error}
          onText={(day) => onOffer({ isMade: true, day })}
        />
      ) : null}
    </section>
  )
}
