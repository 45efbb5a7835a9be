/**
 * Grows the tree's wood: branches compete for points scattered in the crown until none is left.
 * The method is space colonisation: A. Runions, B. Lane, P. Prusinkiewicz, "Modeling Trees with a Space Colonization
 * Algorithm", Eurographics Workshop on Natural Phenomena, 2007. Pure: the same seed and shape give the same tree.
 */
import { areaOf, inCrown, shapeCrown } from './crown.ts'
import type { Crown } from './crown.ts'
import { createGrid } from './grid.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'

/** A point where wood ends, bends or forks; `parent` is the joint below it, −1 at the foot; `heading` in radians. */
export type Joint = { x: number; y: number; parent: number; radius: number; heading: number; tip: boolean }

/** A grown tree in viewBox units: every tree is 1000 high, its foot stands at `foot`. */
export type Tree = {
  seed: string
  width: number
  height: number
  foot: Point
  joints: Joint[]
  crown: Crown
  /** Square viewBox units. */
  crownArea: number
}

type Sapling = { crown: Crown; joints: Joint[]; trunk: number }
type Point = { x: number; y: number }
type Growth = { width: number; step: number; reach: number; kill: number; inertia: number; lift: number; from: number }

const height = 1000
const ground = 942
const trunkRadius = 25
const twigRadius = 0.62

/** Grows the tree of a seed (the event's id) for a picture whose width is `aspect` times its height. */
export function growTree(seed: string, aspect: number): Tree {
  const width = Math.round(height * aspect)
  // A gardener's choice: of many seedlings the few that stand most upright and even are grown on, and one is kept.
  const seedlings = Array.from({ length: 12 }, (_, i) => growLimbs(width, randomFrom(`${seed} ${i}`)))
  const saplings = fairest(seedlings).slice(0, 3)
  for (const { crown, joints, trunk } of saplings) {
    const boughs = clearOfTrunk(scatter(crown, 40, 0.95, randomFrom(`${seed} boughs`)), joints, trunk)
    colonise(joints, boughs, { width, step: 9, reach: 110, kill: 21, inertia: 0.45, lift: 0.05, from: trunk })
  }
  const { crown, joints, trunk } = fairest(saplings)[0] as Sapling
  const twigs = clearOfTrunk(scatter(crown, 19, 1, randomFrom(`${seed} twigs`)), joints, trunk)
  colonise(joints, twigs, { width, step: 6.5, reach: 60, kill: 9, inertia: 0.35, lift: 0.03, from: trunk })
  const crownArea = areaOf(crown)
  // A tree with twice the crown has twice the wood to carry it.
  thicken(joints, trunkRadius * Math.sqrt(crownArea / 370_000))
  smooth(joints, 4)
  for (const joint of joints) {
    const below = joints[joint.parent]
    if (below) joint.heading = Math.atan2(joint.y - below.y, joint.x - below.x)
  }
  return { seed, width, height, foot: { x: width / 2, y: ground }, joints, crown, crownArea }
}

/** The trunk, and the limbs, which stride towards a few far points. */
function growLimbs(width: number, random: Random): Sapling {
  const crown = shapeCrown(width, height, random)
  const joints = raiseTrunk(width / 2, crown, random)
  const trunk = joints.length
  const limbs = scatter(crown, 84, 0.8, random)
  colonise(joints, limbs, { width, step: 13, reach: 4000, kill: 52, inertia: 0.45, lift: 0.08, from: trunk - 5 })
  return { crown, joints, trunk }
}

function fairest(saplings: readonly Sapling[]): Sapling[] {
  const errors = new Map(saplings.map((sapling) => [sapling, faultOf(sapling)]))
  return saplings.toSorted((a, b) => (errors.get(a) ?? 0) - (errors.get(b) ?? 0))
}

/** How far the limbs droop, turn back on themselves or lean to one side, thick ones counting most; lower is better. */
function faultOf({ joints, crown }: Sapling): number {
  thicken(joints, trunkRadius)
  const middle = (crown.left + crown.right) / 2
  let [weight, droop, bend, lean] = [0, 0, 0, 0]
  for (const joint of joints) {
    const below = joints[joint.parent]
    if (!below) continue
    weight += joint.radius
    droop += joint.radius * Math.max(0, Math.sin(joint.heading) + 0.1)
    bend += joint.radius * (1 - Math.cos(joint.heading - below.heading))
    lean += joint.radius * (joint.x - middle)
  }
  return (droop * 2 + bend * 2) / weight + Math.abs(lean / weight / (crown.right - crown.left)) * 3
}

function raiseTrunk(x: number, crown: Crown, random: Random): Joint[] {
  const lean = (random() - 0.5) * 36
  const sway = (random() < 0.5 ? -1 : 1) * (7 + random() * 7)
  const top = crown.bottom - (crown.bottom - crown.top) * 0.06
  const count = Math.round((ground - top) / 13)
  return Array.from({ length: count + 1 }, (_, i) => {
    const t = i / count
    return {
      x: x + lean * t + Math.sin(t * Math.PI * 1.6) * sway,
      y: ground - (ground - top) * t,
      parent: i - 1,
      radius: 0,
      heading: -Math.PI / 2,
      tip: false,
    }
  })
}

/** Points about `apart` from one another all over the crown: a jittered honeycomb. */
function scatter(crown: Crown, apart: number, within: number, random: Random): Point[] {
  const points: Point[] = []
  let odd = 0
  const cx = (crown.left + crown.right) / 2
  const cy = crown.top + (crown.bottom - crown.top) * 0.6
  for (let y = crown.top; y < crown.bottom; y += apart * 0.866, odd = apart / 2 - odd)
    for (let x = crown.left + odd; x < crown.right; x += apart) {
      const point = { x: x + (random() - 0.5) * apart * 0.8, y: y + (random() - 0.5) * apart * 0.8 }
      if (inCrown(crown, cx + (point.x - cx) / within, cy + (point.y - cy) / within)) points.push(point)
    }
  return points
}

/** Leaves out the points about the fork, so that no twig sprouts from the trunk. */
function clearOfTrunk(points: readonly Point[], joints: readonly Joint[], trunk: number): Point[] {
  const fork = joints[trunk - 1]
  return points.filter(({ x, y }) => !fork || y < fork.y - 45 || Math.abs(x - fork.x) > 55)
}

/** Lets the joints grow towards the points: each point pulls at its nearest joint, and is gone once reached. */
function colonise(
  joints: Joint[],
  points: readonly Point[],
  { width, step, reach, kill, inertia, lift, from }: Growth,
): void {
  const grid = createGrid(width, height, Math.min(reach, 200))
  points.forEach((point, i) => grid.add(point.x, point.y, i))
  const nearest = new Int32Array(points.length).fill(-1)
  const squared = new Float64Array(points.length).fill(reach * reach)
  let waiting = points.map((_, i) => i)
  let [x, y, nearby] = [0, 0, 0]
  const notice = (i: number) => {
    const point = points[i] as Point
    const dx = point.x - x
    const dy = point.y - y
    const d = dx * dx + dy * dy
    if (d >= (squared[i] as number)) return
    squared[i] = d
    nearest[i] = nearby
  }
  const sprouted = new Map<number, Point[]>()
  for (let first = from; first < joints.length;) {
    for (nearby = first; nearby < joints.length; nearby++) {
      ;({ x, y } = joints[nearby] as Joint)
      grid.near(x, y, Math.min(reach, 2000), notice)
    }
    first = joints.length
    waiting = waiting.filter((i) => (squared[i] as number) >= kill * kill)
    const pulls = new Map<number, Point>()
    for (const i of waiting) {
      const j = nearest[i] as number
      const joint = joints[j]
      if (!joint) continue
      const point = points[i] as Point
      const d = Math.sqrt(squared[i] as number)
      const pull = pulls.get(j)
      if (pull) {
        pull.x += (point.x - joint.x) / d
        pull.y += (point.y - joint.y) / d
      } else pulls.set(j, { x: (point.x - joint.x) / d, y: (point.y - joint.y) / d })
    }
    // Each joint that is pulled at sprouts once, half the way it is pulled and half the way it was going.
    for (const [j, pull] of pulls) {
      const joint = joints[j] as Joint
      const strength = Math.sqrt(pull.x * pull.x + pull.y * pull.y) || 1
      const heading = Math.atan2(
        (pull.y / strength) * (1 - inertia) + Math.sin(joint.heading) * inertia - lift,
        (pull.x / strength) * (1 - inertia) + Math.cos(joint.heading) * inertia,
      )
      const sprout = { x: joint.x + Math.cos(heading) * step, y: joint.y + Math.sin(heading) * step }
      const siblings = sprouted.get(j) ?? []
      if (siblings.length > 2 || siblings.some((s) => near(s, sprout, step * 0.6))) {
        // Points on two sides pull this joint to and fro: let go of them, or it would sprout for ever.
        waiting = waiting.filter((i) => nearest[i] !== j)
        continue
      }
      sprouted.set(j, [...siblings, sprout])
      joints.push({ ...sprout, parent: j, radius: 0, heading, tip: false })
    }
  }
}

const near = (a: Point, b: Point, distance: number) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < distance ** 2

/** Da Vinci's rule: a limb is as thick as all it carries; the exponent is whatever makes twigs and trunk come out right. */
function thicken(joints: Joint[], foot: number): void {
  const tips = new Float64Array(joints.length)
  const forked = new Uint8Array(joints.length)
  for (let i = joints.length - 1; i >= 0; i--) {
    const joint = joints[i] as Joint
    if (!forked[i]) tips[i] = 1
    if (joint.parent >= 0) {
      tips[joint.parent] = (tips[joint.parent] ?? 0) + (tips[i] ?? 0)
      forked[joint.parent] = 1
    }
  }
  const exponent = Math.log(foot / twigRadius) / Math.log(tips[0] ?? 2)
  joints.forEach((joint, i) => {
    joint.radius = twigRadius * (tips[i] ?? 1) ** exponent
    joint.tip = !forked[i]
  })
}

/** Takes the kinks out: every joint moves towards the middle of its parent and its thickest child. */
function smooth(joints: Joint[], times: number): void {
  const heir = heirs(joints)
  for (let pass = 0; pass < times; pass++)
    joints.forEach((joint, i) => {
      const below = joints[joint.parent]
      const above = joints[heir[i] ?? -1]
      if (!below || !above) return
      joint.x = joint.x / 2 + (below.x + above.x) / 4
      joint.y = joint.y / 2 + (below.y + above.y) / 4
    })
}

/** For every joint the child that carries its limb on (the thickest), −1 at a tip. */
export function heirs(joints: readonly Joint[]): Int32Array {
  const heir = new Int32Array(joints.length).fill(-1)
  joints.forEach((joint, i) => {
    if (joint.parent < 0) return
    const rival = joints[heir[joint.parent] ?? -1]
    if (!rival || joint.radius > rival.radius) heir[joint.parent] = i
  })
  return heir
}
