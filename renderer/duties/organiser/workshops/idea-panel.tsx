/** One idea: the whole of it, what happened, corrections, and taking it back. */
import type { ReactNode } from 'react'
import { ideaDetails, type IdeaView } from '../../../../shared/domain/action.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { AreaField } from '../../../components/area-field.tsx'
import { Chip } from '../../../components/chip.tsx'
import { TextArea, TextField } from '../../../components/fields.tsx'
import { shownReference } from '../lists/reference-search.ts'
import { cameFromPaper } from '../record/from-paper.tsx'
import { ChangeDialog } from '../record/change-dialog.tsx'
import { placeName } from '../record/history-words.ts'
import { type Changing, RecordPanel, type RecordWords } from '../record/record-panel.tsx'
import { useEventTime } from '../record/use-event-time.ts'
import { useRefresh } from '../record/use-refresh.ts'

const WORDS: RecordWords = {
  ask: 'Withdraw',
  withdraw: 'Withdraw the idea',
  withdrawTitle: 'Withdraw this idea?',
  withdrawMeans:
    'It leaves its table and the list of ideas. The export still lists it among the withdrawn, and it can be brought back.',
  withdrawn: 'The idea is withdrawn. It can be brought back below.',
}

type Props = { idea: IdeaView; pack: EventPack; head: ReactNode; onChanged: (idea: IdeaView) => void }

export function IdeaPanel({ idea, pack, head, onChanged }: Props) {
  const { client } = useApi()
  const timeOf = useEventTime(pack)
  const refresh = useRefresh('workshops')
  const fresh = async (changed: IdeaView) => {
    onChanged(changed)
    await refresh()
  }
  const gone = idea.status === 'withdrawn'
  const question = pack.programme.flatMap(({ questions }) => questions).find(({ id }) => id === idea.question)
  return (
    <RecordPanel
      subject={idea.id}
      pack={pack}
      head={head}
      title={
        <>
          Idea <b>{shownReference(pack.code, idea.reference)}</b>
        </>
      }
      chips={gone ? <Chip tone="warn">Withdrawn</Chip> : null}
      facts={[
        { name: 'The idea', value: idea.text, wide: true },
        { name: 'The question', value: question?.words ?? idea.question, wide: true },
        { name: 'Name', value: idea.name || 'No name given' },
        { name: 'Organisation', value: idea.organisation },
        { name: 'Service area', value: idea.area },
        { name: 'Posted at', value: placeName(pack, idea), wide: true },
        { name: 'Written', value: timeOf(idea.made) },
        { name: 'How it came', value: cameFromPaper(idea), wide: true },
        { name: 'Why it was withdrawn', value: gone ? idea.withdrawnReason : '', wide: true },
      ]}
      words={WORDS}
      withdrawn={gone}
      onWithdraw={async (reason) => fresh(await client.workshops.withdrawIdea({ id: idea.id, reason }))}
      onRestore={async () => fresh(await client.workshops.restoreIdea({ id: idea.id, reason: '' }))}
      change={(changing) => <IdeaChange idea={idea} changing={changing} onSaved={fresh} />}
    />
  )
}

function IdeaChange({
  idea,
  changing,
  onSaved,
}: {
  idea: IdeaView
  changing: Changing
  onSaved: (idea: IdeaView) => Promise<void>
}) {
  const { client } = useApi()
  return (
    <ChangeDialog
      of="idea"
      title="Change this idea"
      details={ideaDetails}
      record={idea}
      onSave={async (change) => onSaved(await client.workshops.amendIdea(change))}
      changing={changing}
    >
      {({ text }) => (
        <>
          <TextArea {...text('text')} label="The idea" rows={3} maxLength={800} className="organiser-short" />
          <div className="one-upright columns low">
            <TextField {...text('name')} label="Name" hint="May stay empty" maxLength={400} />
            <TextField {...text('organisation')} label="Organisation" hint="May stay empty" maxLength={400} />
            <AreaField {...text('area')} />
          </div>
        </>
      )}
    </ChangeDialog>
  )
}
