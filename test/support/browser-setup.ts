/** Unpacks Chromium once for all journeys, starts it, and takes both away again when the last journey is over. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { type BrowserProgram, findBrowser } from './browser-program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The WebSocket address of the one browser that every journey shares. */
    browserAddress: string
  }
}

/** Vitest calls this once before the first test file, and what it returns after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-kiosk-browser-'))
  const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const server = await startBrowser(await findBrowser(folder), folder)
    project.provide('browserAddress', server.wsEndpoint())
    return async () => {
      await server.close()
      await removeFolder()
    }
  } catch (error) {
    await removeFolder()
    throw error
  }
}

function startBrowser(program: BrowserProgram, folder: string) {
  return chromium.launchServer({
    ...(program.path === null ? { channel: 'chrome' } : { executablePath: program.path }),
    // Not the package's own arguments: those turn web security off, which is the very thing the journeys are to prove.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    env: { ...process.env, TMPDIR: folder, ...program.env },
  })
}
