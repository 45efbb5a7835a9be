/** Looks for Electron’s own program, without fetching anything, and says why where there is none to run. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type Found = { path: string } | { why: string }

/** The program that `ELECTRON_OVERRIDE_DIST_PATH` or the electron package names, if it is there; on Linux it also needs a screen. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): Found {
  const electron = dirname(createRequire(import.meta.url).resolve('electron'))
  const note = join(electron, 'path.txt')
  const inside = existsSync(note) ? readFileSync(note, 'utf8').trim() : USUAL[process.platform]
  if (inside === undefined) return { why: `Electron has no program for ${process.platform}` }
  const path = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electron, 'dist'), inside)
  if (!existsSync(path)) return { why: 'Electron’s program is not here; npx install-electron fetches it' }
  if (process.platform === 'linux' && env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined)
    return { why: 'there is no screen to open a window on: start it under xvfb-run' }
  return { path }
}

const USUAL: Readonly<Record<string, string>> = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}
