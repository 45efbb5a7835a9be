/** What a badge is printed on: the paper, where the labels lie on it, and which badge comes on which. Lengths in millimetres. */
import { assertNever } from './never.ts'

/** A6 card; a 62 mm label roll; an A4 sheet of 8 (86.5 × 55.5 mm) or of 10 (80 × 50 mm). */
export const BADGE_LAYOUTS = ['a6', 'roll-62', 'sheet-8', 'sheet-10'] as const
export type BadgeLayout = (typeof BADGE_LAYOUTS)[number]

export type Size = { width: number; height: number }

export type BadgePaper = {
  /** The page as the printer knows it; `design/print.css` has a named page of just this size. */
  page: Size
  /** One badge. */
  label: Size
  columns: number
  rows: number
  /** From the corner of the page to the first label. */
  left: number
  top: number
  /** From one label's edge to the same edge of the next. */
  across: number
  down: number
}

const A4: Size = { width: 210, height: 297 }

const alone = (size: Size): BadgePaper => ({
  page: size,
  label: size,
  columns: 1,
  rows: 1,
  left: 0,
  top: 0,
  across: size.width,
  down: size.height,
})

export function paperOf(layout: BadgeLayout): BadgePaper {
  switch (layout) {
    case 'a6':
      // ISO 216, upright: the pouch on a lanyard.
      return alone({ width: 105, height: 148 })
    case 'roll-62':
      // 62 mm is the widest roll of the common label printers (Brother DK-22205); cut at 100 mm a badge also fits their
      // 62 × 100 mm pre-cut labels (DK-11202).
      return alone({ width: 62, height: 100 })
    case 'sheet-8':
      // Avery L7418: 2 × 4 cards edge to edge in the middle of the sheet. LibreOffice's labels.xml has it rounded to
      // 86 × 55 mm, from 19 and 38.5 mm, no gaps; Avery's own size of a card is 86.5 × 55.5 mm.
      return {
        page: A4,
        label: { width: 86.5, height: 55.5 },
        columns: 2,
        rows: 4,
        left: 18.5,
        top: 37.5,
        across: 86.5,
        down: 55.5,
      }
    case 'sheet-10':
      // Avery L4784 to L4787 (gLabels' avery-iso-templates.xml: every 95 and 55 mm, from about 18 and 13 mm) and Herma 4412
      // (pretix' badge exporter: from 17.5 and 13.5 mm), in the middle of the sheet. Avery L4727 and L4728 are the same size.
      return {
        page: A4,
        label: { width: 80, height: 50 },
        columns: 2,
        rows: 5,
        left: 17.5,
        top: 13.5,
        across: 95,
        down: 55,
      }
    default:
      return assertNever(layout)
  }
}

export const labelsPerPage = ({ columns, rows }: BadgePaper): number => columns * rows

/** Where the label with this number (from 0, along the rows) begins on its page. */
export function placeOf({ columns, left, top, across, down }: BadgePaper, label: number): { x: number; y: number } {
  return { x: left + (label % columns) * across, y: top + Math.floor(label / columns) * down }
}

/** Pages of labels: the first page begins at label `firstFree` (from 0), so that a begun sheet is used up. */
export function onPages<T>(items: readonly T[], paper: BadgePaper, firstFree = 0): { label: number; item: T }[][] {
  const each = labelsPerPage(paper)
  const start = Math.min(Math.max(0, Math.trunc(firstFree)), each - 1)
  const pages: { label: number; item: T }[][] = []
  for (const [index, item] of items.entries()) {
    const place = start + index
    const page = (pages[Math.floor(place / each)] ??= [])
    page.push({ label: place % each, item })
  }
  return pages
}

/** The first label still free after so many more badges; 0 where the next sheet is a whole one. */
export const nextFree = (paper: BadgePaper, firstFree: number, badges: number): number =>
  (firstFree + badges) % labelsPerPage(paper)

/** So many badges go to the printer at a time: a jam then spoils no more, and every browser can hold them. */
const BADGES_AT_ONCE = 200

/** `items` in printings of at most BADGES_AT_ONCE. Whole sheets, so that only the last leaves one begun. */
export function inPrintings<T>(items: readonly T[], paper: BadgePaper, firstFree: number): T[][] {
  const each = labelsPerPage(paper)
  const most = Math.floor(BADGES_AT_ONCE / each) * each
  const first = most - Math.min(Math.max(0, firstFree), each - 1)
  const printings: T[][] = []
  for (let from = 0; from < items.length;) {
    const to = from + (from === 0 ? first : most)
    printings.push(items.slice(from, to))
    from = to
  }
  return printings
}
