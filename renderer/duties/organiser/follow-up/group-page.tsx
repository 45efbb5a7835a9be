/** One group of like offers: which of them stand together is for a person to say. */
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Check, Unlink } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { LikeGroup, LikeOffer } from '../../../../shared/contract/follow-up.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { leadsNowhere, sentenceOf } from '../../../client.ts'
import { Button } from '../../../components/button.tsx'
import { Chip } from '../../../components/chip.tsx'
import { Tick } from '../../../components/fields.tsx'
import { NotHere } from '../../../components/not-here.tsx'
import { Waiting } from '../../../components/no-station.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useEventTime } from '../record/use-event-time.ts'
import { WithdrawDialog } from '../record/withdraw-dialog.tsx'
import { PageHead } from '../shell.tsx'
import { alikeName, groupLine, offerLine, offersWords, whoWords } from './follow-up-words.ts'
import { sectorIn } from './group-address.ts'
import { GroupDialog } from './group-dialog.tsx'
import './follow-up.css'

/** `at`: the sector as the address has it. */
type Props = { pack: EventPack; type: string; at: string }

export function GroupPage({ pack, type, at }: Props) {
  const sector = sectorIn(at)
  const { client, api } = useApi()
  const found = useQuery(api.followUp.offersOf.queryOptions({ input: { type, sector } }))
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [asking, setAsking] = useState<'name' | 'part' | null>(null)
  const [said, setSaid] = useState('')
  const { group = null, items = [], total = 0 } = found.data ?? {}
  const isTicked = (offer: LikeOffer) => ticks.get(offer.id) ?? (group?.confirmed == null || offer.joined)
  const join = items.filter((offer) => isTicked(offer) && !offer.joined).map(({ id }) => id)
  const leave = items.filter((offer) => offer.joined && !isTicked(offer)).map(({ id }) => id)
  const confirmed = group?.confirmed ?? null
  const isKnown =
    pack.pledgeTypes.some(({ id }) => id === type) && (sector === '' || pack.sectors.some(({ id }) => id === sector))
  if (leadsNowhere(found.error) || (found.data !== undefined && group === null))
    return (
      <NotHere
        title={isKnown ? `${alikeName(pack, { type, sector })}: no offers` : 'No like offers are at this address'}
        way={{ to: '/organiser/follow-up', label: 'To all like offers' }}
      >
        {isKnown
          ? 'Nobody has offered this yet, or what was offered is withdrawn.'
          : 'This event has no such kind of pledge or no such sector. The address may be written wrongly.'}
      </NotHere>
    )
  const isChanged = join.length > 0 || leave.length > 0
  const isDone = (words: string) => {
    setTicks(new Map())
    setAsking(null)
    setSaid(words)
  }
  return (
    <>
      <PageHead title={alikeName(pack, { type, sector })} line={group === null ? undefined : groupLine(pack, group)}>
        <Link href="/organiser/follow-up" className="btn ghost">
          <ArrowLeft className="icon" aria-hidden />
          All like offers
        </Link>
      </PageHead>
      {found.error === null ? null : <Sentence tone="bad">{sentenceOf(found.error)}</Sentence>}
      {said === '' ? null : <Sentence tone="ok">{said}</Sentence>}
      {found.data === undefined ? (
        found.error === null ? (
          <Waiting />
        ) : null
      ) : group === null ? null : (
        <>
          <Standing pack={pack} group={group} />
          <ul className="follow-offers stack gap-2" aria-label="Offers">
            {items.map((offer) => (
              <li key={offer.id}>
                <Offer
                  offer={offer}
                  pack={pack}
                  type={type}
                  isNew={confirmed !== null && !offer.joined}
                  checked={isTicked(offer)}
                  onTick={(checked) => setTicks(new Map(ticks).set(offer.id, checked))}
                />
              </li>
            ))}
          </ul>
          {total <= items.length ? null : (
            <p className="muted small">
              The first {items.length} of {offersWords(total)} are shown. Confirm these, and the next are offered to
              join.
            </p>
          )}
          <div className="row">
            {confirmed === null || isChanged || confirmed.isDisputed ? (
              <Button icon={Check} onClick={() => setAsking('name')}>
                {confirmed === null ? 'Confirm them as one group' : 'Keep the group as it is ticked'}
              </Button>
            ) : null}
            {confirmed === null ? null : (
              <Button look="ghost" icon={Unlink} onClick={() => setAsking('part')}>
                Take the group apart
              </Button>
            )}
          </div>
        </>
      )}
      {asking === 'name' && group !== null ? (
        <GroupDialog
          name={confirmed?.name ?? alikeName(pack, group)}
          count={items.filter(isTicked).length}
          onSend={async (given) => {
            const made = await client.followUp.confirmGroup({ type, sector, ...given, join, leave })
            isDone(`${offersWords(made.joined)} are followed up together as “${made.confirmed?.name ?? given.name}”.`)
          }}
          onBack={() => setAsking(null)}
        />
      ) : null}
      {asking === 'part' ? (
        <WithdrawDialog
          title="Take the group apart?"
          button="Take it apart"
          onReason={async (reason) => {
            await client.followUp.partGroup({ type, sector, reason })
            isDone('The offers stand apart again. You can confirm them as a group whenever you like.')
          }}
          onBack={() => setAsking(null)}
        >
          <p>The offers stay as they are. Only that they are followed up together is taken back.</p>
        </WithdrawDialog>
      ) : null}
    </>
  )
}

/** Who confirmed it, or what confirming would do. */
function Standing({ pack, group: { confirmed, joined, offers } }: { pack: EventPack; group: LikeGroup }) {
  const timeOf = useEventTime(pack)
  if (confirmed === null)
    return (
      <p>
        Untick what does not belong, then confirm the rest. The group’s name then stands beside each of them in the
        action plan and in the contact list.
      </p>
    )
  return (
    <section className="card organiser-card pad stack gap-2" aria-label="The group">
      <h2 className="any-break">{confirmed.name}</h2>
      <p className="muted small">
        Confirmed by {confirmed.by}, {timeOf(confirmed.at)}
      </p>
      {confirmed.isDisputed ? (
        <p>Two tablets gave it different names. Confirm it once more with the one that is right.</p>
      ) : null}
      {joined < offers ? (
        <p>
          {offersWords(offers - joined)} {offers - joined === 1 ? 'is' : 'are'} like these and not in the group. Tick
          what belongs to it.
        </p>
      ) : null}
    </section>
  )
}

type OfferProps = {
  offer: LikeOffer
  pack: EventPack
  type: string
  /** Like those in the group, and not asked for yet. */
  isNew: boolean
  checked: boolean
  onTick: (checked: boolean) => void
}

function Offer({ offer, pack, type, isNew, checked, onTick }: OfferProps) {
  return (
    <Tick
      checked={checked}
      onChange={onTick}
      label={<span className="any-break">{whoWords(offer)}</span>}
      hint={
        <>
          <span className="follow-wording any-break">“{offer.wording}”</span>
          <span className="row gap-2">
            <span className="any-break">{offerLine(pack, type, offer)}</span>
            {isNew ? <Chip tone="info">Like these</Chip> : null}
            {offer.mayWrite ? <Chip tone="ok">May be written to</Chip> : null}
          </span>
        </>
      }
    />
  )
}
