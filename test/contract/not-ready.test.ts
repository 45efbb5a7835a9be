import { describe, expect, test } from 'vitest'
import { checkOn } from './check.ts'
import { table } from './table.ts'
import { openTablet, refusedTablet, sealedTablet } from './tablet.ts'

describe('a tablet that is not ready answers what it can, and is not ready for the rest', () => {
  test('before it is set up', async () => {
    expect(await checkOn('new', table, openTablet)).toEqual([])
  })

  test('where its data could not be opened', async () => {
    expect(await checkOn('refused', table, refusedTablet)).toEqual([])
  })

  test('where its data waits for the passphrase', async () => {
    expect(await checkOn('sealed', table, sealedTablet)).toEqual([])
  })
})
