/** Postings: under each key, a list of those it leads to. */

/** Postings with no keys. A key is kept only as long as it leads to somebody. */
export function createPostings<Owner>() {
  const lists = new Map<string, Owner[]>()
  return {
    has: (key: string): boolean => lists.has(key),
    keys: (): Iterable<string> => lists.keys(),
    /** Those under a key, in the order in which they were added; an empty list for a key that is not known. */
    of: (key: string): readonly Owner[] => lists.get(key) ?? [],
    /** Adds an owner under a key, twice if asked twice. Returns whether the key is new. */
    add(key: string, owner: Owner): boolean {
      const list = lists.get(key)
      list?.push(owner)
      if (list === undefined) lists.set(key, [owner])
      return list === undefined
    },
    /** Takes an owner out once; nothing happens where it is not there. Returns whether the key is gone with it. */
    remove(key: string, owner: Owner): boolean {
      const list = lists.get(key) ?? []
      const index = list.indexOf(owner)
      if (index >= 0) list.splice(index, 1)
      return list.length === 0 && lists.delete(key)
    },
  }
}
