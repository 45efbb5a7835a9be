/** A camera for the tests: Chromium takes a file for one, and this draws what is held before it, moving and noisy. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'qrcode'

const WIDTH = 640
const HEIGHT = 480
/** What it sends, in pixels. */
export const PICTURE = { width: WIDTH, height: HEIGHT }
/** One loop of the video. */
const FRAMES = 24
const RATE = 15
const HEADER = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${RATE}:1 Ip A1:1 C420jpeg\n`
const FRAME = 'FRAME\n'
const LUMA = WIDTH * HEIGHT
const FRAME_BYTES = FRAME.length + LUMA * 1.5

/**
 * A code somebody holds up. `x` and `y`: its middle, from 0 to 1. `size`: of the picture's height, from 0 to 1. `still`: it
 * lies in good light, and nothing moves.
 */
type HeldCode = { text: string | Uint8Array; x?: number; y?: number; size?: number; still?: boolean }

export type FakeCamera = {
  /** For Chromium's `--use-file-for-fake-video-capture`. */
  file: string
  /** From the next picture on these codes are held before the camera; none, and it sees the hall. */
  show: (...codes: readonly (HeldCode | string)[]) => void
}

/** The same noise in every run. */
function createNoise(length: number): Int8Array {
  const noise = new Int8Array(length)
  let seed = 12345
  for (let index = 0; index < length; index += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    // Two throws make it rather more like a camera's.
    noise[index] = ((seed >> 8) % 27) + ((seed >> 16) % 27) - 26
  }
  return noise
}

/** A camera whose file lies in `folder`. Chromium reads each picture as it needs it, so the file may change under it. */
export function createFakeCamera(folder: string): FakeCamera {
  const file = join(folder, 'camera.y4m')
  const noise = createNoise(LUMA + 4096)
  const show: FakeCamera['show'] = (...codes) => {
    const held = codes.map((code) => draw(typeof code === 'string' ? { text: code } : code))
    const video = Buffer.alloc(HEADER.length + FRAMES * FRAME_BYTES, 128)
    video.write(HEADER, 'latin1')
    for (let index = 0; index < FRAMES; index += 1) {
      const at = HEADER.length + index * FRAME_BYTES
      video.write(FRAME, at, 'latin1')
      paint(video.subarray(at + FRAME.length, at + FRAME.length + LUMA), held, index, noise)
    }
    const handle = openSync(file, 'a+')
    closeSync(handle)
    const open = openSync(file, 'r+')
    writeSync(open, video, 0, video.length, 0)
    closeSync(open)
  }
  show()
  return { file, show }
}

type Drawn = { modules: Uint8Array; count: number; x: number; y: number; size: number; still: boolean }

function draw({ text, x = 0.5, y = 0.5, size = 0.55, still = false }: HeldCode): Drawn {
  const { modules } = create(typeof text === 'string' ? text : [{ data: text, mode: 'byte' }], {
    errorCorrectionLevel: typeof text === 'string' ? 'M' : 'L',
  })
  return { modules: modules.data, count: modules.size, x, y, size, still }
}

const PAPER = 176
const PRINT = 74
const HALL = 118
const HAND = 96
/** Round a code: the white that its standard asks for. Modules. */
const QUIET = 4

/** One picture: the hall, the codes drifting and turning in somebody's hand, another hand passing, blur, noise. */
function paint(luma: Buffer, codes: readonly Drawn[], frame: number, noise: Int8Array): void {
  const turn = (frame / FRAMES) * 2 * Math.PI
  const across = Float64Array.from({ length: WIDTH }, (_, x) => HALL + 24 * Math.sin(x / 90 + turn))
  for (let y = 0; y < HEIGHT; y += 1) {
    const down = 18 * Math.cos(y / 70 - turn)
    for (let x = 0; x < WIDTH; x += 1) luma[y * WIDTH + x] = (across[x] ?? HALL) + down
  }
  for (const code of codes) paintCode(luma, code, code.still ? 0 : turn)
  if (codes.some(({ still }) => still)) return
  // A hand passes in a quarter of the pictures.
  const hand = (frame / FRAMES) * 4 - 1.5
  if (hand > -0.5 && hand < 0.5)
    for (let y = 0; y < HEIGHT; y += 1)
      for (let x = 0; x < WIDTH; x += 1)
        if (Math.abs(x / WIDTH - 0.5 - hand * 1.6) < 0.16 + 0.02 * Math.sin(y / 20)) luma[y * WIDTH + x] = HAND
  blur(luma)
  const shift = (frame * 977) % 4096
  for (let index = 0; index < LUMA; index += 1)
    luma[index] = Math.max(16, Math.min(235, (luma[index] ?? 0) + (noise[index + shift] ?? 0)))
}

function paintCode(luma: Buffer, { modules, count, x, y, size }: Drawn, turn: number): void {
  const across = count + 2 * QUIET
  const scale = (size * HEIGHT * (1 + 0.05 * Math.sin(turn))) / across
  const angle = 0.16 * Math.sin(turn)
  const middleX = WIDTH * x + 14 * Math.sin(turn)
  const middleY = HEIGHT * y + 9 * Math.cos(2 * turn)
  const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale]
  const reach = Math.ceil(scale * across * 0.75)
  for (let py = Math.max(0, Math.floor(middleY - reach)); py < Math.min(HEIGHT, middleY + reach); py += 1)
    for (let px = Math.max(0, Math.floor(middleX - reach)); px < Math.min(WIDTH, middleX + reach); px += 1) {
      const column = Math.floor((px - middleX) * cos + (py - middleY) * sin + across / 2) - QUIET
      const row = Math.floor((py - middleY) * cos - (px - middleX) * sin + across / 2) - QUIET
      if (Math.min(row, column) < -QUIET || Math.max(row, column) >= count + QUIET) continue
      const inside = row >= 0 && column >= 0 && row < count && column < count
      luma[py * WIDTH + px] = inside && modules[row * count + column] === 1 ? PRINT : PAPER
    }
}

/** A lens that is not quite in focus: each pixel the mean of itself and its neighbours, once each way. */
function blur(luma: Buffer): void {
  for (const step of [1, WIDTH])
    for (let at = LUMA - 1 - step; at >= step; at -= 1)
      luma[at] = ((luma[at - step] ?? 0) + 2 * (luma[at] ?? 0) + (luma[at + step] ?? 0)) >> 2
}
