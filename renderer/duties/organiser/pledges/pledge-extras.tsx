/** What can be put right of a pledge besides its words: who pledged it, and that it was written down twice. */
import { useQuery } from '@tanstack/react-query'
import { Combine, UserRoundPen } from 'lucide-react'
import { Link } from 'wouter'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { PledgeView } from '../../../../shared/domain/pledge.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { shownReference } from '../lists/reference-search.ts'
import { Merges, type MergeShown } from '../one/merges.tsx'
import '../one/one.css'

/** What is being put right. */
export type Righting = 'who' | 'same' | MergeShown

export function PledgeExtras(props: { pledge: PledgeView; pack: EventPack; onRight: (what: Righting) => void }) {
  const { pledge, pack, onRight } = props
  const { api } = useApi()
  const merges = useQuery(
    api.pledges.merges.queryOptions({ input: { id: pledge.id }, enabled: pledge.otherReferences !== '' }),
  )
  return (
    <section className="stack gap-3" aria-label="Who pledged, and written down twice">
      {merges.data === undefined || merges.data.length === 0 ? null : (
        <Merges
          merges={merges.data.map(({ references: [one, other], ...merge }) => ({
            ...merge,
            names: [shownReference(pack.code, one), shownReference(pack.code, other)] as const,
          }))}
          onPart={onRight}
        />
      )}
      <div className="row">
        <Button look="ghost" icon={UserRoundPen} onClick={() => onRight('who')}>
          Put right who pledged
        </Button>
        <Button look="ghost" icon={Combine} onClick={() => onRight('same')}>
          Written down twice?
        </Button>
      </div>
      {pledge.delegate === null ? null : (
        <p className="small">
          <Link href={`/organiser/delegates/person/${pledge.delegate}`} className="one-name">
            Everything of {pledge.name}
          </Link>
        </p>
      )}
    </section>
  )
}
