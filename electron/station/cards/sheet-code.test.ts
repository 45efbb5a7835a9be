/** The code of a sheet that is typed says which table’s it is, on any tablet that has the event. */
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeReference, readReference } from '../../../shared/domain/reference.ts'
import { shippedPack } from '../../../test/support/test-station.ts'
import { cardCodeOf, placeTold, sheetCode } from './sheet-code.ts'

const draw = () => makeReference(randomBytes)
const pack = shippedPack()
const event = { id: 'the-event', pack }

describe('the code of a sheet', () => {
  test('is a code as any other, and tells its session and table, also once both are closed', () => {
    const shut = {
      ...event,
      pack: {
        programme: pack.programme.map((session) => ({ ...session, closed: true })),
        tables: pack.tables.map((table) => ({ ...table, closed: true })).toReversed(),
      },
    }
    for (const { id: session } of pack.programme.filter(({ kind }) => kind === 'workshop'))
      for (const { id: table } of pack.tables) {
        const code = sheetCode(event, { session, table }, draw)
        expect(readReference(code)).toEqual({ ok: true, reference: code })
        expect(placeTold(event, code)).toEqual({ session, table })
        expect(placeTold(shut, code)).toEqual({ session, table })
      }
  })

  test('is never that of a card', () => {
    for (let made = 0; made < 60; made += 1) expect(placeTold(event, cardCodeOf(event, draw))).toBeNull()
  })

  test('tells nothing at an event with more tables than it can tell apart, and is given there, too', () => {
    const many = {
      id: 'large',
      pack: {
        programme: pack.programme,
        tables: Array.from({ length: 401 }, (_, index) => ({ id: `t-${index}`, name: `T ${index}`, where: '' })),
      },
    }
    const code = sheetCode(many, { session: 'workshop-1', table: 't-7' }, draw)
    expect(readReference(code).ok).toBe(true)
    expect(placeTold(many, code)).toBeNull()
  })
})
