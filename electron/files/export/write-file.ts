/** Puts an export on disk whole or not at all. */
import type { FileHandle } from 'node:fs/promises'
import { accessSync, constants, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { clearHalfMadeSlowly, growingPath } from '../half-made.ts'
import { syncSlowFolder } from '../sync-folder.ts'
import { ExportError, type ExportErrorCode } from './export-error.ts'

export type WrittenFile = { ok: true; bytes: number } | { ok: false; code: ExportErrorCode; message: string }

/**
 * Writes the chunks to `path`: under a temporary name in the same folder, synced, then renamed over what was there. When
 * it cannot, nothing of it is left behind, an older file of that name is untouched, and the answer says why and what to do.
 * What another time was cut off there goes first: people's names may be in it. Errors that are neither the disk's nor the writer's are thrown.
 */
export async function writeExport(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<WrittenFile> {
  await clearHalfMadeSlowly(dirname(path))
  const temporary = growingPath(path)
  try {
    const bytes = await writeSynced(temporary, chunks)
    await rename(temporary, path)
    await syncSlowFolder(dirname(path))
    return { ok: true, bytes }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    return refusal(error, path)
  }
}

async function writeSynced(path: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'wx')
  try {
    let bytes = 0
    for await (const chunk of chunks) bytes += await writeAll(file, chunk)
    await file.sync()
    return bytes
  } finally {
    await file.close()
  }
}

/** A write may take only part of the chunk, as disks do that are nearly full. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<number> {
  let done = 0
  while (done < chunk.length) done += (await file.write(chunk, done)).bytesWritten
  return done
}

function refusal(error: unknown, path: string): WrittenFile & { ok: false } {
  if (error instanceof ExportError) return { ok: false, code: error.code, message: error.message }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = REFUSALS[code]
  if (known === undefined) throw error
  return { ok: false, code: known[0], message: known[1](path) }
}

const full = (path: string) =>
  `There is no room left on the disk for “${path}”. Free some space or choose another disk. Nothing was written.`
const locked = (path: string) =>
  `“${dirname(path)}” cannot be written to. Choose another folder, or ask whoever looks after this computer. Nothing was written.`
const missing = (path: string) =>
  `The folder “${dirname(path)}” does not exist. Make it first, or choose another. Nothing was written.`
const inUse = (path: string) =>
  `“${path}” is open in another program. Close it there and export again. Nothing was written.`
const folder = (path: string) => `“${path}” is a folder. Give a file name as well. Nothing was written.`
const broken = (path: string) => `The disk under “${path}” reported a fault. Choose another disk. Nothing was written.`

/** Why no file can be made at this path, for writers of their own kind; null where it looks as if one could. */
export function whyNotAt(path: string): string | null {
  if (!existsSync(dirname(path))) return missing(path)
  try {
    accessSync(dirname(path), constants.W_OK)
    return null
  } catch {
    return locked(path)
  }
}

const REFUSALS: Readonly<Record<string, readonly [ExportErrorCode, (path: string) => string]>> = {
  ENOSPC: ['disk-full', full],
  EDQUOT: ['disk-full', full],
  EFBIG: ['disk-full', full],
  EACCES: ['not-writable', locked],
  EROFS: ['not-writable', locked],
  ENOENT: ['folder-missing', missing],
  ENOTDIR: ['folder-missing', missing],
  EBUSY: ['file-in-use', inUse],
  // Windows answers so when the file is open in Excel; elsewhere the folder forbids it.
  EPERM: process.platform === 'win32' ? ['file-in-use', inUse] : ['not-writable', locked],
  EISDIR: ['is-a-folder', folder],
  ENOTEMPTY: ['is-a-folder', folder],
  EEXIST: ['is-a-folder', folder],
  EIO: ['device-failed', broken],
  // A stick that was pulled out while the file went to it.
  ENXIO: ['device-failed', broken],
  ENODEV: ['device-failed', broken],
}
