/** Entering cards and sheets one after another, and what has been entered. */
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { CardEntry } from '../../../shared/contract/cards.ts'
import { usualDay } from '../../words/sheet-day.ts'
import { Button } from '../button.tsx'
import { Sentence } from '../sentence.tsx'
import { EMPTY_CARD, EMPTY_LINE } from './card-form.ts'
import { CardForm, type CardStart, cardToChange, nextCard } from './card-form-view.tsx'
import type { CardsProps } from './cards-props.ts'
import { EnteredCards } from './entered-cards.tsx'
import { placeOf } from './entry-words.ts'
import { LineForm, type LineStart, lineToChange, nextOf } from './line-form-view.tsx'
import { useTakingBack } from './use-taking-back.ts'

type Asked = { serial: number; card: CardStart | null; line: LineStart | null }

/** `part`: which is begun with; what is put right decides for itself. */
export function EnterPage({ part, ...props }: CardsProps & { part: 'cards' | 'sheets' }) {
  const { pack, rehearsal } = props
  const undo = useTakingBack()
  const [last, setLast] = useState<CardEntry>()
  const [asked, setAsked] = useState<Asked>(() => {
    const day = usualDay(pack, new Date(), rehearsal)
    return part === 'cards'
      ? { serial: 0, card: { values: { ...EMPTY_CARD, day }, changing: false }, line: null }
      : { serial: 0, card: null, line: { values: { ...EMPTY_LINE, day }, changing: false } }
  })
  const ask = (next: Omit<Asked, 'serial'>) => setAsked(({ serial }) => ({ serial: serial + 1, ...next }))
  const change = (entry: CardEntry) => {
    undo.say(undefined)
    if (entry.kind === 'pledge') ask({ card: cardToChange(entry), line: null })
    else ask({ card: null, line: lineToChange(entry) })
    window.scrollTo(0, 0)
  }
  const entered = (entry: CardEntry) => {
    setLast(entry)
    undo.say({ tone: 'ok', words: `${placeOf(entry)} is entered.` })
    void undo.refresh()
  }
  const { card, line, serial } = asked
  return (
    <>
      {undo.said === undefined ? null : (
        <Sentence key={undo.said.words} tone={undo.said.tone}>
          <div className="row">
            <span className="grow">{undo.said.words}</span>
            {last === undefined || undo.said.words !== `${placeOf(last)} is entered.` ? null : (
              <Button look="quiet" icon={Undo2} onClick={() => void undo.takeBack(last)}>
                Undo
              </Button>
            )}
          </div>
        </Sentence>
      )}
      {card === null ? null : (
        <CardForm
          key={serial}
          {...props}
          start={card}
          onChange={change}
          onEntered={(entry, typed) => {
            entered(entry)
            ask({ card: nextCard(typed), line: null })
          }}
        />
      )}
      {line === null ? null : (
        <LineForm
          key={serial}
          {...props}
          start={line}
          onChange={change}
          onEntered={(entry, typed) => {
            entered(entry)
            ask({ card: null, line: nextOf(typed) })
          }}
        />
      )}
      <EnteredCards undo={undo} onChange={change} />
    </>
  )
}
