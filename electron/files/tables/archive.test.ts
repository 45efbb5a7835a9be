import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { listParts, unpack } from './archive.ts'

const page = new TextEncoder().encode('the same words again and again '.repeat(500))

const bomb = () => {
  // A part that unpacks to 15,500 bytes and declares 100, in its own header and in the directory.
  const bytes = zipSync({ 'xl/worksheets/sheet1.xml': page })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let index = 0; index < bytes.length - 4; index++) {
    if (view.getUint32(index, true) === 0x02014b50) view.setUint32(index + 24, 100, true)
  }
  return bytes
}

describe('A workbook is unpacked within bounds', () => {
  test('Its parts are listed without unpacking, and unpack to what went in', () => {
    const bytes = zipSync({ 'xl/a.xml': page, 'xl/b.xml': [page, { level: 0 }], 'empty.xml': new Uint8Array() })
    const parts = listParts(bytes)
    expect(parts?.map(({ name, size }) => [name, size])).toEqual([
      ['xl/a.xml', page.length],
      ['xl/b.xml', page.length],
      ['empty.xml', 0],
    ])
    for (const part of parts ?? []) expect(unpack(bytes, part)).toHaveLength(part.size)
  })

  test('A part that unpacks to more than it declares is not believed', () => {
    const bytes = bomb()
    const [part] = listParts(bytes) ?? []
    expect(part?.size).toBe(100)
    expect(part && unpack(bytes, part)).toBeNull()
  })

  test('A file cut short anywhere is told as damaged, never thrown', () => {
    const bytes = zipSync({ 'xl/a.xml': page, 'xl/b.xml': page })
    for (let length = 0; length < bytes.length; length++) {
      const short = bytes.slice(0, length)
      expect(listParts(short)).toBeNull()
    }
  })

  test('A byte changed anywhere makes it damaged or leaves it readable, and never throws', () => {
    const bytes = zipSync({ 'xl/a.xml': page })
    const sizes = Array.from(bytes, (byte, index) => {
      const changed = bytes.slice()
      changed[index] = byte ^ 0xff
      // The length of each part over what it declared: the same, or unreadable.
      return (listParts(changed) ?? []).map((part) => (unpack(changed, part)?.length ?? part.size) - part.size)
    })
    expect(sizes.flat().every((difference) => difference === 0)).toBe(true)
  })

  test('A directory whose fields reach past the end of the file is damaged', () => {
    const bytes = zipSync({ 'xl/a.xml': page })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const index = view.getUint32(bytes.length - 6, true)
    view.setUint32(index + 24, 0xffffffff, true)
    view.setUint16(index + 30, 0xffff, true)
    expect(listParts(bytes)).toBeNull()
  })

  test('Sizes in the ZIP64 field are read, as some writers always put them there', () => {
    const bytes = zipSync({ 'xl/a.xml': [page, { extra: { 1: wide(page.length) } }] })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let index = 0; index < bytes.length - 4; index++)
      if (view.getUint32(index, true) === 0x02014b50) view.setUint32(index + 24, 0xffffffff, true)
    expect(listParts(bytes)?.[0]?.size).toBe(page.length)
  })
})

function wide(size: number): Uint8Array {
  const field = new Uint8Array(8)
  new DataView(field.buffer).setBigUint64(0, BigInt(size), true)
  return field
}
