/** How the app that runs was installed, and so what can be installed over it. */
import { readFileSync } from 'node:fs'
import type { InstallerKind } from './manifest.ts'

/** What can be installed over. An AppImage is one file, and `at` is where. */
export type Installed = { kind: 'AppImage'; at: string } | { kind: Exclude<InstallerKind, 'AppImage'> }
export type Installation = Installed | { kind: 'portable' } | { kind: 'not-installed' }

export const canBeUpdated = (installation: Installation): installation is Installed =>
  installation.kind !== 'portable' && installation.kind !== 'not-installed'

type InstallationDeps = {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  /** False where it runs from a checkout. */
  packaged: boolean
  /** The program that runs. */
  program: string
  /** What Debian’s package manager has written down as ours; empty where it has not installed us. */
  debianFiles: () => string
}

export function installationOf({ platform, env, packaged, program, debianFiles }: InstallationDeps): Installation {
  if (!packaged) return { kind: 'not-installed' }
  if (platform === 'win32')
    return env['PORTABLE_EXECUTABLE_FILE'] === undefined ? { kind: 'nsis' } : { kind: 'portable' }
  if (platform === 'darwin') return { kind: 'dmg' }
  const image = env['APPIMAGE']
  if (image !== undefined) return image.startsWith('/') ? { kind: 'AppImage', at: image } : { kind: 'not-installed' }
  // Not asked of `dpkg`: nothing is to be started only to know what to say.
  return debianFiles().split('\n').includes(program) ? { kind: 'deb' } : { kind: 'not-installed' }
}

/** The list that Debian’s package manager keeps of each package that it has installed. */
export function readDebianFiles(): string {
  try {
    return readFileSync('/var/lib/dpkg/info/pledge-kiosk.list', 'utf8')
  } catch {
    return ''
  }
}
