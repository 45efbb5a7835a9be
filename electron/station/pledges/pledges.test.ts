import { describe, expect, test } from 'vitest'
import type { PledgeInput } from '../../../shared/domain/pledge.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  handClock,
  kwame,
  organiser,
  readyStation,
} from '../../../test/support/test-station.ts'

const once = '0190a000-0000-7000-8000-000000000001'

const named: PledgeInput['by'] & { kind: 'organisation' } = {
  kind: 'organisation',
  organisation: 'Elmdon House',
  area: 'Kitchen',
  sector: 'voluntary',
  name: 'Ewa Kaur',
}
/** Everything that can be said with a pledge. */
const whole: PledgeInput = {
  ...aPledge,
  id: once,
  by: named,
  priority: 'priority-1',
  mayContact: true,
  email: 'ewa@elmdon.example',
  showName: true,
}
const another = '0190a000-0000-7000-8000-000000000002'

describe('a promise is counted once', () => {
  test('the answer was lost and the screen asks again: the same pledge is answered, and nothing is written twice', async () => {
    const station = await readyStation()
    const first = station.pledges.make(anyone, { ...aPledge, id: once })
    const facts = station.journal.facts.count()
    expect(first.again).toBe(false)
    expect(station.pledges.make(anyone, { ...aPledge, id: once })).toEqual({ ...first, again: true })
    expect(station.journal.facts.count()).toBe(facts)
  })

  test('also when staff have changed it, and corrected the name of who made it, meanwhile', async () => {
    const station = await readyStation()
    const delegate = station.signIn.add(organiser, ewa)
    const theirs = { ...aPledge, by: { kind: 'delegate' as const, delegate }, id: once }
    station.pledges.make(anyone, theirs)
    station.pledges.amend(organiser, once, { quantity: 6, wording: 'Six weeks' }, 'They rang')
    station.signIn.amend(organiser, delegate, { name: 'Ewa Kaur-Vale' }, 'Spelling')
    expect(station.pledges.make(anyone, theirs)).toMatchObject({ again: true, made: { id: once, quantity: 6 } })
  })

  test.each<[string, Partial<typeof whole>]>([
    ['another organisation', { by: { ...named, organisation: 'Meriden Motors' } }],
    ['another service area', { by: { ...named, area: 'Garden' } }],
    ['another sector', { by: { ...named, sector: 'business' } }],
    ['another person to speak to', { by: { ...named, name: 'Kwame Okonkwo-Bell' } }],
    ['nobody’s name', { by: { kind: 'anonymous' } }],
    ['a delegate’s', { by: { kind: 'delegate', delegate: another } }],
    ['another kind', { type: 'mentor' }],
    ['other words', { wording: 'Something else' }],
    ['another number', { quantity: 5 }],
    ['another day', { timescale: { kind: 'date', date: '2024-07-01' } }],
    ['words that come to the same day', { timescale: { kind: 'words', words: '30/06/2024' } }],
    ['another priority', { priority: 'priority-2' }],
    ['another address', { email: 'kwame@meriden.example' }],
    ['no address', { mayContact: false }],
    ['another answer about the name', { showName: false }],
  ])('somebody has the id of another’s pledge and asks under it with %s: they learn nothing', async (_, asked) => {
    const station = await readyStation()
    station.pledges.make(anyone, whole)
    const facts = station.journal.facts.count()
    expect(station.pledges.make(anyone, { ...whole, ...asked })).toEqual({ refused: 'taken' })
    expect(station.journal.facts.count()).toBe(facts)
  })

  test('a delegate’s pledge is not asked for again as another delegate, nor after they were forgotten', async () => {
    const station = await readyStation()
    const [theirs, others] = [station.signIn.add(organiser, ewa), station.signIn.add(organiser, kwame)]
    const asWho = (delegate: string) => ({ ...aPledge, by: { kind: 'delegate' as const, delegate }, id: once })
    station.pledges.make(anyone, asWho(theirs))
    expect(station.pledges.make(anyone, asWho(others))).toEqual({ refused: 'taken' })
    station.eraseDelegate(organiser, theirs, 'They asked')
    expect(station.pledges.make(anyone, asWho(theirs))).toEqual({ refused: 'taken' })
    expect(station.pledges.make(anyone, { ...aPledge, id: once })).toEqual({ refused: 'taken' })
  })

  test('under the id of a person on the list, or of a table’s action, nothing is made', async () => {
    const station = await readyStation()
    const person = station.signIn.add(organiser, ewa)
    const action = station.workshops.propose(facilitator, anAction).id
    for (const id of [person, action])
      expect(station.pledges.make(anyone, { ...aPledge, id })).toEqual({ refused: 'taken' })
  })

  test('the draft it was typed in goes in the same step, so that it is never offered again', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"half"', 'window-1')
    station.drafts.save('pledge', '"of somebody else"', 'window-3')
    station.pledges.make(anyone, aPledge, 'window-1')
    expect(station.drafts.open('pledge', 'window-1')).toBeNull()
    expect(station.drafts.open('pledge', 'window-3')?.body).toBe('"of somebody else"')
    expect(station.drafts.parked('organiser').items).toEqual([])
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
