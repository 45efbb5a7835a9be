/** How wide text is, as this browser draws it in the app's own letters. */
import type { Measure } from './fit-text.ts'

/** Large, so that rounding to the screen's pixels does not count. Pixels. */
const AT = 200

/** Loads the letters that these words need, and answers with the way to measure them. */
export async function measureFor(words: readonly string[]): Promise<Measure> {
  const { fontFamily } = getComputedStyle(document.body)
  const text = [...new Set(words.join(''))].join('')
  // A word in letters that the app does not bring is drawn, and measured, in those of the tablet.
  await document.fonts.load(`750 ${AT}px ${fontFamily}`, text).catch(() => undefined)
  const canvas = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (part, weight) => {
    const key = `${weight} ${part}`
    const held = known.get(key)
    if (held !== undefined) return held
    let width = part.length
    if (canvas !== null) {
      canvas.font = `${weight} ${AT}px ${fontFamily}`
      width = canvas.measureText(part).width / AT
    }
    known.set(key, width)
    return width
  }
}
