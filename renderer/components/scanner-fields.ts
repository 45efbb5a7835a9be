/** What a field held before a scanner typed into it, and giving that back so that React hears of it. */

type Field = HTMLInputElement | HTMLTextAreaElement

export type Held =
  | { kind: 'field'; element: Field; value: string; start: number | null; end: number | null }
  | { kind: 'list'; element: HTMLSelectElement; chosen: number }
  /** `length`: of its text. */
  | { kind: 'rich'; element: HTMLElement; length: number }

const TYPED = /^(text|search|email|tel|url|password|number|date|time|month|week|datetime-local)$/

const isField = (target: unknown): target is Field =>
  ((target instanceof HTMLInputElement && TYPED.test(target.type)) || target instanceof HTMLTextAreaElement) &&
  !target.readOnly &&
  !target.disabled

/** What is in the field or the list that keys go to now; null where they go to neither. */
export function hold(target: EventTarget | null): Held | null {
  if (target instanceof HTMLSelectElement) return { kind: 'list', element: target, chosen: target.selectedIndex }
  if (isField(target))
    return {
      kind: 'field',
      element: target,
      value: target.value,
      start: target.selectionStart,
      end: target.selectionEnd,
    }
  if (target instanceof HTMLElement && target.isContentEditable)
    return { kind: 'rich', element: target, length: target.textContent.length }
  return null
}

/** Puts it back as it was, with caret and selection where the browser lets them be known (not for e-mail, number, date). */
export function giveBack(held: Held | null): void {
  switch (held?.kind) {
    case undefined:
      return
    case 'list': {
      const { element, chosen } = held
      if (element.selectedIndex === chosen) return
      element.selectedIndex = chosen
      for (const event of ['input', 'change']) element.dispatchEvent(new Event(event, { bubbles: true }))
      return
    }
    case 'rich': {
      const selection = getSelection()
      const typed = held.element.textContent.length - held.length
      for (let letter = 0; letter < typed; letter += 1) selection?.modify('extend', 'backward', 'character')
      if (typed > 0) selection?.deleteFromDocument()
      return
    }
    case 'field':
      write(held.element, held.value)
      if (held.start !== null) held.element.setSelectionRange(held.start, held.end)
  }
}

/** Types text for a person: at the caret of the field they are in, or else of the one they were in. */
export function typeInto(held: Held | null, text: string): void {
  const active = document.activeElement
  if (held?.kind === 'rich' && held.element === active) {
    const selection = getSelection()
    selection?.deleteFromDocument()
    selection?.getRangeAt(0).insertNode(document.createTextNode(text))
    selection?.collapseToEnd()
    return
  }
  const field = isField(active) ? active : held?.kind === 'field' && held.element.isConnected ? held.element : null
  if (field === null) return
  const { value } = field
  const start = field.selectionStart ?? value.length
  const end = field.selectionEnd ?? value.length
  const room = field.maxLength < 0 ? text.length : Math.max(0, field.maxLength - value.length + end - start)
  const typed = text.slice(0, room)
  write(field, value.slice(0, start) + typed + value.slice(end))
  const caret = start + typed.length
  if (field.selectionStart !== null) field.setSelectionRange(caret, caret)
}

/** Past React's own setter, so that it sees a change. */
function write(field: Field, value: string): void {
  if (field.value === value) return
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
