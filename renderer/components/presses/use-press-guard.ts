/** No press counts for a page that was not there when the finger went down: the one guard over all pages, dialogs and buttons. */
import { useLayoutEffect } from 'react'
import { createPresses } from './double-press.ts'
import { PAGE_SHOWN } from './page-shown.ts'

/** What is pressed as a whole, whichever part of it is hit. */
const CONTROLS = 'button, a, label, input, select, textarea, summary, [role="option"], [tabindex="0"]'
/** These press what has the focus. */
const PRESSING: ReadonlySet<string> = new Set(['Enter', ' '])

/** A press that does not count is heard by nothing else, moves no focus and opens nothing. */
function stop(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

const controlOf = ({ target }: Event): Element | null => (target instanceof Element ? target.closest(CONTROLS) : null)
const isTyped = ({ target }: Event): boolean =>
  target instanceof Element && !target.matches('[type="radio"], [type="checkbox"]')

export function usePressGuard(): void {
  useLayoutEffect(listen, [])
}

function listen(): () => void {
  const presses = createPresses()
  let counts = true
  const given = new AbortController()
  const hear = <Type extends keyof WindowEventMap>(type: Type, told: (event: WindowEventMap[Type]) => void) =>
    window.addEventListener(type, told, { capture: true, signal: given.signal })

  // The clock that presses are stamped by is that of events.
  const now = () => new Event(PAGE_SHOWN).timeStamp
  window.addEventListener(PAGE_SHOWN, () => presses.shown(now()), { signal: given.signal })
  hear('pointerdown', (event) => {
    const { timeStamp: at, clientX: x, clientY: y } = event
    counts = presses.down({ at, now: now(), on: controlOf(event), by: { x, y } })
  })
  hear('pointerup', (event) => presses.up(event.timeStamp))
  hear('mousedown', (event) => {
    if (!counts) stop(event)
  })
  hear('click', (event) => {
    // A click that counts no presses is a key’s, a label’s or the page’s own.
    if (event.isTrusted && event.detail > 0 && !(counts && presses.lands())) stop(event)
  })
  hear('keydown', (event) => {
    if (!presses.key(event.key, event.repeat) && PRESSING.has(event.key)) stop(event)
  })
  hear('input', (event) => {
    if (isTyped(event)) presses.apart()
  })
  return () => given.abort()
}
