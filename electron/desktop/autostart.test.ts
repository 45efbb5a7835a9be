import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { setAutostart } from './autostart.ts'

describe('the tablet is restarted in the morning', () => {
  test('on Linux the app opens when this user signs in, until IT says otherwise', () => {
    const home = tempFolder()
    const deps = {
      app: { setLoginItemSettings: () => expect.fail('Linux has no such thing') },
      platform: 'linux' as const,
      env: { APPIMAGE: '/opt/Pledge Kiosk.AppImage' },
      home,
      program: '/tmp/.mount_x/pledge-kiosk',
    }
    const file = join(home, '.config/autostart/pledge-kiosk.desktop')
    setAutostart(true, deps)
    expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/Pledge Kiosk.AppImage"\n')
    setAutostart(false, deps)
    expect(existsSync(file)).toBe(false)
    setAutostart(false, deps)
  })

  test('Windows and macOS are asked for it', () => {
    const asked: unknown[] = []
    const deps = {
      app: { setLoginItemSettings: (settings: unknown) => void asked.push(settings) },
      env: {},
      home: '/nowhere',
      program: 'C:\\Program Files\\Pledge Kiosk\\Pledge Kiosk.exe',
    }
    setAutostart(true, { ...deps, platform: 'win32' })
    setAutostart(false, { ...deps, platform: 'darwin' })
    expect(asked).toEqual([
      { openAtLogin: true, path: 'C:\\Program Files\\Pledge Kiosk\\Pledge Kiosk.exe' },
      { openAtLogin: false },
    ])
  })

  test('a path with every character that means something in an entry comes through as it is', () => {
    const path = '/opt/50% "off" `$HOME` \\ here'
    const home = tempFolder()
    setAutostart(true, {
      app: { setLoginItemSettings: () => expect.fail('Linux has no such thing') },
      platform: 'linux',
      env: {},
      home,
      program: path,
    })
    const entry = readFileSync(join(home, '.config/autostart/pledge-kiosk.desktop'), 'utf8')
    const exec = /^Exec="(.*)"$/m.exec(entry)?.[1] ?? ''
    // Read as a desktop reads it: first as a string, then as a quoted argument, then for its field codes.
    const read = exec
      .replaceAll('\\\\', '\\')
      .replaceAll(/\\(["`$\\])/g, '$1')
      .replaceAll(/%(.)/g, (_whole, code: string) => (code === '%' ? '%' : ''))
    expect(read).toBe(path)
  })
})
