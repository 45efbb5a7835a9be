import { describe, expect, test } from 'vitest'
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import { tally } from '../../../../shared/domain/roll-call.ts'
import { itemsOf, NO_ROLL, type Roll, standsNow, type View, withLatest, withoutNeeds } from './roll.ts'
import { lasted, spoken } from './words.ts'

let serial = 0
const person = (name: string, rest: Partial<RollCallPerson> = {}): RollCallPerson => ({
  id: `id-${(serial += 1)}`,
  name,
  organisation: 'Elmdon House',
  sector: 'voluntary',
  table: 'Table 3',
  presence: 'here',
  since: '2023-12-12T09:00:00.000Z',
  came: false,
  access: '',
  tick: null,
  elsewhere: null,
  ...rest,
})
const seen = { at: '2023-12-12T10:02:00.000Z', by: 'Sam', station: 'West door' }
const rollOf = (...people: RollCallPerson[]): Roll =>
  withLatest(NO_ROLL, { cursor: 'a.0', whole: true, items: people, gone: [] })
const view = (rest: Partial<View> = {}): View => ({
  grouping: 'table',
  search: '',
  only: false,
  kept: new Set(),
  ...rest,
})
const shown = (roll: Roll, how: Partial<View> = {}, pressed: ReadonlyMap<string, boolean> = new Map()) =>
  itemsOf(
    roll,
    view(how),
    (one) => standsNow(one, pressed.get(one.id)),
    (id) => `Sector ${id}`,
  ).map((item) => (item.kind === 'head' ? `[${item.title} ${item.toFind}/${item.total}]` : item.person.name))

test('of a roll call that is over nobody reads what anybody needed, even where it was read before', () => {
  const roll = rollOf(person('Ewa Kaur', { access: 'Uses a wheelchair', tick: seen }), person('Kwame Bell'))
  const over = withoutNeeds(roll)
  expect(shown(over)).toEqual(shown(roll))
  expect([...over.people.values()]).toEqual([...roll.people.values()].map((one) => ({ ...one, access: '' })))
  expect([...roll.people.values()].map(({ access }) => access)).toEqual(['Uses a wheelchair', ''])
})

describe('the list', () => {
  const roll = rollOf(
    person('Zoë Ash', { table: 'Table 10' }),
    person('Émile Brook', { table: 'Table 2', tick: seen }),
    person('adam Carr', { table: 'Table 2' }),
    person('Nobody’s Guest', { table: '', sector: '' }),
  )

  test('is cut by tables in the order people count, the tableless last, surnames in theirs', () => {
    expect(shown(roll)).toEqual([
      '[Table 2 1/2]',
      'Émile Brook',
      'adam Carr',
      '[Table 10 1/1]',
      'Zoë Ash',
      '[No table given 1/1]',
      'Nobody’s Guest',
    ])
  })

  test('or by sectors, by the name that the event gives them, or by the letters of surnames', () => {
    expect(shown(roll, { grouping: 'sector' })[0]).toBe('[Sector voluntary 2/3]')
    expect(shown(roll, { grouping: 'name' })).toContain('[B 0/1]')
  })

  test('of those still to find leaves the others out, and a table where nobody is missing', () => {
    const found = rollOf(person('Ann', { table: 'Table 1', tick: seen }), person('Ben', { table: 'Table 2' }))
    expect(shown(found, { only: true })).toEqual(['[Table 2 1/1]', 'Ben'])
  })

  test('keeps a row that was just ticked where it was', () => {
    const [first, second] = [person('Ann'), person('Ben')]
    const pressed = new Map([[first.id, true]])
    expect(shown(rollOf(first, second), { only: true, kept: new Set([first.id]) }, pressed)).toEqual([
      '[Table 3 1/2]',
      'Ann',
      'Ben',
    ])
    expect(shown(rollOf(first, second), { only: true }, pressed)).toEqual(['[Table 3 1/2]', 'Ben'])
  })

  test('finds one person at once, ticked or not, however they are spelled and in any order', () => {
    expect(shown(roll, { search: 'emile', only: true })).toEqual(['Émile Brook'])
    expect(shown(roll, { search: 'BROOK elm' })).toEqual(['Émile Brook'])
    expect(shown(roll, { search: 'nobodys' })).toEqual(['Nobody’s Guest'])
    expect(shown(roll, { search: 'nobody by that name' })).toEqual([])
  })

  test('ends with who was not accounted for first', () => {
    const ended = rollOf(person('Ann', { tick: seen }), person('Ben'), person('Cai', { presence: 'left' }))
    expect(shown(ended, { grouping: 'standing' })).toEqual([
      '[Not accounted for 1/1]',
      'Ben',
      '[Signed out while it went on 0/1]',
      'Cai',
      '[Accounted for 0/1]',
      'Ann',
    ])
  })
})

describe('news of the roll', () => {
  const ann = person('Ann')
  const ben = person('Ben')

  test('puts who came in at their place and takes who is gone out', () => {
    const came = withLatest(rollOf(ann, ben), { cursor: 'a.1', whole: false, items: [person('Alba')], gone: [ben.id] })
    expect(shown(came)).toEqual(['[Table 3 2/2]', 'Alba', 'Ann'])
    expect(came.searched.size).toBe(2)
  })

  test('a tick leaves everybody in their place, and sorts nobody again', () => {
    const before = rollOf(ann, ben)
    const after = withLatest(before, { cursor: 'a.1', whole: false, items: [{ ...ben, tick: seen }], gone: [] })
    expect(after.order).toBe(before.order)
    expect(after.people.get(ben.id)?.tick).toEqual(seen)
    expect(before.people.get(ben.id)?.tick).toBeNull()
  })

  test('a new name is a new place', () => {
    const after = withLatest(rollOf(ann, ben), {
      cursor: 'a.1',
      whole: false,
      items: [{ ...ann, name: 'Zara' }],
      gone: [],
    })
    expect(shown(after, { search: 'zar' })).toEqual(['Zara'])
    expect(shown(after)).toEqual(['[Table 3 2/2]', 'Ben', 'Zara'])
  })

  test('read again from the start, nothing of before is left', () => {
    const after = withLatest(rollOf(ann), { cursor: 'b.0', whole: true, items: [ben], gone: [] })
    expect([...after.people.keys()]).toEqual([ben.id])
    expect(after.searched.size).toBe(1)
  })
})

describe('what is said', () => {
  test('after a tick, its undoing, and the last of them', () => {
    expect(spoken('Ewa Kaur', true, { accounted: 3, toFind: 12, left: 0 })).toBe(
      'Ewa Kaur accounted for. 12 still to find.',
    )
    expect(spoken('Ewa Kaur', false, { accounted: 2, toFind: 1300, left: 0 })).toBe(
      'Ewa Kaur is still to find. 1,300 still to find.',
    )
    expect(spoken('Ewa Kaur', true, { accounted: 3, toFind: 0, left: 0 })).toBe(
      'Ewa Kaur accounted for. Everybody is accounted for.',
    )
  })

  test('of how long it took', () => {
    expect(lasted('2023-12-12T10:00:00.000Z', '2023-12-12T10:00:20.000Z')).toBe('less than a minute')
    expect(lasted('2023-12-12T10:00:00.000Z', '2023-12-12T10:18:10.000Z')).toBe('18 minutes')
    expect(lasted('2023-12-12T10:00:00.000Z', '2023-12-12T13:10:00.000Z')).toBe('3 hours')
  })

  test('what was pressed here goes before what the station said, until it answers', () => {
    const ticked = person('Ann', { tick: seen })
    expect([standsNow(ticked, undefined), standsNow(ticked, false), standsNow(person('Ben'), true)]).toEqual([
      'accounted',
      'to-find',
      'accounted',
    ])
    expect(tally([standsNow(person('Cai', { presence: 'left' }), undefined)])).toEqual({
      accounted: 0,
      toFind: 0,
      left: 1,
    })
  })
})
