import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { createPages } from '../pages.ts'
import { answerPage, isOwnPage, mayTakePort } from './rules.ts'

describe('the shell serves its own pages and nothing else', () => {
  test('a page, an address of the app, something that was never built, and a path that climbs', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Kiosk</title>')
    writeFileSync(join(folder, '..', 'secret.html'), 'secret')
    const page = createPages(folder)
    expect(await answerPage('app://kiosk/', page).text()).toContain('Kiosk')
    expect(await answerPage('app://kiosk/pledge/who', page).text()).toContain('Kiosk')
    for (const address of [
      'app://kiosk/none.js',
      'app://kiosk/../secret.html',
      'app://kiosk/%2e%2e/secret.html',
      'app://kiosk/..%2fsecret.html',
      'app://other/index.html',
      'file:///etc/passwd',
      'nonsense',
    ]) {
      const answer = answerPage(address, page)
      expect([address, answer.status]).toEqual([address, 404])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  test('what a page is made of goes out with its media type; WebAssembly too, or no browser compiles it as it comes', async () => {
    const folder = tempFolder()
    for (const name of ['index.html', 'app.js', 'reader.wasm']) writeFileSync(join(folder, name), '')
    const page = createPages(folder)
    expect(
      ['', 'app.js', 'reader.wasm'].map((path) => answerPage(`app://kiosk/${path}`, page).headers.get('content-type')),
    ).toEqual(['text/html; charset=utf-8', 'text/javascript; charset=utf-8', 'application/wasm'])
  })

  test('only app://kiosk is the app’s own', () => {
    expect(
      ['app://kiosk/', 'app://kiosk/x#y', 'app://kiosk.evil/', 'https://kiosk/', 'app://evil/kiosk', ''].map(isOwnPage),
    ).toEqual([true, true, false, false, false, false])
  })

  test('a port is taken from the top frame at the app’s own address, and from nobody else', () => {
    const top = { name: 'top' }
    expect(mayTakePort({ frame: top, top, url: 'app://kiosk/' })).toBe(true)
    expect(mayTakePort({ frame: { name: 'inner' }, top, url: 'app://kiosk/' })).toBe(false)
    expect(mayTakePort({ frame: top, top, url: 'https://evil.example/' })).toBe(false)
    expect(mayTakePort({ frame: null, top: null, url: 'app://kiosk/' })).toBe(false)
    expect(mayTakePort({ frame: top, top, url: undefined })).toBe(false)
  })
})
