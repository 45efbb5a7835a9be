/** The packaged app: what is in it for every platform, what is not, and that it runs from what was packaged. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, win32 } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultDataFolder } from '../../electron/places.ts'
import { sizesInAppleIcon, sizesInWindowsIcon } from '../support/icon-files.ts'
import { packageApp } from '../support/package-app.ts'
import { filesToList, findPackageErrors } from '../support/package-faults.ts'
import { type AppPackage, extractPackage, type PackagedArch, readPackage } from '../support/read-package.ts'
import { runPackaged } from '../support/run-packaged.ts'
import { inSpoiledHouses } from '../house/spoiled.ts'
import { inLane } from '../support/lane.ts'
import { spoilHouse, WHAT_IS_SPOILED } from '../support/spoiled-house.ts'
import { loadFromPackager, type PackagedPlatform } from '../support/stub-electron.ts'

const house = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'pledge-kiosk-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** What is to be in the package: change it with what you package, and see in the change what 500 tablets will get. */
const listed = readFileSync(join(house, 'test/station/package-files.txt'), 'utf8').trim().split('\n')

type Machine = { platform: PackagedPlatform; arch: PackagedArch }
// electron-builder packages for macOS on Linux and macOS only.
const platforms: PackagedPlatform[] = process.platform === 'win32' ? ['linux', 'win32'] : ['linux', 'win32', 'darwin']
const every = platforms.flatMap((platform): Machine[] => [
  { platform, arch: 'x64' },
  { platform, arch: 'arm64' },
])
const isNative = ({ platform, arch }: Machine) => platform === process.platform && arch === process.arch
/** In the usual lane for the machine that this is, which can run it, and for Windows, which has most of what may go wrong. */
const machines = inLane(
  every.filter((machine) => isNative(machine) || (machine.platform === 'win32' && machine.arch === 'x64')),
  every,
)
const releases = new Map<PackagedPlatform, string>()

beforeAll(async () => {
  for (const [platform, of] of Map.groupBy(machines, (machine) => machine.platform)) {
    const arches = of.map(({ arch }) => arch)
    releases.set(platform, await packageApp(house, folder, platform, arches))
  }
})

const packaged = ({ platform, arch }: Machine) => readPackage(releases.get(platform) ?? '', platform, arch)
const forWindows: Machine = { platform: 'win32', arch: 'x64' }

describe('what is packaged', () => {
  test.each(machines)(
    'for $platform on $arch it is the list, word for word, and nothing is wrong',
    ({ platform, arch }) => {
      const app = packaged({ platform, arch })
      expect(filesToList(app)).toEqual(listed)
      expect(findPackageErrors(app, house, listed)).toEqual([])
      process.stdout.write(
        `The app for ${platform} on ${arch} is ${(app.size / 1e6).toFixed(1)} MB without Electron.\n`,
      )
    },
  )

  inSpoiledHouses('package', () => {
    test('each fault is found and named', async () => {
      const release = await packageApp(spoilHouse(house, join(folder, 'spoiled')), folder, 'linux', ['x64'])
      const errors = findPackageErrors(readPackage(release, 'linux', 'x64'), house, listed)
      expect(errors.map((error) => error.replace(/-[\w-]{8}(\.woff2)/, '-HASH$1'))).toEqual([
        ...WHAT_IS_SPOILED,
        expect.stringMatching(/^3\d\.\d MB is more than 25 MB$/),
      ])
    })
  })

  test('a database for another processor is found, whatever its name', () => {
    const app = packaged(forWindows)
    const prebuilds = 'node_modules/better-sqlite3/prebuilds'
    const other = readFileSync(join(house, prebuilds, 'win32-arm64.node'))
    const swapped: AppPackage = { ...app, files: new Map([...app.files, [`${prebuilds}/win32-x64.node`, other]]) }
    expect(findPackageErrors(swapped, house, listed)).toEqual([`${prebuilds}/win32-x64.node is not for win32 on x64`])
  })

  test.each(machines.filter(({ platform, arch }) => platform !== 'linux' && arch === 'x64'))(
    'on $platform Electron is told the checksum of the archive, and would be told of another',
    (machine) => {
      const app = packaged(machine)
      expect(app.checksumHolder).not.toBeNull()
      expect(findPackageErrors({ ...app, checksum: createHash('sha256').digest('hex') }, house, listed)).toEqual([
        'Electron is not told the checksum of the archive',
      ])
    },
  )
})

describe('what ships is told', () => {
  type Component = { name: string; version: string; purl: string; licenses: unknown[] }
  const { packages: locked } = JSON.parse(readFileSync(join(house, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string } | undefined>
  }

  test('beside the archive, in the versions of the lockfile, and nothing of what is only for development', () => {
    const { components } = JSON.parse(packaged(forWindows).told.get('sbom.cdx.json')?.toString('utf8') ?? '') as {
      components: Component[]
    }
    const version = (name: string) => components.find(({ purl }) => purl.startsWith(`pkg:npm/${name}@`))?.version
    for (const name of ['zod', 'react', 'react-dom', 'electron', 'zxing-wasm'])
      expect([name, version(name)]).toEqual([name, locked[`node_modules/${name}`]?.version])
    for (const name of ['hono', 'vitest', 'electron-builder']) expect([name, version(name)]).toEqual([name, undefined])
    // The database is installed under another name; a notice of a weakness goes by its own.
    expect(version('better-sqlite3-multiple-ciphers')).toBe(locked['node_modules/better-sqlite3']?.version)
    const header = readFileSync(join(house, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8')
    expect(header).toContain(`"${components.find(({ name }) => name === 'sqlite')?.version}"`)
    expect(components.filter(({ licenses }) => licenses.length === 0)).toEqual([])
  })

  test('made twice, in two places, it is the same to the last byte', () => {
    const { told } = packaged(forWindows)
    for (const place of ['one', 'two/three']) {
      const into = join(folder, place)
      expect(spawnSync(process.execPath, [join(house, 'electron/sbom.ts'), into], { cwd: folder }).status).toBe(0)
      for (const [name, contents] of told) expect(readFileSync(join(into, name)).equals(contents), name).toBe(true)
    }
    const sbom = told.get('sbom.cdx.json')?.toString('utf8') ?? ''
    expect(sbom).not.toMatch(/timestamp|serialNumber/)
    expect(sbom).not.toContain(house)
  })
})

describe('the packaged app runs from what was packaged', () => {
  // A machine for which nothing is packaged can run nothing of it.
  const native = machines.find(isNative)

  test.skipIf(native === undefined)(
    'its main file finds the pages, the packs, the phrases of a rehearsal, the database and its migrations',
    async () => {
      if (native === undefined) return
      const app = extractPackage(packaged(native), join(folder, 'app'))
      expect(await runPackaged(app, join(folder, 'data'))).toEqual({
        page: true,
        script: 200,
        packs: 3,
        setUp: 'ready',
        phase: 'ready',
        rehearsal: true,
        readByThread: 1,
      })
      rmSync(join(app, 'dist/desktop/migrations'), { recursive: true })
      await expect(runPackaged(app, join(folder, 'no-data'))).rejects.toThrow('migrations')
    },
  )
})

describe('installing and uninstalling', () => {
  const config = (loadFromPackager('js-yaml') as { load(text: string): Record<string, unknown> }).load(
    readFileSync(join(house, 'electron-builder.yml'), 'utf8'),
  )

  test('there is an installer for every platform and processor', () => {
    const both = ['x64', 'arm64']
    expect(config).toMatchObject({
      win: {
        target: [
          { target: 'nsis', arch: both },
          { target: 'portable', arch: both },
        ],
      },
      linux: {
        target: [
          { target: 'AppImage', arch: both },
          { target: 'deb', arch: both },
        ],
      },
      mac: { target: [{ target: 'dmg', arch: both }] },
      nsis: { perMachine: true, oneClick: false },
    })
  })

  test('uninstalling never deletes data', () => {
    expect(config).toMatchObject({ nsis: { deleteAppDataOnUninstall: false } })
    // Even when it is told to (`--delete-app-data`), the uninstaller clears only folders of these three kinds …
    const script = readFileSync(join(house, 'node_modules/app-builder-lib/templates/nsis/uninstaller.nsh'), 'utf8')
    const cleared = [...script.matchAll(/^\s*RMDir (?:\/r )?"?(\$\w+)/gm)].map(([, place = '']) => place)
    expect([...new Set(cleared)].toSorted()).toEqual(['$APPDATA', '$INSTDIR', '$SMPROGRAMS'])
    // … and the data lies in none of them: it is in AppData\Local, and Electron's own folder in AppData\Roaming.
    const user = 'C:\\Users\\Ewa'
    const env = { APPDATA: `${user}\\AppData\\Roaming`, LOCALAPPDATA: `${user}\\AppData\\Local` }
    const isCleared = (data: string) =>
      [env.APPDATA, 'C:\\Program Files'].some((place) => !win32.relative(place, data).startsWith('..'))
    expect(isCleared(`${env.APPDATA}\\Pledge Kiosk\\station`)).toBe(true)
    expect(isCleared(defaultDataFolder('win32', env, user))).toBe(false)
    // The Debian package clears nothing of anybody's home folder.
    const debian = readFileSync(join(house, 'node_modules/app-builder-lib/templates/linux/after-remove.tpl'), 'utf8')
    expect(debian).not.toMatch(/HOME|\/home|~\/|\.config|\.local/)
  })
})

describe('icons', () => {
  const icons = join(house, 'resources/icons')

  test('they are drawn from today’s picture', () => {
    const picture = readFileSync(join(house, 'renderer/public/icon.svg'))
    const drawnFrom = readFileSync(join(icons, 'drawn-from.sha256'), 'utf8').trim()
    expect(drawnFrom, 'Run: npm run icons').toBe(createHash('sha256').update(picture).digest('hex'))
  })

  test('they have the sizes that each system asks for, and go into its package', () => {
    const windows = readFileSync(join(icons, 'icon.ico'))
    const apple = readFileSync(join(icons, 'icon.icns'))
    expect(sizesInWindowsIcon(windows)).toEqual([16, 24, 32, 48, 64, 256])
    expect(sizesInAppleIcon(apple)).toEqual({
      icp4: 16,
      ic11: 32,
      icp5: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    })
    expect(readdirSync(join(icons, 'linux')).toSorted()).toEqual([
      '128x128.png',
      '16x16.png',
      '256x256.png',
      '32x32.png',
      '48x48.png',
      '512x512.png',
      '64x64.png',
    ])
    const largest = windows.subarray(windows.lastIndexOf('\u0089PNG', undefined, 'latin1'))
    expect(packaged(forWindows).checksumHolder?.includes(largest)).toBe(true)
    // In the long lane, or where this is a Mac.
    const mac = machines.find(({ platform }) => platform === 'darwin')
    if (mac === undefined) return
    const shown = join(
      releases.get('darwin') ?? '',
      `mac${mac.arch === 'arm64' ? '-arm64' : ''}/Pledge Kiosk.app/Contents/Resources/icon.icns`,
    )
    expect(readFileSync(shown).equals(apple)).toBe(true)
  })
})
