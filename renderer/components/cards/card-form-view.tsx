/** One pledge card as it is typed, its fields in the order of the card; Enter goes on from each to the next. */
import { CornerDownLeft } from 'lucide-react'
import { Link } from 'wouter'
import type { CardEntry } from '../../../shared/contract/cards.ts'
import { useApi } from '../../api.tsx'
import { saidBack } from '../../words/by-when.ts'
import { sectorChoices } from '../../words/programme.ts'
import { Button } from '../button.tsx'
import { SelectField, TextArea, TextField, Tick } from '../fields.tsx'
import { readLike } from '../form/check.ts'
import { FormHead, HALF_WRITTEN } from '../form/form-head.tsx'
import { Stays, useForm } from '../form/use-form.ts'
import { Sentence } from '../sentence.tsx'
import { cardSchema, type CardTyped, EMPTY_CARD, isBegun, typedCard } from './card-form.ts'
import { useCode } from './code-field.tsx'
import { EnteredBefore } from './entered-before.tsx'
import { enterGoesOn } from './goes-on.ts'
import type { CardsProps } from './cards-props.ts'
import { choices, kindWords, priorityWords } from './numbered.ts'
import { PaperTime } from './paper-time.tsx'
import { PersonField } from './person-field.tsx'
import { answered } from './answered.ts'

export type CardStart = {
  values: CardTyped
  /** What was entered before is known, and this is in its place. */
  changing: boolean
}

type Props = CardsProps & {
  start: CardStart
  onEntered: (entry: CardEntry, typed: CardTyped) => void
  onChange: (entry: CardEntry) => void
}

export function CardForm({ pack, base, start, onEntered, onChange }: Props) {
  const { client } = useApi()
  const form = useForm(cardSchema({ pack, now: () => new Date() }), {
    prefix: 'card',
    values: start.values,
    draft: {
      scope: 'paper-card',
      read: (body) => {
        const read = readLike(EMPTY_CARD, body)
        return read !== null && isBegun(read) ? read : null
      },
    },
    send: async (input, typed) => {
      const answer = await client.cards.enterPledge({ ...input, again: start.changing })
      const entry = answered(answer, 'This card was entered before: look at what stands below')
      return entry instanceof Stays ? entry : { entry, typed }
    },
    onDone: ({ entry, typed }) => onEntered(entry, typed),
  })
  const { values, text, tick, put } = form
  const looked = useCode(values.code, pack)
  const before = start.changing ? undefined : looked.entries.find(({ kind }) => kind === 'pledge')
  const isSheet = looked.place !== null || looked.entries.some(({ kind }) => kind !== 'pledge')
  const back = saidBack(values.timescale, pack.dates.to)
  const isOfList = values.delegate !== ''
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter is for whoever has the keyboard in one of its fields
    <form
      className="card cards-form stack gap-4"
      aria-label={start.changing ? 'A card that is put right' : 'A pledge card'}
      noValidate
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={enterGoesOn}
    >
      <FormHead form={form} offer={HALF_WRITTEN} />
      <div className="cards-first columns one-upright low">
        <TextField
          {...text('code')}
          label="Code on the card"
          maxLength={120}
          autoFocus
          autoCapitalize="characters"
          readOnly={start.changing}
        />
        <PaperTime form={form} pack={pack} />
      </div>
      <EnteredBefore before={before} onChange={onChange} />
      {looked.madeAtAScreen ? (
        <Sentence tone="warn">
          This is the reference of a pledge that was made at a tablet. Look at the code again.
        </Sentence>
      ) : null}
      {isSheet ? (
        <Sentence tone="warn">
          This is the code of a table’s sheet. <Link href={`${base}/sheets`}>Enter it under “Enter sheets”.</Link>
        </Sentence>
      ) : null}
      <SelectField
        {...text('type')}
        label="Kind"
        options={[{ value: '', label: 'Choose by its number' }, ...choices(pack.pledgeTypes, kindWords)]}
      />
      <TextArea
        {...text('wording')}
        label="What they promise"
        hint="In their words. Enter goes on; Shift and Enter begin a new line"
        rows={2}
        maxLength={1000}
        className="cards-short"
      />
      <div className="cards-three columns one-upright low">
        <TextField {...text('quantity')} label="How many" inputMode="numeric" maxLength={12} />
        <TextField {...text('timescale')} label="By when" maxLength={200} />
        <SelectField
          {...text('priority')}
          label="Priority"
          options={[{ value: '', label: 'None is ticked' }, ...choices(pack.priorities, priorityWords)]}
        />
      </div>
      <span className="small muted" role="status">
        {back?.words ?? ''}
      </span>
      <div className="cards-three columns one-upright">
        <PersonField
          {...text('name')}
          isChosen={isOfList}
          onText={(name) => put({ name, delegate: '' })}
          onPerson={({ id, name, organisation }) => put({ delegate: id, name, organisation })}
        />
        <TextField {...text('organisation')} label="Where they work" maxLength={400} readOnly={isOfList} />
        {isOfList ? null : (
          <SelectField {...text('sector')} label="Sector" options={sectorChoices(pack, values.sector)} />
        )}
      </div>
      <div className="cards-three columns one-upright low">
        <Tick {...tick('showName')} label="Ticked: show my name" />
        <Tick {...tick('mayContact')} label="Ticked: write to me" />
        <TextField {...text('email')} label="E-mail" inputMode="email" maxLength={400} />
      </div>
      <div className="row">
        <Button type="submit" icon={CornerDownLeft} busy={form.busy}>
          {start.changing ? 'Put it right' : 'Enter this card'}
        </Button>
      </div>
    </form>
  )
}

/** The next card, with the day and the time of the one before. */
export const nextCard = ({ day, time }: CardTyped): CardStart => ({
  values: { ...EMPTY_CARD, day, time },
  changing: false,
})
export const cardToChange = (entry: Extract<CardEntry, { kind: 'pledge' }>): CardStart => ({
  values: typedCard(entry),
  changing: true,
})
