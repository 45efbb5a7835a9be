/** A folder for one test, gone when the test is over. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Where the system keeps files in its memory: for many tablets, each of which syncs all it answers to its disk. */
export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export function tempFolder(inside = tmpdir()): string {
  const folder = mkdtempSync(join(inside, 'pledge-kiosk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
