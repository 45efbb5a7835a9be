/** A copy of this house that may be broken: its files without what was generated, and the packages of the one it was copied from. */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiles, readHouse } from '../house/house-files.ts'
import { house } from '../house/tools.ts'

/** Copies into `folder`, which is empty; Windows links folders as junctions. */
export async function copyHouse(folder: string): Promise<void> {
  for (const path of await listFiles('')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(house, path), join(folder, path))
  }
  symlinkSync(join(house, 'node_modules'), join(folder, 'node_modules'), 'junction')
}

/** Another one as soon as any line of it is another. */
export async function digestOfHouse(): Promise<string> {
  const hash = createHash('sha256')
  for (const { path, text } of await readHouse(/\.tsx?$/)) hash.update(`${path}\n${text}\n`)
  return hash.digest('base64url')
}
