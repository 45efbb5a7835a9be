/** Invented people: a crowd for rehearsals, tests and benchmarks, as mixed as the hall will be, and the same for the same seed. */
import type { DelegateDetails } from '../../../shared/domain/delegate.ts'
import type { Phrases } from './phrases.ts'

/**
 * `sector`: its id, as the event packs that ship use it. `email`: in the `.example` domain, which can never be anyone's (RFC 2606); empty for
 * one in twelve.
 */
export type InventedPerson = Omit<DelegateDetails, 'area'>

/** Mulberry32: a small generator of even 32-bit numbers; nothing here needs to be hard to guess. */
function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (from: readonly string[]): string => from[below(from.length)] ?? '',
    /** Squared, so that the front of a list comes far more often: a few names are very common in any hall. */
    pickEarly: (from: readonly string[]): string => from[Math.floor(next() ** 2 * from.length)] ?? '',
    share: <T extends { share: number }>(from: readonly [T, ...T[]]): T => {
      let left = next() * from.reduce((sum, { share }) => sum + share, 0)
      return from.find(({ share }) => (left -= share) < 0) ?? from[0]
    },
  }
}
type Random = ReturnType<typeof createRandom>

/** What people and where they work are called. */
type Called = Pick<Phrases, 'people' | 'places' | 'organisations'>
type Sector = Called['organisations']['sectors'][0]

/** Given and family names are drawn apart, so who comes out is nobody. */
function inventName(
  random: Random,
  { people: { backgrounds, titles, honours, joined }, places: { starts, familyEnds } }: Called,
): string {
  const background = random.share(backgrounds)
  // Families mix: one name in nine is from elsewhere.
  const other = random.below(9) === 0 ? random.share(backgrounds) : background
  const given = random.pickEarly(background.given)
  // Family names that no list holds.
  const isPlace = background === backgrounds[0] && random.below(5) < 2
  const family = isPlace ? random.pick(starts) + random.pick(familyEnds) : random.pickEarly(other.family)
  const kind = random.below(200)
  if (kind < 1) return given
  if (kind < 7) return `${given} ${family}-${random.pickEarly(other.family)}`
  if (kind < 15) return `${given} ${random.pickEarly(background.given)} ${family}`
  if (kind < 18) return `${given} ${given.charAt(0) === 'J' ? 'P' : 'J'}. ${family}`
  if (kind < 20) return `${given.charAt(0)}. ${family}`
  if (kind < 22) return `${random.pick(titles)} ${given} ${family}`
  if (kind < 23) return `${given} ${family} ${random.pick(honours)}`
  if (kind < 25) return `${given}-${random.pick(joined)} ${family}`
  if (kind < 27 && background.familyFirst) return `${family} ${given}`
  return `${given} ${family}`
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[łøđı]/g, (letter) => ({ ł: 'l', ø: 'o', đ: 'd', ı: 'i' })[letter] ?? '')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9 ]/g, '')

/** The part of an address before the @, without titles and honours. */
function createMailbox({ titles, honours }: Called['people']) {
  const around = new RegExp(`^(${titles.join('|')}) | (${honours.join('|')})$`, 'g')
  return (name: string): string =>
    plain(name.replace(around, '').replace(/-/g, ' '))
      .split(' ')
      .filter((word) => word !== '')
      .join('.')
}

/**
 * `count` invented people; the same for the same seed and count, on any machine. About one organisation for every five
 * people, up to 2,500. `tables` is how many tables they sit at: one for every ten people up to 60, if not said.
 */
export function inventedPeople({
  phrases,
  count,
  seed,
  tables = Math.min(60, Math.max(1, Math.ceil(count / 10))),
}: {
  phrases: Called
  count: number
  seed: number
  tables?: number
}): InventedPerson[] {
  const random = createRandom(seed)
  const { sectors } = phrases.organisations
  const { starts, inventedEnds } = phrases.places
  const mailbox = createMailbox(phrases.people)

  const named = new Map<string, { name: string; domain: string; sector: Sector }>()
  const bySector = new Map<Sector, { name: string; domain: string }[]>()
  const wanted = Math.min(2500, Math.max(sectors.length, Math.ceil(count / 5)))
  for (let tries = 0; named.size < wanted && tries < wanted * 4; tries++) {
    // One of each sector first, so that nobody is left without.
    const sector = sectors[named.size] ?? random.share(sectors)
    const name = random.pick(sector.organisations).replace('*', random.pick(starts) + random.pick(inventedEnds))
    if (named.has(name)) continue
    const organisation = { name, domain: `${plain(name).replaceAll(' ', '-')}.example`, sector }
    named.set(name, organisation)
    bySector.set(sector, [...(bySector.get(sector) ?? []), organisation])
  }

  const taken = new Map<string, number>()
  return Array.from({ length: count }, () => {
    const sector = random.share(sectors)
    const choices = bySector.get(sector) ?? []
    const organisation = choices[random.below(choices.length)] ?? { name: '', domain: 'nowhere.example' }
    const name = inventName(random, phrases)
    let email = ''
    if (random.below(12) > 0) {
      const address = `${mailbox(name)}@${organisation.domain}`
      const times = (taken.get(address) ?? 0) + 1
      taken.set(address, times)
      email = times === 1 ? address : address.replace('@', `${times}@`)
    }
    return {
      name,
      role: random.pick(sector.roles),
      organisation: organisation.name,
      sector: sector.id,
      email,
      table: `Table ${1 + random.below(tables)}`,
    }
  })
}
