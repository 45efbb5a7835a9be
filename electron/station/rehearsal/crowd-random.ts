/** Chance for the rehearsal crowd: dice that fall the same way for the same seed, and phrases combined without repeating. */

export type Dice = ReturnType<typeof createDice>

/** A 32-bit mix (the finaliser of MurmurHash3): near seeds give unlike streams. */
const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** One stream of chance. `stream` keeps delegates, pledges, actions and ideas apart, so that asking for more of one leaves the others as they were. */
export function createDice(seed: number, stream: string) {
  let state = mix(seed)
  for (const letter of stream) state = mix(state + (letter.codePointAt(0) ?? 0))
  /** From 0 up to, not including, 1. */
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    return mix(state) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    /** True in `share` of all throws. */
    chance: (share: number): boolean => next() < share,
    pick: <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0],
    /** One of a list that may be empty. */
    oneOf: <T>(from: readonly T[]): T | undefined => from[below(from.length)],
    /** From 1 to `most`, small numbers far more often than large ones. */
    handful: (most: number): number => 1 + Math.floor(next() ** 2.2 * most),
  }
}

/** The numbers from 0 to `count` − 1 in a shuffled order, worked out one at a time: a Feistel network, walked until it lands inside. */
function createShuffle(count: number, seed: number): (position: number) => number {
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, count)) / 2))
  const mask = 2 ** half - 1
  return (position) => {
    let spot = position
    do {
      let left = spot >>> half
      let right = spot & mask
      for (let round = 0; round < 4; round++)
        [left, right] = [right, left ^ (mix(right + seed + Math.imul(round + 1, 0x9e3779b9)) & mask)]
      spot = left * (mask + 1) + right
    } while (spot >= count)
    return spot
  }
}

/**
 * Draws one phrase from each list. No combination comes twice until all have come; then they start again in the same order.
 * Lists must not be empty nor hold a phrase twice.
 */
export function createDeck<const Lists extends readonly (readonly string[])[]>(lists: Lists, seed: number) {
  const count = lists.reduce((product, list) => product * list.length, 1)
  const shuffle = createShuffle(count, mix(seed))
  let drawn = 0
  return {
    count,
    draw(): { [List in keyof Lists]: string } {
      let rest = shuffle(drawn++ % count)
      return lists.map((list) => {
        const phrase = list[rest % list.length] ?? ''
        rest = Math.floor(rest / list.length)
        return phrase
      }) as { [List in keyof Lists]: string }
    },
  }
}
