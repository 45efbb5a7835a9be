/** What is said of a list that was read in and may be taken back. Pure. */
import type { MadeImport, UndoneImport } from '../../../../shared/contract/import.ts'
import { peopleWords } from './import-words.ts'

/** “214 people added, 3 people with new details”. */
export function madeWords({ added, updated }: Pick<MadeImport, 'added' | 'updated'>): string {
  const parts = [
    added === 0 ? '' : `${peopleWords(added)} added`,
    updated === 0 ? '' : `${peopleWords(updated)} with new details`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nothing new: everybody was on the list' : parts.join(', ')
}

export const GROUPS = [
  {
    key: 'gone',
    one: 'person whom only this list brought goes off the tablet',
    many: 'people whom only this list brought go off the tablet',
  },
  { key: 'back', one: 'person goes back to what was said before', many: 'people go back to what was said before' },
  {
    key: 'stay',
    one: 'person stays as they are: since then they came, promised something, were corrected or stood on another list',
    many: 'people stay as they are: since then they came, promised something, were corrected or stood on another list',
  },
] as const

/** After the number of a group. */
export const groupWords = (key: (typeof GROUPS)[number]['key'], count: number): string => {
  const group = GROUPS.find((one) => one.key === key)
  return (count === 1 ? group?.one : group?.many) ?? ''
}

/** Said once it is done. */
export function undoneWords(name: string, { gone, back, stay }: Omit<UndoneImport, 'code'>): string {
  const parts = [
    gone === 0 ? '' : `${peopleWords(gone)} went off the tablet.`,
    back === 0 ? '' : `${peopleWords(back)} went back to what was said before.`,
    stay === 0 ? '' : `${peopleWords(stay)} stayed as they are.`,
  ].filter((part) => part !== '')
  return [`“${name}” was taken back.`, ...parts].join(' ')
}
