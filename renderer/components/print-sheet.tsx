/** Prints something else than the screen: what is inside stands on paper only, and the screen stays as it is. */
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

type Props = {
  children: ReactNode
  onDone: () => void
  /** The browser would not print. Without it, `onDone` comes then too. */
  onFailed?: (error: unknown) => void
}

/** Nobody waits longer than this for letters or pictures that do not come. Milliseconds. */
const PATIENCE = 3000
/** A browser that goes on while its print dialog stands is given this long to say that the dialog was closed. Milliseconds. */
const DIALOG = 120_000

/**
 * Give it a key for each printing. Opens the system's print dialog once its fonts and pictures are there; `onDone` comes
 * when that is closed. Whether paper came out of the printer is something no page is told. Several may stand at once: each
 * is on paper alone.
 */
export function PrintSheet({ children, onDone, onFailed }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  const done = useRef({ onDone, onFailed })
  useEffect(() => {
    done.current = { onDone, onFailed }
  }, [onDone, onFailed])
  useEffect(() => {
    const gone = new AbortController()
    const print = async () => {
      const element = sheet.current
      if (element === null) return
      await Promise.race([whole(element), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
      if (gone.signal.aborted) return
      try {
        await printOnly(element, gone.signal)
      } catch (error) {
        if (gone.signal.aborted) return
        const { onFailed: failed, onDone: finished } = done.current
        if (failed === undefined) finished()
        else failed(error)
        return
      }
      if (!gone.signal.aborted) done.current.onDone()
    }
    void print()
    return () => gone.abort()
  }, [])
  return createPortal(
    <div ref={sheet} className="print-sheet">
      {children}
    </div>,
    document.body,
  )
}

/** Letters that no screen has shown yet are not loaded yet either: a name from Łódź would be printed in another face. */
async function whole(element: HTMLElement): Promise<void> {
  const { fontFamily } = getComputedStyle(document.body)
  await Promise.allSettled([
    document.fonts.load(`16px ${fontFamily}`, element.textContent),
    ...[...element.querySelectorAll('img')].map((image) => image.decode()),
  ])
  await document.fonts.ready
}

/** `window.print()` returns when its dialog is closed; where a browser goes on at once, its `afterprint` is waited for. */
async function printOnly(element: HTMLElement, signal: AbortSignal): Promise<void> {
  let open = false
  const begun = () => void (open = true)
  let tellClosed: () => void = () => undefined
  const closed = new Promise<void>((resolve) => {
    tellClosed = () => {
      open = false
      resolve()
    }
  })
  const heard = new AbortController()
  window.addEventListener('beforeprint', begun, { signal: heard.signal })
  window.addEventListener('afterprint', () => tellClosed(), { signal: heard.signal })
  signal.addEventListener('abort', () => tellClosed(), { signal: heard.signal })
  element.classList.add('printing')
  try {
    window.print()
    if (open) await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, DIALOG))])
  } finally {
    element.classList.remove('printing')
    heard.abort()
  }
}
