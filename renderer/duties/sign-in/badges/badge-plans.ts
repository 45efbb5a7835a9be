/** Where everything has its place on a badge, for each kind of paper. Lengths in millimetres, from the label's upper left corner. Pure. */
import type { BadgeLayout } from '../../../../shared/domain/badge-layout.ts'

export type Place = { x: number; y: number; width: number; height: number }
export type TextPlace = Place & { largest: number; smallest: number; weight: number; breakBelow: number }
type QrPlace = { x: number; y: number; side: number }

export type Plan = {
  centred: boolean
  /** The event, from edge to edge. */
  event: TextPlace
  /** How high the head is where a mark stands in it, beside the event; the name then begins so much lower. */
  markHeight: number
  /** The whole name; `given` and `rest` say how large its parts may be. */
  name: Place
  given: { largest: number; smallest: number; breakBelow: number }
  rest: { largest: number; smallest: number; breakBelow: number }
  organisation: TextPlace
  role: TextPlace
  band: Place
  qr: QrPlace
  /** Where somebody has a table: its place, and those that make way for it. */
  table: { text: TextPlace; band: Place; qr: QrPlace }
  /** Printers of label rolls have black only: a colour would come out as a grey pattern. */
  ink?: string
}

const quiet = (place: Place, largest: number, smallest: number, weight = 450): TextPlace => ({
  ...place,
  largest,
  smallest,
  weight,
  breakBelow: smallest * 1.15,
})
export const strong = (place: Place, largest: number, smallest: number, breakBelow: number): TextPlace => ({
  ...place,
  largest,
  smallest,
  weight: 750,
  breakBelow,
})

/** Nothing comes nearer to an edge than printers can print (A6: 5 mm, rolls: 1.5 mm) and sheets may lie askew. */
export const PLANS: Record<BadgeLayout, Plan> = {
  a6: {
    centred: true,
    event: quiet({ x: 8, y: 8, width: 89, height: 10.5 }, 4.2, 3.2, 550),
    markHeight: 14,
    name: { x: 8, y: 20.5, width: 89, height: 44 },
    given: { largest: 25, smallest: 6, breakBelow: 11 },
    rest: { largest: 11, smallest: 3.6, breakBelow: 5 },
    organisation: quiet({ x: 8, y: 66, width: 89, height: 13.5 }, 6.2, 3.2, 550),
    role: quiet({ x: 8, y: 80, width: 89, height: 8.5 }, 4.8, 3),
    band: { x: 8, y: 125, width: 89, height: 15 },
    qr: { x: 36.5, y: 90, side: 32 },
    table: {
      text: strong({ x: 42, y: 93, width: 55, height: 26 }, 13, 4, 6),
      band: { x: 8, y: 125, width: 89, height: 15 },
      qr: { x: 8, y: 90, side: 32 },
    },
  },
  'roll-62': {
    centred: true,
    event: quiet({ x: 3, y: 3.5, width: 56, height: 6.8 }, 2.9, 2.5, 550),
    markHeight: 9,
    name: { x: 3, y: 11, width: 56, height: 30 },
    given: { largest: 18, smallest: 4.4, breakBelow: 7.5 },
    rest: { largest: 7.5, smallest: 2.6, breakBelow: 3.6 },
    organisation: quiet({ x: 3, y: 42, width: 56, height: 9.6 }, 4.6, 2.6, 550),
    role: quiet({ x: 3, y: 52, width: 56, height: 6 }, 3.5, 2.4),
    band: { x: 3, y: 86, width: 56, height: 10.5 },
    qr: { x: 18, y: 58.5, side: 26 },
    table: {
      text: strong({ x: 30, y: 60, width: 29, height: 23 }, 9, 2.8, 4),
      band: { x: 3, y: 86, width: 56, height: 10.5 },
      qr: { x: 3, y: 58.5, side: 26 },
    },
    ink: '#000000',
  },
  'sheet-8': {
    centred: false,
    event: quiet({ x: 4, y: 4, width: 78.5, height: 3.6 }, 2.9, 2.4, 550),
    markHeight: 7.5,
    name: { x: 4, y: 8, width: 78.5, height: 20 },
    given: { largest: 14, smallest: 4.4, breakBelow: 6.5 },
    rest: { largest: 6.5, smallest: 2.6, breakBelow: 3.4 },
    organisation: quiet({ x: 4, y: 28.5, width: 54.5, height: 9 }, 4.6, 2.6, 550),
    role: quiet({ x: 4, y: 37.8, width: 54.5, height: 5.6 }, 3.3, 2.3),
    band: { x: 4, y: 44, width: 54.5, height: 7.5 },
    qr: { x: 60.5, y: 29.5, side: 22 },
    table: {
      text: strong({ x: 41.5, y: 44, width: 17.5, height: 7.5 }, 5.2, 2.1, 2.4),
      band: { x: 4, y: 44, width: 36.5, height: 7.5 },
      qr: { x: 60.5, y: 29.5, side: 22 },
    },
  },
  'sheet-10': {
    centred: false,
    event: quiet({ x: 4, y: 4, width: 72, height: 3.4 }, 2.7, 2.3, 550),
    markHeight: 7,
    name: { x: 4, y: 7.6, width: 72, height: 17.6 },
    given: { largest: 12.5, smallest: 4.2, breakBelow: 6 },
    rest: { largest: 6, smallest: 2.5, breakBelow: 3.2 },
    organisation: quiet({ x: 4, y: 25.5, width: 50, height: 8.2 }, 4.2, 2.5, 550),
    role: quiet({ x: 4, y: 33.8, width: 50, height: 4.9 }, 3.1, 2.2),
    band: { x: 4, y: 39.2, width: 50, height: 6.8 },
    qr: { x: 56, y: 26, side: 20 },
    table: {
      text: strong({ x: 39.7, y: 39.2, width: 15.1, height: 6.8 }, 4.8, 2.1, 2.4),
      band: { x: 4, y: 39.2, width: 35, height: 6.8 },
      qr: { x: 56, y: 26, side: 20 },
    },
  },
}
