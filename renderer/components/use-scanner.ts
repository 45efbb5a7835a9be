/** Hears a scanner that types, wherever the focus is: told from a person by its speed, and kept out of the fields. */
import { useLayoutEffect, useRef } from 'react'
import { USUAL_DOOR, type DoorSettings } from '../../shared/domain/door.ts'
import { createScanDetector, type Effect, HELD, OVER, type Press } from './scan-detector.ts'
import { createSlowScans, DONE, type Found, type Where } from './slow-scans.ts'
import { type Held, hold, giveBack, typeInto } from './scanner-fields.ts'

/** A timer that comes this much too late says that the machine is busy, and that keys may be on their way. Milliseconds. */
const BUSY = 30

/** Whoever watches for idle hands is told that somebody is here. */
export const SCANNED = 'scan'

type How = {
  /** What a scanner typed that is no code, or that it never ended. */
  onUnclear?: (text: string) => void
  /** Nobody writes on this page: a scanner is tried here, however slow. */
  trying?: boolean
}

/**
 * Calls `onScan` with what a scanner typed, without its prefix and its end key, whatever has the focus; with its pace,
 * milliseconds from one key to the next; and with whether Caps Lock was on. The first two keys of a burst may reach the field in focus, and all of a slow scanner's;
 * they are taken out again. A burst that was no scan after all is put back, so nothing typed is ever lost. `scanner`: as this
 * door's settings say; without it, Enter or Tab ends a scan.
 */
export function useScanner(
  onScan: (text: string, pace: number, capsLock: boolean) => void,
  active = true,
  { prefix, end, pace }: DoorSettings['scanner'] = USUAL_DOOR.scanner,
  { onUnclear, trying = false }: How = {},
): void {
  const latest = useRef({ onScan, onUnclear })
  const space = useRef<Pressed | null>(null)
  // With the page, not a moment after it: who sees that badges are read may hold one there at once.
  useLayoutEffect(() => {
    latest.current = { onScan, onUnclear }
  }, [onScan, onUnclear])
  useLayoutEffect(
    () =>
      active
        ? listen({ prefix, end, pace, trying }, space, {
            scan: (text, paced, capsLock) => latest.current.onScan(text, paced, capsLock),
            unclear: (text) => latest.current.onUnclear?.(text),
          })
        : undefined,
    [active, prefix, end, pace, trying],
  )
}

/** A button that Space was pressed on: pressed for good once it is clear that a person did it. */
type Pressed = { on: HTMLElement; at: number; up: boolean }

/** `space` outlives one listening: the scanner may be set otherwise between a key’s way down and up, or before it is clear whose it is. */
function listen(
  scanner: DoorSettings['scanner'] & { trying: boolean },
  space: { current: Pressed | null },
  heardBy: { scan: (text: string, pace: number, capsLock: boolean) => void; unclear: (text: string) => void },
): () => void {
  const detector = createScanDetector(scanner)
  const slow = createSlowScans(scanner)
  let capsLock = false
  let before: Held | null = null
  /** What the field held before the line that a slow scanner may be typing. */
  let beforeLine: Held | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let lineTarget: EventTarget | null = null
  let lineTimer: ReturnType<typeof setTimeout> | undefined
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
        const pace = slow.paceNow()
        slow.forget()
        window.dispatchEvent(new Event(SCANNED))
        heardBy.scan(effect.text, Number.isFinite(pace) ? pace : 0, capsLock)
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
  const carryOutSlow = (found: Found) => {
    window.dispatchEvent(new Event(SCANNED))
    if (found.what === 'unclear') heardBy.unclear(found.text)
    else {
      if (isInFocus(beforeLine)) {
        giveBack(beforeLine)
        if (found.head !== '') typeInto(beforeLine, found.head)
      }
      const { prefix } = scanner
      const isPrefixed = prefix !== '' && found.text.startsWith(prefix) && !found.text.startsWith('PK1')
      heardBy.scan(isPrefixed ? found.text.slice(prefix.length) : found.text, found.pace, capsLock)
    }
  }
  const waitForLine = (patience: number) => {
    clearTimeout(lineTimer)
    const due = performance.now() + patience
    lineTimer = setTimeout(() => {
      if (performance.now() - due > BUSY) return waitForLine(DONE)
      const found = slow.quiet()
      if (found !== null) carryOutSlow(found)
    }, patience)
  }
  const stop = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  const down = (event: KeyboardEvent) => {
    // A keyboard on the screen says 229 and tells nothing: it is always a person's.
    if (event.isComposing || event.key === 'Unidentified' || event.key === 'Process') return
    capsLock = event.getModifierState('CapsLock')
    const press = pressOf(event)
    const where = whereOf(event.target)
    if (slow.isEmpty() || event.target !== lineTarget) {
      if (event.target !== lineTarget) slow.forget()
      lineTarget = event.target
      beforeLine = hold(event.target)
    }
    const heard = detector.press(press)
    const quick = heard.effects.some((effect) => effect.do === 'scan')
    const found = quick || (heard.swallow && press.key.length > 1) ? null : slow.press(press, where)
    const patience = slow.patience()
    clearTimeout(lineTimer)
    if (patience !== null) waitForLine(patience)
    if (found !== null) {
      stop(event)
      space.current = null
      carryOut(heard.effects, event.target)
      carryOutSlow(found)
      return
    }
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
    slow.release({ code: codeOf(event), at: event.timeStamp })
    if (heard.swallow) stop(event)
    else if (event.key === ' ' && pressed !== null) {
      event.preventDefault()
      pressed.up = true
      if (event.timeStamp - pressed.at > HELD) pressForGood(pressed)
      else setTimeout(() => pressForGood(pressed), HELD)
    }
    carryOut(heard.effects, event.target)
  }
  window.addEventListener('pointerdown', slow.forget, { capture: true })
  window.addEventListener('keydown', down, { capture: true })
  window.addEventListener('keyup', up, { capture: true })
  return () => {
    window.removeEventListener('pointerdown', slow.forget, { capture: true })
    window.removeEventListener('keydown', down, { capture: true })
    window.removeEventListener('keyup', up, { capture: true })
    clearTimeout(timer)
    clearTimeout(lineTimer)
  }
}

/** A field that is marked so is searched for people, and codes may be typed there. */
export const TAKES_CODES = 'data-takes-codes'

function whereOf(target: EventTarget | null): Where {
  if (!(target instanceof HTMLElement)) return 'nowhere'
  if (target.matches('input[type="password"]')) return 'secret'
  if (target.hasAttribute(TAKES_CODES)) return 'search'
  return hold(target) === null ? 'nowhere' : 'field'
}

const isInFocus = (held: Held | null): boolean => held !== null && held.element === document.activeElement

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
