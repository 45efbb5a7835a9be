/**
 * Says where each leaf stands: leaf n of a tree always stands in the same place, however many come after it, and the
 * first few are as evenly spread as the first thousand. Pure: places depend on the tree alone.
 */
import { inCrown } from './crown.ts'
import { createGrid } from './grid.ts'
import type { Joint, Tree } from './grow.ts'
import { randomFrom } from './random.ts'

/** Where a leaf's stalk meets its twig (viewBox units), where its tip points (radians), and how it is seen. */
export type Place = {
  x: number
  y: number
  angle: number
  /** Times the tree's leaf length: no two leaves are quite the same size. */
  size: number
  /** Which way the blade bends. */
  flip: boolean
  /** One of `tones`: how the light falls on it. */
  tone: number
  /** Drawn before the wood, so that twigs run across it. */
  behind: boolean
}

/** A leaf's length, tip to stalk, on a tree with few leaves; it shrinks by steps of 4 % as the tree fills. */
const longest = 60
const shrink = 0.96
/** From 0, in the light, to 4, in deep shade. */
export const tones = [0, 1, 2, 3, 4]
/** Leaves grow from wood thinner than this. */
const twig = 2.4
/** From this place on leaves hang on twigs too fine to draw, and fill the gaps between those that are drawn. */
const grown = 300
/** R. (Martin) Roberts' R2 sequence: the golden ratio's cousin for the plane, from the plastic number. */
const r2 = { x: 0.7548776662466927, y: 0.5698402909980532 }

/** The length of a leaf (viewBox units) on a tree with places up to `count` taken; the same for a range of counts. */
export function leafLength(tree: Tree, count: number): number {
  const leaves = Math.max(1, count)
  // A leaf of length 1 covers 0.34; 142 of them cover two fifths of the crown, ten thousand cover it three times over.
  const cover = 0.4 * Math.sqrt(leaves / 142)
  const wanted = Math.sqrt((cover * tree.crownArea) / (0.34 * leaves))
  return longest * shrink ** Math.max(0, Math.ceil(Math.log(wanted / longest) / Math.log(shrink)))
}

/**
 * The places of a tree, found as they are asked for and kept. Ordinals count from 0; past 20,000 places they are shared.
 */
export function createPlaces(tree: Tree): (ordinal: number) => Place {
  const { crown, joints } = tree
  const random = randomFrom(`${tree.seed} leaves`)
  const twigs = createGrid(tree.width, tree.height, 20)
  const limbs = createGrid(tree.width, tree.height, 60)
  joints.forEach((joint, i) => {
    if (joint.radius < twig && joint.parent >= 0) twigs.add(joint.x, joint.y, i)
    else if (joint.radius > 4) limbs.add(joint.x, joint.y, i)
  })
  const taken = new Uint8Array(joints.length)
  const places: Place[] = []
  let u = random()
  let v = random()

  /** The twig that a leaf over this point would grow from: a bare tip close by, or else whatever is nearest. */
  const twigNear = (x: number, y: number): number => {
    let [found, best] = [-1, 26]
    twigs.near(x, y, best, (i) => {
      const joint = joints[i] as Joint
      const d = Math.hypot(joint.x - x, joint.y - y) - (joint.tip && !taken[i] ? 8 : 0)
      if (d < best) [found, best] = [i, d]
    })
    return found
  }
  /** Whether a limb runs within this distance of a point, measured from its bark. */
  const limbWithin = (x: number, y: number, distance: number) => {
    let found = false
    limbs.near(x, y, 50, (i) => {
      const joint = joints[i] as Joint
      found ||= Math.hypot(joint.x - x, joint.y - y) < joint.radius + distance
    })
    return found
  }
  const next = (): Place => {
    for (;;) {
      u = (u + r2.x) % 1
      v = (v + r2.y) % 1
      const x = crown.left + u * (crown.right - crown.left)
      const y = crown.top + v * (crown.bottom - crown.top)
      const i = inCrown(crown, x, y) ? twigNear(x, y) : -1
      const joint = joints[i]
      const below = joints[joint?.parent ?? -1]
      const early = places.length < grown
      // While leaves are few and large they keep off the limbs, which are the better half of the picture.
      if (!joint || !below || (early && limbWithin(x, y, 0))) continue
      const atTip = joint.tip && !taken[i]
      taken[i] = 1
      // Along the twig leaves alternate and lean out; at its tip one leaf carries the twig on.
      const side = Math.sign(Math.cos(joint.heading) * (y - joint.y) - Math.sin(joint.heading) * (x - joint.x)) || 1
      const loose = early ? 0 : 0.8
      const along = atTip ? 0 : random()
      const angle = joint.heading + side * (atTip ? random() * 0.45 : 0.55 + random() * 0.8)
      return {
        x: mix(mix(joint.x, below.x, along), x, loose),
        y: mix(mix(joint.y, below.y, along), y, loose),
        angle,
        size: 0.84 + random() * 0.26,
        flip: side > 0,
        tone: toneAt(tree, x, y, random()),
        behind: random() < 0.3 && !limbWithin(x, y, 22),
      }
    }
  }
  return (ordinal) => {
    const index = Math.max(0, Math.floor(ordinal)) % 20_000
    while (places.length <= index) places.push(next())
    return places[index] as Place
  }
}

const mix = (a: number, b: number, share: number) => a + (b - a) * share

/** The light falls from the upper left on each bough of the crown as on a ball. */
function toneAt({ crown }: Tree, x: number, y: number, chance: number): number {
  let [light, nearest] = [0, Infinity]
  for (const bough of crown.boughs) {
    const dx = (x - bough.x) / bough.radius
    const dy = (y - bough.y) / bough.radius
    const d = Math.hypot(dx, dy)
    if (d < nearest) [light, nearest] = [-0.5 * dx - 0.85 * dy, d]
  }
  const height = (y - crown.top) / (crown.bottom - crown.top)
  const lightness = light * 1.1 + (0.45 - height) * 0.8 + (chance - 0.5) * 0.7
  return Math.min(4, Math.max(0, Math.round(1.8 - lightness * 1.9)))
}
