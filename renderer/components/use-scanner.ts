/** Hears a scanner that types, wherever the focus is: told from a person by its speed, and kept out of the fields. */
import { useEffect, useRef } from 'react'

/** No person types three characters in a row this fast. Milliseconds between two keys. */
const FAST = 40
/** A burst that has been quiet this long is over. */
const OVER = 150
const SHORTEST = 5

type Held = { element: HTMLInputElement | HTMLTextAreaElement; value: string; start: number; end: number }

const fieldOf = (target: EventTarget | null): Held | null =>
  (target instanceof HTMLInputElement && /^(text|search|email|tel|password)$/.test(target.type)) ||
  target instanceof HTMLTextAreaElement
    ? {
        element: target,
        value: target.value,
        start: target.selectionStart ?? target.value.length,
        end: target.selectionEnd ?? target.value.length,
      }
    : null

/** Puts text into a field as if it had been typed, so that React hears of it. */
function setField({ element }: Held, value: string, caret: number): void {
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value)
  element.dispatchEvent(new Event('input', { bubbles: true }))
  if (element.type !== 'email') element.setSelectionRange(caret, caret)
}

/**
 * Calls `onScan` with what a scanner typed before its Enter or Tab. The first two keys of a burst may reach the field
 * in focus; they are taken out again. A burst that was no scan after all is put back, so nothing typed is ever lost.
 */
export function useScanner(onScan: (text: string) => void, active = true): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  }, [onScan])
  useEffect(() => {
    if (!active) return
    let burst = ''
    let last = 0
    let before: Held | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    const putBack = () => {
      if (before !== null && burst.length >= 3 && document.activeElement === before.element)
        setField(
          before,
          before.value.slice(0, before.start) + burst + before.value.slice(before.end),
          before.start + burst.length,
        )
    }
    const end = () => {
      clearTimeout(timer)
      burst = ''
      before = null
    }
    const settle = () => {
      putBack()
      end()
    }
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
      const quick = event.timeStamp - last <= FAST
      if (event.key === 'Enter' || event.key === 'Tab') {
        if (burst.length >= SHORTEST && quick) {
          event.preventDefault()
          event.stopImmediatePropagation()
          const text = burst
          end()
          latest.current(text)
        } else if (burst.length >= 3) settle()
        else end()
        return
      }
      if (event.key.length !== 1) return
      if (!quick) {
        if (burst.length >= 3) settle()
        burst = ''
        before = fieldOf(event.target)
      }
      last = event.timeStamp
      burst += event.key
      clearTimeout(timer)
      timer = setTimeout(settle, OVER)
      if (burst.length < 3) return
      // Three this fast: a scanner. From here on nothing more reaches the field, and what did is taken out.
      event.preventDefault()
      event.stopImmediatePropagation()
      if (burst.length === 3 && before !== null) setField(before, before.value, before.start)
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => {
      window.removeEventListener('keydown', hear, { capture: true })
      clearTimeout(timer)
    }
  }, [active])
}
