import { describe, expect, test } from 'vitest'
import { MOST_DRAFTS } from '../../../shared/domain/draft.ts'
import { keyFile, openDatabase, shippedMigrations } from '../kernel/database/index.ts'
import { handClock, openTest, readyStation } from '../../../test/support/test-station.ts'

/** The screens of a hall: the one that people touch, another like it, and the one that the steward works at. */
const [HERE, THERE, DESK] = ['window-1', 'tab-of-another', 'tab-of-the-desk']

describe('what somebody is typing is never lost and never shown to the next person', () => {
  test('the tablet is switched off mid-sentence and the words are there again', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('pledge', '{"wording":"Three place"}', HERE)
    station.drafts.save('pledge', '{"wording":"Three placements"}', HERE)
    station.close()
    clock.pass(4000)
    const again = openTest(station.folder, { now: clock })
    expect(again.drafts.open('pledge', HERE)).toMatchObject({ body: '{"wording":"Three placements"}', age: 4 })
  })

  test('someone walks away: the draft is parked, the next person starts empty, and a steward brings it back', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"first"', HERE)
    station.drafts.park('pledge', HERE)
    expect(station.drafts.open('pledge', HERE)).toBeNull()
    station.drafts.save('pledge', '"second"', HERE)
    const [first] = station.drafts.parked('steward').items
    expect(station.drafts.resume(first?.id ?? 0, HERE)).toEqual({ scope: 'pledge' })
    expect(station.drafts.open('pledge', HERE)?.body).toBe('"first"')
    // The one that was open in its place is not lost either.
    const [second] = station.drafts.parked('steward').items
    station.drafts.resume(second?.id ?? 0, HERE)
    expect(station.drafts.open('pledge', HERE)?.body).toBe('"second"')
    expect(station.drafts.parked('steward').items).toHaveLength(1)
  })

  test('a draft that became a pledge is gone, and a parked one can be thrown away', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"done"', HERE)
    station.drafts.clear('pledge', HERE)
    expect(station.drafts.open('pledge', HERE)).toBeNull()
    station.drafts.save('pledge', '"left"', HERE)
    station.drafts.park('pledge', HERE)
    station.drafts.discard(station.drafts.parked('steward').items[0]?.id ?? 0)
    expect(station.drafts.parked('steward').items).toEqual([])
    expect(station.drafts.resume(12, HERE)).toBeNull()
  })

  test('one that is open and being typed is in no list: nobody can bring it away from under their hands', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"typing"', HERE)
    expect(station.drafts.parked('organiser').items).toEqual([])
    // The only one there is has the first number.
    expect(station.drafts.resume(1, DESK)).toBeNull()
    station.drafts.discard(1)
    expect(station.drafts.open('pledge', HERE)?.body).toBe('"typing"')
  })

  test('a clock that was set back does not make a steward’s draft from the future', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('walk-in', '""', DESK)
    clock.set('2016-01-01T00:00:00Z')
    expect(station.drafts.open('walk-in', DESK)?.age).toBe(0)
  })
})

describe('one person’s words are theirs, at their screen and while they stand there', () => {
  test('two type at two screens, and neither reads, overwrites, parks or clears what the other does', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"Ewa’s"', HERE)
    expect(station.drafts.open('pledge', THERE)).toBeNull()
    station.drafts.save('pledge', '"Kwame’s"', THERE)
    station.drafts.clear('pledge', THERE)
    station.drafts.park('pledge', THERE)
    station.drafts.leave(THERE)
    expect(station.drafts.open('pledge', HERE)?.body).toBe('"Ewa’s"')
    expect(station.drafts.parked('steward').items).toEqual([])
  })

  test('what staff type is of the tablet: another steward goes on with it at another screen', async () => {
    const station = await readyStation()
    station.drafts.save('walk-in', '{"name":"Zara"}', DESK)
    expect(station.drafts.open('walk-in', HERE)?.body).toBe('{"name":"Zara"}')
  })

  test.each([
    ['rested for two minutes and a second', (clock: ReturnType<typeof handClock>) => clock.pass(121_000)],
    // Nobody can tell how long ago that was.
    ['a clock that was set back', (clock: ReturnType<typeof handClock>) => clock.set('2016-01-01T00:00:00Z')],
  ])('%s: it is not opened for whoever stands there now, and staff find it', async (_, passes) => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('pledge', '"left"', HERE)
    passes(clock)
    expect(station.drafts.open('pledge', HERE)).toBeNull()
    station.drafts.save('pledge', '"the next one’s"', HERE)
    const [left] = station.drafts.parked('steward').items
    station.drafts.resume(left?.id ?? 0, DESK)
    expect(station.drafts.open('pledge', DESK)?.body).toBe('"left"')
  })

  test('their tab was closed and never came back: staff find what they typed, and bring it to another screen', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('pledge', '"of a closed tab"', THERE)
    clock.pass(121_000)
    const { items } = station.drafts.parked('steward')
    expect(items).toMatchObject([{ called: 'A pledge' }])
    station.drafts.resume(items[0]?.id ?? 0, DESK)
    expect(station.drafts.open('pledge', DESK)?.body).toBe('"of a closed tab"')
    expect(station.drafts.open('pledge', THERE)).toBeNull()
  })

  test('they have finished: what they had begun besides is parked', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"one more"', HERE)
    station.drafts.save('walk-in', '"the steward’s"', HERE)
    station.drafts.leave(HERE)
    expect(station.drafts.open('pledge', HERE)).toBeNull()
    expect(station.drafts.parked('steward').items).toHaveLength(1)
    expect(station.drafts.open('walk-in', HERE)?.body).toBe('"the steward’s"')
  })
})

describe('another version has kept drafts here', () => {
  test('one person’s without their screen opens nowhere, and staff find it; what has no form here can be thrown away', async () => {
    const station = await readyStation()
    station.close()
    const { db } = openDatabase(station.folder, keyFile(), shippedMigrations(), Date.now)
    const keep = db.prepare(
      "INSERT INTO draft (scope, state, body, saved) VALUES (?, ?, ?, '2023-12-12T08:00:00.000Z')",
    )
    keep.run('pledge', 'open', JSON.stringify('x'.repeat(60_000)))
    keep.run('action:workshop-1:table-7', 'open', '"at the table"')
    keep.run('seating-plan:hall', 'parked', '"of a form that is no more"')
    db.close()
    const again = openTest(station.folder)
    expect(again.drafts.open('pledge', HERE)).toBeNull()
    expect(again.drafts.open('action:workshop-1:table-7', HERE)?.body).toBe('"at the table"')
    const { items } = again.drafts.parked('steward')
    expect(items.map(({ called }) => called).toSorted()).toEqual(['A form', 'A pledge'])
    const idOf = (name: string) => items.find(({ called }) => called === name)?.id ?? 0
    expect(again.drafts.resume(idOf('A form'), HERE)).toBeNull()
    again.drafts.discard(idOf('A form'))
    expect(again.drafts.resume(idOf('A pledge'), HERE)).toEqual({ scope: 'pledge' })
    expect(again.drafts.open('pledge', HERE)?.body).toHaveLength(60_002)
    expect(again.drafts.parked('organiser').items).toEqual([])
  })
})

describe('there is room for only so much', () => {
  test('too many open ones of a form: the oldest is parked, and no other form is touched', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('walk-in', '"Zara"', DESK)
    for (let many = 0; many <= MOST_DRAFTS; many += 1) {
      clock.pass(10)
      station.drafts.save('pledge', `"${many}"`, `tab-${many}`)
    }
    expect(station.drafts.open('pledge', 'tab-0')).toBeNull()
    expect(station.drafts.open('pledge', 'tab-1')?.body).toBe('"1"')
    const { items, madeWay } = station.drafts.parked('steward')
    expect([items.length, madeWay]).toEqual([1, null])
    station.drafts.resume(items[0]?.id ?? 0, DESK)
    expect(station.drafts.open('pledge', DESK)?.body).toBe('"0"')
    expect(station.drafts.open('walk-in', DESK)?.body).toBe('"Zara"')
  })

  test('too many parked ones of a form: the oldest make way and staff are told how many, also tomorrow', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('walk-in', '"Zara"', DESK)
    station.drafts.park('walk-in', DESK)
    const left: string[] = []
    for (let many = 0; many < MOST_DRAFTS + 2; many += 1) {
      clock.pass(1000)
      left.push(station.drafts.save('pledge', `"${many}"`, HERE).saved)
      station.drafts.park('pledge', HERE)
    }
    station.close()
    const { items, most, madeWay } = openTest(station.folder, { now: clock }).drafts.parked('steward')
    expect(most).toBe(MOST_DRAFTS)
    expect(items.filter(({ called }) => called === 'A pledge').map(({ saved }) => saved)).toEqual(
      left.slice(2).toReversed(),
    )
    expect(items.filter(({ called }) => called === 'Somebody not on the list')).toHaveLength(1)
    expect(madeWay).toEqual({ count: 2, latest: left[1] })
  })
})
