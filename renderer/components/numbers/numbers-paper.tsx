/** Numbers on paper: A4, a title, when they were counted, and whatever plots and tables stand on it. */
import type { ReactNode } from 'react'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { daysInWords } from '../../words/days.ts'
import { PrintSheet } from '../print-sheet.tsx'
import { asOfWords } from './words.ts'
import './numbers.css'

/** As the head of each page has it, too. */
const TITLES = { attendance: 'Attendance', promises: 'Promises in numbers' }

type Props = {
  of: keyof typeof TITLES
  pack: EventPack
  asOf: string
  /** What is said at the head of a rehearsal’s pages; null where it is real. */
  mark: string | null
  onDone: () => void
  children: ReactNode
}

export function NumbersPaper({ of, pack, asOf, mark, onDone, children }: Props) {
  return (
    <PrintSheet onDone={onDone}>
      <div className={`numbers stack gap-4 numbers-paper ${of}`}>
        <header>
          <PaperMark mark={mark} />
          <h1>{TITLES[of]}</h1>
          <p>
            {pack.name}, {pack.venue}, {daysInWords(pack.dates.from, pack.dates.to)}. As at {asOfWords(asOf)}.
          </p>
        </header>
        {children}
      </div>
    </PrintSheet>
  )
}

/** To stand on every page, so that none of them can pass as the real thing. */
export function PaperMark({ mark }: { mark: string | null }) {
  return mark === null ? null : <p className="numbers-mark">{mark}</p>
}
