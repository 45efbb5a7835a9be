/** Small files without which everything is lost, kept twice: what becomes of one is mended by the other. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { halfMadeOf } from '../../../files/half-made.ts'
import { syncFolder } from '../../../files/sync-folder.ts'
import { besideOf, moveInto, writeBeside } from './safe-file.ts'

export const copyOf = (path: string): string => `${path}.copy`

/** True where the file or its copy is there. */
export const isKept = (path: string): boolean => existsSync(path) || existsSync(copyOf(path))

/**
 * What `read` makes of the file; of its copy where the file is gone or `read` throws for it. The other one is written anew where it
 * is gone or cannot be read: one that says something else may be the right one, where somebody has put a wrong file here.
 * null where neither is there; throws what `read` threw for the first that is there where no other can be read.
 */
export function readKept<T>(path: string, read: (text: string) => T): T | null {
  const errors: unknown[] = []
  for (const from of [path, copyOf(path)]) {
    if (!existsSync(from)) continue
    try {
      const text = readFileSync(from, 'utf8')
      const found = read(text)
      const other = from === path ? copyOf(path) : path
      if (!canBe(other, read)) mendKept(other, Buffer.from(text))
      return found
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
  return null
}

function canBe(path: string, read: (text: string) => unknown): boolean {
  try {
    read(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}

/** Writes one of the two anew, where that can be done. */
export function mendKept(path: string, bytes: Uint8Array): void {
  try {
    moveInto(writeBeside(path, bytes), path)
  } catch {
    // On a full disk or in a folder that is only read, the one that is whole will do.
  }
}

/** The copy says from now on what the file says. */
export const copyKept = (path: string): void => mendKept(copyOf(path), readFileSync(path))

/** What has grown beside the file takes its place. Its copy goes first: what is not meant to hold any more is never left in it. */
export function replaceKept(growing: string, path: string): void {
  if (existsSync(copyOf(path))) {
    rmSync(copyOf(path))
    syncFolder(dirname(path))
  }
  moveInto(growing, path)
  copyKept(path)
}

/** Takes all of it away, whatever of it was cut off half-made; the file itself before the last look: until then nothing has happened. */
export function removeKept(path: string): void {
  const rest = [copyOf(path), besideOf(copyOf(path)), besideOf(path), ...halfMadeOf(path)]
  // Another program may be reading in between, and mend what it finds: the rest a second time.
  for (const one of [...rest, path, ...rest]) if (existsSync(one)) rmSync(one)
}
