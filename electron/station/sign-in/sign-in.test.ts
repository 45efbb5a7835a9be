import { factsOf } from '../../../test/support/merge.ts'
import { describe, expect, test } from 'vitest'
import {
  anyone,
  aPledge,
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  readyStation,
  steward,
} from '../../../test/support/test-station.ts'

const needless = { access: '', dietary: '' }

describe('the door gives one clear answer', () => {
  test('Kwame is on the list, signs in, and the second scan says when and where', async () => {
    const clock = handClock('2023-12-12T09:41:00.000Z')
    const station = await readyStation({ now: clock })
    const id = station.signIn.add(organiser, kwame)
    const badge = station.signIn.badge(id)
    expect(station.signIn.scan(steward, badge)).toMatchObject({
      code: 'signed-in',
      delegate: { name: 'Kwame Okonkwo-Bell', presence: 'here' },
      at: '2023-12-12T09:41:00.000Z',
    })
    clock.pass(60_000)
    expect(station.signIn.scan(steward, `${badge.toLowerCase()}\r\n`)).toMatchObject({
      code: 'already',
      at: '2023-12-12T09:41:00.000Z',
      station: 'West door',
    })
    expect(station.journal.facts.about(id).filter((fact) => fact.type === 'attendance.signed-in')).toHaveLength(1)
  })

  test('a ticket bought elsewhere is known by the code it was imported with', async () => {
    const station = await readyStation()
    station.signIn.importer.run(
      organiser,
      'list.csv',
      Buffer.from('Name,Organisation,Barcode #\nEwa Kaur,Elmdon House,10001234567890\n'),
      { encoding: null, sheet: null, mapping: null },
    )
    expect(station.signIn.scan(steward, '10001234567890')).toMatchObject({
      code: 'signed-in',
      delegate: { name: 'Ewa Kaur' },
    })
    expect(station.signIn.scan(steward, '10009999999999')).toEqual({ code: 'unknown-badge', text: '10009999999999' })
  })

  test('a badge of another event says which, and a bad scan is unknown, never an error', async () => {
    const station = await readyStation()
    expect(station.signIn.scan(steward, 'PK1-WLV-0123456789ABCDEF')).toEqual({ code: 'other-event', event: 'WLV' })
    expect(station.signIn.scan(steward, '\u0000\u0001')).toMatchObject({ code: 'unknown-badge' })
    expect(station.signIn.scan(steward, 'x'.repeat(3000))).toMatchObject({ code: 'unknown-badge' })
  })

  test('the wrong person was signed in: undo puts them back where they were, with the reason in their history', async () => {
    const station = await readyStation()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.signIn(steward, id)
    expect(station.signIn.undo(steward, id, 'Wrong person')).toMatchObject({
      code: 'undone',
      delegate: { presence: 'expected', since: null },
    })
    expect(station.signIn.undo(steward, id, 'Again')).toMatchObject({ code: 'nothing-to-undo' })
    expect(station.plan.history(id).at(-1)).toMatchObject({
      what: 'Undone',
      by: 'a steward',
      station: 'West door',
      details: [{ name: 'Reason', value: 'Wrong person' }],
    })
  })

  test('someone leaves for an hour and comes back; an undo of the return leaves them away', async () => {
    const station = await readyStation()
    const id = station.signIn.add(organiser, ewa)
    expect(station.signIn.signOut(steward, id).code).toBe('not-here')
    station.signIn.signIn(steward, id)
    expect(station.signIn.signOut(steward, id)).toMatchObject({ code: 'signed-out', delegate: { presence: 'left' } })
    expect(station.signIn.signIn(steward, id)).toMatchObject({ code: 'signed-in' })
    station.signIn.undo(steward, id, 'It was her colleague')
    expect(station.signIn.delegate(id)?.presence).toBe('left')
  })

  test('a walk-in is here at once, and the count knows', async () => {
    const station = await readyStation()
    station.signIn.add(organiser, ewa)
    const walkIn = station.signIn.walkIn(steward, kwame, { access: 'Hearing loop', dietary: '' })
    expect(walkIn).toMatchObject({ walkIn: true, presence: 'here' })
    expect(station.signIn.counts()).toMatchObject({ delegates: 2, here: 1, expected: 1, walkIns: 1, left: 0 })
    expect(station.signIn.needs(walkIn.id)).toEqual({ access: 'Hearing loop', dietary: '' })
    expect(
      station.signIn
        .likely({ name: 'kwame okonkwo bell', organisation: 'Meriden Motors', email: '' })
        .map((person) => person.id),
    ).toEqual([walkIn.id])
  })

  test('someone who was taken off the list is not signed in and cannot be found', async () => {
    const station = await readyStation()
    const id = station.signIn.add(organiser, ewa)
    expect(station.signIn.find('ewa')).toHaveLength(1)
    station.signIn.withdraw(organiser, id, 'Asked to be taken off')
    expect(station.signIn.find('ewa')).toEqual([])
    expect(station.signIn.scan(steward, station.signIn.badge(id))).toMatchObject({ code: 'withdrawn' })
    expect(station.signIn.list({ search: '', offset: 0, limit: 50, presence: 'expected' })).toEqual({
      total: 0,
      items: [],
    })
    expect(station.signIn.list({ search: 'kaur', offset: 0, limit: 50, presence: null })).toMatchObject({
      total: 1,
      items: [{ withdrawn: true }],
    })
    station.signIn.restore(organiser, id, '')
    expect(station.signIn.find('ewa')).toHaveLength(1)
    expect(station.signIn.scan(steward, station.signIn.badge(id))).toMatchObject({ code: 'signed-in' })
    expect(station.signIn.list({ search: '', offset: 0, limit: 50, presence: 'here' })).toMatchObject({
      total: 1,
      items: [{ id }],
    })
  })

  test('nothing is listed before three letters, and what was amended is found by its new name', async () => {
    const station = await readyStation()
    const id = station.signIn.add(organiser, ewa)
    expect(station.signIn.find('ew')).toEqual([])
    station.signIn.amend(steward, id, { name: 'Ewa Kaur-Nowak' }, 'Married name')
    expect(station.signIn.find('nowak')).toMatchObject([{ name: 'Ewa Kaur-Nowak', organisation: 'Elmdon House' }])
  })

  test('another program adds someone while the desk is open, and the desk finds them', async () => {
    const station = await readyStation()
    expect(station.signIn.find('ewa kaur')).toEqual([])
    openTest(station.folder).signIn.add(organiser, ewa)
    expect(station.signIn.find('ewa kaur')).toHaveLength(1)
    // And both may go on writing: the chain has one order.
    station.signIn.walkIn(steward, kwame, needless)
    expect(station.check()).toMatchObject({ sound: true })
  })

  test('organisations already known are offered as they are typed', async () => {
    const station = await readyStation()
    station.signIn.add(organiser, kwame)
    expect(station.signIn.organisations('meri', true)).toEqual(['Meriden Motors'])
    expect(station.signIn.organisations('mot', true)).toEqual(['Meriden Motors'])
    expect(station.signIn.organisations('m', true)).toEqual([])
  })

  test('without staff only those that several people are from, and none by those who are protected', async () => {
    const station = await readyStation()
    for (const name of ['Kwame Vale', 'Ada Vale', 'Sam Vale'])
      station.signIn.add(organiser, { ...kwame, name, organisation: 'Meriden Motors' })
    // One who works for herself, under her own name.
    station.signIn.add(organiser, { ...kwame, name: 'Zadie Merrow', organisation: 'Merrow and daughter' })
    for (const name of ['Kai Pottle', 'Bo Pottle', 'Jo Pottle'])
      station.signIn.add(organiser, { ...kwame, name, sector: 'care-experienced', organisation: 'Merry Forum' })
    expect(station.signIn.organisations('mer', false)).toEqual(['Meriden Motors'])
    expect(station.signIn.organisations('mer', true)).toHaveLength(3)
  })
})

describe('what only staff see', () => {
  test('a note is left for Ewa, it is there when she comes, and gone once the word is done', async () => {
    const station = await readyStation()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.note(steward, id, 'Her hearing loop is at the east desk')
    expect(station.signIn.signIn(steward, id)).toMatchObject({
      code: 'signed-in',
      delegate: { note: 'Her hearing loop is at the east desk' },
    })
    expect(station.signIn.note(steward, id, '').note).toBe('')
    const noted = () => station.journal.facts.about(id).filter((fact) => fact.type === 'delegate.noted')
    expect(noted()).toHaveLength(2)
    // Pressing it twice is not a third fact.
    station.signIn.note(steward, id, '')
    expect(noted()).toHaveLength(2)
    expect(station.check()).toMatchObject({ sound: true })
  })

  test('a steward writes down what helps somebody who is on the list already', async () => {
    const station = await readyStation()
    const id = station.signIn.add(organiser, ewa)
    expect(station.signIn.recordNeeds(steward, id, { access: 'Lip-reads', dietary: '' })).toEqual({
      access: 'Lip-reads',
      dietary: '',
    })
    expect(station.signIn.needs(id)).toEqual({ access: 'Lip-reads', dietary: '' })
  })
})

describe('the arrivals list', () => {
  test('the latest stands first; whoever left, came back, or was undone stands where they belong', async () => {
    const clock = handClock('2023-12-12T09:00:00.000Z')
    const station = await readyStation({ now: clock })
    const came = ['A One', 'B Two', 'C Three'].map((name) => {
      clock.pass(60_000)
      return station.signIn.walkIn(steward, { ...ewa, name }, needless).id
    })
    const [first = '', second = '', third = ''] = came
    station.signIn.add(organiser, kwame)
    clock.pass(60_000)
    station.signIn.signOut(steward, first)
    station.signIn.undo(steward, third, 'Wrong person')
    const all = { search: '', offset: 0, limit: 50 }
    const names = (presence: 'here' | 'left' | null, search = '') =>
      station.signIn.arrivals({ ...all, search, presence }).items.map(({ name }) => name)
    expect(names(null)).toEqual(['A One', 'B Two'])
    expect(names('here')).toEqual(['B Two'])
    expect(names('left')).toEqual(['A One'])
    expect(names(null, 'elmdon two')).toEqual(['B Two'])
    clock.pass(60_000)
    station.signIn.signIn(steward, first)
    clock.pass(60_000)
    station.signIn.signOut(steward, second)
    expect(station.signIn.arrivals({ ...all, limit: 1, presence: null })).toMatchObject({
      total: 2,
      items: [{ name: 'B Two', presence: 'left' }],
    })
  })

  test('an organiser’s list is narrowed by when people first came; whoever has not is neither before nor after', async () => {
    const clock = handClock('2023-12-12T09:00:00.000Z')
    const station = await readyStation({ now: clock })
    station.signIn.add(organiser, kwame)
    for (const name of ['A One', 'B Two', 'C Three']) {
      clock.pass(60_000)
      station.signIn.walkIn(steward, { ...ewa, name }, needless)
    }
    const names = (asked: { cameFrom?: string; cameTo?: string }) =>
      station.signIn.list({ search: '', offset: 0, limit: 50, presence: null, ...asked }).items.map(({ name }) => name)
    expect(names({})).toEqual(['A One', 'B Two', 'C Three', kwame.name])
    expect(names({ cameFrom: '2023-12-12T09:02:00.000Z' })).toEqual(['B Two', 'C Three'])
    expect(names({ cameTo: '2023-12-12T09:02:00.000Z' })).toEqual(['A One', 'B Two'])
    expect(names({ cameFrom: '2023-12-12T09:02:00.000Z', cameTo: '2023-12-12T09:02:00.000Z' })).toEqual(['B Two'])
  })
})

describe('somebody asks to be forgotten', () => {
  test('nothing of them is left in any fact, record, search or export; their promise stays, and the chain holds', async () => {
    const station = await readyStation()
    const { id } = station.signIn.walkIn(steward, ewa, { access: 'Step-free', dietary: '' })
    station.signIn.amend(steward, id, { organisation: 'Elmdon House Trust' }, 'Ewa told us')
    station.signIn.undo(steward, id, 'Ewa had gone to the wrong door')
    station.signIn.note(steward, id, 'Ewa’s taxi is booked for two')
    station.signIn.add(organiser, kwame)
    const { made } = station.pledges.make(anyone, {
      ...aPledge,
      by: { kind: 'delegate', delegate: id },
      mayContact: true,
      email: 'ewa@elmdon.example',
      showName: true,
    })
    station.pledges.amend(organiser, made?.id ?? '', { email: 'ewa.kaur@elmdon.example' }, '')
    expect(station.eraseDelegate(organiser, id, 'Asked by letter')).toEqual({ pledgesKept: 1, draftsGone: 0 })

    const facts = factsOf(station)
    const plan = [...station.plan.export('json').chunks].map((piece) => Buffer.from(piece).toString()).join('')
    for (const text of [JSON.stringify(facts), [...station.journal.records.lines()].join(), plan]) {
      expect(text).not.toMatch(/Ewa|Elmdon|elmdon|Step-free/)
    }
    expect(plan).toContain(aPledge.wording)
    expect(station.signIn.find('ewa kaur')).toEqual([])
    expect(station.signIn.counts()).toMatchObject({ delegates: 1, here: 0 })
    expect(station.pledges.leaves()).toHaveLength(1)
    expect(station.check()).toMatchObject({ sound: true })
    const kept = [...station.journal.records.lines()]
    station.journal.records.refoldAll()
    expect([...station.journal.records.lines()]).toEqual(kept)
    expect(station.signIn.signIn(steward, id)).toBeNull()
  })
})

describe('the arrivals in five-minute steps', () => {
  test('three came by 09:05 and one just after', async () => {
    const clock = handClock('2023-12-12T09:01:00.000Z')
    const station = await readyStation({ now: clock })
    for (const name of ['A One', 'B Two', 'C Three']) station.signIn.walkIn(steward, { ...ewa, name }, needless)
    clock.set('2023-12-12T09:06:00.000Z')
    station.signIn.walkIn(steward, { ...ewa, name: 'D Four' }, needless)
    expect(station.signIn.counts().arrivals).toEqual([
      { from: '2023-12-12T09:00:00.000Z', count: 3 },
      { from: '2023-12-12T09:05:00.000Z', count: 1 },
    ])
  })
})
