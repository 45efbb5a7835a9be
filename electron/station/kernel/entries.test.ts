/** A promise, an action and an idea are taken back and brought back in one way. */
import { expect, test } from 'vitest'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  handClock,
  organiser,
  readyStation,
  steward,
} from '../../../test/support/test-station.ts'

const page = { search: '', offset: 0, limit: 50 }

test('taken back twice it is taken back once, with why and when, and so it is brought back', async () => {
  const now = handClock()
  const { workshops, journal } = await readyStation({ now })
  const { id } = workshops.propose(facilitator, anAction)
  now.set('2023-12-12T10:00:00.000Z')
  expect(workshops.withdrawAction(facilitator, id, 'Said already')).toMatchObject({
    status: 'withdrawn',
    withdrawnReason: 'Said already',
    changed: '2023-12-12T10:00:00.000Z',
  })
  now.set('2023-12-12T11:00:00.000Z')
  expect(workshops.withdrawAction(facilitator, id, 'Once more').withdrawnReason).toBe('Said already')
  expect(workshops.restoreAction(facilitator, id, 'It was not')).toMatchObject({
    status: 'live',
    withdrawnReason: '',
    changed: '2023-12-12T11:00:00.000Z',
  })
  workshops.restoreAction(facilitator, id, 'Once more')
  expect(journal.facts.about(id).map(({ type }) => type)).toEqual([
    'action.proposed',
    'action.withdrawn',
    'action.restored',
  ])
  expect(workshops.actionOf(id)?.made).not.toBe(workshops.actionOf(id)?.changed)
})

test('why a promise was taken back says who promised it, where they are on the list, so that it goes with them', async () => {
  const { pledges, signIn, journal } = await readyStation()
  const delegate = signIn.walkIn(steward, ewa, { access: '', dietary: '' }).id
  const told = (by: Parameters<typeof pledges.make>[1]['by']) => {
    const id = pledges.make(anyone, { ...aPledge, by }).made?.id ?? ''
    pledges.withdraw(organiser, id, 'She moves away')
    const reason = journal.facts.about(id).flatMap(({ fields }) => fields.filter(({ path }) => path === 'reason'))
    return reason.map(({ class: kind, about }) => [kind, about])
  }
  expect(told({ kind: 'delegate', delegate })).toEqual([['note', delegate]])
  expect(told({ kind: 'anonymous' })).toEqual([['note', null]])
})

test('a list holds those of one standing, of one kind, or all', async () => {
  const { pledges } = await readyStation()
  const make = (type: string) => pledges.make(anyone, { ...aPledge, type }).made?.id ?? ''
  const [gone, stays, other] = [make('work-experience'), make('work-experience'), make('mentoring')]
  pledges.withdraw(organiser, gone, 'Twice')
  const ids = (type: string | null, status: 'live' | 'withdrawn' | null) =>
    pledges
      .list({ ...page, type, status })
      .items.map(({ id }) => id)
      .toSorted()
  expect(ids(null, 'withdrawn')).toEqual([gone])
  expect(ids('work-experience', 'live')).toEqual([stays])
  expect(ids('mentoring', null)).toEqual([other])
  expect(ids(null, null)).toEqual([gone, stays, other].toSorted())
})

test('what was never there is asked for in vain', async () => {
  const { pledges, workshops } = await readyStation()
  const nobody = '0190a000-0000-7000-8000-000000000009'
  expect([pledges.read(nobody), workshops.actionOf(nobody), workshops.ideaOf(nobody)]).toEqual([null, null, null])
  expect(() => pledges.withdraw(organiser, nobody, '')).toThrow(`The pledge ${nobody} is gone`)
})
