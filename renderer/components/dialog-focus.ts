/** What has the focus in a dialog that opens: whatever Space or Enter press there then, in the middle of a sentence too, changes nothing. */

/** A form begins at its first field, save that another is marked; long text at its beginning; anything else at the answer that changes nothing. */
const FIRST = [
  '[data-first]',
  'form :is(input, select, textarea):not([type="hidden"], [type="radio"]:not(:checked))',
  '.reading',
  '[data-safe]',
  'h2',
] as const

/** `dialog` is open. */
export function focusFirst(dialog: HTMLDialogElement): void {
  for (const kind of FIRST) {
    const first = dialog.querySelector<HTMLElement>(kind)
    first?.focus({ preventScroll: first.matches('h2') })
    if (first !== null && document.activeElement === first) return
  }
}
