import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { namesOf } from './calls.ts'
import { checkAs, EVERYBODY } from './check.ts'
import { table, unmatched } from './table.ts'
import { readyTablet } from './tablet.ts'

describe('every call of the contract', () => {
  test('has a row, and every row a call', () => {
    expect(namesOf(contract).length).toBeGreaterThan(100)
    expect(unmatched(namesOf(contract), table)).toEqual([])
  })

  test('a new call without a row, and a row whose call has gone, are told by name', () => {
    const { 'station.state': state, ...others } = Object.fromEntries(table)
    const rows = new Map([
      ...Object.entries(others),
      ...(state === undefined ? [] : [['station.mood', state] as const]),
    ])
    expect(unmatched(namesOf(contract), rows)).toEqual([
      'station.state is in the contract and not in the table: give it a row in test/contract/rows.',
      'station.mood has a row and is not in the contract any more: take its row out of test/contract/rows.',
    ])
  })

  test.each(EVERYBODY.filter(({ column }) => column !== 'locked'))(
    '$who is answered as the table says, the same over both transports',
    async (whoever) => {
      expect(await checkAs(whoever, table, readyTablet)).toEqual([])
    },
  )
})
