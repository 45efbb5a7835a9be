/** What the list of printers offers. Pure. */
import type { Printer } from '../../../../shared/contract/badges.ts'

/** False where a printer was chosen that the system does not have now. */
export const isThere = (printers: readonly Printer[], chosen: string): boolean =>
  chosen === '' || printers.some(({ name }) => name === chosen)

/** Asking first; then the printers by their titles, two of one title told apart; then one that was chosen and is not there. */
export function printerOptions(printers: readonly Printer[], chosen: string): { value: string; label: string }[] {
  const titled = (title: string) => printers.filter((printer) => printer.title === title).length
  return [
    { value: '', label: 'Ask each time' },
    ...printers
      .map(({ name, title }) => ({ value: name, label: titled(title) > 1 ? `${title} (${name})` : title }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
    ...(isThere(printers, chosen) ? [] : [{ value: chosen, label: `${chosen} (not connected)` }]),
  ]
}
