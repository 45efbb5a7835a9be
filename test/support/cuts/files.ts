/** The files of a tablet and its stick as they stand at one moment. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** By their paths in `home`. What SQLite shares in memory is left out: it says nothing to whoever opens the data first. */
export function filesAt(home: string): Map<string, Buffer> {
  const files = ['station', 'stick'].flatMap((name) =>
    readdirSync(join(home, name), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()),
  )
  return new Map(
    files
      .filter(({ name }) => !name.endsWith('-shm'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(home, path), readFileSync(path)]),
  )
}

export const isSame = (one: Map<string, Buffer>, other: Map<string, Buffer>): boolean =>
  one.size === other.size && [...one].every(([name, bytes]) => other.get(name)?.equals(bytes) === true)
