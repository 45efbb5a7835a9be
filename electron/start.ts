/** `npm start`: the desktop app where Electron's binary is there or can be had, otherwise the same station in the browser. */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { OWN_FOLDERS } from './places.ts'

/** How long a download of Electron may take before the browser is opened instead. Milliseconds. */
const PATIENCE = 90_000

/** The path of Electron's binary, or why there is none. It is looked for in a process of its own, because it may download. */
function findElectron(): Promise<{ path: string } | { why: string }> {
  const electron = createRequire(import.meta.url).resolve('electron')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', `process.stdout.write(require(${JSON.stringify(electron)}))`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE,
    })
    let path = ''
    let why = ''
    child.stdout.on('data', (text: Buffer) => void (path += text.toString()))
    child.stderr.on('data', (text: Buffer) => void (why += text.toString()))
    child.on('close', (code) =>
      resolve(
        code === 0 && path !== ''
          ? { path: path.trim().split('\n').at(-1) ?? '' }
          : { why: /Error: (.+)/.exec(why)?.[1] ?? 'its download took too long' },
      ),
    )
  })
}

const found = await findElectron()
if (
  'path' in found &&
  (process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined)
) {
  const app = spawn(found.path, [OWN_FOLDERS.root, ...process.argv.slice(2)], { stdio: 'inherit' })
  app.on('close', (code) => process.exit(code ?? 1))
} else {
  const why =
    'why' in found
      ? `Electron is not here and could not be fetched (${found.why.slice(0, 120)})`
      : 'this computer has no screen to open a window on'
  console.log(`The desktop app was not opened because ${why}; the same station is served to your browser instead.`)
  const { runCli } = await import('./cli.ts')
  process.exitCode = await runCli(['serve', '--open', ...process.argv.slice(2)])
}
