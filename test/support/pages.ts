/** Every byte of a station's data as it was before it was encrypted: each page of the file and each that stands in the log, in use or not. */
import { createDecipheriv } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { databasePath, keyFile } from '../../electron/station/kernel/database/index.ts'

const PAGE = 4096
/** At the end of each page: what its key is made with, of which the last four bytes are a number, and a sum over it. */
const NONCE = 16
const SUM = 16
const TEXT = PAGE - NONCE - SUM
/** Before the pages of a log, and before each of them. */
const LOG_HEAD = 32
const FRAME_HEAD = 24
/** The first bytes of the first page are not encrypted. */
const OPEN_HEAD = 24

/** ChaCha20 as the cipher of the database has it; `counter` is the number of the first block. */
function chacha20(key: Buffer, nonce: Buffer, counter: number, bytes: Buffer): Buffer {
  const start = Buffer.alloc(4)
  start.writeUInt32LE(counter >>> 0)
  return createDecipheriv('chacha20', key, Buffer.concat([start, nonce.subarray(0, NONCE - 4)])).update(bytes)
}

/** A page by its number, which its key is made of, too. */
function decrypted(page: Buffer, number: number, key: Buffer): Buffer {
  const nonce = page.subarray(TEXT, TEXT + NONCE)
  const counter = nonce.readUInt32LE(NONCE - 4) ^ number
  const own = chacha20(key, nonce, counter, Buffer.alloc(64)).subarray(32)
  const from = number === 1 ? OPEN_HEAD : 0
  return Buffer.concat([page.subarray(0, from), chacha20(own, nonce, counter + 1, page.subarray(from, TEXT))])
}

/** Every page of a file, those that are free among them, without what the cipher keeps at its end. */
export function pagesOf(path: string, key: string): Buffer[] {
  const [file, raw] = [readFileSync(path), Buffer.from(key, 'hex')]
  return Array.from({ length: file.length / PAGE }, (_none, n) =>
    decrypted(file.subarray(n * PAGE, (n + 1) * PAGE), n + 1, raw),
  )
}

/** Every page that stands in the log beside it, also those that were written over in the data long since. */
export function framesOf(path: string, key: string): Buffer[] {
  const log = `${path}-wal`
  if (!existsSync(log)) return []
  const [file, raw] = [readFileSync(log), Buffer.from(key, 'hex')]
  const frames: Buffer[] = []
  for (let at = LOG_HEAD; at + FRAME_HEAD + PAGE <= file.length; at += FRAME_HEAD + PAGE) {
    const page = file.subarray(at + FRAME_HEAD, at + FRAME_HEAD + PAGE)
    frames.push(decrypted(page, file.readUInt32BE(at), raw))
  }
  return frames
}

/** All pages of a station’s data, and all of its log. */
export function bytesOf(folder: string): { data: Buffer; log: Buffer } {
  const key = keyFile().read(folder) ?? ''
  const path = databasePath(folder)
  return { data: Buffer.concat(pagesOf(path, key)), log: Buffer.concat(framesOf(path, key)) }
}
