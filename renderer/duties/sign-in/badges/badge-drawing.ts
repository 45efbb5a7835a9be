/** Where everything stands on a badge, for each kind of paper. Lengths in millimetres, from the label's upper left corner. Pure. */
import type { BadgeContent } from '../../../../shared/contract/badges.ts'
import { type BadgeLayout, paperOf, type Size } from '../../../../shared/domain/badge-layout.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { fitText, type Measure } from './fit-text.ts'
import { lookOf } from './sector-look.ts'

type Place = { x: number; y: number; width: number; height: number }

type Part = 'event' | 'name' | 'organisation' | 'role' | 'sector'

/** One line of text; `x` is the middle of a centred line, and otherwise where it begins: on the right for scripts that begin there. */
type DrawnLine = {
  part: Part
  words: string
  x: number
  baseline: number
  size: number
  weight: number
  anchor: 'start' | 'middle'
  rightToLeft: boolean
}

export type BadgeDrawing = {
  size: Size
  lines: DrawnLine[]
  /** The band: its frame, the block of colour at its beginning, and the white shape in that. */
  band: { frame: Place; block: Place | null; shape: { path: string; x: number; y: number; scale: number }; ink: string }
  /** `side` includes the quiet zone. */
  qr: { text: string; x: number; y: number; side: number }
}

type TextPlace = Place & { largest: number; smallest: number; weight: number; breakBelow: number }

type Plan = {
  centred: boolean
  texts: Record<Exclude<Part, 'sector'>, TextPlace>
  band: Place
  qr: { x: number; y: number; side: number }
  /** Printers of label rolls have black only: a colour would come out as a grey pattern. */
  ink?: string
}

/** Room kept free between text and the frame of the band. */
const PADDING = 1.2
const FRAME = 0.6
const LEADING = 1.12

const quiet = (place: Place, largest: number, smallest: number, weight = 450): TextPlace => ({
  ...place,
  largest,
  smallest,
  weight,
  breakBelow: smallest * 1.15,
})
const strong = (place: Place, largest: number, smallest: number, breakBelow: number): TextPlace => ({
  ...place,
  largest,
  smallest,
  weight: 750,
  breakBelow,
})

/** Nothing comes nearer to an edge than printers can print (A6: 5 mm, rolls: 1.5 mm) and sheets may lie askew. */
const PLANS: Record<BadgeLayout, Plan> = {
  a6: {
    centred: true,
    texts: {
      event: quiet({ x: 8, y: 8, width: 89, height: 10.5 }, 4.2, 3.2, 550),
      name: strong({ x: 8, y: 21, width: 89, height: 43 }, 18, 5, 9),
      organisation: quiet({ x: 8, y: 66, width: 89, height: 13.5 }, 6.2, 3.2, 550),
      role: quiet({ x: 8, y: 80, width: 89, height: 8.5 }, 4.8, 3),
    },
    qr: { x: 36.5, y: 90, side: 32 },
    band: { x: 8, y: 125, width: 89, height: 15 },
  },
  'roll-62': {
    centred: true,
    texts: {
      event: quiet({ x: 3, y: 3.5, width: 56, height: 6.8 }, 2.9, 2.5, 550),
      name: strong({ x: 3, y: 11.5, width: 56, height: 29.5 }, 13.5, 3.6, 6.5),
      organisation: quiet({ x: 3, y: 42, width: 56, height: 9.6 }, 4.6, 2.6, 550),
      role: quiet({ x: 3, y: 52, width: 56, height: 6 }, 3.5, 2.4),
    },
    qr: { x: 18, y: 58.5, side: 26 },
    band: { x: 3, y: 86, width: 56, height: 10.5 },
    ink: '#000000',
  },
  'sheet-8': {
    centred: false,
    texts: {
      event: quiet({ x: 4, y: 4, width: 78.5, height: 3.6 }, 2.9, 2.4, 550),
      name: strong({ x: 4, y: 8.5, width: 78.5, height: 19 }, 11.5, 3.4, 6),
      organisation: quiet({ x: 4, y: 28.5, width: 54.5, height: 9 }, 4.6, 2.6, 550),
      role: quiet({ x: 4, y: 37.8, width: 54.5, height: 5.6 }, 3.3, 2.3),
    },
    qr: { x: 60.5, y: 29.5, side: 22 },
    band: { x: 4, y: 44, width: 54.5, height: 7.5 },
  },
  'sheet-10': {
    centred: false,
    texts: {
      event: quiet({ x: 4, y: 4, width: 72, height: 3.4 }, 2.7, 2.3, 550),
      name: strong({ x: 4, y: 8, width: 72, height: 17 }, 10.5, 3.2, 5.6),
      organisation: quiet({ x: 4, y: 25.5, width: 50, height: 8.2 }, 4.2, 2.5, 550),
      role: quiet({ x: 4, y: 33.8, width: 50, height: 4.9 }, 3.1, 2.2),
    },
    qr: { x: 56, y: 26, side: 20 },
    band: { x: 4, y: 39.2, width: 50, height: 6.8 },
  },
}

// The first letter that has a direction decides, as in HTML’s dir="auto".
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** What stands on one badge. `measure` says how wide text is. */
export function drawBadge(
  content: BadgeContent,
  pack: Pick<EventPack, 'name' | 'sectors'>,
  layout: BadgeLayout,
  measure: Measure,
): BadgeDrawing {
  const plan = PLANS[layout]
  const look = lookOf(pack, content.sector)
  const { texts, band, qr } = plan
  const block =
    look.shape === ''
      ? null
      : { x: band.x, y: band.y, width: Math.min(band.height * 1.25, band.width / 4), height: band.height }
  const scale = (band.height * 0.72) / 10
  const sectorLeft = band.x + (block?.width ?? 0) + PADDING + FRAME
  const sector = strong(
    {
      x: sectorLeft,
      y: band.y + FRAME,
      width: band.x + band.width - PADDING - FRAME - sectorLeft,
      height: band.height - 2 * FRAME,
    },
    band.height * 0.48,
    2.1,
    2.2,
  )
  const linesOf = (part: Part, words: string, place: TextPlace, centred: boolean): DrawnLine[] => {
    const { size, lines } = fitText(words, measure, { ...place, leading: LEADING })
    const rightToLeft = RIGHT_TO_LEFT.test(words)
    const line = size * LEADING
    // The name and the sector stand in the middle of their room; what is under the name follows close upon it.
    const above = part === 'name' || part === 'sector' ? (place.height - lines.length * line) / 2 : 0
    const x = centred ? place.x + place.width / 2 : rightToLeft ? place.x + place.width : place.x
    return lines.map((text, index) => ({
      part,
      words: text,
      x,
      // Half of the height of a capital letter below the middle of the line.
      baseline: place.y + above + (index + 0.5) * line + size * 0.33,
      size,
      weight: place.weight,
      anchor: centred ? 'middle' : 'start',
      rightToLeft,
    }))
  }
  return {
    size: paperOf(layout).label,
    lines: [
      ...linesOf('event', pack.name, texts.event, plan.centred),
      ...linesOf('name', content.name, texts.name, plan.centred),
      ...linesOf('organisation', content.organisation, texts.organisation, plan.centred),
      ...linesOf('role', content.role, texts.role, plan.centred),
      ...linesOf('sector', look.name, sector, false),
    ],
    band: {
      frame: { x: band.x + FRAME / 2, y: band.y + FRAME / 2, width: band.width - FRAME, height: band.height - FRAME },
      block,
      shape: {
        path: look.shape,
        x: band.x + (block?.width ?? 0) / 2 - 5 * scale,
        y: band.y + band.height / 2 - 5 * scale,
        scale,
      },
      ink: plan.ink ?? look.ink,
    },
    qr: { text: content.badge, ...qr },
  }
}

/** The width of the band's frame. */
export const FRAME_WIDTH = FRAME
