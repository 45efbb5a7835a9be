/** What a workbook is and says of itself on every sheet: what it holds, of which event, and whether any of it is real. */
import { dayRange, minuteOf } from './dates.ts'
import type { Page } from './page.ts'

export type WorkbookDocument = {
  /** What it is: “Action plan”. Its properties and its pages say so. */
  title: string
  keywords: string
  /** `startsOn` and `endsOn` are ISO dates. */
  event: { name: string; code: string; venue: string; startsOn: string; endsOn: string }
  rehearsal: boolean
  /** When the file was made: an ISO instant. It stamps every part, so that equal input gives equal bytes. */
  exported: string
}

/** A sheet's name on its tab; in a rehearsal every tab says so. */
export const tabName = (name: string, { rehearsal }: Pick<WorkbookDocument, 'rehearsal'>): string =>
  rehearsal ? `REHEARSAL ${name}` : name

/** Paper, and what its head and foot say. */
export function pageOf(
  { event, rehearsal, exported }: Pick<WorkbookDocument, 'event' | 'rehearsal' | 'exported'>,
  title: string,
  paper: Page['paper'],
  orientation: Page['orientation'],
): Page {
  const { name, venue, startsOn, endsOn } = event
  return {
    paper,
    orientation,
    head: [name, title],
    foot: [
      [venue, dayRange(startsOn, endsOn)].filter((part) => part !== '').join(', '),
      `Exported ${minuteOf(exported)}`,
    ],
    rehearsal,
  }
}
