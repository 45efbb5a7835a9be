import { describe, expect, test } from 'vitest'
import { type Installation, installationOf } from './installation.ts'
import { planInstall } from './plan.ts'

const INSTALLATIONS: { what: string; given: Partial<Parameters<typeof installationOf>[0]>; is: Installation }[] = [
  { what: 'set up on Windows', given: { platform: 'win32' }, is: { kind: 'nsis' } },
  {
    what: 'the portable program',
    given: { platform: 'win32', env: { PORTABLE_EXECUTABLE_FILE: 'E:\\Pledge Kiosk portable.exe' } },
    is: { kind: 'portable' },
  },
  {
    what: 'an AppImage',
    given: { env: { APPIMAGE: '/srv/kiosk/Pledge Kiosk.AppImage' } },
    is: { kind: 'AppImage', at: '/srv/kiosk/Pledge Kiosk.AppImage' },
  },
  { what: 'an AppImage without a place', given: { env: { APPIMAGE: 'here' } }, is: { kind: 'not-installed' } },
  {
    what: 'a Debian package',
    given: { debianFiles: () => '/.\n/opt/Pledge Kiosk\n/opt/Pledge Kiosk/pledge-kiosk\n' },
    is: { kind: 'deb' },
  },
  {
    what: 'unpacked beside a Debian package',
    given: { program: '/srv/kiosk/pledge-kiosk', debianFiles: () => '/opt/Pledge Kiosk/pledge-kiosk\n' },
    is: { kind: 'not-installed' },
  },
  { what: 'on a Mac', given: { platform: 'darwin' }, is: { kind: 'dmg' } },
  { what: 'a checkout', given: { platform: 'darwin', packaged: false }, is: { kind: 'not-installed' } },
]

describe('how the app was installed', () => {
  test.each(INSTALLATIONS)('$what', ({ given, is }) => {
    const usual = {
      platform: 'linux' as const,
      env: {},
      packaged: true,
      program: '/opt/Pledge Kiosk/pledge-kiosk',
      debianFiles: () => '',
    }
    expect(installationOf({ ...usual, ...given })).toEqual(is)
  })
})

const file = { size: 100_000_000, sha256: 'ab'.repeat(32) }
const planned = (installation: Parameters<typeof planInstall>[0]['installation'], copy: string) =>
  planInstall({ installation, copy, file, systemRoot: 'C:\\Windows' })

describe('what is done to install it', () => {
  test('an AppImage takes the bytes that were signed, and no administrator is asked', () => {
    const place = '/srv/kiosk/Pledge Kiosk.AppImage'
    expect(planned({ kind: 'AppImage', at: place }, '/own/ab.AppImage')).toEqual({
      replaces: { place, by: '/own/ab.AppImage', file },
      runs: [],
      startedBy: 'itself',
    })
  })

  test('elsewhere an administrator’s own copy is checked; who starts the app again is said', () => {
    const rows = [
      [{ kind: 'nsis' }, ['C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'], 'installer'],
      [{ kind: 'deb' }, ['/usr/bin/pkexec'], 'itself'],
      [{ kind: 'dmg' }, ['/usr/bin/osascript', '/usr/bin/open'], 'person'],
    ] as const
    for (const [installation, programs, startedBy] of rows) {
      const { replaces, runs, ...more } = planned(installation, '/own/ab')
      expect([replaces, runs.map(({ program }) => program), more]).toEqual([null, programs, { startedBy }])
      // Whoever checks it there has to be told what it should be.
      expect(runs[0]?.args.join(' ')).toContain(file.sha256)
    }
  })
})
