/** The picture of the pledge tree: the wood, the buds and every leaf in its place, for a box of a known size. */
import { useMemo, useState } from 'react'
import type { LeafColour } from '../../../shared/domain/event-pack.ts'
import { LeafCanvas } from './canvas.tsx'
import { Buds, Ground, Leaf, Wood } from './drawing.tsx'
import { growTree } from './grow.ts'
import { drawLimbs } from './limbs.ts'
import { createPlaces, leafLength } from './place.ts'

/**
 * A pledge on the tree. `ordinal` counts the event's pledges from 0 in the order they were made, withdrawn ones
 * included: it is the leaf's place, and no later pledge moves it. A `fresh` leaf unfolds before the eyes of the room.
 */
type PledgeLeaf = { id: string; ordinal: number; leaf: LeafColour; fresh?: boolean }

export type Size = { width: number; height: number }
export type TreeProps = {
  leaves: readonly PledgeLeaf[]
  /** The event's id: every event has a tree of its own. */
  seed: string
  /** What a screen reader says, for instance "The pledge tree, 142 pledges". */
  label: string
  /** Grows the tree into view when it appears, from the foot up. */
  growing?: boolean
}

/** Width to height of the trees that can be grown; the one nearest to the room given is. */
const shapes = [0.66, 0.8, 0.94, 1.2, 1.45, 1.7]
/** Above this many leaves the tree is painted on a canvas. */
const svgLimit = 400
/** Places from 0 to this show a bud until their leaf has come. */
const budding = 160

/** The picture inside the box, for a box of a known size in CSS pixels. */
export function TreePicture({ leaves, seed, growing = false, size }: TreeProps & { size: Size }) {
  const aspect = nearestShape(size)
  const { tree, limbs, placeOf } = useMemo(() => {
    const grown = growTree(seed, aspect)
    return { tree: grown, limbs: drawLimbs(grown), placeOf: createPlaces(grown) }
  }, [seed, aspect])
  const count = leaves.reduce((most, { ordinal }) => Math.max(most, ordinal + 1), 0)
  const length = leafLength(tree, count)
  const { fresh, settled } = useMemo(() => {
    const placed = leaves.map((leaf) => ({ ...leaf, place: placeOf(leaf.ordinal) }))
    return {
      fresh: placed.filter((leaf) => leaf.fresh),
      // Leaves in the shade come first: those in the light stand out from them, and the crown looks round.
      settled: placed.filter((leaf) => !leaf.fresh).toSorted((a, b) => b.place.tone - a.place.tone),
    }
  }, [leaves, placeOf])
  const buds = useMemo(
    () => Array.from({ length: Math.max(0, budding - count) }, (_, i) => placeOf(count + i)),
    [count, placeOf],
  )
  // Only the leaves of the first picture grow into view with the tree; later ones are fresh, and then simply there.
  const [firstLeaves] = useState(() => new Set(growing ? leaves.map(({ id }) => id) : []))
  const leafOf = ({ id, leaf, place, fresh: isFresh = false }: (typeof settled)[number]) => {
    const delay = firstLeaves.has(id) ? delayOf(place, tree.foot) : undefined
    return <Leaf key={id} leaf={leaf} place={place} length={length} fresh={isFresh} delay={delay} />
  }
  const frame = {
    viewBox: `0 0 ${tree.width} ${tree.height}`,
    preserveAspectRatio: 'xMidYMax meet',
    'aria-hidden': true,
  }
  if (leaves.length > svgLimit)
    return (
      <>
        <svg {...frame}>
          <Ground tree={tree} />
        </svg>
        <LeafCanvas tree={tree} {...limbs} leaves={settled} length={length} {...size} />
        <svg {...frame}>{fresh.map(leafOf)}</svg>
      </>
    )
  return (
    <svg {...frame}>
      <Ground tree={tree} />
      <g>{settled.filter(({ place }) => place.behind).map(leafOf)}</g>
      <Wood {...limbs} />
      <Buds places={buds} />
      <g>{settled.filter(({ place }) => !place.behind).map(leafOf)}</g>
      <g>{fresh.map(leafOf)}</g>
    </svg>
  )
}

/** Milliseconds until a leaf unfolds while the tree grows into view: those near the foot come first. */
function delayOf(place: { x: number; y: number }, foot: { x: number; y: number }): number {
  return Math.round(500 + Math.hypot(place.x - foot.x, place.y - foot.y) * 1.6)
}

function nearestShape({ width, height }: Size): number {
  const wanted = Math.log(width / height)
  const apart = (shape: number) => Math.abs(Math.log(shape) - wanted)
  return shapes.reduce((best, shape) => (apart(shape) < apart(best) ? shape : best))
}
