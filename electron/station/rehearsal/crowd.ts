/** A rehearsal crowd for any event pack: invented people who arrive, pledge, propose actions and leave ideas, the same for the same seed. */
import type { ActionDetails, IdeaDetails, TablePlace } from '../../../shared/domain/action.ts'
import { openOf } from '../../../shared/domain/event-change/open.ts'
import type { EventPack, PledgeType } from '../../../shared/domain/event-pack.ts'
import type { PledgeDetails } from '../../../shared/domain/pledge.ts'
import { createActionWriter } from './crowd-actions.ts'
import { createIdeaWriter } from './crowd-ideas.ts'
import { createPledgeWriter } from './crowd-pledges.ts'
import { createDice, type Dice } from './crowd-random.ts'
import { createTimescales } from './crowd-timescales.ts'
import { type InventedPerson, inventedPeople } from './people.ts'
import type { Phrases } from './phrases.ts'

/** When a delegate came through the door: minutes after the first session's start, so mostly less than nothing. */
type CrowdSignIn = { delegate: number; minute: number }

type CrowdPledge = PledgeDetails & {
  /** A delegate by their place in `delegates`. */
  by:
    | { kind: 'delegate'; delegate: number }
    | { kind: 'organisation'; organisation: string; sector: string; name: string }
    | { kind: 'anonymous' }
}
type CrowdAction = ActionDetails & TablePlace
type CrowdIdea = IdeaDetails & TablePlace & { question: string }

type RehearsalCrowd = {
  delegates: Iterable<InventedPerson>
  signIns: Iterable<CrowdSignIn>
  pledges: Iterable<CrowdPledge>
  actions: Iterable<CrowdAction>
  ideas: Iterable<CrowdIdea>
}

/** How common each leaf is on a tree; pledge types that share a colour share its part. */
const LEAF_SHARE: Record<PledgeType['leaf'], number> = {
  work: 27,
  interview: 17,
  apprentice: 15,
  mentor: 14,
  trade: 10,
  home: 9,
  health: 5,
  other: 3,
}
/** How many of the invited come; the others stay on the list as expected. */
const WHO_COMES = 0.86
/** People come thickest this many minutes before the first session, and a few well after it has begun. */
const THICKEST = -25

/** `present` are the places in `voices` of those who came; nobody pledges as a delegate from home. */
type Crowd = { phrases: Phrases; voices: readonly InventedPerson[]; present: readonly number[] }
const NOBODY: InventedPerson = { name: '', role: '', organisation: '', sector: '', email: '', table: '' }

/** Something that can be gone through again and again, and is made anew each time, so that 100,000 pledges are never held at once. */
const again = <T>(make: () => Iterable<T>): Iterable<T> => ({ [Symbol.iterator]: () => make()[Symbol.iterator]() })

function arrivals(count: number, seed: number): CrowdSignIn[] {
  const dice = createDice(seed, 'arrivals')
  const came: CrowdSignIn[] = []
  for (let delegate = 0; delegate < count; delegate++) {
    if (!dice.chance(WHO_COMES)) continue
    // The sum of three throws is a bell; one in sixteen was held up on the road.
    const minute = dice.chance(1 / 16)
      ? dice.below(75)
      : THICKEST + Math.round((dice.next() + dice.next() + dice.next() - 1.5) * 26)
    came.push({ delegate, minute })
  }
  return came.toSorted((a, b) => a.minute - b.minute || a.delegate - b.delegate)
}

function* promises(pack: EventPack, crowd: Crowd, count: number, seed: number): Generator<CrowdPledge> {
  const dice = createDice(seed, 'pledges')
  const writer = createPledgeWriter(crowd.phrases.pledges, seed)
  const byWhen = createTimescales(crowd.phrases.timescales, dice, pack.dates.to, 0.14)
  const shares = pack.pledgeTypes.map(
    ({ leaf }) => LEAF_SHARE[leaf] / pack.pledgeTypes.filter((other) => other.leaf === leaf).length,
  )
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const anyType = (): PledgeType | undefined => {
    let left = dice.next() * whole
    return pack.pledgeTypes.find((_, index) => (left -= shares[index] ?? 0) < 0) ?? pack.pledgeTypes[0]
  }
  for (let made = 0; made < count; made++) {
    const type = anyType()
    if (type === undefined) return
    const { by, person } = promiser(dice, crowd)
    const quantity = dice.chance(0.08) ? null : dice.handful(writer.most(type))
    const mayContact = by.kind !== 'anonymous' && dice.chance(0.88)
    yield {
      by,
      type: type.id,
      wording: writer.write(type, by.kind === 'organisation' || dice.chance(0.5) ? 'we' : 'i', quantity),
      quantity,
      timescale: byWhen(),
      priority: dice.chance(0.85) ? type.priority : (dice.oneOf(pack.priorities)?.id ?? null),
      mayContact,
      email: mayContact ? person.email : '',
      showName: by.kind !== 'anonymous' && dice.chance(0.75),
    }
  }
}

/** Two in three promise for themselves, one in four for where they work, the rest give no name. */
function promiser(dice: Dice, { voices, present }: Crowd): { by: CrowdPledge['by']; person: InventedPerson } {
  const who = dice.next()
  const delegate = dice.oneOf(present)
  const person = (delegate === undefined ? dice.oneOf(voices) : voices[delegate]) ?? NOBODY
  if (who >= 0.9) return { by: { kind: 'anonymous' }, person: NOBODY }
  if (who < 0.65 && delegate !== undefined) return { by: { kind: 'delegate', delegate }, person }
  const { organisation, sector, name } = person
  return { by: { kind: 'organisation', organisation, sector, name: dice.chance(0.6) ? name : '' }, person }
}

function* proposals(pack: EventPack, { phrases, voices }: Crowd, count: number, seed: number): Generator<CrowdAction> {
  const dice = createDice(seed, 'actions')
  const write = createActionWriter(phrases.actions, pack.priorities, seed)
  const byWhen = createTimescales(phrases.timescales, dice, pack.dates.to, 0.2)
  const workshops = pack.programme.filter(({ kind }) => kind === 'workshop')
  // Tables work on priorities where a workshop has some; a pack may also leave them to choose.
  const sessions = workshops.some(({ priorities }) => priorities.length > 0)
    ? workshops.filter(({ priorities }) => priorities.length > 0)
    : workshops
  for (let made = 0; made < count; made++) {
    const session = dice.oneOf(sessions)
    const table = dice.oneOf(pack.tables)
    if (session === undefined || table === undefined) return
    const own = session.priorities.length > 0 ? session.priorities : pack.priorities.map(({ id }) => id)
    const priority = dice.chance(0.96) ? (dice.oneOf(own) ?? null) : null
    const { title, measure } = write(priority, 2 + dice.handful(58))
    const person = dice.oneOf(voices) ?? NOBODY
    const named = dice.next()
    yield {
      session: session.id,
      table: table.id,
      title,
      owner: named < 0.55 ? `${person.name}, ${person.role}` : named < 0.78 ? person.role : '',
      organisation: named < 0.9 ? person.organisation : '',
      timescale: byWhen(),
      measure: dice.chance(0.74) ? measure : '',
      priority,
    }
  }
}

function* notes(pack: EventPack, { phrases, voices }: Crowd, count: number, seed: number): Generator<CrowdIdea> {
  const dice = createDice(seed, 'ideas')
  const write = createIdeaWriter(phrases.ideas, seed)
  const asked = pack.programme.flatMap((session) => session.questions.map((question) => ({ session, question })))
  for (let made = 0; made < count; made++) {
    const stuck = dice.oneOf(asked)
    const table = dice.oneOf(pack.tables)
    if (stuck === undefined || table === undefined) return
    const person = dice.oneOf(voices) ?? NOBODY
    yield {
      session: stuck.session.id,
      table: table.id,
      question: stuck.question.id,
      text: write(stuck.question.words),
      name: dice.chance(0.55) ? person.name : '',
      organisation: dice.chance(0.6) ? person.organisation : '',
    }
  }
}

/** What something new may be written on: what is closed is closed for invented people, too. */
function openPartsOf(pack: EventPack): EventPack {
  const priorities = openOf(pack.priorities)
  const isOpen = (priority: string | null) => priorities.some(({ id }) => id === priority)
  return {
    ...pack,
    priorities,
    pledgeTypes: openOf(pack.pledgeTypes).map((type) => ({
      ...type,
      priority: isOpen(type.priority) ? type.priority : null,
    })),
    sectors: openOf(pack.sectors),
    tables: openOf(pack.tables),
    programme: openOf(pack.programme).map((session) => ({
      ...session,
      priorities: session.priorities.filter(isOpen),
      questions: openOf(session.questions),
    })),
  }
}

/**
 * Invents a whole event. Everything is made as it is asked for and is the same for the same pack, numbers and seed; asking for
 * more of one thing changes nothing of another, except that more delegates are other delegates. Places and sectors are the
 * pack's: whoever belongs to a sector the pack does not have has none. A pack without workshops gets no actions, one without
 * questions no ideas. `ideas` is half as many again as actions where it is not said.
 */
export function rehearsalCrowd({
  phrases,
  pack: whole,
  delegates,
  pledges,
  actions,
  ideas = Math.round(actions * 1.5),
  seed,
}: {
  phrases: Phrases
  pack: EventPack
  delegates: number
  pledges: number
  actions: number
  ideas?: number
  seed: number
}): RehearsalCrowd {
  const pack = openPartsOf(whole)
  const sectors = new Set(pack.sectors.map(({ id }) => id))
  const seats = createDice(seed, 'tables')
  const atThisEvent = (person: InventedPerson): InventedPerson => ({
    ...person,
    sector: sectors.has(person.sector) ? person.sector : '',
    table: seats.oneOf(pack.tables)?.name ?? '',
  })
  const people = inventedPeople({ phrases, count: delegates, seed }).map(atThisEvent)
  const signIns = arrivals(delegates, seed)
  // A room that nobody was invited to can still be filled with promises, for organisations that sent word.
  const voices = people.length > 0 ? people : inventedPeople({ phrases, count: 50, seed }).map(atThisEvent)
  const crowd: Crowd = { phrases, voices, present: signIns.map(({ delegate }) => delegate) }
  return {
    delegates: people,
    signIns,
    pledges: again(() => promises(pack, crowd, pledges, seed)),
    actions: again(() => proposals(pack, crowd, actions, seed)),
    ideas: again(() => notes(pack, crowd, ideas, seed)),
  }
}
