/** Putting right who pledged: somebody on the list, an organisation, or nobody by name; and what becomes of what was allowed. */
import { useState } from 'react'
import { z } from 'zod'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { pledgeBy, type PledgeView } from '../../../../shared/domain/pledge.ts'
import { reasonSchema } from '../../../../shared/domain/text.ts'
import { useApi } from '../../../api.tsx'
import { AreaField } from '../../../components/area-field.tsx'
import { Button } from '../../../components/button.tsx'
import { SelectField, TextField, Tick } from '../../../components/fields.tsx'
import { FormDialog } from '../../../components/form/form-dialog.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { sectorChoices } from '../../../words/programme.ts'
import { ChoosePerson } from '../one/choose-person.tsx'
import { whoseWords } from './pledge-words.ts'

type Kind = PledgeView['byKind']
const typed = z.object({
  kind: z.enum(['delegate', 'organisation', 'anonymous']),
  delegate: z.string(),
  organisation: z.string(),
  name: z.string(),
  area: z.string(),
  sector: z.string(),
  samePerson: z.boolean(),
  reason: z.string(),
})
/** What is typed, as it is asked for: each fault stands at its own field. */
const whoSchema = typed.transform((given, context) => {
  const { kind, delegate, organisation, name, area, sector, samePerson } = given
  const reason = reasonSchema.safeParse(given.reason)
  const by = pledgeBy.safeParse(
    kind === 'delegate'
      ? { kind, delegate }
      : kind === 'organisation'
        ? { kind, organisation, name, area, sector }
        : { kind, area },
  )
  if (kind === 'delegate' && delegate === '')
    context.addIssue({ code: 'custom', path: ['kind'], message: 'Choose who it was' })
  else if (!by.success)
    for (const issue of by.error.issues)
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
  if (!reason.success)
    context.addIssue({ code: 'custom', path: ['reason'], message: reason.error.issues[0]?.message ?? '' })
  return by.success && reason.success ? { by: by.data, samePerson, reason: reason.data } : z.NEVER
})

const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'delegate', label: 'Somebody on the list' },
  { value: 'organisation', label: 'An organisation, or somebody who is not on the list' },
  { value: 'anonymous', label: 'Nobody by name: the promise stands, without who' },
]

type Props = {
  pledge: PledgeView
  pack: EventPack
  onDone: (pledge: PledgeView) => Promise<void>
  onBack: () => void
}

export function WhoDialog({ pledge, pack, onDone, onBack }: Props) {
  const { client } = useApi()
  const [choosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<{ id: string; called: string } | null>(
    pledge.delegate === null ? null : { id: pledge.delegate, called: pledge.name },
  )
  const form = useForm(whoSchema, {
    prefix: 'who',
    values: {
      kind: pledge.byKind,
      delegate: pledge.delegate ?? '',
      organisation: pledge.organisation,
      name: pledge.name,
      area: pledge.area,
      sector: pledge.sector,
      samePerson: false,
      reason: '',
    },
    send: async ({ by, samePerson, reason }) =>
      onDone(await client.pledges.attribute({ id: pledge.id, by, samePerson, reason })),
  })
  const { kind } = form.values
  const choose = async (id: string) => {
    setChoosing(false)
    const person = await client.signIn.read({ delegate: id })
    setChosen({ id, called: [person.name, person.organisation].filter(Boolean).join(', ') })
    form.put({ delegate: id })
  }
  if (choosing)
    return (
      <ChoosePerson
        title="Who pledged it?"
        lead="Choose somebody on the list."
        not=""
        first=""
        onChoose={(id) => void form.attempt(() => choose(id))}
        onBack={() => setChoosing(false)}
      />
    )
  const allowed = pledge.byKind !== 'anonymous' && (pledge.mayContact || pledge.showName)
  const { who, more } = whoseWords(pledge)
  return (
    <FormDialog
      form={form}
      roomy
      title="Who pledged it?"
      back={{ words: 'Back without saving', onBack }}
      button={{ words: 'Save who pledged', busy: 'Saving…' }}
    >
      <p className="any-break">
        Written down now: <b>{[who, more].filter(Boolean).join(', ')}</b>
      </p>
      <SelectField {...form.text('kind')} label="It was" options={KINDS} />
      {kind === 'delegate' ? (
        <div className="row">
          <p className="grow any-break strong">{chosen === null ? 'Nobody chosen yet' : chosen.called}</p>
          <Button look="ghost" onClick={() => setChoosing(true)}>
            {chosen === null ? 'Choose from the list' : 'Choose somebody else'}
          </Button>
        </div>
      ) : null}
      {kind === 'organisation' ? (
        <div className="one-upright columns low">
          <TextField {...form.text('organisation')} label="Organisation" maxLength={400} />
          <TextField {...form.text('name')} label="Who to speak to there" hint="May be left empty" maxLength={400} />
          <SelectField {...form.text('sector')} label="Sector" options={sectorChoices(pack, pledge.sector)} />
          <AreaField {...form.text('area')} />
        </div>
      ) : null}
      {kind === 'anonymous' ? <AreaField {...form.text('area')} /> : null}
      {kind === 'anonymous' || !allowed ? null : (
        <Tick
          {...form.tick('samePerson')}
          label="It is who stood at the tablet, only written otherwise"
          hint="Tick it only if you know: then what they allowed still holds"
        />
      )}
      {allowed && !(form.values.samePerson && kind !== 'anonymous') ? (
        <Sentence>
          Whoever was written down before allowed{' '}
          {[pledge.mayContact ? 'being contacted' : '', pledge.showName ? 'their name to be shown' : '']
            .filter(Boolean)
            .join(' and ')}
          . That was theirs to say, and is not carried over. Ask this person, and change it afterwards.
        </Sentence>
      ) : null}
      <TextField
        {...form.text('reason')}
        label="Why the change?"
        hint="A few words. They stay in the history."
        maxLength={400}
      />
    </FormDialog>
  )
}
