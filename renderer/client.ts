/** The one client, over two transports: a message port to the desktop shell, or HTTP to the station on this machine. */
import { type ClientContext, createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { KioskClient } from '../shared/contract/index.ts'

const KEY = 'pledge-kiosk-key'
const SCREEN = 'pledge-kiosk-screen'

/** Takes the secret out of the printed link, so that it does not stay in the address, and keeps it while this tab lives. */
function takeKey(): string {
  const given = /^#key=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem(KEY, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  return given ?? sessionStorage.getItem(KEY) ?? ''
}

/** This tab's own name for itself: the station keeps its role by it, also over a reload. */
function screenName(): string {
  const kept = sessionStorage.getItem(SCREEN)
  if (kept !== null) return kept
  const name = crypto.randomUUID()
  sessionStorage.setItem(SCREEN, name)
  return name
}

function portLink() {
  const { port1, port2 } = new MessageChannel()
  // The preload hands this port to the main process, and is all that stands between the page and Node.
  window.postMessage('pledge-kiosk-port', location.origin, [port2])
  port1.start()
  return new PortLink<ClientContext>({ port: port1 })
}

/**
 * True in the desktop app, whose pages lie at `app://kiosk`. By the host, which no address of the browser host has, and not by
 * the scheme, which a test in an ordinary Chromium cannot have.
 */
export const isDesktopApp = (): boolean => location.host === 'kiosk'

export function createClient(): KioskClient {
  if (isDesktopApp()) return createORPCClient(portLink())
  const headers = { authorization: `Bearer ${takeKey()}`, 'x-screen': screenName() }
  return createORPCClient(new HttpLink({ url: `${location.origin}/rpc`, headers: () => headers }))
}

/** True where the page was opened without the printed link, so that no call will be answered. */
export const isLockedOut = (error: unknown): boolean => error instanceof ORPCError && error.status === 401

/** True where this screen may not do that (any more). */
export const isNotAllowed = (error: unknown): boolean => error instanceof ORPCError && error.code === 'NOT_ALLOWED'

/** True where what was named is not on the tablet (any more). */
export const isNotFound = (error: unknown): boolean => error instanceof ORPCError && error.code === 'NOT_FOUND'

/** True where an address names what is not on the tablet: an id that nothing has, or what is no id at all. */
export const leadsNowhere = (error: unknown): boolean =>
  isNotFound(error) || (error instanceof ORPCError && error.code === 'BAD_REQUEST')

/** The sentence to show for whatever went wrong: the station’s own where it has one. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ORPCError) {
    if (error.defined || ['NOT_ALLOWED', 'NOT_READY', 'STORAGE'].includes(String(error.code))) return error.message
    if (error.code === 'BAD_REQUEST')
      return 'Something in that form cannot be read. Check what you wrote and try again.'
    if (error.code === 'PAYLOAD_TOO_LARGE') return 'That file is too large for a list of delegates.'
    return 'Something went wrong on this tablet. Nothing you typed is lost; try once more, and ask a member of staff if it happens again.'
  }
  return 'This page cannot reach the station on this tablet just now. Nothing you typed is lost. It is trying again.'
}
