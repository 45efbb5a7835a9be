/** What says of an entry that it stood on paper and was entered afterwards. */
import type { Origin } from '../../../../shared/domain/entry.ts'
import { paperPlaceInWords } from '../../../../shared/domain/paper-card.ts'
import { timeOf } from '../../../words/times.ts'

type Came = { origin: Origin; card: string; entered: string }

/** Empty where it was made at a screen. */
export const cameFromPaper = ({ origin, card, entered }: Came): string =>
  origin === 'screen' ? '' : `On paper, ${paperPlaceInWords(card)}; entered ${timeOf(entered, new Date())}`

/** In a line of a list. */
export const PaperMark = ({ origin }: Pick<Came, 'origin'>) =>
  origin === 'screen' ? null : <span className="chip lines-mark">From paper</span>
