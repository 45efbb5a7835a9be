/** What a rehearsal crowd promises: sentences put together for each kind of pledge. */
import type { PledgeType } from '../../../shared/domain/event-pack.ts'
import { createDeck } from './crowd-random.ts'
import type { Phrases } from './phrases.ts'

/** A promise reads “offer, how many, thing, where, care”. */
type Kind = Phrases['pledges']['anything']
/** Who speaks: a person for themselves or an organisation. */
type Voice = keyof Phrases['pledges']['offers']

/** A thing said of one and of several: `*` and `[y/ies]` are settled, and one is “a” thing. */
function numbersOf(thing: string): { one: string; many: string } {
  const settled = (one: boolean) =>
    thing.replaceAll('*', one ? '' : 's').replaceAll(/\[(\w*)\/(\w*)\]/g, one ? '$1' : '$2')
  const one = settled(true)
  return { one: `${/^(?!one|uni)[aeiou]|^hour/i.test(one) ? 'an' : 'a'} ${one}`, many: settled(false) }
}

function kindOf(type: PledgeType, { kinds, anything }: Phrases['pledges']): Kind {
  const said = `${type.id.replaceAll('-', ' ')} ${type.title}`
  return (
    kinds.find(({ words }) => said.search(words) >= 0) ??
    kinds.find(({ icons }) => icons.includes(type.icon)) ??
    anything
  )
}

/**
 * Words the promises of a crowd. Pledge types of one kind share its words, so that none repeats another: every wording is
 * different until all its kind's combinations are spent.
 */
export function createPledgeWriter(phrases: Phrases['pledges'], seed: number) {
  const decks = new Map<Kind, Record<Voice, ReturnType<typeof createDeck>>>()
  const deckOf = (kind: Kind) => {
    const dealt = decks.get(kind)
    if (dealt !== undefined) return dealt
    const lists = (voice: Voice) => [
      phrases.offers[voice],
      kind.things,
      kind.where,
      kind.care,
      phrases.afterthoughts[voice],
    ]
    const place = phrases.kinds.findIndex((one) => one === kind)
    const made = {
      we: createDeck(lists('we'), seed + place),
      i: createDeck(lists('i'), seed - 1 - place),
    }
    decks.set(kind, made)
    return made
  }
  const kinds = new Map<PledgeType, Kind>()
  const known = (type: PledgeType): Kind => {
    const kind = kinds.get(type) ?? kindOf(type, phrases)
    kinds.set(type, kind)
    return kind
  }
  const things = new Map<string, ReturnType<typeof numbersOf>>()
  const inNumber = (thing: string, quantity: number | null): string => {
    const said = things.get(thing) ?? numbersOf(thing)
    things.set(thing, said)
    if (quantity === 1) return said.one
    return quantity === null ? said.many : `${phrases.numbers[quantity - 2] ?? quantity} ${said.many}`
  }
  return {
    /** The largest number of this that anyone would promise in one go. */
    most: (type: PledgeType): number => known(type).most,
    write(type: PledgeType, voice: Voice, quantity: number | null): string {
      const [offer = '', thing = '', where = '', care = '', afterthought = ''] = deckOf(known(type))[voice].draw()
      return `${offer} ${inNumber(thing, quantity)} ${where}, ${care}.${afterthought === '' ? '' : ` ${afterthought}`}`
    },
  }
}
