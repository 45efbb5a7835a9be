/** Every file that belongs to this repository, found without git so that a copy of the folder can be checked too. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { house } from './tools.ts'

export interface HouseFile {
  /** From the top folder, with forward slashes. */
  path: string
  text: string
}

const notOurs = new Set(['.git', 'node_modules', 'dist', 'release', 'coverage', 'test-results'])
const notText = /\.(png|ico|icns|woff2|xlsx|y4m|zip|gz|db|sqlite|age)$/

/** Reads all text files whose path from the top folder matches, in order of path. */
export async function readHouse(matching: RegExp): Promise<HouseFile[]> {
  const paths = (await listFiles('')).filter((path) => matching.test(path) && !notText.test(path))
  return Promise.all(paths.toSorted().map(async (path) => ({ path, text: await readFile(join(house, path), 'utf8') })))
}

/** Their paths from the top folder, below `folder` (`''` for all of them). */
export async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(join(house, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (notOurs.has(entry.name) || entry.name.startsWith('.station')) continue
    if (entry.isDirectory()) found.push(...(await listFiles(path)))
    else if (entry.isFile()) found.push(path)
  }
  return found
}

/** The line, counted from 1, that a place in a text lies on. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
