import { describe, expect, test } from 'vitest'
import { type Installation, installationOf } from './installation.ts'
import { type Plan, planInstall } from './plan.ts'

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

const PLANS: ({ copy: string; installation: Parameters<typeof planInstall>[0]['installation'] } & Plan)[] = [
  {
    copy: 'C:\\own\\ab.exe',
    installation: { kind: 'nsis' },
    replaces: null,
    runs: {
      program: 'C:\\Program Files\\Pledge Kiosk\\resources\\elevate.exe',
      args: ['C:\\own\\ab.exe', '--updated', '/S', '--force-run'],
    },
    startedBy: 'installer',
  },
  {
    copy: '/own/ab.AppImage',
    installation: { kind: 'AppImage', at: '/srv/kiosk/Pledge Kiosk.AppImage' },
    replaces: '/srv/kiosk/Pledge Kiosk.AppImage',
    runs: null,
    startedBy: 'itself',
  },
  {
    copy: '/own/ab.deb',
    installation: { kind: 'deb' },
    replaces: null,
    runs: {
      program: '/usr/bin/pkexec',
      args: ['--disable-internal-agent', '/usr/bin/apt-get', 'install', '--yes', '/own/ab.deb'],
    },
    startedBy: 'itself',
  },
  {
    copy: '/own/ab.dmg',
    installation: { kind: 'dmg' },
    replaces: null,
    runs: { program: '/usr/bin/open', args: ['/own/ab.dmg'] },
    startedBy: 'person',
  },
]

describe('what is done to install it', () => {
  test.each(PLANS)('$installation.kind', ({ copy, installation, ...plan }) => {
    const resources = 'C:\\Program Files\\Pledge Kiosk\\resources'
    expect(planInstall({ installation, copy, resources })).toEqual(plan)
  })
})
