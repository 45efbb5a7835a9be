/** What stands on one badge, and how large. Lengths in millimetres, from the label's upper left corner. Pure. */
import type { BadgeContent } from '../../../../shared/contract/badges.ts'
import { type BadgeLayout, paperOf, type Size } from '../../../../shared/domain/badge-layout.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { givenName } from '../../../../shared/domain/name-order.ts'
import { asDrawn, lacksLetters } from '../../../components/undrawn/letters.ts'
import { tableWords } from '../../../words/table-words.ts'
import { type Place, type Plan, PLANS, strong, type TextPlace } from './badge-plans.ts'
import { type Fitted, fitText, type Measure } from './fit-text.ts'
import { lookOf } from './sector-look.ts'

type Part = 'rehearsal' | 'event' | 'given' | 'rest' | 'organisation' | 'role' | 'table' | 'sector'

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
  /** The host's mark, as large as its place has room for. */
  mark: (Place & { href: string }) | null
  /** Around the word that says that nobody here is real. */
  stamp: Place | null
  /** Where a name that cannot be drawn here is written by hand. */
  writeOn: { x: number; y: number; width: number } | null
  /** The band: its frame, the block of colour at its beginning, and the white shape in that. */
  band: { frame: Place; block: Place | null; shape: { path: string; x: number; y: number; scale: number }; ink: string }
  /** `side` includes the quiet zone. */
  qr: { text: string; x: number; y: number; side: number }
}

/** A picture and how many points it has each way. */
export type Mark = { href: string; width: number; height: number }

export type BadgeSetting = {
  pack: Pick<EventPack, 'name' | 'sectors'>
  layout: BadgeLayout
  /** How wide text is. */
  measure: Measure
  /** The letters that this tablet cannot draw. */
  undrawn: ReadonlySet<string>
  mark: Mark | null
  rehearsal: boolean
}

/** Room kept free between text and the frame of the band. */
const PADDING = 1.2
const FRAME = 0.6
const LEADING = 1.12
/** How much of the head a mark, or the word of a rehearsal, may take, and what is kept free beside it. */
const MARK_SHARE = 0.42
const MARK_GAP = 2.5
/** How large whatever else may be beside the given name, which is read from afar. */
const BESIDE_GIVEN = 0.6
/** How much of the room for a name what follows the given name may take. */
const REST_SHARE = 0.38

const REHEARSAL = 'REHEARSAL'

// The first letter that has a direction decides, as in HTML’s dir="auto".
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

const atMost = (place: TextPlace, size: number): TextPlace => ({
  ...place,
  largest: Math.max(place.smallest, Math.min(place.largest, size)),
})

export function drawBadge(content: BadgeContent, setting: BadgeSetting): BadgeDrawing {
  const { pack, layout, measure, undrawn } = setting
  const plan = PLANS[layout]
  const table = asDrawn(tableWords(content.table), undrawn)
  const { band, qr } = table === '' ? plan : plan.table
  const head = drawHead(plan, setting)
  const room = { ...plan.name, y: plan.name.y + head.lower, height: plan.name.height - head.lower }
  const byHand = lacksLetters(content.name, undrawn) || asDrawn(content.name, undrawn) === ''
  const name = byHand ? null : drawName(asDrawn(content.name, undrawn), room, plan, measure)
  const most = (name?.given.size ?? plan.given.largest) * BESIDE_GIVEN
  const look = lookOf(pack, content.sector)
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
  const put = (
    part: Part,
    words: string,
    place: TextPlace,
    how: { centred: boolean; middle?: boolean },
  ): DrawnLine[] => {
    const fitted = fitText(words, measure, { ...place, leading: LEADING })
    const above = how.middle === true ? (place.height - heightOf(fitted)) / 2 : 0
    return linesAt(part, fitted, { ...place, y: place.y + above }, place.weight, how.centred)
  }
  const { centred } = plan
  return {
    size: paperOf(layout).label,
    lines: [
      ...head.stamp.lines,
      ...put('event', pack.name, atMost(head.event, most), {
        centred: centred && !head.isShared,
        middle: head.isShared,
      }),
      ...(name === null ? [] : name.lines(centred)),
      ...put('organisation', asDrawn(content.organisation, undrawn), atMost(plan.organisation, most), { centred }),
      ...put('role', asDrawn(content.role, undrawn), atMost(plan.role, most), { centred }),
      ...put('table', table, atMost(plan.table.text, most), { centred: true, middle: true }),
      ...put('sector', look.name, atMost(sector, most), { centred: false, middle: true }),
    ],
    mark: head.mark,
    stamp: head.stamp.frame,
    writeOn: byHand ? { x: room.x, y: room.y + room.height * 0.8, width: room.width } : null,
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

const heightOf = ({ size, lines }: Fitted): number => size * LEADING * lines.length

function linesAt(part: Part, { size, lines }: Fitted, place: Place, weight: number, centred: boolean): DrawnLine[] {
  const rightToLeft = RIGHT_TO_LEFT.test(lines.join(' '))
  const x = centred ? place.x + place.width / 2 : rightToLeft ? place.x + place.width : place.x
  return lines.map((words, index) => ({
    part,
    words,
    x,
    // Half of the height of a capital letter below the middle of the line.
    baseline: place.y + (index + 0.5) * size * LEADING + size * 0.33,
    size,
    weight,
    anchor: centred ? 'middle' : 'start',
    rightToLeft,
  }))
}

/** The event alone; or, higher and beside it, the host's mark, or in a rehearsal the word for that. Without either nothing is wasted. */
function drawHead({ event, markHeight }: Plan, { mark, rehearsal, measure }: BadgeSetting) {
  const noStamp = { lines: [], frame: null }
  if (mark === null && !rehearsal) return { event, mark: null, stamp: noStamp, isShared: false, lower: 0 }
  const height = markHeight
  const most = event.width * MARK_SHARE
  const scale = mark === null ? 0 : Math.min(most / mark.width, height / mark.height)
  const width = rehearsal || mark === null ? most : mark.width * scale
  const left = event.x + width + MARK_GAP
  const place = { x: event.x, y: event.y, width, height }
  const inside = { x: place.x + 1, y: place.y + FRAME, width: width - 2, height: height - 2 * FRAME }
  const word = fitText(REHEARSAL, measure, { ...strong(inside, height, 2, 2), leading: LEADING })
  return {
    event: { ...event, x: left, width: event.x + event.width - left, height },
    mark:
      rehearsal || mark === null
        ? null
        : { ...place, y: event.y + (height - mark.height * scale) / 2, height: mark.height * scale, href: mark.href },
    stamp: rehearsal
      ? {
          lines: linesAt(
            'rehearsal',
            word,
            { ...inside, y: inside.y + (inside.height - heightOf(word)) / 2 },
            750,
            true,
          ),
          frame: { x: place.x + FRAME / 2, y: place.y + FRAME / 2, width: width - FRAME, height: height - FRAME },
        }
      : noStamp,
    isShared: true,
    lower: Math.max(0, height - event.height),
  }
}

/** The given name as large as it goes, the rest of the name under it: both in the middle of their room. */
function drawName(name: string, room: Place, { given: largeOf, rest: smallOf }: Plan, measure: Measure) {
  const { given, rest } = givenName(name)
  const fit = (words: string, sizes: Plan['given'], height: number, most = Infinity): Fitted =>
    fitText(words, measure, { ...atMost({ ...room, ...sizes, weight: 750, height }, most), leading: LEADING })
  const under = fit(rest, smallOf, room.height * REST_SHARE)
  const large = fit(given, largeOf, room.height - heightOf(under))
  const small = fit(rest, smallOf, room.height * REST_SHARE, large.size * BESIDE_GIVEN)
  const top = room.y + (room.height - heightOf(large) - heightOf(small)) / 2
  return {
    given: large,
    lines: (centred: boolean): DrawnLine[] => [
      ...linesAt('given', large, { ...room, y: top }, 750, centred),
      ...linesAt('rest', small, { ...room, y: top + heightOf(large) }, 650, centred),
    ],
  }
}

/** The width of the band's frame. */
export const FRAME_WIDTH = FRAME
