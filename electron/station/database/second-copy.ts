/** Small files without which everything is lost, kept twice: what becomes of one is mended by the other. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { moveInto, writeBeside } from './safe-file.ts'

export const copyOf = (path: string): string => `${path}.copy`

/** True where the file or its copy is there. */
export const isKept = (path: string): boolean => existsSync(path) || existsSync(copyOf(path))

/**
 * What `read` makes of the file; of its copy where the file is gone or `read` throws for it. The other one is written anew where it
 * is gone or cannot be read: one that says something else may be the right one, where somebody has put a wrong file here.
 * null where neither is there; throws what `read` threw for the first that is there where no other can be read.
 */
export function readKept<T>(path: string, read: (text: string) => T): T | null {
  const faults: unknown[] = []
  for (const from of [path, copyOf(path)]) {
    if (!existsSync(from)) continue
    const text = readFileSync(from, 'utf8')
    try {
      const found = read(text)
      const other = from === path ? copyOf(path) : path
      if (!canBe(other, read)) write(other, Buffer.from(text))
      return found
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
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

function write(path: string, bytes: Uint8Array): void {
  try {
    moveInto(writeBeside(path, bytes), path)
  } catch {
    // On a full disk or in a folder that is only read, the one that is whole will do.
  }
}

/** The copy says from now on what the file says. */
export function copyKept(path: string): void {
  const bytes = readFileSync(path)
  if (!existsSync(copyOf(path)) || !readFileSync(copyOf(path)).equals(bytes)) write(copyOf(path), bytes)
}

/** Takes both away, the file itself last: as long as it is there, nothing has happened. */
export function removeKept(path: string): void {
  rmSync(copyOf(path), { force: true })
  rmSync(path, { force: true })
}
