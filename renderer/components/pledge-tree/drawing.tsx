/** The tree as SVG: ground, wood, buds and leaves. */
import { memo, useId } from 'react'
import type { LeafColour } from '../../../shared/domain/event-pack.ts'
import type { Tree } from './grow.ts'
import { blade, bud, fold, pathOf, ribsOf, stalk } from './leaf-shape.ts'
import type { Place } from './place.ts'

const paths = { blade: pathOf([blade]), fold: pathOf([fold]), stalk: pathOf(stalk), bud: pathOf([bud]) }

/** Where a leaf of this length stands, as an SVG transform of the unit leaf. */
function standing({ x, y, angle, size, flip }: Place, length: number): string {
  const scale = (length * size).toFixed(2)
  return `translate(${x.toFixed(1)} ${y.toFixed(1)})rotate(${((angle * 180) / Math.PI).toFixed(1)})scale(${scale} ${flip ? '-' : ''}${scale})`
}

/** Soft shade on the ground: a wide pool under the crown and a darker one at the foot. */
export function Ground({ tree }: { tree: Tree }) {
  const id = useId()
  const { x, y } = tree.foot
  const reach = (tree.crown.right - tree.crown.left) / 2
  return (
    <>
      <radialGradient id={id}>
        <stop className="pledge-tree-ground" offset="0" stopOpacity="1" />
        <stop className="pledge-tree-ground" offset=".55" stopOpacity=".6" />
        <stop className="pledge-tree-ground" offset="1" stopOpacity="0" />
      </radialGradient>
      <ellipse cx={x} cy={y + 6} rx={reach * 0.86} ry="27" fill={`url(#${id})`} opacity=".8" />
      <ellipse cx={x + 10} cy={y + 7} rx="128" ry="15" fill={`url(#${id})`} />
    </>
  )
}

export const Wood = memo(function Wood({ wood, lit }: { wood: string; lit: string }) {
  return (
    <g className="pledge-tree-wood">
      <path className="pledge-tree-bark" d={wood} />
      <path className="pledge-tree-bark-lit" d={lit} />
    </g>
  )
})

/** Buds stand where the next pledges will unfold, so that an empty tree is a tree in spring. */
export function Buds({ places }: { places: readonly Place[] }) {
  return (
    <g className="pledge-tree-buds">
      {places.map((place) => (
        <path key={`${place.x} ${place.y}`} d={paths.bud} transform={standing(place, 15)} />
      ))}
    </g>
  )
}

type LeafProps = {
  leaf: LeafColour
  place: Place
  length: number
  fresh?: boolean
  /** Milliseconds until the leaf unfolds; without it the leaf is simply there. */
  delay?: number | undefined
}

/** One leaf; a fresh one unfolds inside a halo. Veins are drawn where the leaf is large enough to show them. */
export const Leaf = memo(function Leaf({ leaf, place, length, fresh = false, delay }: LeafProps) {
  const shape = (
    <>
      <path className="pledge-tree-stalk" d={paths.stalk} />
      <path className="pledge-tree-blade" d={paths.blade} />
      <path className="pledge-tree-fold" d={paths.fold} />
      <path className="pledge-tree-vein" d={pathOf(ribsOf(length))} />
    </>
  )
  return (
    <g className="pledge-tree-leaf" data-leaf={leaf} data-tone={place.tone} transform={standing(place, length)}>
      {fresh && <circle className="pledge-tree-halo" cx=".5" r="1" />}
      {fresh || delay !== undefined ? (
        <g className="pledge-tree-unfold" style={fresh ? undefined : { animationDelay: `${delay}ms` }}>
          {shape}
        </g>
      ) : (
        shape
      )}
    </g>
  )
})
