/** Unpacks Chromium once for all journeys, starts it, and takes both away again, and what was looked at, when the run is over. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { type BrowserProgram, findBrowser, launchOptions } from './browser-program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The WebSocket address of the one browser that every journey shares. */
    browserAddress: string
    /** How that browser was started, for a journey that needs one of its own: with a camera, say. */
    browserProgram: BrowserProgram & { folder: string }
  }
}

/** Vitest calls this once before the first test file, and what it returns after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-kiosk-browser-'))
  const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const program = await findBrowser(folder)
    const server = await chromium.launchServer(launchOptions({ ...program, folder }))
    project.provide('browserAddress', server.wsEndpoint())
    project.provide('browserProgram', { ...program, folder })
    return async () => {
      await server.close()
      await removeFolder()
      if (process.env['PLEDGE_KIOSK_LOOKS'] === undefined)
        await rm(project.getProvidedContext().looks, { recursive: true, force: true })
    }
  } catch (error) {
    await removeFolder()
    throw error
  }
}
