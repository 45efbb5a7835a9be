/** The QR code is drawn by hand: every dark module once, with room around it. */
import { create } from 'qrcode'
import { describe, expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

describe('the QR code of a reference', () => {
  test('its path covers exactly the dark modules, four modules from every edge', () => {
    const text = 'pledge-kiosk:NEC-7K3QF9W'
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    const { path, size } = qrPath(text)
    expect(size).toBe(modules.size + 8)
    const drawn = new Set<string>()
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let i = 0; i < Number(width); i++) drawn.add(`${Number(x) + i - 4},${Number(y) - 4}`)
    const dark = new Set<string>()
    for (let y = 0; y < modules.size; y++)
      for (let x = 0; x < modules.size; x++) if (modules.get(y, x) === 1) dark.add(`${x},${y}`)
    expect(drawn).toEqual(dark)
  })
})
