/** Notices that nobody is there any more: warns, lets them stay, and otherwise gives the screen back. */
import { useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { SCANNED } from './use-scanner.ts'

/** How long without a touch before the warning, and how long the warning stands. Seconds. (WCAG 2.2, 2.2.1: at least 20) */
const USUAL = { quiet: 90, warning: 30 }

const KEPT = 'pledge-kiosk-idle'

// Read as the page opens: the first screen may have no guard yet, and the address changes as soon as somebody begins.
const asked = typeof location === 'undefined' ? undefined : /[?&]idle=(\d+,\d+)/.exec(location.search)?.[1]

/** The limits of this tab; `?idle=quiet,warning` in the address it is opened with sets others, for rehearsing and testing. */
function limits(): typeof USUAL {
  if (asked !== undefined) sessionStorage.setItem(KEPT, asked)
  const [quiet, warning] = (sessionStorage.getItem(KEPT) ?? '').split(',').map(Number)
  return quiet === undefined || warning === undefined ? USUAL : { quiet, warning }
}

/** `kept`: whether what was written is kept safe when the screen clears; the warning says so only then. */
export function IdleGuard({ onIdle, quiet, kept = true }: { onIdle: () => void; quiet?: number; kept?: boolean }) {
  const [left, setLeft] = useState<number | null>(null)
  const last = useRef(0)
  const gone = useRef(onIdle)
  useEffect(() => {
    gone.current = onIdle
  }, [onIdle])

  useEffect(() => {
    const { quiet: usual, warning } = limits()
    const silence = quiet === undefined || usual !== USUAL.quiet ? usual : quiet
    let done = false
    last.current = performance.now()
    const stir = () => {
      last.current = performance.now()
    }
    const watch = setInterval(() => {
      const still = (performance.now() - last.current) / 1000
      if (done || still < silence) setLeft(null)
      else if (still < silence + warning) setLeft(Math.ceil(silence + warning - still))
      else {
        done = true
        setLeft(null)
        gone.current()
      }
    }, 500)
    // A badge before the camera is a person, too.
    const events = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove', SCANNED]
    for (const event of events) window.addEventListener(event, stir, { capture: true, passive: true })
    return () => {
      clearInterval(watch)
      for (const event of events) window.removeEventListener(event, stir, { capture: true })
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
          <Button autoFocus onClick={stay}>
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
