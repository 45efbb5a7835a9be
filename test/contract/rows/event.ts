/** What each role is answered about the event itself. Columns: delegate, facilitator, steward, organiser, the wall, a locked screen; new, refused, sealed. */
import { NO_ORGANISER, NOT_YET, type RowsOf } from '../row.ts'

export const eventRows: RowsOf<'event'> = {
  change: {
    give: {
      changes: [{ path: 'venue', before: JSON.stringify('Another hall'), after: JSON.stringify('The hall') }],
    },
    // The venue is another one by now: nothing is overwritten that nobody saw.
    who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'refused', NO_ORGANISER, NO_ORGANISER],
    when: NOT_YET,
  },
  clashes: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
  history: { who: [NO_ORGANISER, NO_ORGANISER, NO_ORGANISER, 'ok', NO_ORGANISER, NO_ORGANISER], when: NOT_YET },
}
