import { expect, test } from 'vitest'
import { flag, moment, number, oneOf, record, text } from './record.ts'

const promise = record(
  {
    reference: text().searched(),
    kind: oneOf(['one', 'many']),
    quantity: number().nullable(),
    tableId: text().shownAs('table'),
    place: text().hidden(),
    mayContact: flag(),
    made: moment(),
  },
  { order: 'made, id' },
)
const kept = {
  id: '0191a2b4-0000-7000-8000-000000000001',
  reference: '7K3QF9W',
  kind: 'many',
  quantity: null,
  tableId: 'table-3',
  place: 'a0',
  mayContact: 1,
  made: '2023-12-12T09:00:00.000Z',
  conflict: 1,
} as const

test('its columns begin with the id and end with what is in conflict', () => {
  expect(promise.columns).toEqual([
    'id',
    'reference',
    'kind',
    'quantity',
    'tableId',
    'place',
    'mayContact',
    'made',
    'conflict',
  ])
  expect([promise.flags, promise.nullable, promise.searched].map((some) => [...some])).toEqual([
    ['mayContact'],
    ['quantity'],
    ['reference'],
  ])
})

test('a screen is shown what is no secret of the house, under the name that it has there, and a flag as true or false', () => {
  const { place: _place, conflict: _conflict, tableId: table, ...plain } = kept
  expect(promise.viewOf(kept)).toEqual({ ...plain, table, mayContact: true })
  expect(promise.viewOf({ ...kept, mayContact: 0 })).toMatchObject({ mayContact: false })
})

test('its view fits its own schema, and what does not is told by its field', () => {
  expect(promise.view.parse(promise.viewOf(kept))).toEqual(promise.viewOf(kept))
  const faults = promise.view.safeParse({ ...promise.viewOf(kept), kind: 'some', mayContact: 1, made: 'at nine' })
  expect(faults.error?.issues.map(({ path }) => path.join('.'))).toEqual(['kind', 'mayContact', 'made'])
})
