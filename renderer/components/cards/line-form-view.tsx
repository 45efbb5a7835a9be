/** One line of a table’s sheet as it is typed: an action, or an idea for one of the session’s questions. */
import { CornerDownLeft } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CardEntry } from '../../../shared/contract/cards.ts'
import { cardInWords, readCard } from '../../../shared/domain/paper-card.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { workshopsOf } from '../../words/workshop.ts'
import { saidBack } from '../../words/by-when.ts'
import { Button } from '../button.tsx'
import { SelectField, TextArea, TextField } from '../fields.tsx'
import { readLike } from '../form/check.ts'
import { FormHead, HALF_WRITTEN } from '../form/form-head.tsx'
import { Stays, useForm } from '../form/use-form.ts'
import { Sentence } from '../sentence.tsx'
import { answered } from './answered.ts'
import { ACTIONS, EMPTY_LINE, isLineBegun, lineSchema, type LineTyped, nextLine, typedLine } from './card-form.ts'
import type { CardsProps } from './cards-props.ts'
import { useCode } from './code-field.tsx'
import { EnteredBefore } from './entered-before.tsx'
import { enterGoesOn } from './goes-on.ts'
import { PaperTime } from './paper-time.tsx'
import { choices, priorityWords, unnumbered } from './numbered.ts'

export type LineStart = { values: LineTyped; changing: boolean }

type Props = CardsProps & {
  start: LineStart
  onEntered: (entry: CardEntry, typed: LineTyped) => void
  onChange: (entry: CardEntry) => void
}

export function LineForm({ pack, start, onEntered, onChange }: Props) {
  const { client } = useApi()
  const form = useForm(lineSchema({ pack, now: () => new Date() }), {
    prefix: 'line',
    values: start.values,
    draft: {
      scope: 'paper-sheet',
      read: (body) => {
        const read = readLike(EMPTY_LINE, body)
        return read !== null && isLineBegun(read) ? read : null
      },
    },
    send: async ({ kind, input }, typed) => {
      const again = start.changing
      const answer =
        kind === 'action'
          ? await client.cards.enterAction({ ...input, again })
          : await client.cards.enterIdea({ ...input, again })
      const entry = answered(answer, 'This line was entered before: look at what stands below')
      return entry instanceof Stays ? entry : { entry, typed }
    },
    onDone: ({ entry, typed }) => onEntered(entry, typed),
  })
  const { values, text, put } = form
  const { part, line, session: sessionId } = values
  const looked = useCode(values.code, pack)
  const isThis = (one: CardEntry) =>
    one.line === Number(line) &&
    (one.kind === 'idea' ? one.idea.question === part : one.kind === 'action' && part === ACTIONS)
  const before = start.changing ? undefined : looked.entries.find(isThis)
  const sessions = workshopsOf(pack)
  const session = sessions.find(({ id }) => id === sessionId)

  // A sheet that is known already says where its lines went; another’s code says where it belongs, scanned or typed.
  const known = looked.entries[0]
  const placed =
    known?.kind === 'action' ? known.action : known?.kind === 'idea' ? known.idea : (looked.place ?? looked.told)
  const [toSession, toTable] = [placed?.session, placed?.table]
  const next = nextLine(looked.entries, part)
  // What stood in the field when it was left: before that a scanner may still be typing, and a table’s name begins as another’s.
  const [read, setRead] = useState('')
  const isRead = read !== '' && read === values.code
  useEffect(() => {
    if (!isRead || start.changing || toSession === undefined || toTable === undefined) return
    // What a scanner typed is long; the code alone is what stands on the paper.
    const scanned = readCard(values.code, pack.code)
    const code = scanned.kind === 'card' ? cardInWords(pack.code, scanned.card) : values.code
    put({ code, session: toSession, table: toTable, ...sessionTime(pack, toSession, values) })
    // Only when a code was read: what is chosen by hand stays.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isRead, toSession, toTable])
  useEffect(() => {
    if (!start.changing && looked.entries.length > 0) put({ line: String(next) })
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [next, part])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter is for whoever has the keyboard in one of its fields
    <form
      className="card cards-form stack gap-4"
      aria-label={start.changing ? 'A line that is put right' : 'A line of a sheet'}
      noValidate
      onSubmit={(event) => void form.submit(event)}
      onKeyDown={enterGoesOn}
    >
      <FormHead form={form} offer={HALF_WRITTEN} />
      <div className="cards-three columns one-upright low">
        <TextField
          {...text('code')}
          label="Code on the sheet"
          maxLength={200}
          autoFocus={values.code === ''}
          autoCapitalize="characters"
          readOnly={start.changing}
          onBlur={() => setRead(values.code)}
        />
        <SelectField
          {...text('session')}
          label="Session"
          onText={(id) => put({ session: id, part: ACTIONS, ...sessionTime(pack, id, values) })}
          options={[{ value: '', label: 'Choose the session' }, ...unnumbered(sessions, ({ title }) => title)]}
        />
        <SelectField
          {...text('table')}
          label="Table"
          options={[{ value: '', label: 'Choose the table' }, ...unnumbered(pack.tables, ({ name }) => name)]}
        />
      </div>
      <div className="cards-four columns one-upright low">
        <PaperTime form={form} pack={pack} />
        <SelectField
          {...text('part')}
          label="Part of the sheet"
          options={[
            { value: ACTIONS, label: 'Actions' },
            ...unnumbered(session?.questions ?? [], ({ words }) => words),
          ]}
        />
        <TextField {...text('line')} label="Line" inputMode="numeric" maxLength={3} />
      </div>
      <EnteredBefore before={before} onChange={onChange} />
      {looked.madeAtAScreen ? (
        <Sentence tone="warn">This is the reference of what was made at a tablet. Look at the code again.</Sentence>
      ) : null}
      {part === ACTIONS ? <ActionFields form={form} pack={pack} /> : <IdeaFields form={form} />}
      <div className="row">
        <Button type="submit" icon={CornerDownLeft} busy={form.busy}>
          {start.changing ? 'Put it right' : 'Enter this line'}
        </Button>
      </div>
    </form>
  )
}

type FieldsProps = { form: Pick<ReturnType<typeof useForm<LineTyped, unknown>>, 'text' | 'values'>; pack: EventPack }

function ActionFields({ form: { text, values }, pack }: FieldsProps) {
  return (
    <>
      <TextArea
        {...text('title')}
        label="What will happen"
        hint="Enter goes on to the next field"
        rows={2}
        maxLength={400}
        autoFocus={values.code !== ''}
        className="cards-short"
      />
      <div className="cards-three columns one-upright low">
        <TextField {...text('owner')} label="Who will see to it" maxLength={300} />
        <TextField {...text('organisation')} label="Where they work" maxLength={300} />
        <TextField {...text('timescale')} label="By when" maxLength={200} />
      </div>
      <span className="small muted" role="status">
        {saidBack(values.timescale, pack.dates.to)?.words ?? ''}
      </span>
      <div className="columns one-upright low">
        <TextField {...text('measure')} label="How we will know" maxLength={400} />
        <SelectField
          {...text('priority')}
          label="Priority"
          options={[{ value: '', label: 'No number stands there' }, ...choices(pack.priorities, priorityWords)]}
        />
      </div>
    </>
  )
}

const IdeaFields = ({ form: { text, values } }: Pick<FieldsProps, 'form'>) => (
  <>
    <TextArea
      {...text('text')}
      label="The idea"
      hint="Enter goes on to the next field"
      rows={2}
      maxLength={600}
      autoFocus={values.code !== ''}
      className="cards-short"
    />
    <div className="columns one-upright low">
      <TextField {...text('name')} label="Name" maxLength={300} />
      <TextField {...text('organisation')} label="Where they work" maxLength={300} />
    </div>
  </>
)

/** Where no time was written: that of the session. */
function sessionTime(pack: EventPack, id: string, { time }: LineTyped): Partial<LineTyped> {
  const session = pack.programme.find((one) => one.id === id)
  return session === undefined || time !== '' ? {} : { day: session.day, time: session.starts }
}

/** The next line of the same part of the same sheet. */
export const nextOf = ({ code, day, time, session, table, part, line }: LineTyped): LineStart => ({
  values: { ...EMPTY_LINE, code, day, time, session, table, part, line: String(Number(line) + 1) },
  changing: false,
})
export const lineToChange = (entry: Exclude<CardEntry, { kind: 'pledge' }>): LineStart => ({
  values: typedLine(entry),
  changing: true,
})
