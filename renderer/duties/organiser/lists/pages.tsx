/** Turning the pages of a list, in the line above it. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { lastOffset, PAGE, rangeWords } from '../../../components/lists/paging.ts'

type Props = { name: string; offset: number; total: number; onTurn: (offset: number) => void }

/** Nothing where everything fits on one page. `name` says whose pages they are. */
export function Pages({ name, offset, total, onTurn }: Props) {
  if (total <= PAGE) return null
  return (
    <nav className="beside gap-1 push" aria-label={`Pages of ${name}`}>
      <Button look="square" aria-label="Previous page" busy={offset === 0} onClick={() => onTurn(offset - PAGE)}>
        <ChevronLeft className="icon" aria-hidden />
      </Button>
      <span className="lines-range small" role="status">
        {rangeWords(offset, total)}
      </span>
      <Button
        look="square"
        aria-label="Next page"
        busy={offset >= lastOffset(total)}
        onClick={() => onTurn(offset + PAGE)}
      >
        <ChevronRight className="icon" aria-hidden />
      </Button>
    </nav>
  )
}
