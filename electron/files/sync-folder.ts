/** What was renamed or removed in a folder is so after a power cut too, as far as the disk can promise it. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** For the station's own disk. Throws what the disk says, unless it only says that it syncs no folders. */
export function syncFolder(folder: string): void {
  if (!SYNCED) return
  const file = openSync(folder, 'r')
  try {
    fsyncSync(file)
  } catch (error) {
    unlessUnsynced(error)
  } finally {
    closeSync(file)
  }
}

/** The same for a disk that may take its time, such as a stick: everybody else's calls go on meanwhile. */
export async function syncSlowFolder(folder: string): Promise<void> {
  if (!SYNCED) return
  const file = await open(folder, 'r')
  try {
    await file.sync()
  } catch (error) {
    unlessUnsynced(error)
  } finally {
    await file.close()
  }
}

/** Windows syncs no folders, and needs not be asked. */
const SYNCED = process.platform !== 'win32'

/** Said by disks, such as some of those on a network, that cannot sync a folder: no more can be had of them. */
const UNSYNCED = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

function unlessUnsynced(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && UNSYNCED.has(String(error.code)))) throw error
}
