/** Which lines are broken: drawn by a seed, from all folders of the product in turn. */
import { createChance } from '../fixtures/delegates/invented-people.ts'
import { broken, findBreaks } from './break.ts'

/** A file of the product: its path from the top folder, with forward slashes, and its text. */
export type ProductFile = { path: string; text: string }

/**
 * A break that can be found again after the file has changed around it: by the words of its line, which of those lines it is, and the
 * place in the line.
 */
export type Drawn = {
  path: string
  /** The whole line, without its indent. */
  words: string
  /** 0 for the first such line of the file. */
  nth: number
  /** Where in these words. */
  column: number
  from: string
  to: string
}

/** The folder that a file is drawn with: three names deep at most. */
const folderOf = (path: string): string => path.split('/').slice(0, -1).slice(0, 3).join('/')

/** Draws `count` breaks, no two in one file, each folder once before any comes a second time; fewer where there are no more. */
export function draw(files: readonly ProductFile[], seed: number, count: number): Drawn[] {
  const chance = createChance(seed)
  const take = <T>(from: T[]): T | undefined => from.splice(Math.floor(chance() * from.length), 1)[0]
  const folders = Map.groupBy(
    files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ({ path }) => folderOf(path),
  )
  const drawn: Drawn[] = []
  for (let left = [...folders.keys()]; left.length > 0 && drawn.length < count;) {
    const round = [...left]
    for (let folder = take(round); folder !== undefined && drawn.length < count; folder = take(round)) {
      const one = drawFrom(folders.get(folder) ?? [], take, chance)
      if (one === null) left = left.filter((name) => name !== folder)
      else drawn.push(one)
    }
  }
  return drawn
}

/** Takes files out of the folder until one has something to break. */
function drawFrom(files: ProductFile[], take: <T>(from: T[]) => T | undefined, chance: () => number): Drawn | null {
  for (let file = take(files); file !== undefined; file = take(files)) {
    const breaks = findBreaks(file.path, file.text)
    const one = breaks[Math.floor(chance() * breaks.length)]
    if (one === undefined) continue
    const before = file.text.lastIndexOf('\n', one.start - 1) + 1
    const line = file.text.slice(before).split('\n', 1)[0] ?? ''
    const words = line.trim()
    const indent = line.length - line.trimStart().length
    const nth = file.text
      .slice(0, before)
      .split('\n')
      .filter((other) => other.trim() === words).length
    return { path: file.path, words, nth, column: one.start - before - indent, from: one.from, to: one.to }
  }
  return null
}

/** The text of its file with the line broken; null where the line is not there any more. */
export function breakIn(text: string, { words, nth, column, from, to }: Drawn): string | null {
  let start = 0
  let seen = 0
  for (const line of text.split('\n')) {
    if (line.trim() === words && seen++ === nth) {
      const at = start + (line.length - line.trimStart().length) + column
      return text.startsWith(from, at) ? broken(text, { start: at, end: at + from.length, to }) : null
    }
    start += line.length + 1
  }
  return null
}
