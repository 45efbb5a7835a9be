import { describe, expect, test } from 'vitest'
import { delegateDetails } from '../../../shared/domain/delegate.ts'
import { isPlain, tidy } from './tidy.ts'
import { fc, runs } from '../../../test/support/chance.ts'

describe('The text of a cell is tidied', () => {
  test.each([
    ['  Mary \u00a0 Sue\t', 'Mary Sue'],
    ['line one\r\nline two', 'line one line two'],
    ['Zoe\u0308', 'Zoë'],
    ['O\u0000Bri\u0007en', 'OBrien'],
    ['\u202eevil\u202c \u200bname\ufeff', 'evil name'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['="00417"', '00417'],
    ["'=SUM(A1)", '=SUM(A1)'],
    ["'+44", '+44'],
    ["'t Hooft", "'t Hooft"],
    ['=cmd|x', '=cmd|x'],
    ['👩‍👧 family', '👩‍👧 family'],
    ['نمونه\u200cای', 'نمونه\u200cای'],
    ['half \ud83d', 'half \u{fffd}'],
    ['', ''],
  ])('%j becomes %j', (cell, wanted) => {
    expect(tidy(cell)).toBe(wanted)
  })

  test('What is tidy stays as it is, and passes the form that people type into unchanged', () => {
    // Any half or whole character, and often one that means trouble.
    const character = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        ' ',
        '\t',
        '\n',
        '\u0000',
        '\u00a0',
        '\u200b',
        '\u202e',
        '\u0308',
        'e',
        'ﬁ',
        '=',
        '"',
        "'",
        '@',
        '한',
        '\u1100',
        '\u1161',
      ),
    )
    const typed = delegateDetails.shape.organisation
    const check = () =>
      fc.assert(
        fc.property(fc.string({ unit: character, maxLength: 12 }), (cell) => {
          const once = tidy(cell)
          // Peeling a guard may uncover another, which belongs to the text.
          const again = /^'[=+\-@]|^="/.test(once) ? once : tidy(once)
          return typed.parse(once) === once && again === once && (!isPlain(cell) || once === cell)
        }),
        { numRuns: runs(1000) },
      )
    expect(check).not.toThrow()
  })
})
