/** The key of a new tablet where the disk can give no file two names. */
import { readdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { keyFile } from '../../electron/station/kernel/database/index.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openTest } from '../support/test-station.ts'

vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<Record<string, unknown>>()),
  // As exFAT says it.
  linkSync: () => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' })
  },
}))

test('A tablet whose disk knows one name for a file keeps its key there too, and never a second over the first', () => {
  const folder = tempFolder()
  openTest(folder).close()
  const key = keyFile().read(folder)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(() => keyFile().keep(folder, 'ab'.repeat(32))).toThrow('Another program is using')
  expect(keyFile().read(folder)).toBe(key)
  expect(readdirSync(folder).filter((name) => name.includes('key'))).toEqual(['station.key', 'station.key.copy'])
})
