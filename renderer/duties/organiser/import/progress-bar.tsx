/** How far it is: a bar and words, once it has taken longer than a moment. */
import { Square } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { type Progress, percentOf } from './progress-state.ts'

/** Nobody needs a bar for what is done before they could read it. Milliseconds. */
const MOMENT = 400

function useMoment(): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), MOMENT)
    return () => clearTimeout(timer)
  }, [])
  return passed
}

type Props = { progress: Progress; what: string; onStop: () => void }

/** `what` is what the bar is called. Rendered anew for each thing that is waited for. */
export function ProgressBar({ progress, what, onStop }: Props) {
  const words = useId()
  const { part, phase } = progress
  if (!useMoment()) return null
  return (
    <div className="import-progress">
      <div className="stack tight grow">
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
          {progress.words}
        </p>
      </div>
      {phase === 'writing' ? null : (
        <Button look="ghost" icon={Square} onClick={onStop}>
          Stop
        </Button>
      )}
    </div>
  )
}
