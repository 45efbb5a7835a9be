import { describe, expect, test } from 'vitest'
import { onOtherKeyboards, withCapsLock } from './keyboard-layout.ts'
import { codesIn, withoutCodeKind } from './ticket-code.ts'
import { fc, runs } from '../../test/support/chance.ts'

describe('the code of a ticket', () => {
  test.each([
    ['10001234567890', ['10001234567890']],
    ['  ABCD-1 ', ['ABCD-1']],
    ['https://example.org/check-in/evt-1?pk=g-a1', ['g-a1', 'evt-1']],
    ['HTTPS://EXAMPLE.ORG/CHECK-IN/EVT-1?PK=G-A1', ['G-A1', 'EVT-1']],
    ['https://tickets.example/t/ABCD-1/', ['ABCD-1']],
    ['www.tickets.example/t/ABCD-1#top', ['ABCD-1']],
    ['https://tickets.example/#/ticket/ABCD-1', ['ABCD-1']],
    ['https://tickets.example:8443/scan?event=2026&code=AB%2FCD%3D', ['2026', 'AB/CD=', 'scan']],
    ['https://tickets.example/?ABCD-1', ['ABCD-1']],
    ['https://tickets.example/100%', ['100%']],
    ['https://tickets.example', []],
    // Numbers of pages may be somebody’s ticket by chance.
    ['https://news.example/?page=12', []],
    ['mailto:ewa@elmdon.example', []],
    ['two words/of a ticket', []],
  ])('“%s”: itself, and in a link %j', (text, inside) => {
    const link = text.includes('://') || text.startsWith('www.')
    expect(codesIn(text)).toEqual(link ? [text.trim(), ...inside] : [text.trim()])
  })

  test('a link with more parameters than any ticket’s asks for one code, not for hundreds', () => {
    const many = Array.from({ length: 9 }, (_, index) => `p${index}=guess-${index}`).join('&')
    expect(codesIn(`https://guess.example/?${many}`)).toEqual([`https://guess.example/?${many}`])
  })

  test('any text at all is read, never twice the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })), (text) => {
        const codes = codesIn(text)
        expect(codes[0] ?? '').toBe(text.trim())
        expect(new Set(codes).size).toBe(codes.length)
      }),
      { numRuns: runs(60) },
    )
  })

  test.each([
    [']Q1ABCD-1', 'ABCD-1'],
    [']q3ABCD-1', 'ABCD-1'],
    [']C0123456', '123456'],
    [']d2ABCD', 'ABCD'],
    [']Q1', ']Q1'],
    ['[Q1ABCD', '[Q1ABCD'],
  ])('what kind of code it was is no part of it: “%s”', (scanned, code) => {
    expect(withoutCodeKind(scanned)).toBe(code)
  })
})

describe('a scanner and a tablet that are set to different keyboards', () => {
  const code = 'https://example.org/t?c=Zy1"#@|'
  test.each([
    ['a British tablet', 'https://example.org/t?c=Zy1@£"~'],
    ['a Mac in Britain', 'https://example.org/t?c=Zy1"£@|'],
    ['a German tablet', 'httpsÖ--example.org-t_c´Yz1Ä§"\''],
    ['a French tablet', 'httpsM!!exq,ple:org!t§c=Wy&%32µ'],
    ['a Spanish tablet', 'httpsÑ--example.org-t_c¡Zy1¨·"Ç'],
  ])('an American scanner on %s', (_, typed) => {
    expect(onOtherKeyboards(typed)).toContain(code)
  })

  test('a British scanner on an American tablet', () => {
    expect(onOtherKeyboards('A@B#C\\D"E|F')).toContain('A"B£C#D@E~F')
  })

  test('where nothing differs there is nothing to try', () => {
    expect(onOtherKeyboards('10001234')).not.toContain('10001234')
    expect(onOtherKeyboards('漢字')).toEqual([])
  })

  test('caps lock turns letters round, and nothing else', () => {
    expect(withCapsLock('aBc-1ß')).toBe('AbC-1SS')
    expect(withCapsLock(withCapsLock('PK1-nec-é'))).toBe('PK1-nec-é')
  })
})
