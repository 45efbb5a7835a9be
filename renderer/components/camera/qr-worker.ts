/** Reads QR codes in pictures, in a worker, so that no picture keeps the screen from answering a finger. */
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { Look, Reading } from './read-messages.ts'

/** QR codes alone, but however they are held, printed and lit. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  // However many hang elsewhere: they must not crowd out the one that is held out.
  maxNumberOfSymbols: 0,
  // As it is in the code: a group separator stays one, and nothing is put in brackets.
  textMode: 'Plain',
}

const tell = (reading: Reading) => globalThis.postMessage(reading)

async function load(): Promise<void> {
  try {
    // Left alone it would fetch its program from a public server; it is one of our own files.
    await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
    tell({ said: 'ready' })
  } catch {
    tell({ said: 'broken' })
  }
}

const canvas = new OffscreenCanvas(1, 1)
const context = canvas.getContext('2d', { willReadFrequently: true })

async function look(picture: ImageBitmap): Promise<Reading> {
  const { width, height } = picture
  const start = performance.now()
  try {
    canvas.width = width
    canvas.height = height
    context?.drawImage(picture, 0, 0)
    const pixels = context?.getImageData(0, 0, width, height)
    const read = pixels === undefined ? [] : await readBarcodes(pixels, OPTIONS)
    const codes = read.map(({ text, position: { topLeft, topRight, bottomLeft, bottomRight } }) => ({
      text,
      corners: [topLeft, topRight, bottomLeft, bottomRight],
    }))
    return { said: 'read', codes, took: performance.now() - start }
  } catch {
    // One picture that cannot be read is one picture less; the next comes in a moment.
    return { said: 'read', codes: [], took: performance.now() - start }
  } finally {
    picture.close()
  }
}

globalThis.addEventListener('message', (event: MessageEvent<Look>) => {
  void look(event.data.picture).then(tell)
})
void load()
