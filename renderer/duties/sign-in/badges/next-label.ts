/** The first label still free on the sheet that this tablet's printer was last given, so that a begun sheet is used up. */
import { type BadgeLayout, labelsPerPage, paperOf } from '../../../../shared/domain/badge-layout.ts'

const KEY = 'pledge-kiosk-next-label'

/** From 0; always 0 on cards and rolls. What was kept and is no label of this sheet counts as a whole sheet. */
export function nextLabel(layout: BadgeLayout): number {
  const kept = Number(localStorage.getItem(`${KEY}-${layout}`))
  return Number.isInteger(kept) && kept > 0 && kept < labelsPerPage(paperOf(layout)) ? kept : 0
}

export const keepNextLabel = (layout: BadgeLayout, label: number): void =>
  localStorage.setItem(`${KEY}-${layout}`, String(label))
