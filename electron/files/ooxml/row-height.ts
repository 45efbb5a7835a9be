/** How tall a row must be for its wrapped text; programs other than Excel do not work it out when they open a file. */

/** Points a line of 11-point Calibri takes. */
const LINE = 15
/** Points of air around the text of a row. */
const AIR = 6
/** Lines shown of the longest texts; the rest is there, and shows when the row is made taller. */
const MOST_LINES = 20

/**
 * Characters of ordinary text that fit one line of a column `width` digits wide: letters of Calibri are narrower than its
 * digits, by about a sixth; the indent and the space left at a line's end take about four.
 */
export const textRoom = (width: number): number => Math.max(4, Math.floor(width * 1.18 - 4.5))

/** Lines that a text takes in such a column. */
export function linesOf(text: string, room: number): number {
  let lines = 0
  for (const paragraph of text.split('\n', MOST_LINES)) lines += Math.max(1, Math.ceil(paragraph.length / room))
  return lines
}

/** Points for a row of so many lines. */
export const rowHeight = (lines: number): number => Math.min(lines, MOST_LINES) * LINE + AIR
