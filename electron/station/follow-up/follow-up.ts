/** Following up: who may be written to, which offers are alike and which of them a person made one group, and all of it in numbers. */
import type { Statement } from 'better-sqlite3'
import {
  type Alike,
  type Contact,
  type ContactPledge,
  type FollowUpNumbers,
  type LeftOut,
  type LikeGroup,
  type LikeOffer,
  MOST_OFFERS,
} from '../../../shared/contract/follow-up.ts'
import { actionRecord, type StoredAction } from '../../../shared/domain/action.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import { formatReference } from '../../../shared/domain/reference.ts'
import type { StationCore } from '../kernel/core.ts'
import { stretchesOf } from '../sign-in/index.ts'
import { type AlikeOffers, alikeOffers, byWords, type Confirmed } from './alike.ts'
import { type ContactKind, contactsFile } from './contact-files.ts'
import { contactsOf } from './contacts.ts'
import {
  groupId,
  type GroupRow,
  membersIn,
  otherNamesIn,
  offersGrouped,
  offersParted,
  standingConfirmations,
} from './facts.ts'
import { countFollowUp } from './numbers.ts'
import { liveOffers, type Offer } from './offers.ts'

export type FollowUp = ReturnType<typeof createFollowUp>

type Confirming = Alike & { name: string; by: string; join: readonly string[]; leave: readonly string[] }

const sumOf = (offers: readonly Offer[]): number => offers.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0)

const groupView = ({ type, sector, confirmed, joined, offered }: AlikeOffers): LikeGroup => ({
  type,
  sector,
  offers: joined.length + offered.length,
  joined: joined.length,
  quantity: sumOf(joined) + sumOf(offered),
  confirmed:
    confirmed === null
      ? null
      : { name: confirmed.name, by: confirmed.by, at: confirmed.at, isDisputed: confirmed.isDisputed },
})

export function createFollowUp({ db, journal, now, event }: StationCore) {
  const groups: Statement<[], GroupRow> = db.prepare('SELECT * FROM offerGroup')
  const actions: Statement<[], StoredAction> = db.prepare(
    "SELECT * FROM action WHERE status = 'live' ORDER BY made, id",
  )
  /** What a group is called whose name was taken out, since it named somebody. */
  const usualName = (type: string, sector: string): string => {
    const { pledgeTypes, sectors } = event().pack
    return [pledgeTypes.find(({ id }) => id === type)?.title, sectors.find(({ id }) => id === sector)?.name]
      .filter((part) => part !== undefined)
      .join(', ')
  }
  /** All groups, read at once. */
  const readGroups = (): ((type: string, sector: string) => Confirmed | null) => {
    const { id: eventId } = event()
    const known = new Map(
      groups.all().map((row): [string, Confirmed] => {
        const { id, name, type, sector, confirmedBy: by, changed: at } = row
        const members = new Set(membersIn(row))
        return [
          id,
          { name: name || usualName(type, sector), by, at, isDisputed: otherNamesIn(row).length > 0, members },
        ]
      }),
    )
    return (type, sector) => known.get(groupId(eventId, type, sector)) ?? null
  }
  const offers = (): Offer[] => liveOffers(db, event().pack)
  const alike = (): AlikeOffers[] => alikeOffers(offers(), readGroups())
  const alikeTo = ({ type, sector }: Alike): AlikeOffers | null =>
    alike().find((one) => one.type === type && one.sector === sector) ?? null
  const confirmations = (id: string): string[] => standingConfirmations(journal.counting(journal.facts.about(id)))

  const offerView =
    (joined: boolean, mayWrite: ReadonlySet<string>) =>
    ({ id, reference, name, organisation, wording, quantity, timescale, due }: Offer): LikeOffer => ({
      id,
      reference: formatReference(reference),
      name,
      organisation,
      wording,
      quantity,
      timescale,
      due,
      mayWrite: mayWrite.has(id),
      joined,
    })

  /** As of now, the name of the group that an offer stands in; empty where it stands in none. */
  const groupNames = (): ((offer: Pick<Offer, 'id' | 'type' | 'sector'>) => string) => {
    const confirmedOf = readGroups()
    return ({ id, type, sector }) => {
      const found = confirmedOf(type, sector)
      return found?.members.has(id) === true ? found.name : ''
    }
  }
  const everybody = (): { contacts: Contact[]; leftOut: LeftOut } => contactsOf(offers(), event().pack, groupNames())

  return {
    /** Those of whom there are two or more, and groups that stand: those that nobody confirmed first, the largest first. */
    likeOffers(): { groups: LikeGroup[]; alone: number } {
      const all = alike()
      const isShown = ({ confirmed, joined, offered }: AlikeOffers) =>
        confirmed !== null || joined.length + offered.length > 1
      const isOpen = (one: AlikeOffers): boolean => one.offered.length > 0
      return {
        groups: all
          .filter(isShown)
          .toSorted(
            (one, other) =>
              Number(isOpen(other)) - Number(isOpen(one)) ||
              other.joined.length + other.offered.length - (one.joined.length + one.offered.length),
          )
          .map(groupView),
        alone: all.filter((one) => !isShown(one)).length,
      }
    },
    /** A page of one group’s offers: those that stand in it first. */
    offersOf(which: Alike, offset: number): { group: LikeGroup | null; total: number; items: LikeOffer[] } {
      const found = alikeTo(which)
      if (found === null) return { group: null, total: 0, items: [] }
      const mayWrite = new Set(everybody().contacts.flatMap(({ pledges }) => pledges.map(({ id }) => id)))
      const all = [
        ...byWords(found.joined).map(offerView(true, mayWrite)),
        ...byWords(found.offered).map(offerView(false, mayWrite)),
      ]
      return { group: groupView(found), total: all.length, items: all.slice(offset, offset + MOST_OFFERS) }
    },
    /** Refused where one of them is no offer of this kind and sector (any more), or where fewer than two would be left. */
    confirm(
      actor: Actor,
      { type, sector, name, by, join, leave }: Confirming,
    ): { group: LikeGroup; refused?: undefined } | { group?: undefined; refused: 'not-alike' | 'too-few' } {
      const found = alikeTo({ type, sector })
      const alikeIds = new Set([...(found?.joined ?? []), ...(found?.offered ?? [])].map(({ id }) => id))
      if (join.some((id) => !alikeIds.has(id))) return { refused: 'not-alike' }
      const gone = new Set(leave)
      const members = [...new Set([...(found?.joined ?? []).map(({ id }) => id), ...join])].filter(
        (id) => !gone.has(id),
      )
      if (members.length < 2) return { refused: 'too-few' }
      const subject = groupId(event().id, type, sector)
      journal.commit(actor, (write) => {
        const takesBack = confirmations(subject)
        write.about(offersGrouped, subject, { type, sector, name, by, members: members.toSorted(), takesBack })
      })
      const made = alikeTo({ type, sector })
      if (made === null) throw new Error('The offers that were just confirmed are gone')
      return { group: groupView(made) }
    },
    /** False where no group of this kind and sector stands. */
    part(actor: Actor, { type, sector }: Alike, reason: string): boolean {
      const subject = groupId(event().id, type, sector)
      const takesBack = confirmations(subject)
      if (takesBack.length > 0)
        journal.commit(actor, (write) => void write.about(offersParted, subject, { takesBack, reason }))
      return takesBack.length > 0
    },
    groupNames,
    contacts({ search, offset, limit }: { search: string; offset: number; limit: number }) {
      const { contacts, leftOut } = everybody()
      const words = search.toLowerCase().split(/\s+/).filter(Boolean)
      const found = contacts.filter((contact) => {
        const text = textOf(contact)
        return words.every((word) => text.includes(word))
      })
      return {
        total: found.length,
        items: found.slice(offset, offset + limit),
        everybody: contacts.length,
        pledges: contacts.reduce((sum, { pledges }) => sum + pledges.length, 0),
        leftOut,
      }
    },
    /** The file as pieces, made as they are taken. `name` is a good name for it. */
    exportContacts(kind: ContactKind): {
      name: string
      media: string
      chunks: Iterable<Uint8Array>
      people: number
      pledges: number
    } {
      const exported = new Date(now()).toISOString()
      const { pack, rehearsal } = event()
      // Read at once, so that it holds one moment however long the writing takes.
      const { contacts } = everybody()
      const { media, write } = contactsFile[kind]
      return {
        name: `${rehearsal ? 'REHEARSAL-' : ''}${pack.code}-${kind === 'zip' ? 'messages' : 'contacts'}-${exported.slice(0, 16).replaceAll(/[:T]/g, '-')}.${kind}`,
        media,
        chunks: write({ contacts, pack, rehearsal, exported }),
        people: contacts.length,
        pledges: contacts.reduce((sum, { pledges }) => sum + pledges.length, 0),
      }
    },
    numbers(): FollowUpNumbers {
      const all = offers()
      return countFollowUp(
        all,
        actions.all().map((row) => actionRecord.read(row)),
        {
          pack: event().pack,
          asOf: new Date(now()).toISOString(),
          stretches: stretchesOf(all.map(({ made: at }) => ({ at, came: 1 }))),
        },
      )
    },
  }
}

/** What the search looks through. */
const textOf = ({ name, organisation, email, pledges }: Contact): string =>
  [name, organisation, email, ...pledges.flatMap(pledgeTexts)].join('\n').toLowerCase()
const pledgeTexts = ({ reference, wording }: ContactPledge): string[] => [
  reference,
  formatReference(reference),
  wording,
]
