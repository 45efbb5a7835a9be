/** The files of the data folder are for their owner alone; what others may read is closed to them, or said. */
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Windows has no such modes: there a folder of the user's own keeps others out. */
const HAS_MODES = process.platform !== 'win32'

const isOpen = (path: string): boolean => HAS_MODES && existsSync(path) && (statSync(path).mode & 0o077) !== 0

/** What SQLite makes takes the mode of the database beside it. */
export function keepToOwner(path: string): void {
  if (isOpen(path)) chmodSync(path, 0o600)
}

/** A sentence each of the folder and the keys in it that others on this computer may read. */
export function openToOthers(folder: string): string[] {
  if (!existsSync(folder)) return []
  const keys = readdirSync(folder).filter((name) => name.startsWith('station.key') || name === 'link.key')
  return [
    ...(isOpen(folder)
      ? [`Others on this computer may look into ${folder}. Close it to them: chmod 700 “${folder}”.`]
      : []),
    ...keys
      .filter((name) => isOpen(join(folder, name)))
      .map(
        (name) =>
          `Others on this computer may read the key ${name}. Close it to them: chmod 600 “${join(folder, name)}”.`,
      ),
  ]
}
