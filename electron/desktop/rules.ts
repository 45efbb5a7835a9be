/** The shell's rules, apart from Electron: what is the app's own page, what it is served, and whose port is taken. Pure. */
import type { Page } from '../pages.ts'
import { SAFE_HEADERS } from '../pages.ts'

export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://kiosk'

/** True for a page of the app itself. */
export function isOwnPage(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === `${APP_SCHEME}:` && new URL(address).host === 'kiosk'
}

/** The answer to a request under `app://`: a built page, or a refusal with the same strict headers. */
export function answerPage(address: string, page: (path: string) => Page | null): Response {
  const found = isOwnPage(address) ? page(new URL(address).pathname) : null
  if (found !== null) return new Response(found.body, { headers: found.headers })
  return new Response('There is no such page.', {
    status: 404,
    headers: { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  })
}

/** A port is taken only from the window's own top frame, at the app's own address; anything unclear is refused. */
export function mayTakePort({ frame, top, url }: { frame: unknown; top: unknown; url: string | undefined }): boolean {
  return frame !== null && frame !== undefined && frame === top && url !== undefined && isOwnPage(url)
}
