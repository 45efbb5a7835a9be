import { describe, expect, test } from 'vitest'
import { checkAs, EVERYBODY } from './check.ts'
import { table } from './table.ts'
import { readyTablet } from './tablet.ts'

describe('a screen that was the organiser’s', () => {
  test.each(EVERYBODY.filter(({ column }) => column === 'locked'))(
    '$who is anybody’s again, for every call',
    async (whoever) => {
      expect(await checkAs(whoever, table, readyTablet)).toEqual([])
    },
  )
})
