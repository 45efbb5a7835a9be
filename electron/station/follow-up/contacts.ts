/** Who may be written to, about which of their pledges. Pure: exactly those who agreed and have an address, and nobody who is protected. */
import type { Contact, ContactPledge, LeftOut } from '../../../shared/contract/follow-up.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { createProtection } from '../../../shared/domain/protected-people.ts'
import { isEmail } from '../../../shared/domain/text.ts'
import type { Offer } from './offers.ts'

const NONE: LeftOut = { noAddress: 0, isProtected: 0 }

/** Two ways to write one name are one. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

type Written = Offer & { address: string }

/** Where an answer is read: what was given with the pledge, or else what the list has of them. */
const addressOf = ({ email, listEmail }: Pick<Offer, 'email' | 'listEmail'>): string =>
  [email, listEmail].find(isEmail) ?? ''

/**
 * Whoever is on the list is one person by that. Anybody else is who has their address and their name; without a name they are whoever alone
 * has that address.
 */
function persons(offers: readonly Written[]): Written[][] {
  const keys = new Map<Written, string>()
  for (const [address, here] of Map.groupBy(offers, (offer) => folded(offer.address))) {
    const called = new Map(here.flatMap(({ person, name }) => (person === null ? [] : [[person, folded(name)]])))
    const listed = new Set(called.values())
    const apart = (name: string): string => JSON.stringify([address, folded(name)])
    for (const { person, name } of here)
      if (person === null && name !== '' && !listed.has(folded(name))) called.set(apart(name), folded(name))
    const named = Map.groupBy(called.keys(), (key) => called.get(key) ?? '')
    for (const offer of here) {
      const { person, name } = offer
      const candidates = name === '' ? [...called.keys()] : (named.get(folded(name)) ?? [])
      keys.set(offer, person ?? (candidates.length === 1 ? candidates[0] : undefined) ?? apart(name))
    }
  }
  return [...Map.groupBy(offers, (offer) => keys.get(offer) ?? '').values()]
}

/** `groupOf`: the name of the group that an offer stands in; empty where it stands in none. People in the order of their names. */
export function contactsOf(
  offers: readonly Offer[],
  pack: Pick<EventPack, 'sectors'>,
  groupOf: (offer: Offer) => string,
): { contacts: Contact[]; leftOut: LeftOut } {
  const isProtected = createProtection(pack.sectors)
  const leftOut = { ...NONE }
  const written: Written[] = []
  for (const offer of offers) {
    if (!offer.mayContact) continue
    const address = addressOf(offer)
    if (isProtected(offer)) leftOut.isProtected += 1
    else if (address === '') leftOut.noAddress += 1
    else written.push({ ...offer, address })
  }
  const pledgeOf = (offer: Offer): ContactPledge => {
    const { id, reference, type, wording, quantity, timescale, due } = offer
    return { id, reference, type, wording, quantity, timescale, due, group: groupOf(offer) }
  }
  const contacts = persons(written).map((theirs): Contact => {
    // Who they are says the list, where they are on it; where they are reached, what they said last.
    const listed = theirs.filter(({ person }) => person !== null)
    const last = (said: (offer: Written) => string, from = listed.length > 0 ? listed : theirs): string =>
      from.map(said).findLast((text) => text !== '') ?? ''
    return {
      name: last(({ name }) => name),
      role: last(({ role }) => role),
      organisation: last(({ organisation }) => organisation),
      sector: last(({ sector }) => sector),
      email: last(({ email }) => (isEmail(email) ? email : '')) || last(({ address }) => address),
      pledges: theirs.map(pledgeOf),
    }
  })
  const order = new Intl.Collator('en-GB')
  const place = ({ name, organisation, email }: Contact) => [name || organisation, organisation, email] as const
  return {
    contacts: contacts.toSorted((one, other) => {
      const [mine, theirs] = [place(one), place(other)]
      return mine.map((part, index) => order.compare(part, theirs[index] ?? '')).find((by) => by !== 0) ?? 0
    }),
    leftOut,
  }
}
