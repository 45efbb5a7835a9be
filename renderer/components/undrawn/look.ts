/** Looks whether this tablet can draw a letter: what it draws is held beside what it draws where it has nothing. */
import { toLookAt } from './letters.ts'

/** Pixels. */
const SIZE = 32
const SIDE = 64

/** No font has these: two that will never be characters, and one that is none yet. */
const NOTHING = ['\u{10fffe}', '\uffff', '\u0378']

type Look = (character: string) => { picture: string; hasInk: boolean }

function lookWith(fontFamily: string): Look | null {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return null
  return (character) => {
    context.clearRect(0, 0, SIDE, SIDE)
    context.font = `${SIZE}px ${fontFamily}`
    context.fillText(character, SIDE / 4, (SIDE * 2) / 3)
    const { data } = context.getImageData(0, 0, SIDE, SIDE)
    let hash = 0
    let hasInk = false
    for (let at = 3; at < data.length; at += 4) {
      const ink = data[at] ?? 0
      if (ink > 0) hasInk = true
      hash = (Math.imul(hash, 31) + ink) | 0
    }
    return { picture: `${context.measureText(character).width} ${hash}`, hasInk }
  }
}

/** What was looked at once is known for as long as the page stands: fonts do not come and go. */
const known = new Map<string, boolean>()

/** The characters of these texts that this tablet cannot draw. Where it cannot tell, none. */
export async function undrawnIn(texts: Iterable<string>): Promise<ReadonlySet<string>> {
  const characters = toLookAt(texts)
  const fresh = characters.filter((character) => !known.has(character))
  if (fresh.length > 0) {
    const { fontFamily } = getComputedStyle(document.body)
    await document.fonts.load(`${SIZE}px ${fontFamily}`, fresh.join('')).catch(() => undefined)
    const look = lookWith(fontFamily)
    if (look === null) return new Set()
    const nothing = new Set(NOTHING.map((character) => look(character).picture))
    for (const character of fresh) {
      const { picture, hasInk } = look(character)
      // Some systems draw an empty box, others nothing at all. A mark alone may have no ink where it has no letter under it.
      known.set(character, !nothing.has(picture) && (hasInk || /\p{M}/u.test(character)))
    }
  }
  return new Set(characters.filter((character) => known.get(character) === false))
}
