/** Somebody whose page goes away in the middle of a call: its port is closed, or its connection dropped. */
import { type ClientRequest, request } from 'node:http'
import { Readable } from 'node:stream'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { KioskClient } from '../../shared/contract/index.ts'
import { WINDOWS } from '../../electron/desktop/station/messages.ts'
import { serveKiosk } from '../support/test-client.ts'
import { pageWithPort, type Tablet, type Transport } from './tablet.ts'

type Visitor = { client: KioskClient; leave: () => void }

/** At this tablet, over this transport; `leave` takes back nothing first. */
export async function visitorAt(tablet: Tablet, transport: Transport): Promise<Visitor> {
  if (transport === 'port') {
    const { client, port, close } = pageWithPort()
    tablet.take(WINDOWS.first, port)
    return { client, leave: close }
  }
  const { origin, secret } = await serveKiosk(tablet.kiosk, tablet.folder)
  const open = new Set<ClientRequest>()
  const link = new RPCLink({
    url: `${origin}/rpc`,
    headers: { authorization: `Bearer ${secret}`, 'x-screen': 'the-page-of-a-visitor' },
    fetch: (asked) => overConnection(asked, open),
  })
  return { client: createORPCClient(link), leave: () => open.forEach((connection) => connection.destroy()) }
}

/** `fetch` gives nobody its connection. */
async function overConnection(asked: Request, open: Set<ClientRequest>): Promise<Response> {
  const body = Buffer.from(await asked.arrayBuffer())
  return new Promise((resolve, reject) => {
    const connection = request(asked.url, {
      method: asked.method,
      headers: { ...Object.fromEntries(asked.headers), 'content-length': body.length },
      agent: false,
    })
    open.add(connection)
    connection.on('error', reject)
    connection.on('response', (answer) => {
      const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
      resolve(new Response(Readable.toWeb(answer) as ReadableStream, { status: answer.statusCode ?? 0, headers }))
    })
    connection.end(body)
  })
}
