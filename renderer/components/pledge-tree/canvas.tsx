/** The tree on a canvas, for more leaves than SVG can carry; repainted where leaves come and go, or when theme or size change. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Tree } from './grow.ts'
import { leafColours } from './leaf-shape.ts'
import { paintTree } from './paint.ts'
import type { Palette, Picture, PlacedLeaf } from './paint.ts'
import { tones } from './place.ts'
import type { Place } from './place.ts'

/** More changes at once than this are a new picture. */
const fewChanges = 40

type Tools = Pick<Picture, 'wood' | 'lit' | 'palette'>
type Props = {
  tree: Tree
  wood: string
  lit: string
  leaves: readonly PlacedLeaf[]
  length: number
  width: number
  height: number
}

/** Paints wood and leaves, in the order given, at the size given (CSS pixels). */
export function LeafCanvas({ tree, wood, lit, leaves, length, width, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const samples = useRef<SVGSVGElement>(null)
  const painted = useRef<{ frame: object; tools: Tools; leaves: readonly PlacedLeaf[] }>(null)
  const theme = useThemeChanges()
  const ratio = Math.min(2, globalThis.devicePixelRatio || 1)
  // Everything but the leaves: while this is the same object, only leaves have come or gone.
  const frame = useMemo(
    () => ({ tree, wood, lit, length, width, height, ratio, theme }),
    [tree, wood, lit, length, width, height, ratio, theme],
  )
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !samples.current) return
    const before = painted.current?.frame === frame ? painted.current : null
    const tools = before?.tools ?? {
      wood: new Path2D(frame.wood),
      lit: new Path2D(frame.lit),
      palette: readPalette(samples.current),
    }
    const changed = before ? changesBetween(before.leaves, leaves) : []
    const picture = { tree: frame.tree, length: frame.length, leaves, ...tools }
    paintTree(context, picture, before && changed.length <= fewChanges ? changed : undefined)
    painted.current = { frame, tools, leaves }
  }, [frame, leaves])
  return (
    <>
      <svg ref={samples} className="pledge-tree-samples" width="0" height="0">
        <path className="pledge-tree-bark" />
        <path className="pledge-tree-bark-lit" />
        <path className="pledge-tree-fold" />
        {leafColours.flatMap((leaf) =>
          tones.map((tone) => (
            <g key={`${leaf}${tone}`} className="pledge-tree-leaf" data-leaf={leaf} data-tone={tone}>
              <path className="pledge-tree-blade" data-sample={`${leaf}${tone}`} />
            </g>
          )),
        )}
      </svg>
      <canvas ref={canvas} width={Math.round(width * ratio)} height={Math.round(height * ratio)} />
    </>
  )
}

/** The places where a leaf has come, gone or changed its colour. */
function changesBetween(before: readonly PlacedLeaf[], after: readonly PlacedLeaf[]): Place[] {
  const left = new Map(before.map(({ place, leaf }) => [place, leaf]))
  const changed: Place[] = []
  for (const { place, leaf } of after) {
    if (left.get(place) !== leaf) changed.push(place)
    left.delete(place)
  }
  return [...changed, ...left.keys()]
}

/** Canvas knows nothing of custom properties, so the colours are read back from a hidden sample of each. */
function readPalette(samples: SVGSVGElement): Palette {
  const styleOf = (selector: string) => {
    const element = samples.querySelector(selector)
    return element ? getComputedStyle(element) : null
  }
  const leaves = new Map<string, string>()
  for (const element of samples.querySelectorAll<SVGPathElement>('[data-sample]'))
    leaves.set(element.dataset['sample'] ?? '', getComputedStyle(element).fill)
  return {
    bark: styleOf('.pledge-tree-bark')?.fill ?? '',
    lit: styleOf('.pledge-tree-bark-lit')?.fill ?? '',
    fold: styleOf('.pledge-tree-fold')?.fill ?? '',
    edge: styleOf('.pledge-tree-blade')?.stroke ?? '',
    leaf: (leaf, tone) => leaves.get(`${leaf}${tone}`) ?? '',
  }
}

/** Counts up whenever the theme may have changed: an attribute of `<html>`, or what the system prefers. */
function useThemeChanges(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const changed = () => setChanges((count) => count + 1)
    const observer = new MutationObserver(changed)
    observer.observe(document.documentElement, { attributes: true })
    const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map((q) =>
      matchMedia(q),
    )
    for (const query of queries) query.addEventListener('change', changed)
    return () => {
      observer.disconnect()
      for (const query of queries) query.removeEventListener('change', changed)
    }
  }, [])
  return changes
}
