/** What the staff room says of what was left unfinished. */
import { momentInWords } from '../../words/times.ts'

const moment = momentInWords({ weekday: 'short', hour: '2-digit', minute: '2-digit' })

/** When something was left: `at Tue 09:05`. */
export const leftWords = (saved: string): string => `at ${moment(new Date(saved))}`

/** That older ones are gone, how many, up to when, and what keeps more from going. `most` of each form are kept. */
export const madeWayWords = ({ count, latest }: { count: number; latest: string }, most: number): string =>
  `${count === 1 ? 'One older one, left' : `${count} older ones, the last of them left`} ${leftWords(latest)}, had to ` +
  `make way for newer ones: ${most} of each kind are kept. Throw away what nobody will come back for.`
