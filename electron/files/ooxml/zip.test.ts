import { crc32 } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zip } from './zip.ts'
import { fc } from '../../../test/support/chance.ts'

const WHEN = new Date('2026-03-12T16:05:30.000Z')

const part = fc.record({
  name: fc.stringMatching(/^[a-z]{1,8}\.xml$/),
  text: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 6 }),
})

describe('zip', () => {
  test('another library unpacks every part, in whatever pieces it was made', () => {
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ({ name }) => name, maxLength: 5 }), (parts) => {
        const unpacked = unzipSync(Buffer.concat([...zip(parts, WHEN)]))
        expect(Object.fromEntries(Object.entries(unpacked).map(([name, bytes]) => [name, strFromU8(bytes)]))).toEqual(
          Object.fromEntries(parts.map(({ name, text }) => [name, text.join('')])),
        )
      }),
    )
  })

  test('a long part packs across its pieces: the second half of a text said twice costs next to nothing', () => {
    const noise = Array.from({ length: 12_000 }, (_, index) => ((index * 2_654_435_761) % 4_294_967_296).toString(36))
      .join('')
      .slice(0, 30_000)
    const once = Buffer.concat([...zip([{ name: 'a.xml', text: [noise] }], WHEN)]).length
    const twice = Buffer.concat([...zip([{ name: 'a.xml', text: [noise, noise] }], WHEN)]).length
    expect(twice - once).toBeLessThan(once / 20)
    expect(
      strFromU8(
        unzipSync(Buffer.concat([...zip([{ name: 'a.xml', text: [noise, noise] }], WHEN)]))['a.xml'] ??
          new Uint8Array(),
      ),
    ).toBe(noise + noise)
  })

  test('each part carries the checksum by which Excel tells a damaged file from a whole one', () => {
    const bytes = Buffer.concat([...zip([{ name: 'a.xml', text: ['one ', 'two ', 'three'] }], WHEN)])
    const entry = bytes.lastIndexOf(Buffer.from('PK\u0001\u0002'))
    expect(bytes.readUInt32LE(entry + 16)).toBe(crc32('one two three'))
    expect(bytes.readUInt32LE(entry + 24)).toBe('one two three'.length)
  })

  test('the same parts give the same bytes, so two exports can be compared', () => {
    const bytes = () => Buffer.concat([...zip([{ name: 'a.xml', text: ['one', 'two'] }], WHEN)])
    expect(bytes().equals(bytes())).toBe(true)
  })

  test('a later part is made only once the earlier one is out', () => {
    const order: string[] = []
    function* text(name: string) {
      order.push(name)
      yield name
    }
    function* parts() {
      yield { name: 'first.xml', text: text('first') }
      order.push('between')
      yield { name: 'second.xml', text: text('second') }
    }
    expect([...zip(parts(), WHEN)].length).toBeGreaterThan(0)
    expect(order).toEqual(['first', 'between', 'second'])
  })
})
