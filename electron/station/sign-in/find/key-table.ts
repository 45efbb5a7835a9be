/** A table from numbers to numbers, several under one key: a few bytes an entry where a Map of lists takes a hundred. */

export type KeyTable = ReturnType<typeof createKeyTable>

/** FNV-1a over code units, 32 bits. Source: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

// Sums of hashes can be poor in their low bits.
const scatter = (key: number): number => {
  const mixed = Math.imul(key ^ (key >>> 16), 0x45d9f3b)
  return mixed ^ (mixed >>> 15)
}

/** Keys are 32-bit integers, of any quality; two things may share one, so look at what is found. */
export function createKeyTable() {
  let heads = new Int32Array(1024).fill(-1)
  // Entry i is `keys[i]`, `values[i]`, and the next entry of the same bucket.
  let keys = new Int32Array(1024)
  let values = new Int32Array(1024)
  let nexts = new Int32Array(1024)
  let used = 0
  let free = -1

  const bucketOf = (key: number) => scatter(key) & (heads.length - 1)

  function grow(): void {
    const size = keys.length * 2
    const longer = (from: Int32Array<ArrayBuffer>) => {
      const to = new Int32Array(size)
      to.set(from)
      return to
    }
    keys = longer(keys)
    values = longer(values)
    nexts = longer(nexts)
    heads = new Int32Array(size).fill(-1)
    for (let entry = 0; entry < used; entry++) {
      const bucket = bucketOf(keys[entry] ?? 0)
      nexts[entry] = heads[bucket] ?? -1
      heads[bucket] = entry
    }
  }

  return {
    add(key: number, value: number): void {
      // The table only grows when no entry is free, so that every one is in a bucket when buckets are made anew.
      if (free < 0 && used === keys.length) grow()
      const entry = free < 0 ? used++ : free
      if (free >= 0) free = nexts[entry] ?? -1
      const bucket = bucketOf(key)
      keys[entry] = key
      values[entry] = value
      nexts[entry] = heads[bucket] ?? -1
      heads[bucket] = entry
    },
    /** Takes one entry out; nothing happens where there is none. */
    remove(key: number, value: number): void {
      const bucket = bucketOf(key)
      let before = -1
      for (let entry = heads[bucket] ?? -1; entry >= 0; before = entry, entry = nexts[entry] ?? -1) {
        if (keys[entry] !== (key | 0) || values[entry] !== value) continue
        const next = nexts[entry] ?? -1
        if (before < 0) heads[bucket] = next
        else nexts[before] = next
        nexts[entry] = free
        free = entry
        return
      }
    },
    each(key: number, visit: (value: number) => void): void {
      for (let entry = heads[bucketOf(key)] ?? -1; entry >= 0; entry = nexts[entry] ?? -1) {
        if (keys[entry] === (key | 0)) visit(values[entry] ?? -1)
      }
    },
  }
}
