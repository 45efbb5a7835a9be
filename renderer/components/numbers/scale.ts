/** What the bars of a table are drawn to. Pure. */

/**
 * `rest`: all that are not named, together. It stands apart and has no bar: it would set the scale, and the bars of those who are named would
 * say nothing any more.
 */
export type Share = { name: string; full: number; hollow?: number; more?: string; rest?: boolean }

/** What the longest bar stands for: the largest of those that are named. */
export const scaleOf = (rows: readonly Share[]): number =>
  Math.max(1, ...rows.filter(({ rest }) => rest !== true).map((row) => row.full + (row.hollow ?? 0)))
