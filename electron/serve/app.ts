/** The station behind HTTP: the same router, for pages on this machine that were opened through the printed link. */
import { createHash } from 'node:crypto'
import { RPCHandler } from '@orpc/server/fetch'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createPages, SAFE_HEADERS } from '../pages.ts'
import type { Kiosk } from '../station/app/kiosk.ts'
import { router } from '../station/app/router.ts'
import type { Session } from '../station/app/session.ts'
import { holdsSecret } from './link.ts'

/** The largest request: the largest list of delegates or copy of a tablet, and a little around it. Bytes. */
const MOST_BYTES = 50_000_000
const MOST_SCREENS = 200

export type AppDeps = { kiosk: Kiosk; pages: string; secret: string; port: () => number }

const refuse = (status: 400 | 401 | 403 | 404 | 413, sentence: string): Response =>
  new Response(sentence, {
    status,
    headers: { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

/** A page's own name for itself opens what its screen may do, so only its sum is written down. */
const nameOf = (id: string): string => `tab-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`

export function createApp({ kiosk, pages, secret, port }: AppDeps): Hono {
  const handler = new RPCHandler(router)
  const page = createPages(pages)
  const sessions = new Map<string, Session>()

  const ownHosts = () => [`127.0.0.1:${port()}`, `localhost:${port()}`]
  /**
   * A page keeps its screen over a reload. When there are far too many, the one that has been quiet longest goes; one that staff are in
   * goes last, so that nobody locks them out with screens that were made up.
   */
  const sessionOf = (id: string): Session => {
    const session = sessions.get(id) ?? kiosk.createSession(null, { name: nameOf(id) })
    sessions.delete(id)
    sessions.set(id, session)
    if (sessions.size > MOST_SCREENS) {
      const others = [...sessions].filter(([other]) => other !== id)
      const [quietest] = others.find(([, other]) => !other.isUnlocked()) ?? others[0] ?? []
      if (quietest !== undefined) sessions.delete(quietest)
    }
    return session
  }

  const app = new Hono()
  app.use(async (context, next) => {
    // A name that resolves to this machine (DNS rebinding) or a page of another site must not get through.
    if (!ownHosts().includes(context.req.header('host') ?? ''))
      return refuse(403, 'This address only answers on the machine it runs on.')
    const origin = context.req.header('origin')
    if (origin !== undefined && !ownHosts().some((host) => origin === `http://${host}`))
      return refuse(403, 'Another site tried to call this station.')
    await next()
    return context.res
  })
  app.use('/rpc/*', async (context, next) => {
    if (!holdsSecret(context.req.header('authorization'), secret))
      return refuse(401, 'Open Pledge Kiosk through the link that was printed when it started.')
    await next()
    return context.res
  })
  // Counted as it comes: a body need not say how long it is.
  app.use(
    '/rpc/*',
    bodyLimit({ maxSize: MOST_BYTES, onError: () => refuse(413, 'That file is too large for this tablet.') }),
  )
  app.all('/rpc/*', async (context) => {
    const id = context.req.header('x-screen') ?? ''
    if (!/^[A-Za-z0-9_-]{10,40}$/.test(id)) return refuse(400, 'The page did not say which screen it is. Reload it.')
    const { response } = await handler.handle(context.req.raw, {
      prefix: '/rpc',
      context: { kiosk, session: sessionOf(id) },
    })
    if (response === undefined) return refuse(404, 'There is no such call.')
    const answer = new Response(response.body, response)
    for (const [name, value] of Object.entries({ ...SAFE_HEADERS, 'cache-control': 'no-store' }))
      answer.headers.set(name, value)
    return answer
  })
  app.get('*', (context) => {
    const found = page(context.req.path)
    return found === null
      ? refuse(404, 'There is no such page. Open the link that was printed when Pledge Kiosk started.')
      : new Response(found.body, { headers: found.headers })
  })
  app.all('*', () => refuse(404, 'There is no such page.'))
  return app
}
