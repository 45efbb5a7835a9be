/** What is said of those who did not come, and of the list that was handed over. Pure. */
import type { AttendanceNumbers } from '../../../../shared/contract/attendance.ts'
import { type Place, placeWords } from '../../../components/save-file/place-words.ts'
import { countWords } from '../../../components/tree-totals.ts'

const peopleWords = (count: number): string => `${countWords(count)} ${count === 1 ? 'person' : 'people'}`

/** “3 people are not here yet”, or “3 no-shows” once nobody else will come. */
export function absentTitle(over: AttendanceNumbers['over'], absent: number): string {
  if (over !== 'no') return absent === 1 ? '1 no-show' : `${countWords(absent)} no-shows`
  if (absent === 0) return 'Nobody is missing'
  return `${peopleWords(absent)} ${absent === 1 ? 'is' : 'are'} not here yet`
}

const ABOUT: Record<AttendanceNumbers['over'], string> = {
  no: 'While they may still come, nobody is called a no-show. The day after the event they are, or as soon as you say so.',
  organiser: 'You said that nobody else will come. Whoever does is signed in as ever, and is a no-show no more.',
  'last-day':
    'The event is over. They stand on a sheet of their own in the workbook, for whoever wants to write to them.',
}
export const absentSentence = (over: AttendanceNumbers['over']): string => ABOUT[over]

/** What was saved, and how many it holds. */
export function savedWords(place: Place, people: number, absent: number): string {
  return placeWords(place, `${peopleWords(people)}, of whom ${countWords(people - absent)} came`)
}
