/** Finds a Chromium to test with: the one inside an npm package, unless a person names another. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packedChromium, { inflate } from '@sparticuz/chromium'

export interface BrowserProgram {
  /** The program's file, or null for the Chrome that is installed on this machine. */
  path: string | null
  /** What its environment needs beside ours. */
  env: Record<string, string>
}

/**
 * The Chromium named by PLEDGE_KIOSK_CHROMIUM, if any; on 64-bit Linux the one that npm brought, unpacked (200 MB, about
 * two seconds) into `folder`, which must be new and ours alone; elsewhere the installed Chrome.
 */
export async function findBrowser(folder: string): Promise<BrowserProgram> {
  const named = process.env['PLEDGE_KIOSK_CHROMIUM']
  if (named) return { path: named, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { path: null, env: {} }

  const path = await inTemporaryFolder(folder, () => packedChromium.executablePath())
  const env = { ...(await ownFonts(folder)), ...(await missingLibraries(path, folder)) }
  return { path, env }
}

/** How any browser of the journeys is started; `folder` is for what it keeps, `more` for what only one journey needs. */
export function launchOptions({ path, env, folder }: BrowserProgram & { folder: string }, more: string[] = []) {
  return {
    ...(path === null ? { channel: 'chrome' } : { executablePath: path }),
    // Not the package's own arguments: those turn web security off, which is the very thing the journeys are to prove.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', ...more],
    env: { ...process.env, TMPDIR: folder, ...env },
  }
}

/** The package unpacks into the system's temporary folder, and takes what lies there already for its own. */
async function inTemporaryFolder<T>(folder: string, unpack: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    return await unpack()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** Only the package's fonts, beside those the app bundles: a page then looks the same on every machine. */
async function ownFonts(folder: string): Promise<Record<string, string>> {
  const file = join(folder, 'fonts.conf')
  const config = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`
  await writeFile(file, config)
  return { FONTCONFIG_FILE: file }
}

/** A machine with Node and nothing else may lack the libraries (NSS) that Chromium loads; the package has those too. */
async function missingLibraries(path: string, folder: string): Promise<Record<string, string>> {
  if (canStart(path, {})) return {}
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin/al2023.tar.br')
  const unpacked = await inTemporaryFolder(folder, () => inflate(packed))
  const env = { LD_LIBRARY_PATH: join(unpacked, 'lib') }
  if (!canStart(path, env)) {
    throw new Error(
      'Chromium from npm does not start on this machine. Name another with PLEDGE_KIOSK_CHROMIUM=/path/to/chromium.',
    )
  }
  return env
}

function canStart(path: string, env: Record<string, string>): boolean {
  try {
    execFileSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
