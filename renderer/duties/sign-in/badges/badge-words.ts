/** Badges, printings and paper in words. Pure. */
import type { PrintLogLine, PrintWhy } from '../../../../shared/contract/badges.ts'
import { type BadgeLayout, type BadgePaper, labelsPerPage, nextFree } from '../../../../shared/domain/badge-layout.ts'
import { countWords } from '../../../components/tree-totals.ts'

export const LAYOUT_WORDS: Record<BadgeLayout, { name: string; hint: string }> = {
  a6: { name: 'A6 cards', hint: '105 × 148 mm, for pouches' },
  'roll-62': { name: '62 mm label roll', hint: '62 × 100 mm, in black' },
  'sheet-8': { name: 'A4 sheets of 8', hint: '86.5 × 55.5 mm, like Avery L7418' },
  'sheet-10': { name: 'A4 sheets of 10', hint: '80 × 50 mm, like Avery L4785' },
}

export const WHY_WORDS: Record<PrintWhy, string> = {
  alone: 'One by one',
  arrival: 'As they arrived',
  all: 'Many at once',
  again: 'Printed again',
}

/** “1 badge”, “1,204 badges”. */
export const badgesWords = (count: number): string => `${countWords(count)} ${count === 1 ? 'badge' : 'badges'}`

/** What so many badges take: “5 sheets; 3 labels stay free on the last”. */
export function paperWords(layout: BadgeLayout, paper: BadgePaper, firstFree: number, badges: number): string {
  if (badges === 0) return ''
  const each = labelsPerPage(paper)
  if (each === 1) return `${countWords(badges)} ${layout === 'a6' ? 'card' : 'label'}${badges === 1 ? '' : 's'}`
  const sheets = Math.ceil((firstFree + badges) / each)
  const free = nextFree(paper, firstFree, badges)
  const left = each - free
  return `${countWords(sheets)} ${sheets === 1 ? 'sheet' : 'sheets'}${
    free === 0 ? '' : `; ${left} ${left === 1 ? 'label stays' : 'labels stay'} free on the last`
  }`
}

/** The button for the next printing: all of it at once, or the next part of many. */
export function printWords(printings: readonly (readonly unknown[])[], index: number): string {
  const total = printings.reduce((sum, part) => sum + part.length, 0)
  if (printings.length <= 1) return `Print ${badgesWords(total)}`
  const from = printings.slice(0, index).reduce((sum, part) => sum + part.length, 0)
  const to = from + (printings[index]?.length ?? 0)
  return `Print ${countWords(from + 1)} to ${countWords(to)} of ${countWords(total)}`
}

/** Whose badges a line of the log is about: one name, or from the first to the last. */
export const whoseWords = ({ badges, first, last }: Pick<PrintLogLine, 'badges' | 'first' | 'last'>): string =>
  badges === 1 ? first.name : `${badgesWords(badges)}, ${first.name} to ${last}`

/** What became of a printing; nothing where no one has said that anything went wrong. */
export const outcomeWords = ({ badges, failed }: Pick<PrintLogLine, 'badges' | 'failed'>): string =>
  failed === 0
    ? ''
    : failed === badges
      ? 'Did not come out'
      : `${countWords(failed)} of ${countWords(badges)} did not come out`
