/** The same promise, written down twice: finding the other, looking at both, and saying that they are one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { PledgeView } from '../../../../shared/domain/pledge.ts'
import { useApi } from '../../../api.tsx'
import { useSending } from '../../../components/form/use-sending.ts'
import { Sentence } from '../../../components/sentence.tsx'
import { searchWords, shownReference } from '../lists/reference-search.ts'
import { ChooseDialog } from '../one/choose-dialog.tsx'
import { CompareDialog } from '../one/compare-dialog.tsx'
import { compared, pledgeTold } from '../one/one-words.ts'
import { whoseWords } from './pledge-words.ts'

const MEANS =
  'It counts once from now on, on the tree, in every number and in the action plan. Both references still find it. Where what stays is not right, change it afterwards. You can say later that they are two after all.'

/** Two pledges as they were when somebody began to look at them. */
type BothPledges = { one: PledgeView; other: PledgeView; together: PledgeView }

type Props = {
  pledge: PledgeView
  pack: EventPack
  onDone: (pledge: PledgeView) => Promise<void>
  onBack: () => void
}

export function SamePledge({ pledge, pack, onDone, onBack }: Props) {
  const { api, client } = useApi()
  const { said, attempt } = useSending()
  const [typed, setTyped] = useState('')
  const [both, setBoth] = useState<BothPledges | null>(null)
  const likely = useQuery(api.pledges.likelySame.queryOptions({ input: { id: pledge.id } }))
  const input = { search: searchWords(typed, pack.code), offset: 0, limit: 9 }
  const found = useQuery(
    api.pledges.list.queryOptions({ input, enabled: typed.trim() !== '', placeholderData: keepPreviousData }),
  )
  if (both !== null) return <Both both={both} pack={pack} onDone={onDone} onBack={() => setBoth(null)} />
  const shown = typed.trim() === '' ? likely.data : found.data?.items
  return (
    <ChooseDialog
      title="Which pledge is the same promise?"
      lead={`It was written down twice: choose the other beside ${shownReference(pack.code, pledge.reference)}, and look at both.`}
      search={{ label: 'Search the pledges', hint: 'Words, name or ref', typed, onText: setTyped }}
      choices={shown
        ?.filter(({ id }) => id !== pledge.id)
        .map((one) => {
          const { who, more } = whoseWords(one)
          return {
            id: one.id,
            title: `${shownReference(pack.code, one.reference)}, ${[who, more].filter(Boolean).join(', ')}`,
            line: one.wording,
          }
        })}
      none={
        typed.trim() === ''
          ? 'No other pledge is much like it. Search for one by its words, a name or a reference.'
          : 'No pledge fits that. Try other words.'
      }
      said={said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      onChoose={(other) => void attempt(async () => setBoth(await client.pledges.compare({ one: pledge.id, other })))}
      onBack={onBack}
    />
  )
}

type BothProps = { both: BothPledges } & Omit<Props, 'pledge'>

function Both({ both: { one, other, together }, pack, onDone, onBack }: BothProps) {
  const { client } = useApi()
  const nameOf = ({ reference }: PledgeView) => shownReference(pack.code, reference)
  return (
    <CompareDialog
      title="Are they one promise?"
      means={MEANS}
      button="They are one promise"
      names={[nameOf(one), nameOf(other)]}
      compared={compared(pledgeTold(pack, one), pledgeTold(pack, other), pledgeTold(pack, together))}
      onMerge={async (reason) => onDone(await client.pledges.merge({ one: one.id, other: other.id, reason }))}
      onBack={onBack}
    />
  )
}
