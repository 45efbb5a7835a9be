import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTest } from '../../../test/support/test-station.ts'
import { ownSenses } from './senses.ts'

test('the machine itself says how full it is, how large the database is, and how long it has been on', async () => {
  const folder = join(tempFolder(), 'station')
  openTest(folder)
  expect(ownSenses.free(folder)).toBeGreaterThan(0)
  expect(ownSenses.database(folder)).toBe(statSync(join(folder, 'station.db')).size)
  // Some systems count it in whole seconds.
  const before = { steady: ownSenses.steady(), page: performance.now() }
  await new Promise((resolve) => setTimeout(resolve, 1200))
  const passed = performance.now() - before.page
  expect(Math.abs(ownSenses.steady() - before.steady - passed)).toBeLessThan(1100)
  expect(ownSenses.steady()).toBeGreaterThan(before.steady)
})
