/** One action: the whole of it, what happened, corrections, and taking it back. */
import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { actionDetails, type ActionView } from '../../../../shared/domain/action.ts'
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { AreaField } from '../../../components/area-field.tsx'
import { Chip } from '../../../components/chip.tsx'
import { DaySaidBack } from '../../../components/day-said-back.tsx'
import { SelectField, TextArea, TextField } from '../../../components/fields.tsx'
import { GAP_WORDS, gapsOf } from '../lists/gap-words.ts'
import { VoiceField } from '../../../components/voice-field.tsx'
import { shownReference } from '../lists/reference-search.ts'
import { priorityChoices } from '../pledges/pledge-fields.tsx'
import { byWhenWords } from '../pledges/pledge-words.ts'
import { cameFromPaper } from '../record/from-paper.tsx'
import { ChangeDialog } from '../record/change-dialog.tsx'
import { placeName, priorityName } from '../record/history-words.ts'
import { type Changing, RecordPanel, type RecordWords } from '../record/record-panel.tsx'
import { useEventTime } from '../record/use-event-time.ts'
import { useRefresh } from '../record/use-refresh.ts'

const WORDS: RecordWords = {
  ask: 'Withdraw',
  withdraw: 'Withdraw the action',
  withdrawTitle: 'Withdraw this action?',
  withdrawMeans:
    'It leaves its table’s list and the action plan. The export still lists it among the withdrawn, and it can be brought back.',
  withdrawn: 'The action is withdrawn. It can be brought back below.',
}

type Props = { action: ActionView; pack: EventPack; head: ReactNode; onChanged: (action: ActionView) => void }

export function ActionPanel({ action, pack, head, onChanged }: Props) {
  const { client } = useApi()
  const timeOf = useEventTime(pack)
  const refresh = useRefresh('workshops')
  const fresh = async (changed: ActionView) => {
    onChanged(changed)
    await refresh()
  }
  const gone = action.status === 'withdrawn'
  return (
    <RecordPanel
      subject={action.id}
      pack={pack}
      head={head}
      title={
        <>
          Action <b>{shownReference(pack.code, action.reference)}</b>
        </>
      }
      chips={
        gone ? (
          <Chip tone="warn">Withdrawn</Chip>
        ) : (
          gapsOf(action, pack).map((gap) => (
            <Chip key={gap} tone="warn" icon={CircleHelp}>
              {GAP_WORDS[gap]}
            </Chip>
          ))
        )
      }
      facts={[
        { name: 'What will happen', value: action.title, wide: true },
        { name: 'Who will see to it', value: action.owner || 'Nobody named' },
        { name: 'Organisation', value: action.organisation || 'None named' },
        { name: 'Service area', value: action.area },
        { name: 'By when', value: byWhenWords(action) || 'Nobody said', wide: true },
        { name: 'How we will know', value: action.measure || 'Nobody said', wide: true },
        { name: 'Priority', value: priorityName(pack, action.priority) || 'None chosen', wide: true },
        { name: 'Young people’s words', value: action.voice, wide: true },
        { name: 'Proposed at', value: placeName(pack, action), wide: true },
        { name: 'Written', value: timeOf(action.made) },
        { name: 'How it came', value: cameFromPaper(action), wide: true },
        { name: 'Why it was withdrawn', value: gone ? action.withdrawnReason : '', wide: true },
      ]}
      words={WORDS}
      withdrawn={gone}
      onWithdraw={async (reason) => fresh(await client.workshops.withdrawAction({ id: action.id, reason }))}
      onRestore={async () => fresh(await client.workshops.restoreAction({ id: action.id, reason: '' }))}
      change={(changing) => <ActionChange action={action} pack={pack} changing={changing} onSaved={fresh} />}
    />
  )
}

type ChangeProps = {
  action: ActionView
  pack: EventPack
  changing: Changing
  onSaved: (action: ActionView) => Promise<void>
}

function ActionChange({ action, pack, changing, onSaved }: ChangeProps) {
  const { client } = useApi()
  return (
    <ChangeDialog
      of="action"
      title="Change this action"
      details={actionDetails}
      record={action}
      onSave={async (change) => onSaved(await client.workshops.amendAction(change))}
      changing={changing}
    >
      {({ values, text, put }) => (
        <>
          <TextArea {...text('title')} label="What will happen?" rows={2} maxLength={600} className="organiser-short" />
          <div className="one-upright columns low">
            <TextField {...text('owner')} label="Who will see to it?" hint="A name, or a job title" maxLength={400} />
            <TextField {...text('organisation')} label="Organisation" hint="Where they work" maxLength={400} />
            <AreaField {...text('area')} />
            <TextField {...text('timescale')} label="By when?" hint="“31 March 2027”, “spring term”" maxLength={200} />
          </div>
          <DaySaidBack
            field={text('timescale').id}
            words={values.timescale === action.timescale ? '' : values.timescale}
            eventDate={pack.dates.to}
            onAnother={(_day, timescale) => put({ timescale })}
          />
          <div className="one-upright columns low">
            <TextField
              {...text('measure')}
              label="How will we know?"
              hint="What we will see or count"
              maxLength={600}
            />
            <SelectField
              {...text('priority')}
              label="Which priority does it serve?"
              options={priorityChoices(pack, action.priority)}
            />
          </div>
          <VoiceField
            {...text('voice')}
            priorities={
              values.priority === ''
                ? openOf(pack.priorities)
                : pack.priorities.filter(({ id }) => id === values.priority)
            }
          />
        </>
      )}
    </ChangeDialog>
  )
}
