/** Paints a tree too full for SVG: the same wood and the same leaves on a canvas, all of it or only where it changed. */
import type { LeafColour } from '../../../shared/domain/event-pack.ts'
import type { Tree } from './grow.ts'
import { blade, half, lineWidth, ribOf, stalk } from './leaf-shape.ts'
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
  const stand = ({ x, y, angle, size, flip }: Place) => {
    const cos = Math.cos(angle) * size * length * scale
    const sin = Math.sin(angle) * size * length * scale
    const turn = flip ? -1 : 1
    context.setTransform(cos, sin, -sin * turn, cos * turn, left + x * scale, top + y * scale)
  }
  const paintLeaf = leafPainter(context, length, palette)
  const paintLeaves = (behind: boolean) => {
    for (const { leaf, place } of leaves) {
      if (place.behind !== behind) continue
      stand(place)
      paintLeaf(palette.leaf(leaf, place.tone))
    }
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

/** Paints a unit leaf where the context stands. The edge is a larger leaf beneath: a stroke takes as long as all the rest. */
function leafPainter(context: CanvasRenderingContext2D, length: number, palette: Palette): (colour: string) => void {
  const ribs = ribOf(length)
  const shapes = { outline: new Path2D(blade), edge: new Path2D(), fold: new Path2D(half) }
  const lines = { stalk: new Path2D(stalk), ribs: new Path2D(ribs) }
  const { edge } = lineWidth
  shapes.edge.addPath(shapes.outline, { a: 1 + edge, d: 1 + edge * 2.2, e: edge * -0.55 })
  const stroke = (line: Path2D, colour: string, width: number) => {
    context.strokeStyle = colour
    context.lineWidth = width
    context.stroke(line)
  }
  return (colour) => {
    if (ribs) stroke(lines.stalk, palette.bark, lineWidth.stalk)
    context.fillStyle = palette.edge
    context.fill(shapes.edge)
    context.fillStyle = colour
    context.fill(shapes.outline)
    context.fillStyle = palette.fold
    context.fill(shapes.fold)
    if (ribs) stroke(lines.ribs, palette.edge, lineWidth.vein)
  }
}
