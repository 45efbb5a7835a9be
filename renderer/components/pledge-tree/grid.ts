/** Finds what stands near a point without looking at everything: items kept in square cells. */

export type Grid = {
  add: (x: number, y: number, item: number) => void
  /** Calls back with every item in the cells that a circle touches; the caller measures the distance. */
  near: (x: number, y: number, radius: number, visit: (item: number) => void) => void
}

/** An empty grid over the picture; `cell` is the side of a square, best about the radius that will be asked for. */
export function createGrid(width: number, height: number, cell: number): Grid {
  const columns = Math.ceil(width / cell) + 1
  const rows = Math.ceil(height / cell) + 1
  const cells: number[][] = Array.from({ length: columns * rows }, () => [])
  // What lies outside the picture is kept in the cells along its edge.
  const column = (x: number) => Math.max(0, Math.min(columns - 1, Math.floor(x / cell)))
  const row = (y: number) => Math.max(0, Math.min(rows - 1, Math.floor(y / cell)))
  return {
    add(x, y, item) {
      cells[row(y) * columns + column(x)]?.push(item)
    },
    near(x, y, radius, visit) {
      const left = column(x - radius)
      const right = column(x + radius)
      const bottom = row(y + radius)
      for (let r = row(y - radius); r <= bottom; r++)
        for (let c = left; c <= right; c++) {
          const items = cells[r * columns + c]
          if (items) for (let k = 0; k < items.length; k++) visit(items[k] as number)
        }
    },
  }
}
