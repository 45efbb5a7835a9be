/** Packs as editors save them: in UTF-8, as old Windows does, and in two bytes a letter. */
import { expect, test } from 'vitest'
import { packTextOf } from '../../electron/commands/read-pack.ts'
import { fc } from '../../test/support/chance.ts'

const JSON_TEXT = '{ "name": "Café day – “ours”" }'
/** As Windows-1252 has these; all else is the same in Latin-1. */
const OLD = Buffer.from(JSON_TEXT.replace('–', '\u0096').replace('“', '\u0093').replace('”', '\u0094'), 'latin1')

test('UTF-8 is read as it is, with a byte-order mark or without; whatever is written comes back', () => {
  expect(packTextOf(Buffer.from(JSON_TEXT))).toEqual({ ok: true, text: JSON_TEXT, remark: null })
  expect(packTextOf(Buffer.from(`\ufeff${JSON_TEXT}`))).toMatchObject({ ok: true, remark: null })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const text = JSON.stringify({ name })
      expect(packTextOf(Buffer.from(text))).toEqual({ ok: true, text, remark: null })
    }),
  )
})

test('Windows-1252 is read as such, with a remark that says where to look', () => {
  const read = packTextOf(OLD)
  expect(read).toMatchObject({ ok: true, text: JSON_TEXT })
  expect(read.ok && read.remark).toMatch(/not saved as UTF-8.*Windows-1252.*“name": "Café day|Windows-1252.*Café/)
})

test('UTF-16 is refused with what to do, either way round, with a mark or without', () => {
  const little = Buffer.from(JSON_TEXT, 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const bytes of [
    Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le'),
    Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le').swap16(),
    little,
    big,
  ])
    expect(packTextOf(bytes)).toMatchObject({ ok: false, message: expect.stringContaining('“UTF-8”') as string })
})
