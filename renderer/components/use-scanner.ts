/** Hears a scanner that types, wherever the focus is: told from a person by its speed, and kept out of the fields. */
import { useLayoutEffect, useRef } from 'react'
import { USUAL_DOOR, type DoorSettings } from '../../shared/domain/door.ts'
import { createScanDetector, type Effect, HELD, OVER, type Press } from './scan-detector.ts'
import { type Held, hold, giveBack, typeInto } from './scanner-fields.ts'

/** A timer that comes this much too late says that the machine is busy, and that keys may be on their way. Milliseconds. */
const BUSY = 30

/** Whoever watches for idle hands is told that somebody is here. */
export const SCANNED = 'scan'

/**
 * Calls `onScan` with what a scanner typed, without its prefix and its end key, whatever has the focus. The first two
 * keys of a burst may reach the field in focus; they are taken out again. A burst that was no scan after all is put
 * back, so nothing typed is ever lost. `scanner`: as this door's settings say; without it, Enter or Tab ends a scan.
 */
export function useScanner(
  onScan: (text: string) => void,
  active = true,
  { prefix, end }: DoorSettings['scanner'] = USUAL_DOOR.scanner,
): void {
  const latest = useRef(onScan)
  const space = useRef<Pressed | null>(null)
  // With the page, not a moment after it: who sees that badges are read may hold one there at once.
  useLayoutEffect(() => {
    latest.current = onScan
  }, [onScan])
  useLayoutEffect(
    () => (active ? listen({ prefix, end }, space, (text) => latest.current(text)) : undefined),
    [active, prefix, end],
  )
}

/** A button that Space was pressed on: pressed for good once it is clear that a person did it. */
type Pressed = { on: HTMLElement; at: number; up: boolean }

/** `space` outlives one listening: the scanner may be set otherwise between a key’s way down and up, or before it is clear whose it is. */
function listen(
  scanner: DoorSettings['scanner'],
  space: { current: Pressed | null },
  onScan: (text: string) => void,
): () => void {
  const detector = createScanDetector(scanner)
  let before: Held | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const pressForGood = (pressed: Pressed | null) => {
    if (pressed === null || pressed !== space.current || !pressed.up) return
    space.current = null
    pressed.on.click()
  }

  const carryOut = (effects: readonly Effect[], target: EventTarget | null) => {
    for (const effect of effects) {
      if (effect.do === 'remember') before = hold(target)
      else if (effect.do === 'take-out') giveBack(before)
      else if (effect.do === 'put-back') typeInto(before, effect.text)
      else {
        window.dispatchEvent(new Event(SCANNED))
        onScan(effect.text)
      }
    }
    clearTimeout(timer)
    const patience = detector.patience()
    if (patience !== null) wait(patience)
  }
  const wait = (patience: number) => {
    const due = performance.now() + patience
    timer = setTimeout(() => {
      if (performance.now() - due > BUSY) wait(OVER)
      else carryOut(detector.quiet(performance.now()), null)
    }, patience)
  }
  const stop = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  const down = (event: KeyboardEvent) => {
    // A keyboard on the screen says 229 and tells nothing: it is always a person's.
    if (event.isComposing || event.key === 'Unidentified' || event.key === 'Process') return
    const heard = detector.press(pressOf(event))
    if (heard.swallow) {
      stop(event)
      space.current = null
    } else if (event.key.length !== 1 || event.key === ' ') pressForGood(space.current)
    if (!heard.swallow && event.key === ' ' && isButton(event.target)) {
      event.preventDefault()
      if (!event.repeat) space.current = { on: event.target, at: event.timeStamp, up: false }
    }
    carryOut(heard.effects, event.target)
  }
  const up = (event: KeyboardEvent) => {
    const pressed = space.current
    const heard = detector.release({ code: codeOf(event), at: event.timeStamp })
    if (heard.swallow) stop(event)
    else if (event.key === ' ' && pressed !== null) {
      event.preventDefault()
      pressed.up = true
      if (event.timeStamp - pressed.at > HELD) pressForGood(pressed)
      else setTimeout(() => pressForGood(pressed), HELD)
    }
    carryOut(heard.effects, event.target)
  }
  window.addEventListener('keydown', down, { capture: true })
  window.addEventListener('keyup', up, { capture: true })
  return () => {
    window.removeEventListener('keydown', down, { capture: true })
    window.removeEventListener('keyup', up, { capture: true })
    clearTimeout(timer)
  }
}

/** The physical key; programs that type for a scanner may leave it out. */
const codeOf = ({ code, key }: KeyboardEvent): string => (code === '' ? key : code)

function pressOf(event: KeyboardEvent): Press {
  // AltGr makes a character, though Windows says Control and Alt for it.
  const character = event.getModifierState('AltGraph') && event.key.length === 1
  return {
    key: event.key,
    code: codeOf(event),
    at: event.timeStamp,
    repeat: event.repeat,
    chord: character ? 'none' : event.altKey || event.metaKey ? 'other' : event.ctrlKey ? 'control' : 'none',
  }
}

const isButton = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  target.matches('button, summary, [role="button"], input[type="checkbox"], input[type="radio"], input[type="submit"]')
