/** Packages the app as `npm run package -- --dir` does, around a stub of Electron, and lets nothing be downloaded. */
import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createStubElectron, type PackagedPlatform } from './stub-electron.ts'

/** Nothing listens there: whoever wants to download something fails, and the packaging with it. */
const NOWHERE = 'http://127.0.0.1:9/'

/**
 * Packages the built house in `house` for both processors of a platform (or for those in `arches`) into a new folder below
 * `into`, whose path it answers. Rejects with what the packager said where it fails.
 */
export async function packageApp(
  house: string,
  into: string,
  platform: PackagedPlatform,
  arches: readonly string[] = ['x64', 'arm64'],
): Promise<string> {
  const release = mkdtempSync(join(into, `${platform}-`))
  const stub = createStubElectron(join(release, 'stub'), platform)
  await promisify(execFile)(
    process.execPath,
    [
      join(house, 'node_modules/electron-builder/cli.js'),
      { linux: '--linux', win32: '--win', darwin: '--mac' }[platform],
      '--dir',
      ...arches.map((arch) => `--${arch}`),
      `-c.electronDist=${stub}`,
      `-c.directories.output=${release}`,
    ],
    {
      cwd: house,
      env: {
        ...process.env,
        HTTP_PROXY: NOWHERE,
        HTTPS_PROXY: NOWHERE,
        ELECTRON_MIRROR: NOWHERE,
        ELECTRON_BUILDER_BINARIES_MIRROR: NOWHERE,
        CSC_IDENTITY_AUTO_DISCOVERY: 'false',
      },
    },
  )
  return release
}
