/** Turning the pages of a long list; always in reach at the foot of the screen. */
import { ArrowLeft, ArrowRight, ChevronFirst, ChevronLast } from 'lucide-react'
import { Button } from '../button.tsx'
import { lastOffset, PAGE, rangeWords } from './paging.ts'
import './lists.css'

type Props = { name: string; offset: number; total: number; onTurn: (offset: number) => void }

/** Nothing where everything fits on one page. `name` says whose pages they are. */
export function Pager({ name, offset, total, onTurn }: Props) {
  if (total <= PAGE) return null
  const last = lastOffset(total)
  return (
    <nav className="list-pager row gap-2" aria-label={`Pages of ${name}`}>
      <Button look="square" aria-label="First page" busy={offset === 0} onClick={() => onTurn(0)}>
        <ChevronFirst className="icon" aria-hidden />
      </Button>
      <Button look="ghost" icon={ArrowLeft} busy={offset === 0} onClick={() => onTurn(offset - PAGE)}>
        Previous
      </Button>
      <span className="list-range" role="status">
        {rangeWords(offset, total)}
      </span>
      <Button look="ghost" then={ArrowRight} busy={offset >= last} onClick={() => onTurn(offset + PAGE)}>
        Next
      </Button>
      <Button look="square" aria-label="Last page" busy={offset >= last} onClick={() => onTurn(last)}>
        <ChevronLast className="icon" aria-hidden />
      </Button>
    </nav>
  )
}
