/** `npm run smoke:electron`: the desktop app in a real Electron, where its program is; otherwise one line says why not. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findElectron } from './find-electron.ts'

const found = findElectron()
if ('why' in found) process.stdout.write(`Nothing was proven in a real Electron: ${found.why}.\n`)
else {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'smoke'], { stdio: 'inherit' })
  child.on('close', (code) => process.exit(code ?? 1))
}
