import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { readSettings } from './settings.ts'

const fileOf = (text: string): string => {
  const file = join(tempFolder(), 'settings.json')
  writeFileSync(file, text)
  return file
}
const none = '/no/such/settings.json'

describe('what IT sets for a machine', () => {
  test('nothing said: a window that a person may close, and nothing is changed about signing in', () => {
    expect(readSettings(none, ['--no-sandbox-of-chromium'])).toEqual({
      kiosk: false,
      alwaysOnTop: false,
      startAtLogin: null,
      restartedBySystem: false,
      data: null,
      updates: { key: null, online: null },
      fileSound: true,
    })
  })

  test('a flag locks the tablet, and so does the file', () => {
    expect(readSettings(none, ['--kiosk', '--always-on-top', '--data', '/srv/day'])).toMatchObject({
      kiosk: true,
      alwaysOnTop: true,
      data: '/srv/day',
    })
    // Notepad writes a mark before the text.
    const file = fileOf('\uFEFF{"kiosk": true, "startAtLogin": false, "restartedBySystem": true, "data": "D:/kiosk"}')
    expect(readSettings(file, ['--data', '/srv/day'])).toMatchObject({
      kiosk: true,
      startAtLogin: false,
      restartedBySystem: true,
      data: 'D:/kiosk',
    })
  })

  test('no flag unlocks what the file locks', () => {
    const file = fileOf('{"kiosk": true}')
    for (const flag of ['--no-kiosk', '--kiosk=false', '--kiosk=']) expect(readSettings(file, [flag]).kiosk).toBe(true)
  })

  test('whose versions are trusted, and where they are looked for, only the file says', () => {
    const key = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const online = 'https://updates.solihull.example/kiosk'
    expect(readSettings(fileOf(JSON.stringify({ updates: { key, online } })), [])).toMatchObject({
      updates: { key, online },
      fileSound: true,
    })
    const flags = [
      '--updates',
      key,
      '--updates.key',
      key,
      `--updates={"key":"${key}"}`,
      `--key=${key}`,
      '--online',
      online,
    ]
    expect(readSettings(none, flags).updates).toEqual({ key: null, online: null })
    expect(readSettings(fileOf(JSON.stringify({ updates: { key } })), ['--updates.online', online]).updates).toEqual({
      key,
      online: null,
    })
  })

  test('a key that is none, or an address that is not https, is a file that cannot be read', () => {
    for (const updates of [
      { key: 'no key' },
      { key: '' },
      { online: 'http://updates.solihull.example/' },
      { online: 'file:///srv/updates' },
      { online: 'updates.solihull.example' },
      { keys: '' },
      'https://updates.solihull.example/',
    ])
      expect([updates, readSettings(fileOf(JSON.stringify({ updates })), [])]).toMatchObject([
        updates,
        { kiosk: true, fileSound: false, updates: { key: null, online: null } },
      ])
  })

  test('a file that cannot be read locks the tablet and says so', () => {
    for (const text of ['{"kiosk": false', '{"kiosk": "no"}', '{"kiosk": false, "kisok": true}', '[]'])
      expect([text, readSettings(fileOf(text), [])]).toMatchObject([text, { kiosk: true, fileSound: false }])
  })
})
