/** Waits for a kiosk whose data is brought up to date first, or that starts again from a copy. */
import type { Kiosk } from '../../electron/station/app/kiosk.ts'

export async function whenOpen(kiosk: Kiosk): Promise<Kiosk> {
  const screen = kiosk.createSession()
  const news = kiosk.changes()
  while (kiosk.state(screen).phase === 'opening') await news.next()
  await news.return(undefined)
  return kiosk
}
