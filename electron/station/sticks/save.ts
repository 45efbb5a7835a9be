/** Puts a file on a stick: whole or not at all, beside whatever is there already. */
import { lstat, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SavedOnStick } from '../../../shared/contract/sticks.ts'
import type { ListSticks, Stick } from '../../files/drives/index.ts'
import { writeExport } from '../../files/export/index.ts'
import { numberedNames } from '../../files/file-names.ts'

type SaveError = Exclude<SavedOnStick['code'], 'saved' | 'gone'>

type SaveDeps = { list: ListSticks; write?: typeof writeExport }

export type Sticks = ReturnType<typeof createSticks>

/** `list` is what it was given; `save` answers with a sentence for whoever stands there, whatever the stick does. */
export function createSticks({ list, write = writeExport }: SaveDeps) {
  /** Paths that are being written: two files of one name that come at once must not meet. */
  const writing = new Set<string>()

  /** Never an existing one; the answer is in `writing` until the caller takes it out. */
  const takePath = async (folder: string, asked: string): Promise<{ name: string; path: string }> => {
    for (const name of numberedNames(asked)) {
      const path = join(folder, name)
      if (writing.has(path)) continue
      writing.add(path)
      if (await isFree(path)) return { name, path }
      writing.delete(path)
    }
    throw new Error('Numbers have an end after all')
  }

  const put = async (stick: Stick, file: File, signal?: AbortSignal): Promise<SavedOnStick> => {
    const { name, path } = await takePath(stick.path, file.name)
    try {
      const written = await write(path, piecesOf(file, signal))
      if (!written.ok) return refused(written.code, stick.name)
      if (await isOn(stick, path)) return { code: 'saved', name, stick: stick.name }
      await rm(path, { force: true })
      return gone(stick.name)
    } finally {
      writing.delete(path)
    }
  }

  return {
    list,
    async save(id: string, file: File, signal?: AbortSignal): Promise<SavedOnStick> {
      const stick = (await list()).find((one) => one.id === id)
      if (stick === undefined) return { code: 'gone', message: GONE }
      try {
        const answer = await put(stick, file, signal)
        if (answer.code === 'saved') return answer
        return (await isThere(id)) ? answer : gone(stick.name)
      } catch (error) {
        // A stick that is pulled out answers with errors of many names; one that is still there has had a bug of ours.
        if (signal?.aborted === true || (await isThere(id))) throw error
        return gone(stick.name)
      }
    },
  }

  async function isThere(id: string): Promise<boolean> {
    return (await list()).some((one) => one.id === id)
  }
}

/** A link that leads nowhere is something. A stick that cannot even be asked says why when it is written to. */
const isFree = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => false,
    () => true,
  )

/** A stick that goes may leave its folder behind, and what is written there is on the tablet. */
const isOn = async ({ device }: Stick, path: string): Promise<boolean> =>
  device === undefined || (await stat(path).catch(() => null))?.dev === device

/** Nothing more is written once nobody waits for it. */
async function* piecesOf(file: File, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of file.stream()) {
    signal?.throwIfAborted()
    yield piece
  }
}

const GONE =
  'That stick is not plugged in any more, so the file is not on it. Plug it in again, or choose another place.'
const gone = (stick: string): SavedOnStick => ({
  code: 'gone',
  message: `${stick} was taken out before the file was written, so the file is not on it. Plug it in again, or choose another place.`,
})

const refused = (code: SaveError, stick: string): SavedOnStick => ({
  code,
  message: `${WHY[code](stick)} The file was not saved.`,
})

/** The writer's own sentences name folders and disks; whoever holds a stick knows it by its name. */
const WHY: Record<SaveError, (stick: string) => string> = {
  'too-large': (stick) => `The file is too large for ${stick}: choose another place.`,
  'disk-full': (stick) => `There is no room left on ${stick}: take something off it, or choose another place.`,
  'folder-missing': (stick) => `${stick} cannot be found: plug it in again, or choose another place.`,
  'not-writable': (stick) =>
    `${stick} cannot be written to: if it has a small switch on its side, it is write-protected. Or choose another place.`,
  'file-in-use': (stick) => `Another program is using ${stick}: close it there, or choose another place.`,
  'is-a-folder': (stick) => `${stick} has a folder of that name: choose another place.`,
  'device-failed': (stick) => `${stick} reported a fault: do not trust it any more, and choose another place.`,
}
