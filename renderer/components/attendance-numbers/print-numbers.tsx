/** The numbers on paper: A4, the plot and every table, in ink. */
import type { AttendanceNumbers } from '../../../shared/contract/attendance.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { NumbersPaper, PaperMark } from '../numbers/numbers-paper.tsx'
import { OverTimeOnPaper } from '../numbers/over-time-card.tsx'
import { WayOutShares } from '../way-out/way-out-shares.tsx'
import { Figures, Shares, Uncounted } from './attendance-numbers.tsx'
import { ARRIVALS, arrivalsOverTime } from './words.ts'

type Props = { numbers: AttendanceNumbers; pack: EventPack; rehearsal: boolean; now: Date; onDone: () => void }

export function PrintNumbers({ numbers, pack, rehearsal, now, onDone }: Props) {
  const { came, absent } = numbers.totals
  const mark = rehearsal ? 'REHEARSAL – nobody here was really there' : null
  return (
    <NumbersPaper of="attendance" pack={pack} asOf={numbers.asOf} mark={mark} onDone={onDone}>
      <Figures numbers={numbers} now={now} />
      <OverTimeOnPaper
        overTime={arrivalsOverTime(numbers)}
        counted={ARRIVALS}
        whole={came}
        everybody={came + absent}
        now={now}
      />
      <PaperMark mark={mark} />
      <Shares numbers={numbers} />
      <WayOutShares />
      <Uncounted numbers={numbers} />
    </NumbersPaper>
  )
}
