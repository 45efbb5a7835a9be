/** Before any journey: the browser that npm brought opens a page, is strict about it, and can be looked at. */
import { readFile } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { findAccessibilityFaults } from '../support/axe.ts'
import { openBrowser, openTablet, screenSizes, takePicture } from '../support/browser.ts'

const strict = "default-src 'none'; script-src 'self'; style-src 'self'"
const sound = `<!doctype html><html lang="en-GB"><head><title>Hall</title></head>
<body><main><h1>Welcome to the hall</h1><button type="button">Sign in</button></main></body></html>`
const poor = `<!doctype html><html><head><title>Hall</title></head><body><main><h1>Hall</h1><img src="/tree.png"></main>
<script>document.title = 'run'</script></body></html>`

describe('the browser of the journeys', () => {
  let browser: Browser
  let server: Server
  let address: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.writeHead(request.url === '/tree.png' ? 404 : 200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': strict,
      })
      response.end(request.url === '/poor' ? poor : sound)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = server.address()
    address = typeof at === 'object' && at !== null ? `http://127.0.0.1:${at.port}` : ''
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  test('a page opens at the size of a tablet and passes axe under a strict policy', async () => {
    const { page, faults, close } = await openTablet(browser)
    await page.goto(address)
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768])
    expect(await findAccessibilityFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await close()
  })

  test('a picture of it has as many pixels as the screen', async () => {
    const { page, close } = await openTablet(browser, { size: 'portrait', touch: true })
    await page.goto(address)
    const png = await readFile(await takePicture(page, 'browser-portrait'))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      screenSizes.portrait.width,
      screenSizes.portrait.height,
    ])
    await close()
  })

  test('a poor page is caught: no alternative text, an inline script, a missing picture', async () => {
    const { page, faults, close } = await openTablet(browser)
    await page.goto(`${address}/poor`)
    expect((await findAccessibilityFaults(page)).join('\n')).toMatch(/^image-alt: /m)
    expect(faults.join('\n')).toMatch(/violates the following Content Security Policy/)
    expect(await page.title()).toBe('Hall')
    await close()
  })
})
