/** A priority’s label where there is room for a few letters of it. Pure. */

type Labelled = { id: string; label: string }

/** Between the parts of a label: “Objective 2 · home and health”. */
const BETWEEN = ' · '

/** What tells this label from the others: without the beginning that another of them has, too. */
export function tellingLabel({ id, label }: Labelled, all: readonly Labelled[]): string {
  const parts = label.split(BETWEEN)
  const others = all.filter((other) => other.id !== id).map((other) => other.label.split(BETWEEN))
  const isShared = (part: string, at: number) => at < parts.length - 1 && others.some((other) => other[at] === part)
  const first = parts.findIndex((part, at) => !isShared(part, at))
  return parts.slice(Math.max(first, 0)).join(BETWEEN)
}
