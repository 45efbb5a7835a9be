/** A server with an update on it, as IT would set one up, and what can be wrong with one. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { UPDATE_FOLDER } from '../../electron/desktop/updates/manifest.ts'
import { tempFolder } from './temp-folder.ts'
import { type Signer, writeUpdate } from './update-stick.ts'

/** A server with what lies in `folder` under `/kiosk`; `instead` is what it does for one file in place of that. */
export async function serveUpdate(signer: Signer) {
  const folder = tempFolder()
  const asked: string[] = []
  const headers: IncomingHttpHeaders[] = []
  const instead: Record<string, RequestListener> = {}
  const server = createServer((request, response) => {
    const asking = decodeURIComponent(request.url ?? '').replace(/^\/kiosk\//, '')
    const [name = ''] = asking.split('?')
    asked.push(asking)
    headers.push(request.headers)
    const file = join(folder, UPDATE_FOLDER, name)
    if (instead[name] !== undefined) instead[name](request, response)
    else if (existsSync(file)) response.end(readFileSync(file))
    else response.writeHead(404).end('There is no such file')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kiosk`
  const write = (contents: Parameters<typeof writeUpdate>[2] = {}) => writeUpdate(folder, signer, contents)
  return { address, asked, headers, instead, write, end: () => server.close() }
}

/** Time that stands still until a test says that it is up. */
export function handTime() {
  const waiting = new Set<{ milliseconds: number; over: () => void }>()
  const wait = (milliseconds: number, then: () => void) => {
    const one = { milliseconds, over: then }
    waiting.add(one)
    return () => void waiting.delete(one)
  }
  const isUp = (milliseconds: number) => {
    for (const one of waiting) if (one.milliseconds === milliseconds) one.over()
  }
  return { wait, isUp, waiting: () => waiting.size }
}
