/** Numbers that look random and are the same every time for the same seed, so that every screen draws the same tree. */

export type Random = () => number

/**
 * A stream of numbers in [0, 1) that depends on the text alone.
 * The text is hashed with FNV-1a and the stream is mulberry32, both public domain.
 */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
