/** The measures of a paper sheet: how high a row is, and how many letters stand on a line. Pure. */
import type { Column } from '../letters-wide.ts'

export type Paper = { landscape: boolean; large: boolean }

/** Sizes on paper, in millimetres. A row is high enough to write in by hand: 9 mm and more. */
export type Layout = {
  row: number
  letter: number
  /** What is left for rows between the head and the foot of a page with margins of 10 mm, be it A4 or Letter. */
  room: number
  /** How many letters of the name, the organisation and the table stand on one line, and how high a line of each is. */
  columns: { name: Column; organisation: Column; table: Column }
}

/** The widths and letters of these are in paper.css; a little less is reckoned than fits. */
export function layoutOf({ landscape, large }: Paper): Layout {
  const room = landscape ? 148 : 216
  return large
    ? {
        row: 13,
        letter: 9,
        room,
        columns: {
          name: { letters: landscape ? 23 : 16, line: 6.3 },
          organisation: { letters: landscape ? 29 : 18, line: 5.2 },
          table: { letters: landscape ? 7 : 5, line: 5.2 },
        },
      }
    : {
        row: 9,
        letter: 6,
        room,
        columns: {
          name: { letters: landscape ? 34 : 24, line: 4.35 },
          organisation: { letters: landscape ? 44 : 28, line: 3.7 },
          table: { letters: landscape ? 10 : 8, line: 3.7 },
        },
      }
}
