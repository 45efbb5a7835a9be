/**
 * Draws the icons of the packaged app from renderer/public/icon.svg, in the browser of the journeys: `npm run icons`.
 * What it draws is kept in resources/icons, so that packaging needs no browser.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findBrowser, launchOptions } from './browser-program.ts'
import { appleIcon, type Drawing, windowsIcon } from './icon-files.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'resources/icons')

/** The sizes that a Linux desktop asks for, in pixels. */
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512]
/** Those of a Windows task bar, list and tile at its usual scalings. */
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 256]
/** Those of macOS, whose icons leave a tenth of the square free all round (Apple's template: 824 of 1024). */
const APPLE_SIZES = [16, 32, 64, 128, 256, 512, 1024]
const APPLE_SHARE = 824 / 1024

/** The picture at `size` pixels square, filling `share` of it. */
async function draw(page: Page, svg: string, size: number, share = 1): Promise<Drawing> {
  const drawn = await page.evaluate(
    async ([source, side, part]) => {
      const image = new Image()
      // Told its size, the browser draws the vectors at that size and not a scaled picture of them.
      image.src = `data:image/svg+xml,${encodeURIComponent(source.replace('<svg ', `<svg width="${side}" height="${side}" `))}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = side
      canvas.height = side
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('This browser does not draw.')
      const edge = (side * (1 - part)) / 2
      pen.drawImage(image, edge, edge, side * part, side * part)
      // Only the small pictures are written pixel by pixel.
      const pixels = side < 256 ? [...pen.getImageData(0, 0, side, side).data] : []
      return { png: canvas.toDataURL('image/png'), pixels }
    },
    [svg, size, share] as const,
  )
  const png = Buffer.from(drawn.png.slice(drawn.png.indexOf(',') + 1), 'base64')
  return { size, png, pixels: Uint8Array.from(drawn.pixels) }
}

async function drawAll(page: Page, svg: string): Promise<void> {
  const drawn = async (sizes: number[], share?: number) => {
    const drawings: Drawing[] = []
    for (const size of sizes) drawings.push(await draw(page, svg, size, share))
    return drawings
  }
  mkdirSync(join(folder, 'linux'), { recursive: true })
  for (const { size, png } of await drawn(LINUX_SIZES)) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png)
  writeFileSync(join(folder, 'icon.ico'), windowsIcon(await drawn(WINDOWS_SIZES)))
  writeFileSync(join(folder, 'icon.icns'), appleIcon(await drawn(APPLE_SIZES, APPLE_SHARE)))
  // A test compares it with today's picture.
  writeFileSync(join(folder, 'drawn-from.sha256'), `${createHash('sha256').update(svg).digest('hex')}\n`)
}

const unpacked = mkdtempSync(join(tmpdir(), 'pledge-kiosk-icons-'))
try {
  const browser = await chromium.launch(launchOptions({ ...(await findBrowser(unpacked)), folder: unpacked }))
  await drawAll(await browser.newPage(), readFileSync(join(root, 'renderer/public/icon.svg'), 'utf8'))
  await browser.close()
} finally {
  rmSync(unpacked, { recursive: true, force: true, maxRetries: 5 })
}
