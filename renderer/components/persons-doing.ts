/** What is a person's doing at a screen, for whoever has to know whether somebody is there. */
import { SCANNED } from './use-scanner.ts'

/** A badge before the camera is a person, too. */
const DOINGS = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove', SCANNED]

/** Calls `told` at each touch, key and scan, wherever the focus is. The answer ends it. */
export function onPersonsDoing(told: () => void): () => void {
  for (const doing of DOINGS) window.addEventListener(doing, told, { capture: true, passive: true })
  return () => {
    for (const doing of DOINGS) window.removeEventListener(doing, told, { capture: true })
  }
}
