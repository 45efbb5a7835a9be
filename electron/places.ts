/** Where things lie: the app's own folders, and the data folder of this user. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders of a checkout, for the hosts that run from one. */
export const OWN_FOLDERS = { root, resources: join(root, 'resources'), pages: join(root, 'dist', 'renderer') }

/** Where a station keeps its data unless told otherwise, by each system's own custom. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Pledge Kiosk', 'station')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Pledge Kiosk', 'station')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'pledge-kiosk', 'station')
}

/** What IT sets for this machine: where only an administrator may write, once IT has made the folder (docs/desktop.md). */
export function machineSettingsFile(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Pledge Kiosk', 'settings.json')
  if (platform === 'darwin') return join('/Library', 'Application Support', 'Pledge Kiosk', 'settings.json')
  return join('/etc', 'pledge-kiosk', 'settings.json')
}

/** The log lies beside the data, so that what is taken away with one is not taken away with the other. */
export const logFolder = (folder: string): string => `${folder.replace(/[/\\]+$/, '')}-logs`
