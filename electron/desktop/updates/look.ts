/** Looks for an update wherever there may be one: who made it, whether it is newer, whether it is for this machine, whether it is whole. */
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

/** Where an update may be; nothing that is read there is trusted before it was checked. */
export type Place = {
  /** The stick’s name; null for the server that IT has named. */
  stick: string | null
  /** False where it has no folder for an update. */
  hasFolder: () => Promise<boolean>
  /** A file of the update, by its name in it; null where there is none. A server that gives no file rejects with a `NoAnswer`. */
  open: OpenFile
}

/** Why a server gave nothing. No class, or whatever asks a network would have to be loaded with what does not. */
export type NoAnswer = Error & { code: 'no-answer' | 'redirected' }

const isNoAnswer = (error: unknown): error is NoAnswer =>
  error instanceof Error && 'code' in error && (error.code === 'no-answer' || error.code === 'redirected')

type LookDeps = {
  key: KeyObject
  /** The version that runs. */
  running: string
  platform: NodeJS.Platform
  arch: string
  installation: Installed
  /** For the copy. */
  folder: string
  free?: FreeRoom
}

export type Looked = { found: FoundUpdate; file: InstallerFile | null }

/** Which answer is told where several places have one and nothing can be installed: the one that helps most. */
const TELLING: readonly FoundUpdate['code'][] = [
  'no-room',
  'unread',
  'changed',
  'not-signed',
  'not-understood',
  'other-machine',
  'older',
  'same',
  'redirected',
  'no-answer',
  'no-update',
]

/** A stick’s folder with the update in it, itself a folder and no link to one. */
export function onStick({ name, path }: Stick, openFile: OpenFile): Place {
  const folder = join(path, UPDATE_FOLDER)
  return { stick: name, hasFolder: () => isFolder(folder), open: (file) => openFile(join(folder, file)) }
}

/** In the order of the places, until one has what can be installed: what comes after that is not asked. */
export async function lookAt(places: readonly Place[], deps: LookDeps): Promise<Looked> {
  if (places.length === 0) return { found: { code: 'no-stick' }, file: null }
  const all: Looked[] = []
  for (const place of places) {
    const looked = await lookAtOne(place, deps)
    if (looked.found.code === 'offered') return looked
    all.push(looked)
  }
  const best = TELLING.flatMap((code) => all.filter(({ found }) => found.code === code))[0]
  if (best !== undefined && best.found.code !== 'no-update') return best
  return { found: { code: 'no-update', online: places.some(({ stick }) => stick === null) }, file: null }
}

async function lookAtOne({ stick, hasFolder, open }: Place, deps: LookDeps): Promise<Looked> {
  const told = (found: FoundUpdate): Looked => ({ found, file: null })
  const noUpdate = told({ code: 'no-update', online: stick === null })
  try {
    if (!(await hasFolder())) return noUpdate
    const bytes = await readSmall(open, MANIFEST, LARGEST_MANIFEST)
    const signature = await readSmall(open, SIGNATURE, LARGEST_MANIFEST)
    // Whether a server has a folder is seen by what is in it.
    if (bytes === null && signature === null && stick === null) return noUpdate
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
    const taken = await takeCopy(open, file, deps)
    if (taken !== 'copied') return told({ code: taken, stick, version })
    return { found: { code: 'offered', stick, version, id: file.sha256, byHand: file.kind === 'dmg' }, file }
  } catch (error) {
    // Nothing of it was kept. A stick was pulled out, or is worn out; the network broke off, or is too slow.
    return told(isNoAnswer(error) ? { code: error.code } : { code: 'unread', stick })
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
