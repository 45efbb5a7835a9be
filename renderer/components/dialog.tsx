/** A dialog: the browser's own, so that focus stays in it and comes back, and Escape closes it. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { focusFirst } from './dialog-focus.ts'
import { tellPageShown } from './presses/page-shown.ts'

type Props = {
  title: string
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
  roomy?: boolean
  urgent?: boolean
}

export function Dialog({ title, onClose, children, foot, roomy = false, urgent = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Before the element leaves the page: only then does closing give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element === null) return undefined
    element.showModal()
    focusFirst(element)
    tellPageShown()
    return () => {
      element.close()
      tellPageShown()
    }
  }, [])
  const below = useRef<HTMLDivElement>(null)
  // Its buttons wrap on a narrow screen and with large text, so that only the page knows how high it is.
  useLayoutEffect(() => {
    const [element, covers] = [dialog.current, below.current]
    if (element === null || covers === null) return undefined
    const measure = () => element.style.setProperty('--foot', `${covers.offsetHeight}px`)
    const watch = new ResizeObserver(measure)
    watch.observe(covers)
    return () => watch.disconnect()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={roomy ? 'dialog roomy' : 'dialog'}
      aria-labelledby={heading}
      role={urgent ? 'alertdialog' : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-inside">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        {children}
        {foot === undefined ? null : (
          <div ref={below} className="dialog-foot">
            {foot}
          </div>
        )}
      </div>
    </dialog>
  )
}
