/** Prints something else than the screen: what is inside stands on paper only, and the screen stays as it is. */
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { PrintAnswer, PrintFailure } from '../../shared/contract/badges.ts'

type Props = {
  children: ReactNode
  onDone: () => void
  /** It was not printed: NotPrinted where the station said so. Without it, `onDone` comes then too. */
  onFailed?: (error: unknown) => void
  /**
   * Asks the station to print what stands on this page without a dialog. Where it answers `ask`, or where this is not given,
   * the system's dialog opens.
   */
  silently?: (() => Promise<PrintAnswer>) | undefined
}

/** The station could not print it. */
export class NotPrinted extends Error {
  readonly why: PrintFailure
  constructor(why: PrintFailure) {
    super(why)
    this.why = why
  }
}

/** Nobody waits longer than this for letters or pictures that do not come. Milliseconds. */
const PATIENCE = 3000
/** A browser that goes on while its print dialog stands is given this long to say that the dialog was closed. Milliseconds. */
const DIALOG = 120_000
/** How often a sheet looks whether the one before it has been printed. Milliseconds. */
const TURN = 50

/**
 * Give it a key for each printing. Opens the system's print dialog once its fonts and pictures are there, or prints without
 * one; `onDone` comes when that is closed, or has gone to the printer. Whether paper came out of the printer is something no page is told. Several may stand at once: each
 * is on paper alone.
 */
export function PrintSheet({ children, onDone, onFailed, silently }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  const done = useRef({ onDone, onFailed, silently })
  useEffect(() => {
    done.current = { onDone, onFailed, silently }
  }, [onDone, onFailed, silently])
  useEffect(() => {
    const gone = new AbortController()
    const print = async () => {
      const element = sheet.current
      if (element === null) return
      await Promise.race([whole(element), new Promise((resolve) => setTimeout(resolve, PATIENCE))])
      if (gone.signal.aborted) return
      try {
        await printOnly(element, gone.signal, done.current.silently)
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
    ...[...element.querySelectorAll('image')].map((drawn) => {
      const image = new Image()
      image.src = drawn.href.baseVal
      return image.decode()
    }),
  ])
  await document.fonts.ready
}

/**
 * The one place that decides how it is printed. `window.print()` returns when its dialog is closed; where a browser goes on
 * at once, its `afterprint` is waited for.
 */
async function printOnly(element: HTMLElement, signal: AbortSignal, silently: Props['silently']): Promise<void> {
  // A printing without a dialog takes a while, and paper shows one sheet at a time.
  while (document.querySelector('.print-sheet.printing') !== null)
    await new Promise((resolve) => setTimeout(resolve, TURN))
  if (signal.aborted) return
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
    const answer = await silently?.()
    if (answer?.code === 'printed' || signal.aborted) return
    if (answer?.code === 'failed') throw new NotPrinted(answer.why)
    window.print()
    if (open) await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, DIALOG))])
  } finally {
    element.classList.remove('printing')
    heard.abort()
  }
}
