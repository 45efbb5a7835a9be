/** Paints a tree too full for SVG: the same wood and the same leaves on a canvas, all of it or only where it changed. */
import type { LeafColour } from '../../../shared/domain/event-pack.ts'
import type { Tree } from './grow.ts'
import { blade, edge, fold, lineWidth, ribsOf, stalk } from './leaf-shape.ts'
import type { Curve } from './leaf-shape.ts'
import type { Place } from './place.ts'

/** A leaf and its place on the tree. */
export type PlacedLeaf = { id: string; leaf: LeafColour; place: Place }

/** Colours as the browser computed them. */
export type Palette = {
  bark: string
  lit: string
  edge: string
  fold: string
  leaf: (leaf: LeafColour, tone: number) => string
}

export type Picture = {
  tree: Tree
  wood: Path2D
  lit: Path2D
  leaves: readonly PlacedLeaf[]
  length: number
  palette: Palette
}

/**
 * Paints the picture over the whole canvas (device pixels), the tree standing on the bottom edge as in the SVG. Given
 * `changed`, the places where a leaf has come or gone since the canvas was last painted, it repaints only about them.
 */
export function paintTree(context: CanvasRenderingContext2D, picture: Picture, changed?: readonly Place[]): void {
  const { tree, wood, lit, length, palette } = picture
  const { width, height } = context.canvas
  const scale = Math.min(width / tree.width, height / tree.height)
  const left = (width - tree.width * scale) / 2
  const top = height - tree.height * scale
  const reach = length * 1.2
  // What takes long and shows little is left out: ribs past some two thousand leaves, the fold past five thousand.
  const share = length / Math.sqrt(tree.crownArea)
  const detail = { ribs: share > 0.044 ? ribsOf(length) : [], folded: share > 0.035 }
  let leaves = picture.leaves
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  if (changed) {
    context.beginPath()
    // Whole pixels, so that the seam between old paint and new is nowhere to be seen.
    for (const { x, y } of changed) {
      const side = Math.ceil(reach * scale) * 2
      context.rect(Math.floor(left + (x - reach) * scale), Math.floor(top + (y - reach) * scale), side, side)
    }
    context.clip()
    const near = (a: Place, b: Place) => Math.abs(a.x - b.x) < reach * 2 && Math.abs(a.y - b.y) < reach * 2
    leaves = leaves.filter(({ place }) => changed.some((other) => near(place, other)))
  }
  context.clearRect(0, 0, width, height)
  const paintLeaf = leafPainter(context, length * scale, detail, palette)
  const paintLeaves = (behind: boolean) => {
    context.setTransform(1, 0, 0, 1, 0, 0)
    for (const { leaf, place } of leaves)
      if (place.behind === behind) paintLeaf(leaf, place, left + place.x * scale, top + place.y * scale)
  }
  paintLeaves(true)
  context.setTransform(scale, 0, 0, scale, left, top)
  context.fillStyle = palette.bark
  context.fill(wood)
  context.fillStyle = palette.lit
  context.fill(lit)
  paintLeaves(false)
  context.restore()
}

/**
 * Paints a leaf whose stalk is at (x, y). Its points are turned here and not by the canvas, which takes three times as
 * long over a path when the transform has changed (measured in Chromium); and its edge is a larger leaf beneath it,
 * because a stroke would take longer than all the rest.
 */
function leafPainter(
  context: CanvasRenderingContext2D,
  length: number,
  { ribs, folded }: { ribs: readonly Curve[]; folded: boolean },
  palette: Palette,
): (leaf: LeafColour, place: Place, x: number, y: number) => void {
  let [x, y, cos, sin, turn] = [0, 0, 0, 0, 1]
  const trace = (curve: Curve) => {
    const px = (i: number) => x + cos * (curve[i] as number) - sin * turn * (curve[i + 1] as number)
    const py = (i: number) => y + sin * (curve[i] as number) + cos * turn * (curve[i + 1] as number)
    context.moveTo(px(0), py(0))
    for (let i = 2; i < curve.length; i += 4) context.quadraticCurveTo(px(i), py(i), px(i + 2), py(i + 2))
  }
  const fill = (curve: Curve, colour: string) => {
    context.fillStyle = colour
    context.beginPath()
    trace(curve)
    context.fill()
  }
  const stroke = (curves: readonly Curve[], colour: string, width: number) => {
    context.strokeStyle = colour
    context.lineWidth = width * length
    context.beginPath()
    for (const curve of curves) trace(curve)
    context.stroke()
  }
  return (leaf, place, atX, atY) => {
    ;[x, y, turn] = [atX, atY, place.flip ? -1 : 1]
    cos = Math.cos(place.angle) * place.size * length
    sin = Math.sin(place.angle) * place.size * length
    if (ribs.length > 0) stroke(stalk, palette.bark, lineWidth.stalk)
    fill(edge, palette.edge)
    fill(blade, palette.leaf(leaf, place.tone))
    if (folded) fill(fold, palette.fold)
    if (ribs.length > 0) stroke(ribs, palette.edge, lineWidth.vein)
  }
}
