/** A ZIP file written as its parts arrive: nothing of a part is held but the piece in hand. */
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { ExportError } from '../export/index.ts'

/** One file inside the ZIP: an ASCII name and its text, in pieces of a few hundred kilobytes at most. */
export type ZipPart = { name: string; text: Iterable<string> }

const LARGEST = 0xffff_ffff
const DEFLATED = 8
/** Sizes and checksum stand after the data, because they are not known before. */
const SIZES_FOLLOW = 0x0008
const VERSION = 20
const LEVEL = 4
/** How far back, in bytes, a deflated text may refer to itself. */
const WINDOW = 32 * 1024

/**
 * The bytes of a ZIP (PKWARE APPNOTE 6.3.10, without ZIP64), each part pulled only after the one before it is out, so
 * that a later part may tell what an earlier one held. `when` stamps every part, read as UTC; equal input gives equal bytes.
 * Throws ExportError `too-large` at 4 GB.
 */
export function* zip(parts: Iterable<ZipPart>, when: Date): Generator<Uint8Array> {
  const stamp = dosStamp(when)
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const sizes = { crc: 0, packed: 0, size: 0 }
    const head = header(part.name, stamp)
    yield head
    for (const chunk of deflate(part.text, sizes)) {
      yield chunk
      if (sizes.size > LARGEST || offset + sizes.packed > LARGEST)
        throw new ExportError('too-large', 'This is too large for one workbook. Export it in another format instead.')
    }
    yield descriptor(sizes)
    directory.push(directoryEntry(part.name, stamp, sizes, offset))
    offset += head.length + sizes.packed + DESCRIPTOR_LENGTH
  }
  const entries = Buffer.concat(directory)
  yield entries
  yield endRecord(directory.length, entries.length, offset)
}

type Sizes = { crc: number; packed: number; size: number }

/**
 * Each piece is deflated alone and ends on a byte, so the pieces stand one after the other as one stream (RFC 1951); each
 * is told how the one before it ended, so that it packs as well as if they had been one.
 */
function* deflate(text: Iterable<string>, sizes: Sizes): Generator<Buffer> {
  let dictionary: Buffer | undefined
  for (const piece of text) {
    if (piece === '') continue
    const bytes = Buffer.from(piece)
    sizes.crc = crc32(bytes, sizes.crc)
    sizes.size += bytes.length
    const packed = deflateRawSync(bytes, {
      level: LEVEL,
      finishFlush: constants.Z_SYNC_FLUSH,
      chunkSize: 64 * 1024,
      dictionary,
    })
    dictionary = bytes.subarray(-WINDOW)
    sizes.packed += packed.length
    yield packed
  }
  sizes.packed += LAST_BLOCK.length
  yield LAST_BLOCK
}

/** An empty block that says it is the last. */
const LAST_BLOCK = Buffer.from([0x03, 0x00])

function dosStamp(when: Date): { time: number; date: number } {
  const year = Math.max(1980, when.getUTCFullYear())
  return {
    time: (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate(),
  }
}

function header(name: string, stamp: { time: number; date: number }): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(SIZES_FOLLOW, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(stamp.time, 10)
  head.writeUInt16LE(stamp.date, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name, 'latin1')])
}

const DESCRIPTOR_LENGTH = 16

function descriptor({ crc, packed, size }: Sizes): Buffer {
  const bytes = Buffer.alloc(DESCRIPTOR_LENGTH)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(size, 12)
  return bytes
}

function directoryEntry(name: string, stamp: { time: number; date: number }, sizes: Sizes, offset: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(VERSION, 4)
  entry.writeUInt16LE(VERSION, 6)
  entry.writeUInt16LE(SIZES_FOLLOW, 8)
  entry.writeUInt16LE(DEFLATED, 10)
  entry.writeUInt16LE(stamp.time, 12)
  entry.writeUInt16LE(stamp.date, 14)
  entry.writeUInt32LE(sizes.crc, 16)
  entry.writeUInt32LE(sizes.packed, 20)
  entry.writeUInt32LE(sizes.size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, Buffer.from(name, 'latin1')])
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
