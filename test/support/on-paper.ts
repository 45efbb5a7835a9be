/** How large the letters of a sheet come out on its paper, and whether its days fit their columns in other letters than ours. */
import type { Worksheet } from 'exceljs'
import { z } from 'zod'

/** Points. Calibri of 11 points, in which our cells are, has digits of 5.25. */
const [BODY, DIGIT] = [11, 5.25]
/** By the numbers that workbooks have for sizes of paper: the short and the long edge, in points. */
const PAPER: Record<number, readonly [number, number]> = { 8: [842, 1191], 9: [595, 842] }
/** A broad letter of other programs’ usual fonts, and the air that they leave at both sides of a cell. Points. */
const [BROAD, AIR] = [6.5, 14]

const named = z.object({ name: z.string(), columns: z.array(z.object({ width: z.number() })) })

/** Points of the letters in its cells once it is as wide as its paper; of the columns that are printed. */
export function lettersOnPaper(sheet: Worksheet): number {
  const { columns } = named.parse({ name: sheet.name, columns: sheet.columns.map(({ width }) => ({ width })) })
  const { paperSize, orientation, printArea, margins, fitToPage, fitToWidth } = sheet.pageSetup
  if (fitToPage !== true || fitToWidth !== 1)
    throw new Error(`“${sheet.name}” is not fitted to the width of its paper.`)
  const last = /^A\d+:([A-Z]+)\d+$/.exec(printArea ?? '')?.[1]
  const printed = columns.slice(0, last === undefined ? columns.length : sheet.getColumn(last).number)
  const wide = printed.reduce((sum, { width }) => sum + (width * 7 + 5) * 0.75, 0)
  const edge = PAPER[paperSize ?? 0]?.[orientation === 'landscape' ? 1 : 0] ?? 0
  const room = edge - ((margins?.left ?? 0) + (margins?.right ?? 0)) * 72
  return BODY * Math.min(1, room / wide)
}

/** Whether so many characters of a day fit a column, also where another program has broader letters than ours. */
export const fitsInAnyLetters = (width: number | undefined, characters: number): boolean =>
  (width ?? 0) * DIGIT >= characters * BROAD + AIR
