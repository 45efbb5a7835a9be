/** A workbook as two libraries see it that did not write it. */
import { read } from '@e965/xlsx'
import Excel from 'exceljs'

/** Opens the bytes in exceljs (`excel`, and its sheets by name) and in SheetJS (`sheetJs`). */
export async function openWorkbook(chunks: Iterable<Uint8Array>) {
  const bytes = Buffer.concat([...chunks])
  const excel = new Excel.Workbook()
  await excel.xlsx.load(Uint8Array.from(bytes).buffer)
  const sheetJs = read(bytes, { type: 'buffer', cellNF: true })
  const sheet = (name: string) => {
    const found = excel.getWorksheet(name)
    if (found === undefined) throw new Error(`There is no sheet “${name}”.`)
    return found
  }
  return { excel, sheetJs, sheet, bytes }
}
