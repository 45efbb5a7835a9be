/** Like offers at several tablets: what a person confirmed as one group is the same everywhere, in whatever order they meet. */
import { describe, expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { fc, runs } from '../support/chance.ts'
import { carried, carry, takeIn } from '../support/merge.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, ewa, handClock, openTest, organiser, shippedPack } from '../support/test-station.ts'

const OURS = { type: 'work-experience', sector: 'business' }
const business = {
  kind: 'organisation' as const,
  organisation: 'Meriden Motors',
  area: '',
  sector: 'business',
  name: '',
}

function aTablet(): Station {
  const station = openTest(tempFolder(MEMORY), { now: handClock() })
  station.loadEvent(shippedPack(), false)
  return station
}
const offer = (station: Station, more: object = {}): string =>
  station.pledges.make(anyone, { ...aPledge, by: business, ...more }).made?.id ?? ''
const confirm = (station: Station, join: readonly string[], name = 'Placements', leave: readonly string[] = []) =>
  station.followUp.confirm(organiser, { ...OURS, name, by: 'Ines', join, leave })
const groupAt = (station: Station) => station.followUp.offersOf(OURS, 0).group
const joinedAt = (station: Station): string[] =>
  station.followUp
    .offersOf(OURS, 0)
    .items.filter(({ joined }) => joined)
    .map(({ id }) => id)
    .toSorted()

describe('like offers', () => {
  test('nothing joins by itself: what comes later is offered, and stands in no group until a person says so', () => {
    const station = aTablet()
    const [one, other] = [offer(station), offer(station)]
    expect(groupAt(station)).toMatchObject({ offers: 2, joined: 0, confirmed: null })
    expect(confirm(station, [one, other]).group).toMatchObject({
      joined: 2,
      confirmed: { name: 'Placements', by: 'Ines' },
    })
    const late = offer(station)
    expect(groupAt(station)).toMatchObject({ offers: 3, joined: 2 })
    expect(joinedAt(station)).toEqual([one, other].toSorted())
    confirm(station, [late])
    expect(joinedAt(station)).toEqual([one, other, late].toSorted())
    confirm(station, [], 'Placements', [one])
    expect(joinedAt(station)).toEqual([other, late].toSorted())
  })

  test('what is no offer of this kind and sector is refused, and so is a group of one', () => {
    const station = aTablet()
    const [one, other] = [offer(station), offer(station)]
    const housing = offer(station, { type: 'housing-support' })
    const gone = offer(station)
    station.pledges.withdraw(organiser, gone, 'Not now')
    const facts = station.journal.facts.count()
    expect(confirm(station, [one, housing]).refused).toBe('not-alike')
    expect(confirm(station, [one, gone]).refused).toBe('not-alike')
    expect(confirm(station, [one]).refused).toBe('too-few')
    expect(station.journal.facts.count()).toBe(facts)
    expect(confirm(station, [one, other]).refused).toBeUndefined()
  })

  test('who is withdrawn, or becomes another kind or sector, is out of it; and back in it when that is undone', () => {
    const station = aTablet()
    const delegate = station.signIn.add(organiser, { ...ewa, sector: 'business' })
    const [one, other, third] = [offer(station), offer(station), offer(station, { by: { kind: 'delegate', delegate } })]
    confirm(station, [one, other, third])
    station.pledges.withdraw(organiser, one, 'Not now')
    station.pledges.amend(organiser, other, { type: 'housing-support' }, 'A slip')
    station.signIn.amend(organiser, delegate, { sector: 'voluntary' }, 'A slip')
    expect(joinedAt(station)).toEqual([])
    expect(station.followUp.likeOffers().groups).toEqual([])
    station.pledges.restore(organiser, one, 'After all')
    station.pledges.amend(organiser, other, { type: 'work-experience' }, 'A slip')
    station.signIn.amend(organiser, delegate, { sector: 'business' }, 'A slip')
    expect(joinedAt(station)).toEqual([one, other, third].toSorted())
  })

  test('two tablets confirm what they know: together they have all of it, and what each called it is told', () => {
    const [west, east] = [aTablet(), aTablet()]
    const [one, other, third] = [offer(west), offer(west), offer(west)]
    carry(west, east)
    confirm(west, [one, other], 'Placements')
    confirm(east, [other, third], 'Work for young people')
    carry(west, east)
    carry(east, west)
    expect(joinedAt(west)).toEqual([one, other, third].toSorted())
    expect(groupAt(east)).toEqual(groupAt(west))
    expect(groupAt(west)?.confirmed?.isDisputed).toBe(true)
    // Whoever saw both settles it.
    confirm(east, [], 'Placements', [third])
    carry(east, west)
    expect(groupAt(west)?.confirmed).toMatchObject({ name: 'Placements', isDisputed: false })
    expect(joinedAt(west)).toEqual([one, other].toSorted())
  })

  test('a tablet takes the group apart and has not heard of another’s: that one stands', () => {
    const [west, east] = [aTablet(), aTablet()]
    const [one, other, third] = [offer(west), offer(west), offer(west)]
    confirm(west, [one, other])
    carry(west, east)
    confirm(east, [third])
    expect(west.followUp.part(organiser, OURS, 'Two officers')).toBe(true)
    expect(west.followUp.part(organiser, OURS, 'Once more')).toBe(false)
    expect(groupAt(west)?.confirmed).toBeNull()
    carry(east, west)
    expect(joinedAt(west)).toEqual([one, other, third].toSorted())
    expect(west.followUp.part(organiser, OURS, 'Now it has heard')).toBe(true)
    carry(west, east)
    expect([groupAt(west)?.confirmed, groupAt(east)?.confirmed]).toEqual([null, null])
  })

  test('whoever is forgotten is named in no group, and what they promised stays in it', () => {
    const station = aTablet()
    const delegate = station.signIn.add(organiser, { ...ewa, sector: 'business' })
    const [one, other] = [offer(station), offer(station, { by: { kind: 'delegate', delegate } })]
    station.followUp.confirm(organiser, {
      ...OURS,
      name: 'Ask Ewa Kaur first',
      by: 'Ewa Kaur',
      join: [one, other],
      leave: [],
    })
    station.eraseDelegate(organiser, delegate, 'They asked')
    expect(joinedAt(station)).toEqual([one, other].toSorted())
    expect(JSON.stringify(groupAt(station))).not.toContain('Ewa')
    expect(groupAt(station)?.confirmed).toMatchObject({ by: 'somebody', name: expect.stringMatching(/^Ask/) })
    expect([...station.journal.records.lines()].join('\n')).not.toContain('Kaur')
  })
})

const happening = fc.record({
  what: fc.constantFrom('offer', 'offer', 'confirm', 'confirm', 'part', 'withdraw', 'restore', 'hears'),
  at: fc.nat(2),
  from: fc.nat(2),
  picks: fc.array(fc.nat(20), { maxLength: 4 }),
  drops: fc.array(fc.nat(20), { maxLength: 2 }),
})

test('Whatever is confirmed and taken apart at three tablets, in whatever order they meet: they hold one and the same group', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 25 }), (story) => {
      const tablets = [aTablet(), aTablet(), aTablet()]
      const offers: string[] = []
      for (const { what, at, from, picks, drops } of story) {
        const station = tablets[at]
        const other = tablets[from]
        if (station === undefined || other === undefined) continue
        const known = offers.filter((id) => station.pledges.read(id)?.status === 'live')
        const some = (all: readonly number[]) => all.flatMap((n) => known[n % Math.max(1, known.length)] ?? [])
        const [first] = some(picks)
        if (what === 'offer') offers.push(offer(station))
        else if (what === 'confirm') {
          const before = station.followUp.offersOf(OURS, 0).items
          const { refused } = confirm(station, some(picks), `Name ${picks.length}`, some(drops))
          const joined = before.filter((one) => one.joined).map(({ id }) => id)
          const wanted = [...new Set([...joined, ...some(picks)])].filter((id) => !some(drops).includes(id)).toSorted()
          // Just those of whom a person said so.
          expect(refused === undefined ? joinedAt(station) : wanted.length < 2).toEqual(
            refused === undefined ? wanted : true,
          )
        } else if (what === 'part') station.followUp.part(organiser, OURS, 'Apart')
        else if (what === 'withdraw' && first !== undefined) station.pledges.withdraw(organiser, first, 'Not now')
        else if (what === 'restore')
          for (const id of offers.slice(0, 1)) {
            if (station.pledges.read(id) !== null) station.pledges.restore(organiser, id, 'After all')
          }
        else if (what === 'hears' && station !== other) takeIn(station, carried(other), 3)
      }
      const [west, ...others] = tablets
      if (west === undefined) throw new Error('There are three')
      for (const other of others) carry(other, west)
      for (const other of others) carry(west, other)
      for (const other of others) {
        expect(other.followUp.offersOf(OURS, 0)).toEqual(west.followUp.offersOf(OURS, 0))
        expect(other.followUp.likeOffers()).toEqual(west.followUp.likeOffers())
        expect([...other.journal.records.lines()]).toEqual([...west.journal.records.lines()])
      }
      for (const station of tablets) {
        expect(station.check()).toMatchObject({ sound: true, findings: [] })
        station.close()
      }
    }),
    { numRuns: runs(12, 1000) },
  )
})
