/**
 * `npm run smoke:electron`: the desktop app in a real Electron, where its program is; otherwise one line says why not. What came
 * of it is in one ZIP, to be sent back, and its name is the last line.
 */
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findElectron } from './find-electron.ts'
import { REPORT_FOLDER, REPORT_ZIP } from './report.ts'

const found = findElectron()
const zip = join(import.meta.dirname, '../..', REPORT_ZIP)
// What an earlier run left is never taken for this one's.
rmSync(REPORT_FOLDER, { recursive: true, force: true })
rmSync(zip, { force: true })
if ('why' in found) process.stdout.write(`Nothing was proven in a real Electron: ${found.why}.\n`)
else {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'smoke'], {
    stdio: 'inherit',
    env: { ...process.env, PLEDGE_KIOSK_SMOKE: 'report' },
  })
  child.on('close', (code) => {
    const made = existsSync(zip)
    process.stdout.write(made ? `The report to send back: ${REPORT_ZIP}\n` : 'It broke off, and made no report.\n')
    process.exitCode = code ?? 1
  })
}
