import { createHash } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import type { PlainFile } from './plain-file.ts'
import { writeChecked } from './take-copy.ts'

const installer = Buffer.from('the installer of 0.2.0')
const signed = { size: installer.length, sha256: createHash('sha256').update(installer).digest('hex') }
const from: PlainFile = {
  size: installer.length,
  async *pieces() {
    yield installer.subarray(0, 5)
    yield installer.subarray(5)
  },
  close: async () => undefined,
}

test('what is checked is written to a file that was not there, and through nothing that somebody has put in its place', async () => {
  const folder = tempFolder()
  expect(await writeChecked(from, join(folder, 'new'), signed)).toBe(true)
  expect(readFileSync(join(folder, 'new')).equals(installer)).toBe(true)

  writeFileSync(join(folder, 'there'), 'a file of somebody else')
  symlinkSync(join(folder, 'there'), join(folder, 'link'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'loose'))
  for (const name of ['there', 'link', 'loose'])
    await expect(writeChecked(from, join(folder, name), signed)).rejects.toMatchObject({ code: 'EEXIST' })
  expect(readFileSync(join(folder, 'there'), 'utf8')).toBe('a file of somebody else')
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})
