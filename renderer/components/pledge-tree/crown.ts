/** The outline of the crown: a dome of overlapping round boughs, which gives the tree its silhouette and its light and shade. */
import type { Random } from './random.ts'

type Bough = { x: number; y: number; radius: number }
export type Crown = { boughs: Bough[]; left: number; right: number; top: number; bottom: number }

/** How far the crown keeps from the edge of the picture, so that the largest leaf on the outermost twig still fits. */
const margin = 66

/** Lays out a crown for a picture of this size; units are those of the viewBox. */
export function shapeCrown(width: number, height: number, random: Random): Crown {
  const cx = width / 2
  const rx = Math.min(width / 2 - margin, height * 0.66)
  const top = margin
  const tall = Math.min(height * 0.65, rx * 2.45)
  const size = Math.min(rx * 0.36, tall * 0.23)
  // The widest part sits below the middle: an old open-grown tree, not a lollipop.
  const waist = top + tall * 0.56
  const boughs: Bough[] = []
  const ring = (a: number, up: number, down: number, apart: number) => {
    const count = Math.max(1, Math.round((Math.PI * (a + (up + down) / 2)) / apart))
    const turn = random() * Math.PI * 2
    for (let i = 0; i < count; i++) {
      const angle = turn + ((i + (random() - 0.5) * 0.5) / count) * Math.PI * 2
      const radius = size * (0.82 + random() * 0.36)
      const s = Math.sin(angle)
      const x = cx + Math.cos(angle) * a
      const y = waist + s * (s < 0 ? up : down)
      boughs.push({
        x: Math.min(cx + rx - radius, Math.max(cx - rx + radius, x)),
        y: Math.min(top + tall - radius, Math.max(top + radius, y)),
        radius,
      })
    }
  }
  const up = waist - top - size
  const down = tall - (waist - top) - size
  ring(rx - size, up, down, size * 1.12)
  ring((rx - size) * 0.52, up * 0.55, down * 0.4, size * 1.25)
  boughs.push({ x: cx, y: waist - up * 0.1, radius: size })
  return {
    boughs,
    left: Math.min(...boughs.map((b) => b.x - b.radius)),
    right: Math.max(...boughs.map((b) => b.x + b.radius)),
    top: Math.min(...boughs.map((b) => b.y - b.radius)),
    bottom: Math.max(...boughs.map((b) => b.y + b.radius)),
  }
}

/** The crown's area in square viewBox units, to the nearest hundred or so. */
export function areaOf(crown: Crown): number {
  const cell = 12
  let area = 0
  for (let x = crown.left; x < crown.right; x += cell)
    for (let y = crown.top; y < crown.bottom; y += cell) if (inCrown(crown, x, y)) area += cell * cell
  return area
}

export function inCrown(crown: Crown, x: number, y: number): boolean {
  for (const bough of crown.boughs) {
    const dx = x - bough.x
    const dy = y - bough.y
    if (dx * dx + dy * dy < bough.radius * bough.radius) return true
  }
  return false
}
