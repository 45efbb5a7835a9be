import { describe, expect, test } from 'vitest'
import { anyone, aPledge, ewa, handClock, organiser, readyStation } from '../../../test/support/test-station.ts'

const once = '0190a000-0000-7000-8000-000000000001'

describe('a promise is counted once', () => {
  test('the answer was lost and the screen asks again: the same pledge is answered, and nothing is written twice', async () => {
    const station = await readyStation()
    const first = station.pledges.make(anyone, { ...aPledge, id: once })
    const facts = station.journal.facts.count()
    expect(station.pledges.make(anyone, { ...aPledge, id: once })).toEqual(first)
    expect(station.journal.facts.count()).toBe(facts)
  })

  test('somebody asks under the id of another’s pledge, which the tree shows to everyone, and learns nothing', async () => {
    const station = await readyStation()
    station.pledges.make(anyone, { ...aPledge, id: once })
    expect(station.pledges.make(anyone, { ...aPledge, id: once, wording: 'Something else' })).toEqual({
      refused: 'taken',
    })
  })

  test('the draft it was typed in goes in the same step, so that it is never offered again', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"half"')
    station.pledges.make(anyone, aPledge)
    expect(station.drafts.open('pledge')).toBeNull()
    expect(station.drafts.parked()).toEqual([])
  })
})

describe('a pledge can be changed', () => {
  test('amended, withdrawn and brought back, with every step in its history', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    const delegate = station.signIn.add(organiser, ewa)
    const { made } = station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate } })
    if (made === undefined) throw new Error('It was not made')
    clock.pass(1000)
    expect(
      station.pledges.amend(
        organiser,
        made.id,
        { quantity: 6, timescale: { kind: 'words', words: 'within three months' } },
        'They rang',
      ),
    ).toMatchObject({ quantity: 6, due: '2024-03-12', dueDerived: true, wording: aPledge.wording })
    expect(station.pledges.withdraw(organiser, made.id, 'The site closes')).toMatchObject({
      status: 'withdrawn',
      withdrawnReason: 'The site closes',
    })
    expect(station.pledges.restore(organiser, made.id, '')).toMatchObject({ status: 'live', withdrawnReason: '' })
    expect(station.plan.history(made.id).map((line) => line.what)).toEqual([
      'Pledge made',
      'Pledge changed',
      'Pledge withdrawn',
      'Pledge brought back',
    ])
  })

  test('a delegate who is not on the list cannot be pledged for', async () => {
    const station = await readyStation()
    expect(station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: once } })).toEqual({
      refused: 'unknown-person',
    })
  })
})
