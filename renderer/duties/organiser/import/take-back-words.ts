/** What is said of a list that was read in and may be taken back. Pure. */
import type { MadeImport, UndoneImport, UndoProgress } from '../../../../shared/contract/import.ts'
import { countWords } from '../../../components/tree-totals.ts'
import { timeOf } from '../../../words/times.ts'
import { peopleWords } from './import-words.ts'

/** “214 people added, 3 people with new details”. */
function madeWords({ added, updated }: Pick<MadeImport, 'added' | 'updated'>): string {
  const parts = [
    added === 0 ? '' : `${peopleWords(added)} added`,
    updated === 0 ? '' : `${peopleWords(updated)} with new details`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nothing new: everybody was on the list' : parts.join(', ')
}

/** What became of a list. */
export function stateWords({ undone, undoing, importing, ...list }: MadeImport, now: Date): string {
  if (undone !== null) return `Taken back ${timeOf(undone, now)}`
  if (undoing !== null)
    return `Being taken back since ${timeOf(undoing, now)}. Not all of it is done: take back the rest.`
  if (importing !== null)
    return 'Not all of it is on this tablet. If nobody is importing it now, choose the same file again and import the rest, or take it back.'
  return madeWords(list)
}

type Group = 'gone' | 'back' | 'stay'
export const GROUPS: readonly Group[] = ['gone', 'back', 'stay']
const STAY = 'since then they came, promised something, were corrected or stood on another list'
const WORDS: Record<Group, [one: string, many: string]> = {
  gone: [
    'person whom only this list brought goes off the tablet',
    'people whom only this list brought go off the tablet',
  ],
  back: ['person goes back to what was said before', 'people go back to what was said before'],
  stay: [`person stays as they are: ${STAY}`, `people stay as they are: ${STAY}`],
}

/** After the number of a group. */
export const groupWords = (group: Group, count: number): string => WORDS[group][count === 1 ? 0 : 1]

/** Said once it is done. */
export function undoneWords(name: string, { gone, back, stay }: Omit<UndoneImport, 'code'>): string {
  const parts = [
    gone === 0 ? '' : `${peopleWords(gone)} went off the tablet.`,
    back === 0 ? '' : `${peopleWords(back)} went back to what was said before.`,
    stay === 0 ? '' : `${peopleWords(stay)} stayed as they are.`,
  ].filter((part) => part !== '')
  return [`“${name}” was taken back.`, ...parts].join(' ')
}

/** How much of the bar is for looking who was on the list. */
const LOOKING = 0.2

/** How far it is: a part from 0 to 1 that never goes back, and in words. */
export function undoingWords({ phase, done, of }: UndoProgress): { part: number; words: string } {
  const share = of === 0 ? 0 : Math.min(1, done / of)
  return phase === 'looking'
    ? { part: LOOKING * share, words: 'Looking whom this list brought' }
    : {
        part: LOOKING + (1 - LOOKING) * share,
        words: `Taking back ${peopleWords(of)}: ${countWords(done)} done. Others can go on with their work.`,
      }
}
