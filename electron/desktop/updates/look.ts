/** Looks for an update on sticks: who made it, whether it is newer, whether it is for this machine, whether it is whole. */
import type { KeyObject } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundUpdate } from '../../../shared/contract/updates.ts'
import type { Installed } from './installation.ts'
import { type InstallerFile, LARGEST_MANIFEST, MANIFEST, readManifest, SIGNATURE, UPDATE_FOLDER } from './manifest.ts'
import { type OpenFile, readSmall } from './plain-file.ts'
import { type FreeRoom, takeCopy } from './take-copy.ts'
import { compareWithRunning } from './version.ts'

/** A removable drive: what staff call it, and where it is. */
export type Stick = { name: string; path: string }

type LookDeps = {
  key: KeyObject
  /** The version that runs. */
  running: string
  platform: NodeJS.Platform
  arch: string
  installation: Installed
  folder: string
  openFile: OpenFile
  free?: FreeRoom
}

export type Looked = { found: FoundUpdate; file: InstallerFile | null }

/** Which answer is told where several sticks have one: the one to install, else the one that helps most. */
const TELLING: readonly FoundUpdate['code'][] = [
  'offered',
  'no-room',
  'unread',
  'changed',
  'not-signed',
  'not-understood',
  'other-machine',
  'older',
  'same',
  'no-update',
]

export async function lookOnSticks(sticks: readonly Stick[], deps: LookDeps): Promise<Looked> {
  if (sticks.length === 0) return { found: { code: 'no-stick' }, file: null }
  const all: Looked[] = []
  for (const stick of sticks) all.push(await lookOn(stick, deps))
  return (
    TELLING.flatMap((code) => all.filter(({ found }) => found.code === code))[0] ?? {
      found: { code: 'no-update' },
      file: null,
    }
  )
}

async function lookOn({ name: stick, path }: Stick, deps: LookDeps): Promise<Looked> {
  const told = (found: FoundUpdate): Looked => ({ found, file: null })
  try {
    const folder = join(path, UPDATE_FOLDER)
    if (!(await isFolder(folder))) return told({ code: 'no-update' })
    const bytes = await readSmall(deps.openFile, join(folder, MANIFEST), LARGEST_MANIFEST)
    const signature = await readSmall(deps.openFile, join(folder, SIGNATURE), LARGEST_MANIFEST)
    if (bytes === null || signature === null) return told({ code: 'not-signed', stick })
    const reading = readManifest(bytes, signature, deps.key)
    if (reading.code !== 'read') return told({ code: reading.code, stick })

    const { version, files } = reading.manifest
    const newer = compareWithRunning(version, deps.running)
    if (newer <= 0) return told({ code: newer < 0 ? 'older' : 'same', stick, version })
    const file = files.find(
      ({ platform, arch, kind }) => platform === deps.platform && arch === deps.arch && kind === deps.installation.kind,
    )
    if (file === undefined) return told({ code: 'other-machine', stick, version })
    const taken = await takeCopy(join(folder, file.name), file, deps)
    if (taken !== 'copied') return told({ code: taken, stick, version })
    return { found: { code: 'offered', stick, version, id: file.sha256, byHand: file.kind === 'dmg' }, file }
  } catch {
    // It was pulled out, or is worn out: nothing of it was kept.
    return told({ code: 'unread', stick })
  }
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isDirectory()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
