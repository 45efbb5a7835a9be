/** Tells by its content what kind of file was chosen; a name proves nothing. */
import { listParts, type Part } from './archive.ts'
import { tableError, type TableError } from './table.ts'

type Sniffed = { kind: 'text' } | { kind: 'workbook'; parts: Part[] } | TableError

const SAVE_AS =
  'Open it in Excel or LibreOffice, choose “Save as” and “Excel workbook (.xlsx)” or “CSV UTF-8”, and import that file.'
const CHOOSE = 'Choose the list of delegates as a CSV file or an Excel workbook (.xlsx).'

const PICTURES_AND_PAPERS: { starts: number[]; name: string }[] = [
  { starts: [0x25, 0x50, 0x44, 0x46], name: 'a PDF' },
  { starts: [0x89, 0x50, 0x4e, 0x47], name: 'a picture (PNG)' },
  { starts: [0xff, 0xd8, 0xff], name: 'a picture (JPEG)' },
  { starts: [0x47, 0x49, 0x46, 0x38], name: 'a picture (GIF)' },
  { starts: [0x52, 0x49, 0x46, 0x46], name: 'a picture or a sound' },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a document (RTF)' },
  { starts: [0x1f, 0x8b], name: 'a packed file (gzip)' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], name: 'a packed file (7-Zip)' },
  { starts: [0x52, 0x61, 0x72, 0x21], name: 'a packed file (RAR)' },
  { starts: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'a database' },
]

const startsWith = (bytes: Uint8Array, starts: number[]) => starts.every((byte, index) => bytes[index] === byte)

/** What the file is, or why it cannot be a delegate list. Reads headers only; the text of a CSV file is not looked into. */
export function sniff(name: string, bytes: Uint8Array): Sniffed {
  if (bytes.length === 0)
    return tableError('empty', `“${name}” is empty.`, 'Export the list again, or choose another file.')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return sniffArchive(name, bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return sniffCompound(name, bytes)
  const other = PICTURES_AND_PAPERS.find(({ starts }) => startsWith(bytes, starts))
  if (other !== undefined)
    return tableError('not-a-spreadsheet', `“${name}” is ${other.name}, not a spreadsheet.`, CHOOSE)
  const beginning = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  if (
    beginning.startsWith('<?xml') ||
    beginning.startsWith('<!doctype') ||
    /^<(html|table|head|body|meta|workbook)\b/.test(beginning)
  ) {
    return tableError(
      'other-spreadsheet',
      `“${name}” is a web page or XML, even if its name says it is a spreadsheet.`,
      SAVE_AS,
    )
  }
  if (/^(\[\s*)?\{\s*"/.test(beginning))
    return tableError('not-a-spreadsheet', `“${name}” is a data file (JSON), not a spreadsheet.`, CHOOSE)
  return { kind: 'text' }
}

function sniffArchive(name: string, bytes: Uint8Array): Sniffed {
  const parts = listParts(bytes)
  if (parts === null)
    return tableError(
      'damaged',
      `“${name}” is damaged or was not downloaded to the end.`,
      'Download or copy it again, and import the new copy.',
    )
  const has = (start: string) => parts.some((part) => part.name.startsWith(start))
  if (parts.some((part) => part.encrypted))
    return tableError(
      'password',
      `“${name}” is locked with a password.`,
      'Open it, save a copy without a password, and import the copy.',
    )
  if (has('xl/workbook.bin'))
    return tableError('other-spreadsheet', `“${name}” is a binary Excel workbook (.xlsb).`, SAVE_AS)
  if (parts.some((part) => /^(xl\/)?workbook\.xml$/i.test(part.name)) || has('xl/worksheets/'))
    return { kind: 'workbook', parts }
  if (has('word/')) return tableError('not-a-spreadsheet', `“${name}” is a Word document, not a spreadsheet.`, CHOOSE)
  if (has('ppt/'))
    return tableError('not-a-spreadsheet', `“${name}” is a PowerPoint presentation, not a spreadsheet.`, CHOOSE)
  if (has('Index/'))
    return tableError(
      'other-spreadsheet',
      `“${name}” is an Apple Numbers file.`,
      'In Numbers choose File, Export to, CSV or Excel, and import that file.',
    )
  if (has('content.xml')) return tableError('other-spreadsheet', `“${name}” is an OpenDocument file.`, SAVE_AS)
  return tableError(
    'not-a-spreadsheet',
    `“${name}” is a packed folder (ZIP), not a spreadsheet.`,
    'Unpack it, and choose the CSV file or Excel workbook inside.',
  )
}

/** Old Office files, and new ones behind a password, share one container (MS-CFB); its directory names are UTF-16. */
function sniffCompound(name: string, bytes: Uint8Array): TableError {
  const holds = (stream: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage'))
    return tableError(
      'password',
      `“${name}” is locked with a password.`,
      'Open it in Excel, choose File, Info, Protect workbook, Encrypt with password, clear the password, save, and import it again.',
    )
  const other = holds('WordDocument') || holds('PowerPoint Document')
  if (!other && (holds('Workbook') || holds('Book')))
    return tableError('other-spreadsheet', `“${name}” is in Excel’s old format (.xls).`, SAVE_AS)
  return tableError('not-a-spreadsheet', `“${name}” is an older Office document, not a spreadsheet.`, CHOOSE)
}
