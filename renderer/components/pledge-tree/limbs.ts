/** Draws the wood: every limb a smooth outline that tapers from its collar to its tip, all in one path. */
import { heirs } from './grow.ts'
import type { Joint, Tree } from './grow.ts'

type Stop = { x: number; y: number; radius: number }

/** SVG path data (viewBox units): the whole wood, and the side of the thick limbs that the light falls on. */
export function drawLimbs(tree: Tree): { wood: string; lit: string } {
  const chains = limbsOf(tree)
  return {
    wood: chains.map(outline).join('') + roots(tree, chains[0] ?? []),
    lit: chains
      .filter((chain) => (chain[1]?.radius ?? 0) > 3.4)
      .map((chain) => outline(lightSide(chain)))
      .join(''),
  }
}

/** Splits the tree into limbs, each from inside its parent to its tip, with the radius eased along the way. */
function limbsOf(tree: Tree): Stop[][] {
  const { joints } = tree
  const heir = heirs(joints)
  const chains: Stop[][] = []
  joints.forEach((joint, i) => {
    const below = joints[joint.parent]
    if (below && heir[joint.parent] === i) return
    const chain: Joint[] = []
    for (let index = i; index >= 0; index = heir[index] ?? -1) chain.push(joints[index] as Joint)
    const radii = chain.map((j) => j.radius)
    for (let pass = 0; pass < 6; pass++)
      for (let k = 1; k < radii.length - 1; k++)
        radii[k] = (radii[k] ?? 0) / 2 + ((radii[k - 1] ?? 0) + (radii[k + 1] ?? 0)) / 4
    const stops = chain.map((j, k) => ({ x: j.x, y: j.y, radius: radii[k] ?? 0 }))
    if (below) {
      // The limb starts a little way down its parent, so that it leaves it as a collar and not as a peg.
      const deeper = joints[below.parent] ?? below
      const width = Math.min(below.radius * 0.9, joint.radius * 1.35)
      stops.unshift(
        { x: deeper.x, y: deeper.y, radius: Math.min(width, deeper.radius * 0.8) },
        { x: below.x, y: below.y, radius: width },
      )
    } else flare(stops)
    chains.push(stops)
  })
  return chains
}

/** The trunk widens into the ground. */
function flare(stops: Stop[]): void {
  const foot = stops[0]
  if (!foot) return
  for (const stop of stops) stop.radius *= 1 + 0.35 * Math.exp(-(foot.y - stop.y) / 60)
}

/** Roots that spread from the trunk and sink into the ground, drawn the same way round as the limbs. */
function roots({ foot: { x, y } }: Tree, trunk: readonly Stop[]): string {
  const from = trunk[5] ?? { x, y: y - 65, radius: 25 }
  const above = trunk[7] ?? from
  const { radius } = from
  const lean = ((from.x - above.x) / Math.max(1, from.y - above.y)) * 34
  const spread = radius / 29
  const point = (dx: number, dy: number) => `${n(x + dx * spread)} ${n(y + dy * spread)}`
  return (
    `M${n(from.x + radius)} ${n(from.y)}L${n(from.x - radius)} ${n(from.y)}` +
    `C${n(from.x - radius + lean)} ${n(from.y + 34)} ${point(-44, -13)} ${point(-88, -3)}` +
    `C${point(-66, 3)} ${point(-56, 2)} ${point(-44, 3)}C${point(-52, 6)} ${point(-56, 8)} ${point(-58, 12)}` +
    `C${point(-40, 14)} ${point(-24, 4)} ${point(-8, 7)}C${point(2, 8)} ${point(10, 13)} ${point(22, 17)}` +
    `C${point(22, 11)} ${point(26, 7)} ${point(36, 6)}C${point(50, 5)} ${point(66, 6)} ${point(84, 1)}` +
    `C${point(44, -9)} ${n(from.x + radius + lean)} ${n(from.y + 34)} ${n(from.x + radius)} ${n(from.y)}Z`
  )
}

/** A narrower strip along the upper left of a limb; it thins to nothing where the limb turns from the light. */
function lightSide(chain: readonly Stop[]): Stop[] {
  return chain.map((stop, k) => {
    const { nx, ny } = normal(chain, k)
    const facing = nx * -0.8 + ny * -0.6
    const shift = Math.sign(facing) * stop.radius * 0.58
    return {
      x: stop.x + nx * shift,
      y: stop.y + ny * shift,
      radius: stop.radius * 0.32 * Math.abs(facing) * Math.min(1, k / 7),
    }
  })
}

function normal(chain: readonly Stop[], k: number): { nx: number; ny: number } {
  const a = chain[Math.max(0, k - 1)] as Stop
  const b = chain[Math.min(chain.length - 1, k + 1)] as Stop
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  return { nx: -(b.y - a.y) / length, ny: (b.x - a.x) / length }
}

/** Up one side, round the tip and down the other, as a quadratic B-spline: always turns the same way, so that overlaps stay filled. */
function outline(chain: readonly Stop[]): string {
  const side = (sign: number) =>
    chain.map((stop, k) => {
      const { nx, ny } = normal(chain, k)
      return { x: stop.x + nx * stop.radius * sign, y: stop.y + ny * stop.radius * sign }
    })
  const points = [...side(1), ...side(-1).toReversed()]
  const first = points[0]
  if (!first) return ''
  let path = `M${n(first.x)} ${n(first.y)}`
  for (let i = 1; i < points.length - 1; i++) {
    const p = points[i] as { x: number; y: number }
    const q = points[i + 1] as { x: number; y: number }
    path += `Q${n(p.x)} ${n(p.y)} ${n((p.x + q.x) / 2)} ${n((p.y + q.y) / 2)}`
  }
  return `${path}Z`
}

const n = (value: number) => Math.round(value * 10) / 10
