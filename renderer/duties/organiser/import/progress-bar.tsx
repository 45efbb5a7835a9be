/** How far it is: a bar and words, once it has taken longer than a moment. */
import { Square } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Button } from '../../../components/button.tsx'

/** Nobody needs a bar for what is done before they could read it. Milliseconds. */
const MOMENT = 400

/** What a screen reader hears of the bar: whole hundredths are often enough. */
const percentOf = (part: number): number => Math.floor(part * 100)

function useMoment(atOnce: boolean): boolean {
  const [passed, setPassed] = useState(atOnce)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), MOMENT)
    return () => clearTimeout(timer)
  }, [])
  return passed
}

/** `part`: 0 to 1; null while nobody can tell. `onStop`: null where no button is to stand beside it. `atOnce`: whoever shows it knows already that it takes longer. */
type Props = {
  progress: { part: number | null; words: string }
  what: string
  onStop: (() => void) | null
  atOnce?: boolean
}

/** `what` is what the bar is called. Rendered anew for each thing that is waited for. */
export function ProgressBar({ progress, what, onStop, atOnce = false }: Props) {
  const words = useId()
  const { part, words: said } = progress
  if (!useMoment(atOnce)) return null
  return (
    <div className="grow beside gap-4">
      <div className="stack gap-1 grow">
        <div
          className={part === null ? 'import-bar waiting' : 'import-bar'}
          role="progressbar"
          aria-label={what}
          aria-describedby={words}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={part === null ? undefined : percentOf(part)}
        >
          <i style={part === null ? undefined : { inlineSize: `${percentOf(part)}%` }} />
        </div>
        <p className="small" id={words} role="status">
          {said}
        </p>
      </div>
      {onStop === null ? null : (
        <Button look="ghost" icon={Square} onClick={onStop}>
          Stop
        </Button>
      )}
    </div>
  )
}
