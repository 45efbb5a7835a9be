/** How far an import is, as one bar that never goes back, and in words. Pure. */
import type { ImportProgress } from '../../../../shared/contract/import.ts'
import { countWords } from '../../../components/tree-totals.ts'

/** `part`: 0 to 1; null while nobody can tell. */
export type Progress = { phase: ImportProgress['phase']; part: number | null; words: string }

export const STARTING: Progress = { phase: 'reading', part: null, words: 'Reading the list' }

/** What share of the bar each phase has, and where it begins. A look has no writing. */
const SHARES = { reading: [0, 0.4], matching: [0.4, 0.5], writing: [0.9, 0.1] } as const

export function advanced(before: Progress, { phase, done, of }: ImportProgress): Progress {
  const [from, share] = SHARES[phase]
  const known = phase === 'writing' || of > 0
  const now = known ? from + share * (of === 0 ? 0 : Math.min(1, done / of)) : null
  const part = now === null ? before.part : Math.max(before.part ?? 0, now)
  return { phase, part, words: wordsOf(phase, of) }
}

function wordsOf(phase: ImportProgress['phase'], of: number): string {
  switch (phase) {
    case 'reading':
      return of === 0 ? 'Reading the list' : `Reading ${countWords(of)} rows`
    case 'matching':
      return 'Comparing the rows with the people on this tablet'
    case 'writing':
      return 'Writing all of it down in one step. It cannot be stopped any more: all of it is done, or nothing.'
  }
}

/** What a screen reader hears of the bar: whole tenths are often enough. */
export const percentOf = (part: number): number => Math.floor(part * 100)
