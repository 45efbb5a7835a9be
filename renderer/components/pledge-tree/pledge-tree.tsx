/** The pledge tree, the picture of the product: every pledge is a leaf, its colour is its kind, and the tree fills all day. */
import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { type Size, TreePicture, type TreeProps } from './tree-picture.tsx'
import './pledge-tree.css'

/** The tree fills the box it is put in and stands on its lower edge. */
export function PledgeTree(props: TreeProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  return (
    <div
      ref={box}
      className="pledge-tree"
      role="img"
      aria-label={props.label}
      data-growing={props.growing || undefined}
    >
      {size && <TreePicture {...props} size={size} />}
    </div>
  )
}

/** The size of an element in CSS pixels, kept up to date; null until it has one. */
function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = box
      if (width > 0 && height > 0)
        setSize((was) => (was?.width === width && was.height === height ? was : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])
  return size
}
