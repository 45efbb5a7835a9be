/** A browser of its own for a journey with a camera: the shared one has none. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { launchOptions } from './browser-program.ts'
import { createFakeCamera, type FakeCamera } from './fake-camera.ts'

export type CameraBrowser = { browser: Browser; camera: FakeCamera; close: () => Promise<void> }

/**
 * A browser whose one camera sees what `camera.show()` was told. Nobody is there to press Allow: it is pressed, or with
 * `refused` the other button, as soon as a page asks.
 */
export async function openCameraBrowser({ refused = false } = {}): Promise<CameraBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'pledge-kiosk-camera-'))
  const camera = createFakeCamera(folder)
  const browser = await chromium.launch(
    launchOptions(inject('browserProgram'), [
      '--use-fake-device-for-media-stream',
      `--use-fake-ui-for-media-stream${refused ? '=deny' : ''}`,
      `--use-file-for-fake-video-capture=${camera.file}`,
    ]),
  )
  return {
    browser,
    camera,
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
