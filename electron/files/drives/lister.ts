/** Which sticks are plugged in now: asks the system, and answers with none where it is slow or broken. */
import { createHash } from 'node:crypto'
import type { Drive } from './drive.ts'

/**
 * A drive that can be taken out and written to. `free` and `size` in bytes. `path` is its top folder, and stays in Node;
 * `device` is the number of the disk that this leads to, where it was told.
 */
export type Stick = { id: string; name: string; free: number; size: number; path: string; device?: number }
export type ListSticks = () => Promise<Stick[]>

export type ListerDeps = {
  drives: () => Promise<Drive[]>
  /** Bytes on the drive at this path; throws where it cannot be written to, or is not there any more. */
  room: (path: string) => Promise<{ free: number; size: number; device?: number }>
  /** How long anybody waits for an answer. Milliseconds. */
  patience?: number
}

const PATIENCE = 4000

/**
 * Never throws, and never keeps anybody waiting for longer than `patience`. While a question is out no second is asked: a
 * drive that does not answer holds one thread of Node and not, by and by, all of them.
 */
export function createLister({ drives, room, patience = PATIENCE }: ListerDeps): ListSticks {
  let asked: Promise<Stick[]> | null = null
  const ask = async (): Promise<Stick[]> => {
    const found = await drives()
    const looked = await Promise.all(
      found.map(async ({ key, name, path }): Promise<Stick[]> => {
        const about = await within(
          room(path).catch(() => null),
          patience / 2,
          null,
        )
        // What is plugged in may be changed for another of the same name: that is another one by its size.
        return about === null || about.size <= 0 ? [] : [{ id: idOf(`${key} ${about.size}`), name, path, ...about }]
      }),
    )
    return looked.flat()
  }
  return () => {
    asked ??= ask()
      .catch((): Stick[] => [])
      .finally(() => (asked = null))
    return within(asked, patience, [])
  }
}

const idOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 24)

async function within<T>(work: Promise<T>, milliseconds: number, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => void (timer = setTimeout(resolve, milliseconds, otherwise)))
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
