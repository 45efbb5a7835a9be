/** What is open of an event’s parts, and an id for something new. Pure. */

type MayClose = { id: string; closed?: boolean | undefined }

/** What something new may be written on; and `kept`, where it is that already. */
export const openOf = <Part extends MayClose>(parts: readonly Part[], kept: string | null = null): Part[] =>
  parts.filter(({ id, closed }) => closed !== true || id === kept)

const LONGEST = 50

/** From what it is called: “The window” is `the-window`, and `the-window-2` where there is one. */
export function idFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')
  const id = plain === '' ? 'part' : plain
  const known = new Set(taken)
  if (!known.has(id)) return id
  for (let n = 2; ; n += 1) if (!known.has(`${id}-${n}`)) return `${id}-${n}`
}
