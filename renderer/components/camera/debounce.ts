/** A code that is held before the camera is seen many times a second, and is one scan. */

/** Five seconds after it was last seen, the same code is a new scan. Milliseconds. */
const AGAIN = 5000

/** Answers whether a code that is seen now is a scan. `now` in milliseconds. Another code is one at once. */
export function createDebounce(now: () => number): (text: string) => boolean {
  const seen = new Map<string, number>()
  return (text) => {
    const at = now()
    for (const [other, last] of seen) if (at - last >= AGAIN) seen.delete(other)
    const isNew = !seen.has(text)
    seen.set(text, at)
    return isNew
  }
}
