/** The question at the way out: counted without anybody’s name, the same wherever tablets have met. */
import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { carried, factsOf, takeIn } from '../../../test/support/merge.ts'
import { MEMORY, tempFolder } from '../../../test/support/temp-folder.ts'
import { handClock, openTest, readyStation, shippedPack } from '../../../test/support/test-station.ts'

const ANSWERS = ['yes', 'a-little', 'not-yet'] as const

describe('the question at the way out', () => {
  test('an answer is a fact that holds the answer alone, of nobody', async () => {
    const station = await readyStation()
    expect(station.wayOut.answer('screen', 'yes')).toEqual({ code: 'counted' })
    const fact = factsOf(station).find(({ type }) => type === 'answer.given')
    expect(fact?.fields.map((field) => [field.path, 'value' in field ? field.value : null, field.about])).toEqual([
      ['actor.delegate', null, null],
      ['actor.role', 'delegate', null],
      ['answer', 'yes', null],
    ])
    expect(station.wayOut.numbers()).toEqual({
      question: 'Is it clearer to you what you can do?',
      total: 1,
      answers: [
        { id: 'yes', words: 'Yes, much clearer', count: 1 },
        { id: 'a-little', words: 'A little clearer', count: 0 },
        { id: 'not-yet', words: 'Not yet', count: 0 },
      ],
    })
  })

  test('what is not asked is not counted, and where nothing is asked there are no numbers', async () => {
    const station = await readyStation()
    expect(station.wayOut.answer('screen', 'perhaps')).toBeNull()
    const { wayOut: _asked, ...silent } = shippedPack()
    station.wayOut.answer('screen', 'yes')
    station.loadEvent(silent, false)
    expect(station.wayOut.answer('screen', 'yes')).toBeNull()
    expect(station.wayOut.numbers()).toBeNull()
    // An event that asks otherwise still says how many there were.
    const other = {
      question: 'Will you come again?',
      answers: [
        { id: 'no', words: 'No' },
        { id: 'sure', words: 'Sure' },
      ],
    }
    station.loadEvent({ ...silent, wayOut: other }, false)
    expect(station.wayOut.numbers()).toMatchObject({ total: 1, answers: [{}, {}, { id: 'yes', words: '', count: 1 }] })
  })

  test('one screen that presses and presses does not hold up another', async () => {
    const station = await readyStation({ now: handClock() })
    for (let press = 0; press < 30; press += 1) station.wayOut.answer('here', 'yes')
    expect(station.wayOut.answer('here', 'yes')).toMatchObject({ code: 'wait' })
    expect(station.wayOut.answer('there', 'yes')).toEqual({ code: 'counted' })
    expect(station.wayOut.numbers()?.total).toBe(13)
  })

  test('two tablets that have met, in pieces, twice and in any order, count the same', () => {
    const given = fc.array(fc.record({ at: fc.nat(1), answer: fc.constantFrom(...ANSWERS) }), { maxLength: 20 })
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 9 }), fc.boolean(), (all, size, twice) => {
        const tablets = [0, 1].map((minutes) => {
          const clock = handClock()
          clock.pass(minutes * 60_000)
          const station = openTest(tempFolder(MEMORY), { now: clock })
          station.loadEvent(shippedPack(), false)
          return { station, clock }
        })
        for (const { at, answer } of all) {
          tablets[at]?.clock.pass(10_000)
          tablets[at]?.station.wayOut.answer('screen', answer)
        }
        const [one, other] = tablets.map(({ station }) => station)
        if (one === undefined || other === undefined) throw new Error('There are two tablets')
        for (let times = twice ? 2 : 1; times > 0; times -= 1) {
          takeIn(one, carried(other), size)
          takeIn(other, carried(one), size)
        }
        const counted = one.wayOut.numbers()
        expect(other.wayOut.numbers()).toEqual(counted)
        for (const { id, count } of counted?.answers ?? [])
          expect([id, count]).toEqual([id, all.filter(({ answer }) => answer === id).length])
        for (const station of [one, other]) station.close()
      }),
      { numRuns: runs(12) },
    )
  })
})
