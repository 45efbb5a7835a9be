/** Before any journey: the browser that npm brought opens a page, is strict about it, and whoever looks at a page sees what is wrong with it. */
import { readFile } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { findAccessibilityErrors, lookAt } from '../support/axe.ts'
import { openBrowser, openTablet, screenSizes, takePicture } from '../support/browser.ts'
import { expectAccessible } from '../support/look.ts'

const strict = "default-src 'none'; script-src 'self'; style-src 'self'"
const page = (body: string, html = '<html lang="en-GB">') =>
  `<!doctype html>${html}<head><title>Hall</title><link rel="stylesheet" href="/hall.css"></head><body>${body}</body></html>`
const sound = '<h1>Welcome to the hall</h1><button type="button">Sign in</button>'

/** What is wrong, and the rule of axe that has to see it. */
const PLANTED = [
  ['image-alt', '<img src="/tree.png">'],
  ['label', '<input type="text">'],
  ['select-name', '<select><option>Table 1</option></select>'],
  ['button-name', '<button type="button"></button>'],
  ['link-name', '<a href="/more"></a>'],
  ['color-contrast', '<p class="faint">Signed in at 09:05</p>'],
  ['heading-order', '<h4>Who is here</h4>'],
  ['list', '<ul><p>Ewa Kaur</p></ul>'],
  ['aria-roles', '<div role="leaf">Table 3</div>'],
  ['aria-valid-attr-value', '<div role="checkbox" tabindex="0" aria-checked="perhaps" aria-label="Step-free"></div>'],
  ['aria-required-children', '<div role="listbox" tabindex="0" aria-label="Tables"><p>Table 1</p></div>'],
  ['aria-hidden-focus', '<div aria-hidden="true"><button type="button">Sign out</button></div>'],
  ['td-headers-attr', '<table><tr><td id="a" headers="nowhere">1</td><td headers="a">2</td></tr></table>'],
] as const

const PAGES: Record<string, string> = {
  '/': page(`<main>${sound}</main>`),
  '/poor': page(
    `<main><h1>Hall</h1>${PLANTED.map(([, error]) => error).join('')}</main><script>document.title = 'run'</script>`,
    '<html>',
  ),
  '/wide': page(`<main>${sound}<p class="wide">Everybody of every table in one line</p></main>`),
  '/dressed': page(`<main>${sound}<p class="faint-when-dressed">Table 3</p></main>`),
}
const CSS = `
  .faint { color: #999; background: #fff }
  .wide { width: 1500px }
  html[data-theme='dark'] .faint-when-dressed, html[data-theme='paper'] .faint-when-dressed,
  html[data-theme='contrast'] .faint-when-dressed { color: #999; background: #fff }
`

describe('the browser of the journeys', () => {
  let browser: Browser
  let server: Server
  let address: string

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      const isStyle = url === '/hall.css'
      response.writeHead(isStyle || url in PAGES ? 200 : 404, {
        'content-type': `text/${isStyle ? 'css' : 'html'}; charset=utf-8`,
        'content-security-policy': strict,
      })
      response.end(isStyle ? CSS : (PAGES[url] ?? ''))
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

  const open = async (path: string, options: Parameters<typeof openTablet>[1] = {}) => {
    const tablet = await openTablet(browser, options)
    onTestFinished(() => tablet.close())
    await tablet.page.goto(address + path)
    return tablet
  }

  test('a page opens at the size of a tablet and passes axe under a strict policy', async () => {
    const { page: tablet, errors } = await open('/')
    await tablet.getByRole('button', { name: 'Sign in' }).click()
    expect(await tablet.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768])
    expect(await lookAt(tablet)).toMatchObject({ errors: [], beyond: 0, headings: ['Welcome to the hall'] })
    expect(errors).toEqual([])
  })

  test('a picture of it has as many pixels as the screen', async () => {
    const { page: tablet } = await open('/', { size: 'portrait', touch: true })
    const png = await readFile(await takePicture(tablet, 'browser-portrait'))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      screenSizes.portrait.width,
      screenSizes.portrait.height,
    ])
  })

  test('each fault of a poor page is found under its own name, and what breaks the policy is told', async () => {
    const { page: tablet, errors } = await open('/poor')
    const found = await findAccessibilityErrors(tablet)
    const rules = new Set(found.map((error) => error.slice(0, error.indexOf(':'))))
    expect([...rules].toSorted()).toEqual(['html-has-lang', ...PLANTED.map(([rule]) => rule)].toSorted())
    await expect(expectAccessible(tablet, 'a poor page')).rejects.toMatchObject({
      actual: ['a poor page', found, 0],
    })
    expect(errors.join('\n')).toMatch(/violates the following Content Security Policy/)
    expect(await tablet.title()).toBe('Hall')
  })

  test('a page that is wider than its window is noticed, by how much', async () => {
    const { page: tablet } = await open('/wide')
    const { errors, beyond } = await lookAt(tablet)
    expect(errors).toEqual([])
    expect(beyond).toBeGreaterThanOrEqual(1500 - screenSizes.laptop.width)
    await expect(expectAccessible(tablet, 'a wide page')).rejects.toMatchObject({ actual: ['a wide page', [], beyond] })
  })

  test('a page that is faint only in another theme is noticed', async () => {
    const { page: tablet } = await open('/dressed')
    expect(await lookAt(tablet)).toMatchObject({ errors: [], beyond: 0 })
    await expect(expectAccessible(tablet, 'planted: a page in other clothes')).rejects.toMatchObject({
      actual: [
        expect.stringMatching(/^planted: a page in other clothes, /),
        [expect.stringMatching(/^color-contrast: /)],
        0,
      ],
    })
  })
})
