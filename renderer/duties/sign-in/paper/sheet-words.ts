/** What stands on every page of a sheet beside the lines: the event, whose information this is, when it was printed. */
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { daysInWords, weekdayInWords } from '../../../words/days.ts'
import { clockOf, dayOf } from '../../../words/times.ts'
import { type Desk, deskName } from './desks.ts'
import type { SheetWords } from './sheet-view.tsx'

/** As much of a sentence as fits on a line of small print. */
const MOST = 200

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text
const atMost = (text: string): string => (text.length <= MOST ? text : `${text.slice(0, MOST - 1).trimEnd()}…`)
/** Without what a pack says about the address itself: “(a placeholder: …)”. */
const plainly = (text: string): string => text.replace(/\s*\([^)]*\)\s*$/u, '')

/** Who holds this sheet, what for, and where to ask: what somebody has to know before they sign. (UK GDPR, Article 13) */
const privacyLine = ({ privacy }: EventPack): string =>
  `${atMost(`${privacy.controller} holds this sheet. ${firstSentence(privacy.purpose)}`)} Questions: ${plainly(privacy.contact)}`

export function sheetWords(
  pack: EventPack,
  {
    desk,
    desks,
    station,
    now,
    rehearsal,
  }: { desk: Desk; desks: number; station: string; now: Date; rehearsal: boolean },
): SheetWords {
  const { from, to } = pack.dates
  return {
    event: pack.name,
    where: `${daysInWords(from, to)} · ${pack.venue}`,
    title: desks === 1 ? 'Sign-in sheet' : `Sign-in sheet ${deskName(desk)}`,
    severalDays: from !== to,
    privacy: privacyLine(pack),
    rehearsal,
    printed: `Sorted by the last word of each name; if you are not there, look under another. Printed ${weekdayInWords(dayOf(now))}, ${clockOf(now)}, ${station}`,
  }
}
