/** A card that is entered at two tablets, each by itself: when they meet it is one pledge, and both say the same of it. */
import { describe, expect, test } from 'vitest'
import { fc, runs } from '../support/chance.ts'
import { carried, takeIn } from '../support/merge.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import {
  A_CARD,
  A_SHEET,
  anAction,
  aPledge,
  handClock,
  openTest,
  shippedPack,
  steward,
} from '../support/test-station.ts'
import type { Station } from '../../electron/station/app/station.ts'

const WRITTEN = '2023-12-12T08:00:00.000Z'
const aCard = { ...aPledge, card: A_CARD, written: WRITTEN, again: false }
const aLine = { ...anAction, card: A_SHEET, line: 1, written: WRITTEN, again: false }

function tablet(minutes: number): Station {
  const clock = handClock()
  clock.pass(minutes * 60_000)
  const station = openTest(tempFolder(MEMORY), { now: clock })
  station.loadEvent(shippedPack(), false)
  station.rename(steward, `Tablet ${minutes}`)
  return station
}
const meet = (one: Station, other: Station, size = 500) => {
  takeIn(one, carried(other), size)
  takeIn(other, carried(one), size)
}
const recordsOf = (station: Station) =>
  [...station.journal.records.lines()].filter((line) => !line.startsWith('station '))
const entriesOf = (station: Station) => station.cards.entered({ offset: 0, limit: 200 }).items

describe('a card that is entered at two tablets', () => {
  test('is one pledge with one reference, what was entered last counts, and it is said who else entered it', () => {
    const [one, other] = [tablet(0), tablet(5)]
    one.cards.enterPledge(steward, { ...aCard, quantity: 4 })
    other.cards.enterPledge(steward, { ...aCard, quantity: 5 })
    meet(one, other)
    for (const station of [one, other]) {
      expect(station.pledges.totals()).toMatchObject([{ pledges: 1, quantity: 5 }])
      expect(entriesOf(station)).toMatchObject([
        { station: 'Tablet 5', elsewhere: ['Tablet 0'], pledge: { reference: A_CARD, quantity: 5, made: WRITTEN } },
      ])
      expect(station.cards.enterPledge(steward, { ...aCard, quantity: 6 })).toMatchObject({ code: 'before' })
    }
    // Somebody looks, and says what stands on the card.
    one.cards.enterPledge(steward, { ...aCard, quantity: 4, again: true })
    meet(one, other)
    for (const station of [one, other])
      expect(entriesOf(station)).toMatchObject([{ elsewhere: [], pledge: { quantity: 4 } }])
  })

  test('a line of a sheet has the same reference, whoever enters it', () => {
    const [one, other] = [tablet(0), tablet(5)]
    const references = [one, other].map((station) => {
      const answer = station.cards.enterAction(steward, aLine)
      return answer.code === 'entered' && answer.entry.kind === 'action' ? answer.entry.action.reference : answer.code
    })
    expect(references[0]).toBe(references[1])
    meet(one, other)
    for (const station of [one, other]) expect(station.workshops.table(anAction).actions).toHaveLength(1)
  })

  test('whatever was entered, put right and taken back, and however tablets met: they hold the same', () => {
    const step = fc.record({
      at: fc.nat(1),
      what: fc.constantFrom('enter', 'again', 'line', 'line-again', 'undo', 'meet'),
      quantity: fc.integer({ min: 1, max: 9 }),
      size: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const tablets = [tablet(0), tablet(5)] as const
        for (const { at, what, quantity, size } of steps) {
          const station = tablets[at === 0 ? 0 : 1]
          const again = what.endsWith('again')
          if (what === 'meet') meet(...tablets, size)
          else if (what === 'undo')
            for (const entry of entriesOf(station)) {
              if (entry.kind === 'pledge') station.pledges.withdraw(steward, entry.pledge.id, 'A slip')
            }
          else if (what.startsWith('line'))
            station.cards.enterAction(steward, { ...aLine, title: `Line ${quantity}`, again })
          else station.cards.enterPledge(steward, { ...aCard, quantity, again })
        }
        meet(...tablets)
        meet(...tablets)
        const [one, other] = tablets
        expect(recordsOf(one)).toEqual(recordsOf(other))
        expect(entriesOf(one).length).toBeLessThan(3)
        for (const station of tablets) {
          expect(station.check()).toMatchObject({ sound: true, findings: [] })
          station.close()
        }
      }),
      { numRuns: runs(12) },
    )
  })
})
