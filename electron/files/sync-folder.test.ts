import fs from 'node:fs'
import { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { syncFolder, syncSlowFolder } from './sync-folder.ts'

/** Both ways, asked alike. */
const WAYS = [
  ['on the own disk', async (folder: string) => syncFolder(folder)],
  ['on a slow one', syncSlowFolder],
] as const

/** From here on to the end of the test whatever is synced answers as a broken disk does. */
async function breakDisk(folder: string): Promise<void> {
  const broken = () => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' })
  }
  const handle = await open(folder, 'r')
  vi.spyOn(fs, 'fsyncSync').mockImplementation(broken)
  vi.spyOn(Object.getPrototypeOf(handle), 'sync').mockImplementation(broken)
  syncBuiltinESMExports()
  await handle.close()
  onTestFinished(() => {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  })
}

describe.each(WAYS)('a folder is synced %s', (_, sync) => {
  test('one that is there is', async () => {
    await expect(sync(tempFolder())).resolves.toBeUndefined()
  })

  // Linux answers EINVAL for it, as some disks on a network do.
  test.skipIf(process.platform !== 'linux')('one whose disk syncs no folders is let be', async () => {
    await expect(sync('/proc/self')).resolves.toBeUndefined()
  })

  test.skipIf(process.platform === 'win32')('one whose disk is broken is told', async () => {
    const folder = tempFolder()
    await breakDisk(folder)
    await expect(sync(folder)).rejects.toMatchObject({ code: 'EIO' })
  })

  test.skipIf(process.platform === 'win32')('one that is not there is told', async () => {
    await expect(sync(join(tempFolder(), 'gone'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
