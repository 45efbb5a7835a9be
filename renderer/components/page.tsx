/** A page: its bar, its heading that takes focus when one arrives, its dock with the next step. */
import { CircleCheck } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { Chip } from './chip.tsx'
import { DisplayButton } from './display-button.tsx'
import { tellPageShown } from './presses/page-shown.ts'

/** The bar over every page. `children` are its buttons; the display settings are always the last of them. */
export function Bar({
  title,
  saved = false,
  lead,
  children,
}: {
  title?: ReactNode
  saved?: boolean
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="bar no-print">
      {lead}
      {title === undefined ? null : <span className="bar-title">{title}</span>}
      {saved ? (
        <Chip tone="ok" icon={CircleCheck}>
          Everything saved on this tablet
        </Chip>
      ) : null}
      <div className="bar-side">
        {children}
        <DisplayButton />
      </div>
    </header>
  )
}

/** The one heading of a page. It takes focus when the page appears, so that a screen reader starts there. */
export function Heading({ children, unseen = false }: { children: string; unseen?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(tellPageShown, [children])
  useEffect(() => {
    document.title = `${children} – Pledge Kiosk`
    // A field that asked for focus itself keeps it.
    if (document.activeElement === null || document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true })
  }, [children])
  return (
    <h1 ref={heading} tabIndex={-1} className={unseen ? 'unseen' : undefined}>
      {children}
    </h1>
  )
}

export function Page({
  width,
  centred = false,
  className = '',
  children,
}: {
  width?: 'narrow' | 'wide'
  centred?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <main className={`page ${width ?? ''} ${centred ? 'centred' : ''} ${className}`.replaceAll(/\s+/g, ' ').trim()}>
      {children}
    </main>
  )
}

/** What one can do next, always in reach at the foot of the page. */
export function Dock({ children }: { children: ReactNode }) {
  const dock = useRef<HTMLElement>(null)
  // Its buttons wrap on a narrow screen and with large text: what takes the focus is kept clear of it by as much as it is high.
  useLayoutEffect(() => {
    const covers = dock.current
    if (covers === null) return undefined
    const { style } = document.documentElement
    const watch = new ResizeObserver(() => style.setProperty('--dock', `${covers.getBoundingClientRect().height}px`))
    watch.observe(covers)
    return () => {
      watch.disconnect()
      style.removeProperty('--dock')
    }
  }, [])
  return (
    <footer ref={dock} className="dock no-print">
      {children}
    </footer>
  )
}

/** How far along: `at` of `of`, said in words for those who cannot see it. */
export function Steps({ index, of }: { index: number; of: number }) {
  return (
    <div className="steps" role="img" aria-label={`Step ${index} of ${of}`}>
      {Array.from({ length: of }, (_, step) => (
        <i key={step} className={step < index ? 'on' : undefined} />
      ))}
    </div>
  )
}
