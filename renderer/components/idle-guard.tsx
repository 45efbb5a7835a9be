/** Notices that nobody is there any more: warns, lets them stay, and otherwise gives the screen back. */
import { useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { onPersonsDoing } from './persons-doing.ts'

/** How long without a touch before the warning, where a screen does not say otherwise. Seconds. */
const QUIET = 90
/** How long the warning stands. Seconds. (WCAG 2.2, 2.2.1: at least 20) */
const WARNING = 30

type Props = {
  onIdle: () => void
  quiet?: number
  /** Whether what was written is kept safe when the screen clears; the warning says so only then. */
  kept?: boolean
}

export function IdleGuard({ onIdle, quiet = QUIET, kept = true }: Props) {
  const [left, setLeft] = useState<number | null>(null)
  const last = useRef(0)
  const gone = useRef(onIdle)
  useEffect(() => {
    gone.current = onIdle
  }, [onIdle])

  useEffect(() => {
    let done = false
    last.current = performance.now()
    const stir = () => {
      last.current = performance.now()
    }
    const watch = setInterval(() => {
      const still = (performance.now() - last.current) / 1000
      if (done || still < quiet) setLeft(null)
      else if (still < quiet + WARNING) setLeft(Math.ceil(quiet + WARNING - still))
      else {
        done = true
        setLeft(null)
        gone.current()
      }
    }, 500)
    const stop = onPersonsDoing(stir)
    return () => {
      clearInterval(watch)
      stop()
    }
  }, [quiet])

  if (left === null) return null
  const stay = () => {
    last.current = performance.now()
    setLeft(null)
  }
  return (
    <Dialog
      title="Are you still there?"
      urgent
      onClose={stay}
      foot={
        <>
          <Button look="ghost" onClick={() => gone.current()}>
            I have finished
          </Button>
          <Button safe onClick={stay}>
            I need more time
          </Button>
        </>
      }
    >
      <p>
        For your privacy this screen clears in <span aria-hidden>{left}</span>
        <span className="unseen">about {Math.ceil(left / 10) * 10}</span> seconds.
        {kept ? ' What you have written is kept safe.' : ''}
      </p>
    </Dialog>
  )
}
