/** Looks at printed paper: its size in millimetres, where there is ink, and what its QR codes say to two readers that know nothing of each other. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import jsQR from 'jsqr'
import { greyPng, type Picture } from './grey-png.ts'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Ten points to a millimetre (254 dpi), so that an index is a tenth of a millimetre. */
const PER_MM = 10
const POINTS_PER_MM = 72 / 25.4

/** Lengths in millimetres, from the upper left corner of the page. */
export type Area = { left: number; top: number; right: number; bottom: number }

/** `width` and `height` in millimetres; the words on it, as the PDF holds them. */
export type Words = { width: number; height: number; text: string }

export type Sheet = Words & {
  /** The smallest area with all that is not white inside `within`; null where there is nothing. */
  ink(within?: Area): Area | null
  /** Every QR code that zxing finds, with its symbol's corners (without quiet zone). */
  zxing(): Promise<{ text: string; area: Area }[]>
  /** The one QR code that jsQR finds inside `within`. */
  jsqr(within: Area): string | null
  /** The page as a printer without colours makes it, as a PNG file. */
  grey(): Uint8Array
}

/** Draws every page of a PDF. */
export const readPaper = (pdf: Uint8Array): Promise<Sheet[]> =>
  eachPage(pdf, async (page, words) => {
    const { data, width, height } = await page.render({ scale: (PER_MM * 25.4) / 72, render: 'bitmap' })
    return sheetOf({ data: new Uint8ClampedArray(data), width, height }, words)
  })

/** The size and the words of every page of a PDF; what only drawing tells is left out, and so is the time it takes. */
export const readWords = (pdf: Uint8Array): Promise<Words[]> => eachPage(pdf, async (_page, words) => words)

/** Reads PDFs; it takes longer to start than to read one. */
const library = PDFiumLibrary.init()

async function eachPage<T>(pdf: Uint8Array, read: (page: PDFiumPage, words: Words) => Promise<T>): Promise<T[]> {
  const document = await (await library).loadDocument(pdf)
  try {
    const found: T[] = []
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      // Before it is drawn: drawing lets go of the page.
      const text = page.getText()
      found.push(
        await read(page, { width: originalWidth / POINTS_PER_MM, height: originalHeight / POINTS_PER_MM, text }),
      )
    }
    return found
  } finally {
    document.destroy()
  }
}

function sheetOf(picture: Picture, words: Words): Sheet {
  const whole: Area = { left: 0, top: 0, right: picture.width / PER_MM, bottom: picture.height / PER_MM }
  return {
    ...words,
    ink: (within = whole) => inkIn(picture, within),
    async zxing() {
      await readerReady
      const found = await readBarcodes(imageOf(picture), {
        formats: ['QRCode'],
        tryHarder: true,
        maxNumberOfSymbols: 50,
      })
      return found.map(({ text: says, position }) => {
        const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]
        const across = corners.map(({ x }) => x / PER_MM)
        const down = corners.map(({ y }) => y / PER_MM)
        return {
          text: says,
          area: {
            left: Math.min(...across),
            top: Math.min(...down),
            right: Math.max(...across),
            bottom: Math.max(...down),
          },
        }
      })
    },
    jsqr(within) {
      const part = cut(picture, within)
      return jsQR(part.data, part.width, part.height, { inversionAttempts: 'dontInvert' })?.data ?? null
    },
    grey: () => greyPng(picture),
  }
}

/** The reader as it lies in node_modules: it would fetch it from another machine otherwise. */
const readerReady = readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))).then((wasm) =>
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true }),
)

const imageOf = ({ data, width, height }: Picture): ImageData => ({ data, width, height, colorSpace: 'srgb' })

const pixels = ({ width, height }: Picture, { left, top, right, bottom }: Area) => ({
  fromX: Math.max(0, Math.round(left * PER_MM)),
  fromY: Math.max(0, Math.round(top * PER_MM)),
  toX: Math.min(width, Math.round(right * PER_MM)),
  toY: Math.min(height, Math.round(bottom * PER_MM)),
})

function inkIn(picture: Picture, within: Area): Area | null {
  const { data, width } = picture
  const { fromX, fromY, toX, toY } = pixels(picture, within)
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (let y = fromY; y < toY; y += 1) {
    for (let x = fromX; x < toX; x += 1) {
      const at = (y * width + x) * 4
      // Anything darker than the faintest grey, so that the soft edge of a line belongs to it from its middle on.
      if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 3 * 128) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  return left === Infinity
    ? null
    : { left: left / PER_MM, top: top / PER_MM, right: right / PER_MM, bottom: bottom / PER_MM }
}

function cut(picture: Picture, within: Area): Picture {
  const { fromX, fromY, toX, toY } = pixels(picture, within)
  const width = toX - fromX
  const height = toY - fromY
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    const from = ((fromY + y) * picture.width + fromX) * 4
    data.set(picture.data.subarray(from, from + width * 4), y * width * 4)
  }
  return { data, width, height }
}
