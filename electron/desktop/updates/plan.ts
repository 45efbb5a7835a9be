/** What is done to install a checked copy, as data: so that a table can say it for every system, and running it is thin. */
import { posix } from 'node:path'
import { assertNever } from '../../../shared/domain/never.ts'
import { type Command, installDebian, setUpWindows, showOnMac } from './as-administrator.ts'
import type { Installed } from './installation.ts'
import type { Signed } from './take-copy.ts'

/** The program at `place` is replaced in one step by the copy `by`, if that is the file that was signed. */
export type Replacement = { place: string; by: string; file: Signed }

export type Plan = {
  replaces: Replacement | null
  /** What is run, one after the other; each has to end with 0. */
  runs: readonly Command[]
  /** Who starts the app again, where it went well; otherwise it is always the app itself. */
  startedBy: 'itself' | 'installer' | 'person'
}

type PlanDeps = {
  installation: Installed
  /** The copy that was taken, where this user can write. */
  copy: string
  /** What that copy has to be. */
  file: Signed
  /** Where Windows is. */
  systemRoot: string
}

/**
 * Each plan ends the time in which the copy can be changed after it was checked: what is hashed last lies where only an
 * administrator can write and is installed from there, or, of an AppImage, is the very bytes that become the program.
 */
export function planInstall({ installation, copy, file, systemRoot }: PlanDeps): Plan {
  switch (installation.kind) {
    case 'nsis':
      return { replaces: null, runs: [setUpWindows(copy, file, systemRoot)], startedBy: 'installer' }
    case 'AppImage':
      return { replaces: { place: installation.at, by: copy, file }, runs: [], startedBy: 'itself' }
    case 'deb':
      return { replaces: null, runs: [installDebian(posix.resolve(copy), file)], startedBy: 'itself' }
    case 'dmg':
      return { replaces: null, runs: showOnMac(posix.resolve(copy), file), startedBy: 'person' }
    default:
      return assertNever(installation)
  }
}
