/** Text size and contrast: how each person can make the page easier to read, kept on this tablet until changed. */
import { z } from 'zod'

const displaySchema = z.object({
  text: z.enum(['normal', 'large', 'largest']).catch('normal'),
  theme: z.enum(['paper', 'dark', 'contrast']).catch('paper'),
})
export type Display = z.infer<typeof displaySchema>

const KEY = 'pledge-kiosk-display'
export const USUAL_DISPLAY: Display = { text: 'normal', theme: 'paper' }

export function readDisplay(): Display {
  try {
    return displaySchema.parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return USUAL_DISPLAY
  }
}

export function applyDisplay(display: Display): void {
  document.documentElement.dataset['text'] = display.text
  document.documentElement.dataset['theme'] = display.theme
}

export function keepDisplay(display: Display): void {
  applyDisplay(display)
  localStorage.setItem(KEY, JSON.stringify(display))
}
