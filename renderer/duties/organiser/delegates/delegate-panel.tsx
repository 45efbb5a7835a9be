/** One delegate: their details, what happened, corrections, and taking them off the list. */
import { Eraser, UserRoundSearch } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { BeforeErasing } from '../../../../shared/contract/erasing.ts'
import { delegateDetails, type DelegateView } from '../../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { AreaField } from '../../../components/area-field.tsx'
import { Button } from '../../../components/button.tsx'
import { Chip } from '../../../components/chip.tsx'
import { SelectField, TextField } from '../../../components/fields.tsx'
import { useSending } from '../../../components/form/use-sending.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { sectorChoices, sectorName, tableChoices } from '../../../words/programme.ts'
import { ChangeDialog } from '../record/change-dialog.tsx'
import { type Changing, RecordPanel, type RecordWords } from '../record/record-panel.tsx'
import { useRefresh } from '../record/use-refresh.ts'
import { DelegateExtras } from './delegate-extras.tsx'
import { ForgetDialog } from './forget-dialog.tsx'
import { PresenceMark } from './presence-mark.tsx'

const WORDS: RecordWords = {
  ask: 'Take off the list',
  withdraw: 'Take them off the list',
  withdrawTitle: 'Take this person off the list?',
  withdrawMeans:
    'They can no longer be found or signed in. Their pledges and their history stay, and they can be brought back.',
  withdrawn: 'They are off the list. They can be brought back below.',
}

type Props = {
  delegate: DelegateView
  pack: EventPack
  head: ReactNode
  onChanged: (delegate: DelegateView) => void
  /** Nothing of them is left on this tablet. */
  onForgotten: (name: string) => void
}

export function DelegatePanel({ delegate, pack, head, onChanged, onForgotten }: Props) {
  const { client } = useApi()
  const refresh = useRefresh('signIn')
  const [, go] = useLocation()
  const [forgetting, setForgetting] = useState<BeforeErasing | null>(null)
  const { said, attempt } = useSending()
  const fresh = async (changed: DelegateView) => {
    onChanged(changed)
    await refresh()
  }
  const askFirst = () =>
    attempt(async () => setForgetting(await client.signIn.beforeErasing({ delegate: delegate.id })))
  return (
    <RecordPanel
      subject={delegate.id}
      pack={pack}
      head={head}
      title={delegate.name}
      chips={
        <>
          <PresenceMark delegate={delegate} now={new Date()} />
          {delegate.walkIn ? <Chip>Came without being on the list</Chip> : null}
        </>
      }
      facts={[
        { name: 'Name on the list', value: delegate.listName, wide: true },
        { name: 'Organisation', value: delegate.organisation, wide: true },
        { name: 'Service area', value: delegate.area, wide: true },
        { name: 'Role', value: delegate.role, wide: true },
        { name: 'Sector', value: sectorName(pack, delegate.sector) },
        { name: 'Table', value: delegate.table },
        { name: 'E-mail', value: delegate.email, wide: true },
        {
          name: delegate.presence === 'left' ? 'Signed out at' : 'Signed in at',
          value: delegate.presence === 'expected' ? '' : delegate.atStation,
        },
        { name: 'Note for staff', value: delegate.note, wide: true },
      ]}
      words={WORDS}
      withdrawn={delegate.withdrawn}
      onWithdraw={async (reason) => fresh(await client.signIn.withdraw({ delegate: delegate.id, reason }))}
      onRestore={async () => fresh(await client.signIn.restore({ delegate: delegate.id, reason: '' }))}
      change={(changing) => <DelegateChange delegate={delegate} pack={pack} changing={changing} onSaved={fresh} />}
    >
      <DelegateExtras delegate={delegate.id} />
      <div className="row">
        <Button look="ghost" icon={UserRoundSearch} onClick={() => go(`/organiser/delegates/person/${delegate.id}`)}>
          Everything of them
        </Button>
        <Button look="quiet" icon={Eraser} onClick={() => void askFirst()}>
          Forget this person
        </Button>
      </div>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {forgetting === null ? null : (
        <ForgetDialog
          delegate={delegate}
          before={forgetting}
          onBack={() => setForgetting(null)}
          onDone={async () => {
            onForgotten(delegate.name)
            await refresh()
          }}
        />
      )}
    </RecordPanel>
  )
}

type ChangeProps = {
  delegate: DelegateView
  pack: EventPack
  changing: Changing
  onSaved: (delegate: DelegateView) => Promise<void>
}

function DelegateChange({ delegate, pack, changing, onSaved }: ChangeProps) {
  const { client } = useApi()
  return (
    <ChangeDialog
      of="delegate"
      title={`Change ${delegate.name}`}
      details={delegateDetails}
      record={delegate}
      onSave={async ({ id, ...change }) => onSaved(await client.signIn.amend({ ...change, delegate: id }))}
      changing={changing}
    >
      {({ text }) => (
        <div className="one-upright columns low">
          <TextField {...text('name')} label="Name" maxLength={400} />
          <TextField {...text('listName')} label="Name on the list, if another" maxLength={400} />
          <TextField {...text('role')} label="Role" maxLength={400} />
          <TextField {...text('organisation')} label="Organisation" maxLength={400} />
          <AreaField {...text('area')} />
          <TextField {...text('email')} label="E-mail" inputMode="email" maxLength={400} />
          <SelectField {...text('sector')} label="Sector" options={sectorChoices(pack, delegate.sector)} />
          <SelectField {...text('table')} label="Table" options={tableChoices(pack, delegate.table)} />
        </div>
      )}
    </ChangeDialog>
  )
}
