/** Reads plain files of a stick, piece by piece. A stick is a stranger’s: nothing on it is followed, waited for or trusted. */
import { constants, type BigIntStats } from 'node:fs'
import { lstat, open } from 'node:fs/promises'

/** Bytes that are read at a time: small enough that nothing else waits for them, a few milliseconds of an old stick. */
const PIECE = 1024 * 1024

export type PlainFile = {
  /** Null where it is not known before the end. */
  size: number | null
  /** The bytes in order, each piece good until the next is asked for. Rejects where it cannot be read on. */
  pieces(): AsyncGenerator<Buffer>
  close(): Promise<void>
}
export type OpenFile = (path: string) => Promise<PlainFile | null>

const isSame = (a: BigIntStats, b: BigIntStats) => a.dev === b.dev && a.ino === b.ino

/** Null where there is no plain file of that name: nothing, a folder, a link to somewhere, a device that never ends. */
export const openPlainFile: OpenFile = async (path) => {
  const named = await lstat(path, { bigint: true }).catch(absent)
  if (named?.isFile() !== true) return null
  // Windows has no such flag; there the file that was opened is compared with the one that was looked at.
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(absent)
  if (file === null) return null
  const opened = await file.stat({ bigint: true })
  if (!opened.isFile() || !isSame(named, opened)) {
    await file.close()
    return null
  }
  return {
    size: Number(opened.size),
    async *pieces() {
      const piece = Buffer.alloc(PIECE)
      for (;;) {
        const { bytesRead } = await file.read(piece, 0, PIECE, null)
        if (bytesRead === 0) return
        yield piece.subarray(0, bytesRead)
      }
    },
    close: () => file.close(),
  }
}

/** A small file in one; null where there is none, or it is larger than that. */
export async function readSmall(openFile: OpenFile, name: string, largest: number): Promise<Buffer | null> {
  const file = await openFile(name)
  if (file === null) return null
  try {
    const held: Buffer[] = []
    let size = 0
    for await (const piece of file.pieces()) {
      size += piece.length
      if (size > largest) return null
      held.push(Buffer.from(piece))
    }
    return Buffer.concat(held)
  } finally {
    await file.close()
  }
}

/** There is nothing of that name, or it is a link; any other fault is one of reading. */
function absent(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return null
  throw error
}
