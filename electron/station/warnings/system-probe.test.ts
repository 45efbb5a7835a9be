import { statSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTest } from '../../../test/support/test-station.ts'
import { systemProbe } from './system-probe.ts'

test('the machine itself says how full it is, how large the database is, and how long it has been on', async () => {
  const folder = join(tempFolder(), 'station')
  openTest(folder)
  expect(systemProbe.free(folder)).toBeGreaterThan(0)
  expect(systemProbe.database(folder)).toBe(statSync(join(folder, 'station.db')).size)
  // Set by nobody, and told in milliseconds: it lies between two readings of the system's own count of seconds.
  const [before, steady, after] = [uptime(), systemProbe.steady(), uptime()]
  expect(steady).toBeGreaterThanOrEqual(before * 1000)
  expect(steady).toBeLessThanOrEqual(after * 1000)
})
