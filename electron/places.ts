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
