/** What this tablet remembers of its camera: whether it was on, and which one was chosen. */
import { z } from 'zod'

const kept = z.object({ on: z.boolean().catch(false), device: z.string().max(200).catch('') })

const KEY = 'pledge-kiosk-camera'

type CameraMemory = z.infer<typeof kept>

export function recallCamera(): CameraMemory {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    return { on: false, device: '' }
  }
}

/** Keeps what has changed. A browser that keeps nothing only asks again next time. */
export function rememberCamera(change: Partial<CameraMemory>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...recallCamera(), ...change }))
  } catch {
    // No room, or not allowed.
  }
}
