/** Opens the ZIP container of a workbook within bounds, trusting nothing it declares about itself. */
import { inflateRawSync } from 'node:zlib'

export type Part = { name: string; method: number; encrypted: boolean; packed: number; size: number; start: number }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * The parts that a ZIP file's central directory lists, without unpacking any (PKWARE APPNOTE 4.3.12). Returns null where
 * the directory is missing, cut short or points outside the file: a download that stopped half way looks like that.
 */
export function listParts(bytes: Uint8Array): Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === -1) return null
  const parts: Part[] = []
  let index = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (index + 46 > view.byteLength || view.getUint32(index, true) !== CENTRAL) return null
    const nameLength = view.getUint16(index + 28, true)
    const extraLength = view.getUint16(index + 30, true)
    const next = index + 46 + nameLength + extraLength + view.getUint16(index + 32, true)
    if (next > view.byteLength) return null
    const wide = wideSizes(view, index, index + 46 + nameLength, extraLength)
    if (wide === null) return null
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(index + 46, index + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(index + 10, true),
      encrypted: (view.getUint16(index + 8, true) & 1) === 1,
      ...wide,
    })
    index = next
  }
  return parts
}

function findEnd(view: DataView): number {
  // The end record is 22 bytes and may be followed by a comment of up to 65,535.
  for (let index = view.byteLength - 22; index >= Math.max(0, view.byteLength - 22 - 65_535); index--) {
    if (view.getUint32(index, true) === END) return index
  }
  return -1
}

/** Sizes and place of a part. Some writers put them in the ZIP64 field even where they would fit (APPNOTE 4.5.3). */
function wideSizes(
  view: DataView,
  index: number,
  extraAt: number,
  extraLength: number,
): { packed: number; size: number; start: number } | null {
  let packed = view.getUint32(index + 20, true)
  let size = view.getUint32(index + 24, true)
  let start = view.getUint32(index + 42, true)
  if (packed !== 0xffffffff && size !== 0xffffffff && start !== 0xffffffff) return { packed, size, start }
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    const stop = Math.min(value + view.getUint16(field + 2, true), extraAt + extraLength)
    const take = (): number => {
      value += 8
      return value > stop ? Number.NaN : Number(view.getBigUint64(value - 8, true))
    }
    if (size === 0xffffffff) size = take()
    if (packed === 0xffffffff) packed = take()
    if (start === 0xffffffff) start = take()
    return Number.isSafeInteger(size) && Number.isSafeInteger(packed) && Number.isSafeInteger(start)
      ? { packed, size, start }
      : null
  }
  return null
}

/**
 * One part, unpacked. A part that unpacks to more than it declared is a trap or a damaged file: null, as for any other
 * fault, and never more memory than declared.
 */
export function unpack(bytes: Uint8Array, part: Part): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.start + 30 > view.byteLength || view.getUint32(part.start, true) !== LOCAL) return null
  const from = part.start + 30 + view.getUint16(part.start + 26, true) + view.getUint16(part.start + 28, true)
  if (from + part.packed > view.byteLength) return null
  const packed = bytes.subarray(from, from + part.packed)
  if (part.method === 0) return packed.length === part.size ? packed : null
  if (part.method !== 8) return null
  if (part.size === 0) return new Uint8Array()
  try {
    const whole = inflateRawSync(packed, { maxOutputLength: part.size })
    return whole.length === part.size ? whole : null
  } catch {
    return null
  }
}
