/** A folder for one test, gone when the test is over. */
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const SHARED_MEMORY = '/dev/shm'
/** As much as three files at once may want there, with more than enough to spare: a container often has 64 MB. Bytes. */
const ROOM = 2e9

/** Files in memory, where there is room for them, and programs may be started from there. */
function isGood(): boolean {
  try {
    const { bavail, bsize } = statfsSync(SHARED_MEMORY)
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === SHARED_MEMORY)
    return bavail * bsize > ROOM && mount !== undefined && !mount.includes('noexec')
  } catch {
    return false
  }
}

/**
 * Where the system keeps files in its memory. A tablet syncs all it answers to its disk, and thousands of tablets of tests wait for no
 * disk that way; what a program leaves that is killed is the same in both places.
 */
export const MEMORY = isGood() ? SHARED_MEMORY : tmpdir()

export function tempFolder(inside = MEMORY): string {
  const folder = mkdtempSync(join(inside, 'pledge-kiosk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
