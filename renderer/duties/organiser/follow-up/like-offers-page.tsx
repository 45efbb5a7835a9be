/** Offers that are alike, so that one officer follows up ten at once: those that nobody has confirmed first. */
import { useQuery } from '@tanstack/react-query'
import { ArrowRight, Leaf } from 'lucide-react'
import { Link } from 'wouter'
import type { LikeGroup } from '../../../../shared/contract/follow-up.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { Chip } from '../../../components/chip.tsx'
import { LeafDot } from '../../../components/leaf-dot.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { FollowUpHead } from './follow-up-tabs.tsx'
import { alikeName, groupLine, groupState, kindOf, offersWords } from './follow-up-words.ts'
import { groupAddress } from './group-address.ts'
import './follow-up.css'

export function LikeOffersPage({ pack }: { pack: EventPack }) {
  const { api } = useApi()
  const found = useQuery(api.followUp.likeOffers.queryOptions())
  return (
    <>
      <FollowUpHead title="Like offers" line="One kind, from one sector: one officer can follow them up together" />
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      {found.data === undefined ? (
        found.error === null ? (
          <Waiting />
        ) : null
      ) : (
        <Groups groups={found.data.groups} alone={found.data.alone} pack={pack} />
      )}
    </>
  )
}

function Groups({ groups, alone, pack }: { groups: readonly LikeGroup[]; alone: number; pack: EventPack }) {
  if (groups.length === 0)
    return (
      <div className="card empty">
        <Leaf className="icon" aria-hidden />
        <p>
          {alone === 0
            ? 'The first offer is still to come.'
            : 'No two offers are alike yet. As soon as they are, they stand here together.'}
        </p>
      </div>
    )
  return (
    <>
      <section className="card organiser-card" aria-label="Groups of like offers">
        <ul className="follow-groups lined">
          {groups.map((group) => (
            <GroupLine key={`${group.type} ${group.sector}`} group={group} pack={pack} />
          ))}
        </ul>
      </section>
      <p className="muted small">
        {alone === 0
          ? 'Every offer is like another.'
          : `${offersWords(alone)} ${alone === 1 ? 'is' : 'are'} like no other.`}
      </p>
    </>
  )
}

function GroupLine({ group, pack }: { group: LikeGroup; pack: EventPack }) {
  const kind = kindOf(pack, group.type)
  const { tone, words } = groupState(group)
  const usual = alikeName(pack, group)
  return (
    <li>
      <Link href={groupAddress(group)} className="beside gap-4">
        {kind === undefined ? null : <LeafDot leaf={kind.leaf} icon={kind.icon} small />}
        <span className="grow">
          <b className="any-break">{group.confirmed?.name ?? usual}</b>
          <span className="muted small any-break">
            {group.confirmed === null || group.confirmed.name === usual ? '' : `${usual}. `}
            {groupLine(pack, group)}
          </span>
        </span>
        <Chip {...(tone === undefined ? {} : { tone })}>{words}</Chip>
        <ArrowRight className="icon" aria-hidden />
      </Link>
    </li>
  )
}
