/** Which of the codes that are held out are scans, and which of their answers are shown: no page, no camera, no clock. */
import type { HeldCode } from './picture.ts'

/** So long after it was last seen a code is still held, and no new scan. Milliseconds. */
const STILL_HELD = 5000

/** Told whether the code that was scanned is somebody’s, as soon as the station has said so; answers whether that is to be shown. */
export type MayShow = (known: boolean) => boolean

type Held = HeldCode & {
  /** When it was last seen. */
  at: number
  /** `withheld`: the station does not know it, and nobody has been told. */
  is: 'new' | 'asked' | 'known' | 'unknown' | 'withheld'
  /** What was seen in one picture with it, and so cannot have come into its place. */
  beside: Set<string>
  /** Something else has been seen in its place since: it is not held any more. */
  replaced: boolean
}

/**
 * Looks at one picture after another. A code is one scan until five seconds after it was last seen, another code is one at once,
 * and where there are several the nearest to the middle is meant; those that nobody has are passed over once that is known. The
 * reader may miss any code in any picture. While a badge is held, the answer to a code that nobody has is not shown: it is asked
 * for again when the badge is gone and the code still there. Times in milliseconds, of one clock that never goes back.
 */
export function createScans() {
  const held = new Map<string, Held>()

  const forget = (at: number) => {
    for (const [text, code] of held) if (at - code.at >= STILL_HELD) held.delete(text)
  }
  const isBadgeHeld = () => [...held.values()].some(({ is, replaced }) => is === 'known' && !replaced)

  return {
    /** A picture was looked at: `codes` are held out in it, the nearest to the middle first. Answers with what is a scan now. */
    see(codes: readonly HeldCode[], at: number): string | null {
      forget(at)
      for (const code of codes) {
        const before = held.get(code.text) ?? { is: 'new', beside: new Set() }
        for (const { text } of codes) before.beside.add(text)
        held.set(code.text, { ...before, ...code, at, replaced: false })
      }
      for (const code of held.values())
        code.replaced ||= codes.some((other) => !code.beside.has(other.text) && isInPlaceOf(code, other))
      for (const { text } of codes) {
        const code = held.get(text)
        if (code?.is === 'new' || (code?.is === 'withheld' && !isBadgeHeld())) {
          code.is = 'asked'
          return text
        }
        if (code?.is === 'asked' || code?.is === 'known') return null
      }
      return null
    },

    /** The station has answered. Answers whether that is to be shown. */
    answer(text: string, known: boolean, at: number): boolean {
      forget(at)
      const shown = known || !isBadgeHeld()
      const code = held.get(text)
      if (code !== undefined) code.is = known ? 'known' : shown ? 'unknown' : 'withheld'
      return shown
    },
  }
}

/** Two codes cannot be in one place: where the middle of the other lies on it, the first is not there. */
const isInPlaceOf = (code: HeldCode, other: HeldCode): boolean =>
  Math.hypot(code.x - other.x, code.y - other.y) < code.reach
