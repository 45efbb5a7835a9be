// Before the day, an organiser fills a practice hall: the crowd must fit any pack, read like people, and be the same tomorrow.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { actionDetails, ideaDetails } from '../../../shared/domain/action.ts'
import { delegateDetails } from '../../../shared/domain/delegate.ts'
import { type EventPack, eventPackSchema, readEventPack } from '../../../shared/domain/event-pack.ts'
import { pledgeDetails } from '../../../shared/domain/pledge.ts'
import { rehearsalCrowd } from './crowd.ts'
import { createDeck } from './crowd-random.ts'
import { phrases } from '../../../test/fixtures/people.ts'
import { fc } from '../../../test/support/chance.ts'

const folder = join(import.meta.dirname, '../../../resources/event-packs')

function shipped(id: string): EventPack {
  const reading = readEventPack(readFileSync(join(folder, `${id}.json`), 'utf8'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.pack
}
const nec = shipped('solihull-nec')
const packs = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => shipped(file.replace('.json', '')))

/** What the checks of a form would say to these values; an empty list is a crowd that could have typed them itself. */
const refused = (schema: { safeParse: (value: unknown) => { success: boolean } }, values: unknown[]) =>
  values.filter((value) => !schema.safeParse(value).success)

describe.each(packs)('a crowd for $id', (pack) => {
  const crowd = rehearsalCrowd({ phrases, pack, delegates: 300, pledges: 1500, actions: 600, seed: 7 })
  const delegates = [...crowd.delegates]
  const pledges = [...crowd.pledges]
  const actions = [...crowd.actions]
  const ideas = [...crowd.ideas]

  test('comes in the numbers asked for, with half as many ideas again as actions', () => {
    expect([delegates.length, pledges.length, actions.length, ideas.length]).toEqual([300, 1500, 600, 900])
  })

  test('says nothing that the station’s own forms would refuse', () => {
    expect(refused(delegateDetails, delegates)).toEqual([])
    expect(refused(pledgeDetails, pledges)).toEqual([])
    expect(refused(actionDetails, actions)).toEqual([])
    expect(refused(ideaDetails, ideas)).toEqual([])
  })

  test('sits at the pack’s tables, in its sectors, and speaks of its kinds, priorities, sessions and questions only', () => {
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
    const workshops = pack.programme.filter(({ kind }) => kind === 'workshop')
    expect(new Set(delegates.map(({ table }) => table))).toEqual(new Set(pack.tables.map(({ name }) => name)))
    expect(ids(pack.sectors)).toEqual(expect.arrayContaining([...new Set(delegates.map(({ sector }) => sector))]))
    expect(new Set(pledges.map(({ type }) => type))).toEqual(new Set(ids(pack.pledgeTypes)))
    expect(new Set(actions.map(({ priority }) => priority))).toEqual(new Set([...ids(pack.priorities), null]))
    expect(new Set(actions.map(({ table }) => table))).toEqual(new Set(ids(pack.tables)))
    expect(new Set(ideas.map(({ question }) => question))).toEqual(
      new Set(workshops.flatMap(({ questions }) => ids(questions))),
    )
    const workedOn = new Map(workshops.map(({ id, priorities }) => [id, priorities]))
    expect(
      actions.filter(
        ({ session, priority }) => priority !== null && workedOn.get(session)?.includes(priority) !== true,
      ),
    ).toEqual([])
    const asked = new Map(workshops.map(({ id, questions }) => [id, ids(questions)]))
    expect(ideas.filter(({ session, question }) => asked.get(session)?.includes(question) !== true)).toEqual([])
  })

  test('never says the same thing twice', () => {
    expect(new Set(pledges.map(({ wording }) => wording)).size).toBe(pledges.length)
    expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length)
    expect(new Set(ideas.map(({ text }) => text)).size).toBe(ideas.length)
  })

  test('writes sentences: no mark of a pattern left over, no gap, no “a apprenticeship”, and kind words only', () => {
    const said = [
      ...pledges.map(({ wording }) => wording),
      ...actions.flatMap(({ title, measure }) => [title, measure]),
      ...ideas.map(({ text }) => text),
    ]
    expect(
      said.filter((words) => /[*|#[\]{}]| {2}| [,.;]|undefined|\ba [aeiou](?!ne\b|ne-|ni)|\ban [^aeioh]/i.test(words)),
    ).toEqual([])
    expect(said.filter((words) => /\bLAC\b|looked[- ]after|\bcontact\b/i.test(words))).toEqual([])
    expect(pledges.filter(({ wording }) => !/^(I|We|Count|Our team|Please) .*\.$/.test(wording))).toEqual([])
  })

  test('leaves the gaps that tables leave: some actions have no owner, no date or no measure', () => {
    for (const gap of [
      actions.filter(({ owner }) => owner === ''),
      actions.filter(({ timescale }) => timescale.kind === 'open'),
      actions.filter(({ measure }) => measure === ''),
    ]) {
      expect(gap.length / actions.length).toBeGreaterThan(0.1)
      expect(gap.length / actions.length).toBeLessThan(0.4)
    }
    const unsigned = ideas.filter(({ name }) => name === '').length / ideas.length
    expect(unsigned).toBeGreaterThan(0.3)
    expect(unsigned).toBeLessThan(0.6)
  })
})

test('a crowd writes nothing on what is closed, and sits at no table that is', () => {
  const shut = <Part extends object>(parts: readonly Part[]) =>
    parts.map((part, index) => ({ ...part, closed: index % 2 === 0 }))
  const pack: EventPack = {
    ...nec,
    pledgeTypes: shut(nec.pledgeTypes),
    priorities: shut(nec.priorities),
    sectors: shut(nec.sectors),
    tables: shut(nec.tables),
    programme: nec.programme.map((session, index) => ({
      ...session,
      closed: session.kind === 'workshop' && index % 2 === 0,
      questions: shut(session.questions),
    })),
  }
  const closed = new Set(
    [
      ...pack.pledgeTypes,
      ...pack.priorities,
      ...pack.sectors,
      ...pack.tables,
      ...pack.programme,
      ...pack.programme.flatMap(({ questions }) => questions),
    ].flatMap((part) => (part.closed === true ? [part.id, ...('name' in part ? [part.name] : [])] : [])),
  )
  const crowd = rehearsalCrowd({ phrases, pack, delegates: 200, pledges: 400, actions: 200, seed: 7 })
  const used = [
    ...[...crowd.delegates].flatMap(({ sector, table }) => [sector, table]),
    ...[...crowd.pledges].flatMap(({ type, priority }) => [type, priority]),
    ...[...crowd.actions].flatMap(({ session, table, priority }) => [session, table, priority]),
    ...[...crowd.ideas].flatMap(({ session, table, question }) => [session, table, question]),
  ]
  expect(closed.size).toBeGreaterThan(20)
  expect([...crowd.actions].length).toBe(200)
  expect(used.filter((one) => one !== null && closed.has(one))).toEqual([])
})

describe('a crowd at the NEC', () => {
  const ask = { phrases, pack: nec, delegates: 248, pledges: 142, actions: 57, seed: 1 }
  const all = (crowd: ReturnType<typeof rehearsalCrowd>) => [
    [...crowd.delegates],
    [...crowd.signIns],
    [...crowd.pledges],
    [...crowd.actions],
    [...crowd.ideas],
  ]

  test('is the same crowd tomorrow, and when it is gone through twice; another seed brings others', () => {
    const crowd = rehearsalCrowd(ask)
    expect(all(crowd)).toEqual(all(rehearsalCrowd(ask)))
    expect(all(crowd)).toEqual(all(crowd))
    for (const [index, part] of all(rehearsalCrowd({ ...ask, seed: 2 })).entries())
      expect(part).not.toEqual(all(crowd)[index])
  })

  test('promises the same when tables propose more', () => {
    expect([...rehearsalCrowd({ ...ask, actions: 500 }).pledges]).toEqual([...rehearsalCrowd(ask).pledges])
  })

  test('comes through the door thickest 25 minutes before the start; about one in seven stays away', () => {
    const signIns = [...rehearsalCrowd({ ...ask, delegates: 4000 }).signIns]
    expect(signIns.length / 4000).toBeGreaterThan(0.83)
    expect(signIns.length / 4000).toBeLessThan(0.89)
    expect(signIns.map(({ minute }) => minute)).toEqual(signIns.map(({ minute }) => minute).toSorted((a, b) => a - b))
    expect(new Set(signIns.map(({ delegate }) => delegate)).size).toBe(signIns.length)
    const within = (from: number, to: number) => signIns.filter(({ minute }) => minute >= from && minute < to).length
    const thickest = within(-30, -20)
    for (const from of [-60, -50, -40, -20, -10, 0, 10]) expect(within(from, from + 10)).toBeLessThan(thickest)
    // A few were held up, so that a late walk to the door can be practised as well.
    expect(within(10, 75)).toBeGreaterThan(0)
  })

  test('pledges as people, as organisations and without a name, and only the named leave an address', () => {
    const crowd = rehearsalCrowd({ ...ask, pledges: 2000 })
    const delegates = [...crowd.delegates]
    const pledges = [...crowd.pledges]
    const share = (kind: string) => pledges.filter(({ by }) => by.kind === kind).length / pledges.length
    expect(share('delegate')).toBeGreaterThan(share('organisation'))
    expect(share('organisation')).toBeGreaterThan(share('anonymous'))
    expect(share('anonymous')).toBeGreaterThan(0.05)
    expect(
      pledges.filter(
        ({ by, mayContact, showName, email }) => by.kind === 'anonymous' && (mayContact || showName || email !== ''),
      ),
    ).toEqual([])
    const present = new Set([...crowd.signIns].map(({ delegate }) => delegate))
    expect(pledges.filter(({ by }) => by.kind === 'delegate' && !present.has(by.delegate))).toEqual([])
    const owners = new Set(delegates.map(({ organisation }) => organisation))
    expect(pledges.filter(({ by }) => by.kind === 'organisation' && !owners.has(by.organisation))).toEqual([])
    expect(
      pledges.filter(
        ({ by, email }) => by.kind === 'delegate' && email !== '' && delegates[by.delegate]?.email !== email,
      ),
    ).toEqual([])
  })

  test('says in the wording how many it promises', () => {
    const numbers = ['a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
    const pledges = [...rehearsalCrowd({ ...ask, pledges: 800 }).pledges]
    const counted = pledges.filter(({ quantity }) => quantity !== null)
    expect(counted.length).toBeGreaterThan(600)
    expect(
      counted.filter(({ wording, quantity }) => !wording.includes(` ${numbers[(quantity ?? 0) - 1] ?? quantity}`)),
    ).toEqual([])
  })

  test('is clearly invented: every address is in a domain that nobody can own', () => {
    const crowd = rehearsalCrowd(ask)
    const addresses = [
      ...[...crowd.delegates].map(({ email }) => email),
      ...[...crowd.pledges].map(({ email }) => email),
    ].filter((email) => email !== '')
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
  })
})

test('a room nobody was invited to still fills with promises, for organisations and without a name', () => {
  const crowd = rehearsalCrowd({ phrases, pack: nec, delegates: 0, pledges: 200, actions: 20, seed: 3 })
  expect([...crowd.delegates, ...crowd.signIns]).toEqual([])
  expect(new Set([...crowd.pledges].map(({ by }) => by.kind))).toEqual(new Set(['organisation', 'anonymous']))
  expect([...crowd.actions]).toHaveLength(20)
})

test('a small pack of somebody else’s making gets a crowd too: no tables, no workshops, sectors of its own', () => {
  const small = eventPackSchema.parse({
    ...nec,
    sectors: [{ id: 'farms', name: 'Farms' }],
    tables: [],
    programme: nec.programme.filter(({ kind }) => kind !== 'workshop'),
    pledgeTypes: [
      {
        ...nec.pledgeTypes[8],
        id: 'seedlings',
        title: 'Seedlings',
        icon: 'sprout',
        examples: [{ sector: null, words: 'A tray of beans.' }],
      },
    ],
  })
  const crowd = rehearsalCrowd({ phrases, pack: small, delegates: 30, pledges: 30, actions: 30, seed: 4 })
  expect(new Set([...crowd.delegates].map(({ sector, table }) => sector + table))).toEqual(new Set(['']))
  expect([...crowd.pledges]).toHaveLength(30)
  expect([...crowd.actions, ...crowd.ideas]).toEqual([])
})

test('phrases are combined without repeating until all are spent, whatever the lists and the seed', () => {
  const lists = fc.array(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(lists, fc.integer(), (from, seed) => {
      const deck = createDeck(from, seed)
      const hand = Array.from({ length: deck.count }, () => JSON.stringify(deck.draw()))
      expect(new Set(hand).size).toBe(from.reduce((product, list) => product * list.length, 1))
      // And then from the beginning.
      expect(JSON.stringify(deck.draw())).toBe(hand[0])
    }),
  )
})
