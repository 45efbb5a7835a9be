/** The wall: the tree on the big screen, growing as people promise. */
import './wall.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Tree } from '../../../shared/contract/pledges.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { LeafDot } from '../../components/leaf-dot.tsx'
import { Unreachable, Waiting } from '../../components/no-station.tsx'
import { Heading } from '../../components/page.tsx'
import { PledgeTree } from '../../components/pledge-tree/pledge-tree.tsx'
import { countWords, treeLabel, unitWords } from '../../components/tree-totals.ts'
import { useFreshLeaves } from '../../components/use-fresh-leaves.ts'
import { EmptyWall } from './empty-wall.tsx'
import { LatestPledges } from './latest-pledges.tsx'

/** `beside`: on a screen that nobody touches, so nothing is there to be pressed. */
export function WallDuty({ beside = false }: { beside?: boolean }) {
  const { api } = useApi()
  const pack = useQuery(api.station.event.queryOptions({ staleTime: Infinity }))
  const tree = useQuery(api.pledges.tree.queryOptions())
  if (pack.data === undefined || tree.data === undefined)
    return beside ? <EmptyWall /> : (pack.error ?? tree.error) === null ? <Waiting /> : <Unreachable />
  return <Wall pack={pack.data} tree={tree.data} beside={beside} />
}

function Wall({ pack, tree, beside }: { pack: EventPack; tree: Tree; beside: boolean }) {
  const leaves = useFreshLeaves(tree.leaves)
  return (
    <main className="wall lit" data-beside={beside || undefined}>
      <div className="wall-words stack">
        <p className="welcome-host">{pack.name}</p>
        <div
          className="wall-invitation"
          data-length={pack.invitation.length > 90 ? 'longest' : pack.invitation.length > 60 ? 'long' : undefined}
        >
          <Heading>{pack.invitation}</Heading>
        </div>
        {tree.pledges === 0 ? (
          <p className="wall-first">The tree is in bud. Find a tablet in the room, and open its first leaf.</p>
        ) : (
          <>
            <p className="wall-total">
              <b>{countWords(tree.pledges)}</b> {tree.pledges === 1 ? 'pledge so far' : 'pledges so far'}
            </p>
            <Legend pack={pack} tree={tree} />
            <LatestPledges pack={pack} latest={tree.latest} beside={beside} />
          </>
        )}
      </div>
      <div className="wall-tree welcome-tree">
        <PledgeTree leaves={leaves} seed={pack.id} label={treeLabel(tree.pledges)} growing />
      </div>
      {beside ? null : (
        <Link href="/staff" className="btn quiet wall-staff">
          Staff
        </Link>
      )}
    </main>
  )
}

/** What the colours stand for, and how much of each has been pledged. */
function Legend({ pack, tree }: { pack: EventPack; tree: Tree }) {
  const counted = pack.pledgeTypes.flatMap((type) => {
    const total = tree.types.find((one) => one.type === type.id)
    return total === undefined || total.pledges === 0
      ? []
      : [{ type, pledges: total.pledges, quantity: total.quantity }]
  })
  return (
    <ul className="wall-legend columns" aria-label="Pledges by kind" data-many={counted.length > 10 || undefined}>
      {counted
        .toSorted((a, b) => b.pledges - a.pledges)
        .map(({ type, pledges, quantity }) => (
          <li key={type.id}>
            <LeafDot leaf={type.leaf} icon={type.icon} small />
            <b>{countWords(pledges)}</b>
            <span>
              {type.title}
              {type.unit.one === 'pledge' ? null : (
                <span className="muted wall-units">{unitWords(type, quantity)}</span>
              )}
            </span>
          </li>
        ))}
    </ul>
  )
}
