/** Takes a copy of an installer while it is checked: what is written is what was hashed, read once. */
import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { ENDINGS, type InstallerFile } from './manifest.ts'
import { type OpenFile, openPlainFile, type PlainFile } from './plain-file.ts'

/** What the signed list says of a file. */
export type Signed = Pick<InstallerFile, 'size' | 'sha256'>

export type FreeRoom = (folder: string) => Promise<number>

type CopyDeps = {
  /** A folder of the app’s own, for nothing but this. */
  folder: string
  /** Bytes that are free there. */
  free?: FreeRoom
}

const freeIn: FreeRoom = async (folder) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Left free for the day’s own data, whatever is copied. Bytes. */
const SPARE = 200_000_000

/** Where the copy of this installer lies: under its checksum, so that no name from a stick is ever a path here. */
export const copyPath = (folder: string, { sha256, kind }: InstallerFile): string =>
  join(folder, `${sha256}${ENDINGS[kind]}`)

/**
 * `changed` where it is not the file that was signed. Rejects where it cannot be read on. Only a copy that is whole,
 * right and on disk ever has the name of `copyPath`.
 */
export async function takeCopy(
  openFile: OpenFile,
  wanted: InstallerFile,
  { folder, free = freeIn }: CopyDeps,
): Promise<'copied' | 'changed' | 'no-room'> {
  const from = await openFile(wanted.name)
  if (from === null) return 'changed'
  const growing = join(folder, 'checking')
  try {
    if (from.size !== null && from.size !== wanted.size) return 'changed'
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if ((await free(folder)) < wanted.size + SPARE) return 'no-room'
    await rm(growing, { force: true })
    if (!(await writeChecked(from, growing, wanted))) return 'changed'
    await rename(growing, copyPath(folder, wanted))
    return 'copied'
  } finally {
    await from.close()
    await rm(growing, { force: true })
  }
}

/**
 * Writes what is read into a new file, which only this user may read; true where those bytes are the ones that were signed, and on
 * disk. Where they are not, or where it rejects, the caller takes away what was written. Rejects where there is such a file.
 */
export async function writeChecked(from: PlainFile, path: string, { size, sha256 }: Signed): Promise<boolean> {
  const hash = createHash('sha256')
  let written = 0
  // Never through a link that somebody has put there.
  const to = await open(path, 'wx', 0o600)
  try {
    for await (const piece of from.pieces()) {
      written += piece.length
      if (written > size) return false
      hash.update(piece)
      await to.writeFile(piece)
    }
    await to.sync()
  } finally {
    await to.close()
  }
  return written === size && hash.digest('hex') === sha256
}

/** Whether the copy still is what was checked: it has lain there since staff looked. */
export async function isStillRight(path: string, { sha256 }: Signed): Promise<boolean> {
  try {
    const file = await openPlainFile(path)
    if (file === null) return false
    const hash = createHash('sha256')
    try {
      for await (const piece of file.pieces()) hash.update(piece)
    } finally {
      await file.close()
    }
    return hash.digest('hex') === sha256
  } catch {
    return false
  }
}
