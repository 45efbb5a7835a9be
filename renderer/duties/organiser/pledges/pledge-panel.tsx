/** One pledge: the whole of it, what happened, corrections, and taking it back. */
import { type ReactNode, useState } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { PledgeView } from '../../../../shared/domain/pledge.ts'
import { useApi } from '../../../api.tsx'
import { Chip } from '../../../components/chip.tsx'
import { LeafDot } from '../../../components/leaf-dot.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { shownReference } from '../lists/reference-search.ts'
import { PartDialog } from '../one/merges.tsx'
import { RecordPanel, type RecordWords } from '../record/record-panel.tsx'
import { useEventTime } from '../record/use-event-time.ts'
import { useRefresh } from '../record/use-refresh.ts'
import { PledgeExtras, type Righting } from './pledge-extras.tsx'
import { PledgeChange, pledgeFacts } from './pledge-fields.tsx'
import { typeOf } from './pledge-words.ts'
import { SamePledge } from './same-pledge.tsx'
import { WhoDialog } from './who-dialog.tsx'

const WORDS: RecordWords = {
  ask: 'Withdraw',
  withdraw: 'Withdraw the pledge',
  withdrawTitle: 'Withdraw this pledge?',
  withdrawMeans:
    'It leaves the tree and the action plan. The export still lists it among the withdrawn, and it can be brought back.',
  withdrawn: 'The pledge is withdrawn. It can be brought back below.',
}

type Props = { pledge: PledgeView; pack: EventPack; head: ReactNode; onChanged: (pledge: PledgeView) => void }

export function PledgePanel({ pledge, pack, head, onChanged }: Props) {
  const { client } = useApi()
  const timeOf = useEventTime(pack)
  const refresh = useRefresh('pledges')
  const fresh = async (changed: PledgeView) => {
    onChanged(changed)
    await refresh()
  }
  const [righting, setRighting] = useState<Righting | null>(null)
  const [isRight, setRight] = useState('')
  const back = () => setRighting(null)
  const right = (words: string) => async (changed: PledgeView) => {
    await fresh(changed)
    setRight(words)
    back()
  }
  const type = typeOf(pack, pledge.type)
  return (
    <RecordPanel
      subject={pledge.id}
      pack={pack}
      head={head}
      title={
        <>
          Pledge <b>{shownReference(pack.code, pledge.reference)}</b>
        </>
      }
      chips={
        <>
          {type === undefined ? null : (
            <span className="organiser-kind beside top">
              <LeafDot leaf={type.leaf} icon={type.icon} small />
              <b>{type.title}</b>
            </span>
          )}
          {pledge.status === 'withdrawn' ? <Chip tone="warn">Withdrawn</Chip> : null}
        </>
      }
      facts={pledgeFacts(pledge, pack, timeOf(pledge.made))}
      words={WORDS}
      withdrawn={pledge.status === 'withdrawn'}
      onWithdraw={async (reason) => fresh(await client.pledges.withdraw({ id: pledge.id, reason }))}
      onRestore={async () => fresh(await client.pledges.restore({ id: pledge.id, reason: '' }))}
      change={(changing) => <PledgeChange pledge={pledge} pack={pack} changing={changing} onSaved={fresh} />}
    >
      {isRight === '' ? null : <Sentence tone="ok">{isRight}</Sentence>}
      <PledgeExtras
        pledge={pledge}
        pack={pack}
        onRight={(what) => {
          setRight('')
          setRighting(what)
        }}
      />
      {righting === 'who' ? (
        <WhoDialog pledge={pledge} pack={pack} onDone={right('It is saved who pledged.')} onBack={back} />
      ) : null}
      {righting === 'same' ? (
        <SamePledge pledge={pledge} pack={pack} onDone={right('They are one pledge now.')} onBack={back} />
      ) : null}
      {righting === null || righting === 'who' || righting === 'same' ? null : (
        <PartDialog
          merge={righting}
          means="Each counts for itself again, and has its own leaf and row. What was changed while they were one stays with the one it was said of."
          onBack={back}
          onReason={async (reason) => {
            await client.pledges.part({ id: righting.id, reason })
            await right('They are two again.')(await client.pledges.read({ id: pledge.id }))
          }}
        />
      )}
    </RecordPanel>
  )
}
