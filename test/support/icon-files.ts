/** The two kinds of file that hold one icon in several sizes: Windows' .ico and macOS's .icns. Written and read. */

/** An icon drawn at one size: as a PNG file, and as its pixels, four bytes (red, green, blue, alpha) each, from the top. */
export type Drawing = { size: number; png: Buffer; pixels: Uint8Array }

/**
 * A Windows icon. The large pictures are PNGs; the small ones are bitmaps, which every part of Windows reads.
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function windowsIcon(drawings: readonly Drawing[]): Buffer {
  const pictures = drawings.map((drawing) => (drawing.size < 256 ? bitmap(drawing) : drawing.png))
  const head = Buffer.alloc(6 + 16 * drawings.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(drawings.length, 4)
  let at = head.length
  for (const [index, { size }] of drawings.entries()) {
    const entry = 6 + 16 * index
    const length = pictures[index]?.length ?? 0
    // 256 does not fit into a byte and is written as 0.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += length
  }
  return Buffer.concat([head, ...pictures])
}

/** A bitmap as icons hold it: rows from the bottom, blue first, and after them a mask that says nothing beside the alpha. */
function bitmap({ size, pixels }: Drawing): Buffer {
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const colours = Buffer.alloc(size * size * 4)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = (row * size + column) * 4
      const to = ((size - 1 - row) * size + column) * 4
      for (const [channel, place] of [2, 1, 0, 3].entries()) colours[to + channel] = pixels[from + place] ?? 0
    }
  }
  const mask = Buffer.alloc(size * Math.ceil(size / 32) * 4)
  return Buffer.concat([header, colours, mask])
}

/** Which sizes, in pixels, each kind of picture in an Apple icon has; the `@2x` kinds are for fine screens. */
const APPLE_KINDS: Record<string, number> = {
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
}

/** A macOS icon, of PNGs. */
export function appleIcon(drawings: readonly Drawing[]): Buffer {
  const parts = Object.entries(APPLE_KINDS).flatMap(([kind, size]) => {
    const drawing = drawings.find((one) => one.size === size)
    return drawing === undefined ? [] : [chunk(kind, drawing.png)]
  })
  return chunk('icns', Buffer.concat(parts))
}

function chunk(kind: string, contents: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(8 + contents.length, 4)
  return Buffer.concat([head, contents])
}

/** The width and height in pixels that a PNG file tells of itself; null for anything else. */
function pngSize(file: Buffer): [number, number] | null {
  const isPng = file.subarray(1, 4).toString('latin1') === 'PNG' && file.subarray(12, 16).toString('latin1') === 'IHDR'
  return isPng ? [file.readUInt32BE(16), file.readUInt32BE(20)] : null
}

/** The sizes in a Windows icon, each as the picture itself tells it. */
export function sizesInWindowsIcon(file: Buffer): number[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const at = file.readUInt32LE(entry + 12)
    const picture = file.subarray(at, at + file.readUInt32LE(entry + 8))
    return pngSize(picture)?.[0] ?? picture.readInt32LE(4)
  })
}

/** The kinds in an Apple icon, each with the size that its picture tells of itself. */
export function sizesInAppleIcon(file: Buffer): Record<string, number | undefined> {
  const found: Record<string, number | undefined> = {}
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
    found[file.toString('latin1', at, at + 4)] = pngSize(file.subarray(at + 8))?.[0]
  return found
}
