import { expect, test } from 'vitest'
import { z } from 'zod'
import { conflict, flag, moment, number, oneOf, record, text } from './record.ts'

const promise = record({
  reference: text().searched(),
  kind: oneOf(['one', 'many']),
  quantity: number().nullable().asked(z.int().max(9).nullable()),
  tableId: text().shownAs('table').asked(z.string().max(9), 'identity').called('Table'),
  timescale: text().askedTogether(z.object({ days: z.int() }), {
    said: z.object({ stated: z.string(), due: z.string().nullable() }),
    says: { stated: 'words', due: 'none' },
    columns: ({ stated, due }) => ({ timescale: stated, due }),
  }),
  due: text().nullable().setWith(),
  area: text().asked(z.string().optional(), 'identity').before(''),
  place: text().hidden(),
  mayContact: flag().asked(z.boolean()).called('May be contacted'),
  made: moment(),
  conflict: conflict(),
})
const kept = {
  id: '0191a2b4-0000-7000-8000-000000000001',
  reference: '7K3QF9W',
  kind: 'many',
  quantity: null,
  tableId: 'table-3',
  timescale: 'by Easter',
  due: '2024-03-31',
  area: '',
  place: 'a0',
  mayContact: 1,
  made: '2023-12-12T09:00:00.000Z',
  conflict: 1,
} as const

test('its columns begin with the id and come as they were declared', () => {
  expect(promise.columns).toEqual([
    'id',
    'reference',
    'kind',
    'quantity',
    'tableId',
    'timescale',
    'due',
    'area',
    'place',
    'mayContact',
    'made',
    'conflict',
  ])
  expect([promise.flags, promise.nullable, promise.searched].map((some) => [...some])).toEqual([
    ['mayContact'],
    ['quantity', 'due'],
    ['reference'],
  ])
})

test('SQLite keeps numbers and flags as numbers, and all else as text', () => {
  const numbers = [...promise.types].flatMap(([column, type]) => (type === 'INTEGER' ? [column] : []))
  expect([numbers, promise.types.get('id'), promise.types.size]).toEqual([
    ['quantity', 'mayContact', 'conflict'],
    'TEXT',
    promise.columns.length,
  ])
})

test('a screen is shown what is no secret of the house, under the name that it has there, and a flag as true or false', () => {
  const { place: _place, conflict: _conflict, tableId: table, ...plain } = kept
  expect(promise.viewOf(kept)).toEqual({ ...plain, table, mayContact: true })
  expect(promise.viewOf({ ...kept, mayContact: 0 })).toMatchObject({ mayContact: false })
})

test('its view fits its own schema, and what does not is told by its field', () => {
  expect(promise.view.parse(promise.viewOf(kept))).toEqual(promise.viewOf(kept))
  const errors = promise.view.safeParse({ ...promise.viewOf(kept), kind: 'some', mayContact: 1, made: 'at nine' })
  expect(errors.error?.issues.map(({ path }) => path.join('.'))).toEqual(['kind', 'mayContact', 'made'])
})

test('what a form gives is checked by what it asks, in the order of the fields', () => {
  const errors = promise.details.safeParse({
    quantity: 10,
    table: 'a name too long',
    timescale: { days: 1 },
    mayContact: 1,
  })
  expect(errors.error?.issues.map(({ path }) => path.join('.'))).toEqual(['quantity', 'table', 'mayContact'])
})

const saidOnce = {
  quantity: 4,
  table: 'table-3',
  timescale: { stated: 'by Easter', due: '2024-03-31' },
  mayContact: true,
}

test('a fact says what was asked, tidied, and one from before there was a field says nothing of it', () => {
  const body = z.object(promise.said)
  expect(body.parse({ ...saidOnce, table: 'table-3 \u200b' })).toEqual(saidOnce)
  expect(body.parse({ ...saidOnce, area: ' Housing' })).toEqual({ ...saidOnce, area: 'Housing' })
  expect(body.parse({ ...saidOnce, quantity: null })).toEqual({ ...saidOnce, quantity: null })
  expect(body.safeParse({ ...saidOnce, quantity: 1.5 }).success).toBe(false)
  expect(body.safeParse({ ...saidOnce, mayContact: undefined }).success).toBe(false)
})

test('each text that a fact says has its class, and what has a word is told by it', () => {
  expect(promise.says).toEqual({
    table: 'identity',
    'timescale.stated': 'words',
    'timescale.due': 'none',
    area: 'identity',
  })
  expect(promise.called).toEqual({ table: 'Table', mayContact: 'May be contacted' })
})

test('a row begins with all that was said, and a later fact sets no more than it says', () => {
  const { id, reference, kind, place, made } = kept
  expect(promise.begun(saidOnce, { id, reference, kind, place, made, conflict: 0 })).toEqual({
    ...kept,
    quantity: 4,
    mayContact: true,
    conflict: 0,
  })
  expect(promise.columnsOf({ table: 'table-4', area: undefined })).toEqual({ tableId: 'table-4' })
  expect(promise.columnsOf({ timescale: { stated: '', due: null } })).toEqual({ timescale: '', due: null })
})

test('flags come out of SQLite as true or false, also beside columns of others', () => {
  expect(promise.read({ mayContact: 1, walkIn: 1 })).toEqual({ mayContact: true, walkIn: 1 })
  expect(promise.read({ made: kept.made })).toEqual({ made: kept.made })
})
