/** Small files that must be there whole or not at all: written under another name, synced, and only then renamed. */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from '../../../files/sync-folder.ts'

/** Where a file grows before it is renamed. */
export const besideOf = (path: string): string => `${path}.new`

/** Writes a file that its owner alone may read, and syncs it. */
export function writeSynced(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, Buffer.from(content))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The same beside `path`. Answers with where; one that was cut off is written over. */
export function writeBeside(path: string, content: string | Uint8Array): string {
  writeSynced(besideOf(path), content)
  return besideOf(path)
}

export function moveInto(growing: string, path: string): void {
  renameSync(growing, path)
  syncFolder(dirname(path))
}

export function syncFile(path: string): void {
  // Open for writing: Windows syncs no file that is only read.
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
