/** Rows of a list as people write them: “3, 7-9”, counted as a spreadsheet counts. Pure. */

/** The rows, each once, in their order; null where something else stands there, or they are more than `most`. */
export function rowsIn(text: string, most: number): number[] | null {
  const rows = new Set<number>()
  const parts = text
    .replaceAll(/\s*[-–—]\s*/g, '-')
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
  for (const part of parts) {
    const [, first, last = first] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (!(from >= 1 && to >= from && to - from < most)) return null
    for (let row = from; row <= to; row++) rows.add(row)
  }
  return rows.size > most ? null : [...rows].toSorted((one, other) => one - other)
}
