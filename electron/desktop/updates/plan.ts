/** What is done to install a checked copy, as data: so that a table can say it for every system, and running it is thin. */
import { posix, win32 } from 'node:path'
import { assertNever } from '../../../shared/domain/never.ts'
import type { Installed } from './installation.ts'

export type Plan = {
  /** The file that the copy takes the place of, in one step. */
  replaces: string | null
  /** What is run, and has to end with 0. */
  runs: { program: string; args: readonly string[] } | null
  /** Who starts the app again, where it went well; otherwise it is always the app itself. */
  startedBy: 'itself' | 'installer' | 'person'
}

type PlanDeps = {
  installation: Installed
  /** The checked copy. */
  copy: string
  /** Where Electron keeps what is packaged beside the app. */
  resources: string
}

/**
 * The arguments are those of electron-updater 6.8 (NsisUpdater, DebUpdater), and where it differs there is a reason:
 * an AppImage is replaced in one step and not deleted first, and `apt-get` looks at what a package needs before it touches
 * anything, where `dpkg -i` finds out half-way.
 */
export function planInstall({ installation, copy, resources }: PlanDeps): Plan {
  switch (installation.kind) {
    case 'nsis':
      return {
        replaces: null,
        // Comes with the installer; it ends with 0 once the administrator has said yes, and the installer goes on by itself.
        runs: { program: win32.join(resources, 'elevate.exe'), args: [copy, '--updated', '/S', '--force-run'] },
        startedBy: 'installer',
      }
    case 'AppImage':
      return { replaces: installation.at, runs: null, startedBy: 'itself' }
    case 'deb':
      return {
        replaces: null,
        runs: {
          program: '/usr/bin/pkexec',
          args: ['--disable-internal-agent', '/usr/bin/apt-get', 'install', '--yes', posix.resolve(copy)],
        },
        startedBy: 'itself',
      }
    case 'dmg':
      return { replaces: null, runs: { program: '/usr/bin/open', args: [copy] }, startedBy: 'person' }
    default:
      return assertNever(installation)
  }
}
