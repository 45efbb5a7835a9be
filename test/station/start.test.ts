/** `npm start` on a computer where Electron cannot be had: one line says why, and the station is served. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { httpClient } from '../support/test-client.ts'
import { tempFolder } from '../support/temp-folder.ts'

const root = join(import.meta.dirname, '../..')

test('where Electron cannot be had, one line says why and the same station is served to the browser', async ({
  skip,
}) => {
  if (existsSync(join(root, 'node_modules/electron/path.txt')))
    skip('Electron’s program is here, so this would open its window')
  const folder = join(tempFolder(), 'station')
  const child = spawn(process.execPath, [join(root, 'electron/start.ts'), '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Nothing listens there, so the download fails at once, wherever this runs; and no browser is opened.
    env: { ...process.env, ELECTRON_MIRROR: 'http://127.0.0.1:9/', DISPLAY: undefined, WAYLAND_DISPLAY: undefined },
  })
  let said = ''
  const link = await new Promise<URL>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`It ended by itself with ${code}: ${said}`)))
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#key=\S+/.exec(said)
      if (found !== null) resolve(new URL(found[0]))
    })
  })
  expect(said).toMatch(
    /^The desktop app was not opened because .+; the same station is served to your browser instead\.$/m,
  )
  expect((await httpClient(link.origin, link.hash.slice('#key='.length)).station.state()).phase).toBe('new')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
