/** Tells the leaves that have just come from those that were there before, so that they unfold before the eyes of the room. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** How long a leaf takes to unfold and its halo to fade. Milliseconds. */
const UNFOLDED = 3200
/** When a whole station's pledges arrive at once, only so many unfold; the rest are simply there. */
const MOST = 30

const NONE: readonly never[] = []

/**
 * The same leaves, with `fresh` on those that came while this screen was open, for as long as they take to unfold. Give
 * undefined until the station has answered: what it answers first was there before.
 */
export function useFreshLeaves<Leaf extends { id: string }>(
  leaves: readonly Leaf[] | undefined,
): readonly (Leaf & { fresh?: boolean })[] {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const known = useRef<ReadonlySet<string>>(null)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())

  // Before it is painted, or the leaf would be seen there, gone, and there again.
  useLayoutEffect(() => {
    if (leaves === undefined) return
    const before = known.current
    known.current = new Set(leaves.map(({ id }) => id))
    if (before === null) return
    const came = leaves.filter(({ id }) => !before.has(id)).slice(-MOST)
    if (came.length === 0) return
    setFresh((now) => new Set([...now, ...came.map(({ id }) => id)]))
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setFresh((now) => new Set([...now].filter((id) => !came.some((leaf) => leaf.id === id))))
    }, UNFOLDED)
    timers.current.add(timer)
  }, [leaves])

  useEffect(() => {
    const running = timers.current
    return () => running.forEach(clearTimeout)
  }, [])

  return useMemo(
    () =>
      leaves === undefined
        ? NONE
        : fresh.size === 0
          ? leaves
          : leaves.map((leaf) => (fresh.has(leaf.id) ? { ...leaf, fresh: true } : leaf)),
    [leaves, fresh],
  )
}
