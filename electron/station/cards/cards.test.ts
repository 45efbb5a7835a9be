/** Cards and sheets that are entered afterwards: the same pledges, actions and ideas, as of what stands on the paper, each once. */
import { describe, expect, test } from 'vitest'
import {
  A_CARD,
  A_SHEET,
  anAction,
  aPledge,
  ewa,
  handClock,
  organiser,
  readyStation,
  steward,
} from '../../../test/support/test-station.ts'

const WRITTEN = '2023-12-12T09:40:00.000Z'
const NOW = '2023-12-12T15:00:00.000Z'
const aCard = { ...aPledge, card: A_CARD, written: WRITTEN, again: false }
const aLine = { ...anAction, card: A_SHEET, line: 1, written: WRITTEN, again: false }
const anIdea = {
  session: 'workshop-1',
  table: 'table-7',
  question: 'who-else',
  text: 'A film',
  name: '',
  organisation: '',
}

async function afternoon() {
  const clock = handClock(NOW)
  return { station: await readyStation({ now: clock }), clock }
}
const entryOf = (answer: { code: string } | null) => {
  if (answer === null || !('entry' in answer)) throw new Error(`It was not entered: ${answer?.code ?? 'nobody'}`)
  return answer.entry as { pledge: { id: string; reference: string }; action: { id: string; reference: string } }
}

describe('a pledge card', () => {
  test('is a pledge as any other, as of the time on it, and says that it was paper', async () => {
    const { station } = await afternoon()
    const answer = station.cards.enterPledge(steward, aCard)
    expect(answer).toMatchObject({
      code: 'entered',
      entry: {
        kind: 'pledge',
        card: A_CARD,
        line: null,
        elsewhere: [],
        station: 'West door',
        pledge: { reference: A_CARD, made: WRITTEN, changed: WRITTEN, entered: NOW, origin: 'paper', card: A_CARD },
      },
    })
    const all = { search: '', offset: 0, limit: 50, type: null, status: null }
    const { items } = station.pledges.list(all)
    expect(items).toMatchObject([{ wording: aPledge.wording, quantity: 4, status: 'live' }])
    // Whoever searches for the card finds it.
    expect(station.pledges.list({ ...all, search: A_CARD }).total).toBe(1)
    expect(station.plan.history(items[0]?.id ?? '')).toMatchObject([
      {
        at: NOW,
        what: 'Pledge made',
        by: 'a steward',
        details: expect.arrayContaining([{ name: 'How it came', value: 'paper' }]),
      },
    ])
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('entered a second time is noticed, and what was entered before is shown', async () => {
    const { station } = await afternoon()
    const first = entryOf(station.cards.enterPledge(steward, aCard))
    const facts = station.journal.facts.count()
    // The answer was lost, and it is asked again.
    expect(station.cards.enterPledge(steward, aCard)).toMatchObject({ code: 'entered' })
    const other = { ...aCard, wording: 'Something else altogether' }
    expect(station.cards.enterPledge(steward, other)).toMatchObject({
      code: 'before',
      entry: { pledge: { id: first.pledge.id, wording: aPledge.wording } },
    })
    expect(station.cards.look(`NEC-${A_CARD}`)).toMatchObject({
      code: 'card',
      entries: [{ kind: 'pledge', pledge: { wording: aPledge.wording } }],
    })
    expect(station.journal.facts.count()).toBe(facts)
  })

  test('entered again, it stays one with what it was said to be one with, whichever of them leads, and no leaf moves', async () => {
    const { station, clock } = await afternoon()
    const cards = [A_CARD, ...station.cards.codes({ count: 1 })].map((card) => ({ ...aCard, card }))
    const ids = cards.map((card) => entryOf(station.cards.enterPledge(steward, card)).pledge.id)
    const [one = '', other = ''] = ids
    clock.pass(60_000)
    const { made } = station.pledges.make(steward, { ...aPledge, wording: 'Another promise' })
    station.pledges.merge(organiser, one, other, 'The same hand')
    const otherReferences = station.pledges.read(one)?.otherReferences
    const leaves = station.pledges.leaves()
    for (const card of cards) {
      clock.pass(60_000)
      station.cards.enterPledge(steward, { ...card, wording: 'As it stands there', again: true })
      expect(station.pledges.read(one)).toMatchObject({
        wording: 'As it stands there',
        status: 'live',
        otherReferences,
      })
      expect(station.pledges.leaves()).toEqual(leaves)
    }
    expect(made?.status).toBe('live')
    expect(station.plan.overview().pledges).toBe(2)
  })

  test('is corrected in the place of what was entered, who it was included; taken back it can be entered again', async () => {
    const { station } = await afternoon()
    const { pledge } = entryOf(station.cards.enterPledge(steward, aCard))
    const id = station.signIn.add(organiser, ewa)
    const ofEwa = { ...aCard, by: { kind: 'delegate' as const, delegate: id }, showName: true, again: true }
    expect(station.cards.enterPledge(steward, ofEwa)).toMatchObject({
      code: 'entered',
      entry: { pledge: { id: pledge.id, reference: A_CARD, name: 'Ewa Kaur', showName: true, delegate: id } },
    })
    station.pledges.withdraw(steward, pledge.id, 'The wrong card')
    expect(station.cards.enterPledge(steward, { ...ofEwa, again: false })).toMatchObject({
      code: 'before',
      entry: { pledge: { status: 'withdrawn' } },
    })
    expect(station.cards.enterPledge(steward, ofEwa)).toMatchObject({
      code: 'entered',
      entry: { pledge: { status: 'live' } },
    })
    // Whoever is forgotten is forgotten here, too.
    station.eraseDelegate(organiser, id, 'They asked')
    expect(station.pledges.read(pledge.id)).toMatchObject({ byKind: 'anonymous', name: '', showName: false })
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('nobody unknown is shown or written to, whatever was ticked', async () => {
    const { station } = await afternoon()
    const ticked = { ...aCard, showName: true, mayContact: true, email: 'ewa@elmdon.example' }
    expect(station.cards.enterPledge(steward, ticked)).toMatchObject({
      entry: { pledge: { byKind: 'anonymous', showName: false, mayContact: false, email: '' } },
    })
  })

  test('is not of tomorrow, nor of long before the event, nor of somebody who is not there', async () => {
    const { station } = await afternoon()
    expect(station.cards.enterPledge(steward, { ...aCard, written: '2023-12-12T15:01:00.000Z' })).toEqual({
      code: 'not-yet',
    })
    expect(station.cards.enterPledge(steward, { ...aCard, written: '2023-12-01T09:00:00.000Z' })).toEqual({
      code: 'before-event',
    })
    const nobody = { kind: 'delegate' as const, delegate: '00000000-0000-7000-8000-000000000000' }
    expect(station.cards.enterPledge(steward, { ...aCard, by: nobody })).toBeNull()
    expect(station.cards.entered({ offset: 0, limit: 50 })).toEqual({ total: 0, items: [] })
  })

  test('no leaf moves on the tree for one that was written earlier', async () => {
    const { station, clock } = await afternoon()
    station.pledges.make(steward, aPledge)
    clock.pass(60_000)
    const before = station.pledges.leaves()
    station.cards.enterPledge(steward, aCard)
    expect(station.pledges.leaves().slice(0, 1)).toEqual(before)
  })

  test('a code that stands for what was made at a screen is no card’s', async () => {
    const { station } = await afternoon()
    const reference = station.pledges.make(steward, aPledge).made?.reference ?? ''
    expect(station.cards.look(reference)).toEqual({ code: 'made-at-a-screen' })
    const [one = '', two] = station.cards.codes({ count: 40 })
    expect(one).not.toBe(two)
    expect(station.cards.look(one)).toEqual({ code: 'card', card: one, place: null, told: null, entries: [] })
  })
})

describe('a sheet of a table', () => {
  test('its lines are actions and ideas of that table, each line once', async () => {
    const { station } = await afternoon()
    const first = entryOf(station.cards.enterAction(steward, aLine))
    expect(station.cards.enterAction(steward, aLine)).toMatchObject({ code: 'entered' })
    expect(station.cards.enterAction(steward, { ...aLine, title: 'Another' })).toMatchObject({ code: 'before' })
    const second = entryOf(station.cards.enterAction(steward, { ...aLine, line: 2, title: 'Two' }))
    expect(second.action.reference).not.toBe(first.action.reference)
    const idea = { ...anIdea, card: A_SHEET, line: 1, written: WRITTEN, again: false }
    expect(station.cards.enterIdea(steward, idea)).toMatchObject({
      code: 'entered',
      entry: { kind: 'idea', card: A_SHEET, line: 1, idea: { made: WRITTEN, origin: 'paper' } },
    })
    const { actions, ideas } = station.workshops.table(anAction)
    expect(actions.map(({ title, made, card }) => ({ title, made, card }))).toEqual([
      { title: anAction.title, made: WRITTEN, card: `${A_SHEET}/1` },
      { title: 'Two', made: WRITTEN, card: `${A_SHEET}/2` },
    ])
    expect(ideas).toHaveLength(1)
    const looked = station.cards.look(A_SHEET)
    expect(looked.code === 'card' ? looked.entries.map(({ kind, line }) => `${kind} ${line}`) : looked).toEqual([
      'action 1',
      'action 2',
      'idea 1',
    ])
    expect(station.cards.entered({ offset: 0, limit: 2 })).toMatchObject({ total: 3, items: [{}, {}] })
  })

  test('a line that is put right keeps its place and its reference; at another table it goes to the end', async () => {
    const { station } = await afternoon()
    const first = entryOf(station.cards.enterAction(steward, aLine))
    station.cards.enterAction(steward, { ...aLine, line: 2, title: 'Two' })
    const again = { ...aLine, again: true, title: 'One, put right' }
    expect(entryOf(station.cards.enterAction(steward, again)).action.reference).toBe(first.action.reference)
    expect(station.workshops.table(anAction).actions.map(({ title }) => title)).toEqual(['One, put right', 'Two'])
    station.cards.enterAction(steward, { ...again, table: 'table-8' })
    expect(station.workshops.table(anAction).actions.map(({ title }) => title)).toEqual(['Two'])
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  })
})
