import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { cellsOf } from './clipboard-cells.ts'
import { linesIn, pastedFile } from './paste.ts'
import { fc } from '../../../../test/support/chance.ts'

/** The list that is made of what was pasted; reading it takes away the mark of its encoding. */
const listFrom = (pasted: string): Promise<string> => pastedFile(pasted).text()

describe('cells as a spreadsheet puts them on the clipboard', () => {
  test('Excel quotes a cell with a line break, and doubles the marks in it', () => {
    expect(cellsOf('Ewa Kaur\t"Elmdon House\n“The ""Old"" Mill”"\tDirector\nJo Pike\tMeriden\t\n')).toEqual([
      ['Ewa Kaur', 'Elmdon House\n“The "Old" Mill”', 'Director'],
      ['Jo Pike', 'Meriden', ''],
    ])
  })

  test('a mark at the beginning of a cell is text where it closes in the middle, or never', () => {
    expect(cellsOf('"Bob" Smith\tMeriden\n"Ewa\tElmdon\n')).toEqual([
      ['"Bob" Smith', 'Meriden'],
      ['"Ewa', 'Elmdon'],
    ])
  })

  test('names one a line, and “name, organisation”, go on as they are', async () => {
    expect(await listFrom('Ewa Kaur\r\nJo Pike\r\n')).toBe('Ewa Kaur\nJo Pike\n')
    expect(await listFrom('Ewa Kaur, Elmdon House\n')).toBe('Ewa Kaur, Elmdon House\n')
    expect(linesIn('Ewa\n\n Jo \n')).toBe(2)
  })

  test('whatever stands in the cells, the list says the same', async () => {
    const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('a\nb', 'x\ty', 'say "hi"', ';', ',', 'O’Brien'))
    const clip = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (given) => {
        const rows = given.map((row) => row.map((text) => text.replaceAll('\r', '')))
        const text = await listFrom(rows.map((row) => row.map(clip).join('\t')).join('\n'))
        const [, ...lines] = [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)]
        expect(Papa.parse<string[]>(lines.join('').replace(/\n$/, ''), { delimiter: ',', newline: '\n' }).data).toEqual(
          rows,
        )
      }),
    )
  })
})
