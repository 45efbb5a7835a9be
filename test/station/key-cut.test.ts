/** The key of a new tablet where the disk can give no file two names. */
import { readdirSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<Record<string, unknown>>()),
  // As exFAT says it.
  linkSync: () => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' })
  },
}))

// Files of this kind share a process: what another has loaded has the disk as it is.
vi.resetModules()
const { keyFile } = await import('../../electron/station/kernel/database/index.ts')
const { openTest } = await import('../support/test-station.ts')
afterAll(() => void vi.resetModules())

test('A tablet whose disk knows one name for a file keeps its key there too, and never a second over the first', () => {
  const folder = tempFolder()
  openTest(folder).close()
  const key = keyFile().read(folder)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(() => keyFile().keep(folder, 'ab'.repeat(32))).toThrow('Another program is using')
  expect(keyFile().read(folder)).toBe(key)
  expect(readdirSync(folder).filter((name) => name.includes('key'))).toEqual(['station.key', 'station.key.copy'])
})
