/** Enter goes on to the next field, as on the paper, and hands it over in the last; with Control it hands over at once. */
import type { KeyboardEvent } from 'react'

const FIELDS = 'input, select, textarea'

export function enterGoesOn(event: KeyboardEvent<HTMLFormElement>): void {
  // A list that is open has taken its own Enter; with Shift it begins a new line.
  if (event.key !== 'Enter' || event.defaultPrevented || event.shiftKey) return
  const { target, currentTarget: form } = event
  if (!(target instanceof HTMLElement) || !target.matches(FIELDS)) return
  event.preventDefault()
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.offsetParent !== null)
  const next = fields[fields.indexOf(target) + 1]
  if (event.ctrlKey || event.metaKey || next === undefined) {
    form.requestSubmit()
    return
  }
  next.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}
