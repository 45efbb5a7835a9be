/** Two entries of the list that may be one person: both beside each other, and saying that they are. */
import type { PersonSide } from '../../../../shared/contract/people.ts'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import { compared, personTold } from './one-words.ts'
import { useRefreshPeople } from './use-refresh-people.ts'

const MEANS =
  'They are counted, listed and found as one person from now on, with the sign-ins, pledges and needs of both. Either badge still works. Choose what stays where they differ. You can say later that they are two after all.'

/** Two people as they were when somebody began to look at them. */
export type BothPeople = { one: PersonSide; other: PersonSide; together: PersonSide }

type Props = {
  both: BothPeople
  pack: EventPack
  onDone: (delegate: DelegateView) => void
  onBack: () => void
}

export function MergePeople({ both: { one, other, together }, pack, onDone, onBack }: Props) {
  const { client } = useApi()
  const refresh = useRefreshPeople()
  return (
    <CompareDialog
      title="Are they one person?"
      means={MEANS}
      button="They are one person"
      names={[one.delegate.name, other.delegate.name]}
      compared={compared(personTold(pack, one), personTold(pack, other), personTold(pack, together))}
      onMerge={async (reason, keeps) => {
        const { delegate } = await client.people.merge({
          one: one.delegate.id,
          other: other.delegate.id,
          reason,
          keeps,
        })
        await refresh()
        onDone(delegate)
      }}
      onBack={onBack}
    />
  )
}
