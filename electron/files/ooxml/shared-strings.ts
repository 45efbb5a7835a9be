/** Texts that many cells share, written once: a smaller file that opens sooner, within a fixed amount of memory. */
import { hasEscapes, xmlText } from './xml.ts'
import type { ZipPart } from './zip.ts'

/** The texts shared so far; cells name them by their number. */
export type SharedStrings = { add: (text: string) => number; part: () => ZipPart }

/** A column with more texts than this has few that are alike, and is written out in full from then on. */
const MOST_OF_COLUMN = 512
/** Characters; a longer text is hardly ever said twice. */
const LONGEST = 200
const PIECE = 64 * 1024

export function createSharedStrings(): SharedStrings {
  const texts: string[] = []
  return {
    add: (text) => texts.push(text) - 1,
    part: () => ({ name: 'xl/sharedStrings.xml', text: sharedStringsXml(texts) }),
  }
}

/**
 * Finds, for one column's text, the number of the shared one, or null where it has to be written out. A text with
 * escapes is always shared: some readers (exceljs 4.4) undo escapes nowhere else.
 */
export function createColumnStrings(shared: SharedStrings): (text: string) => number | null {
  let known: Map<string, number> | null = new Map()
  return (text) => {
    if (hasEscapes(text)) return shared.add(text)
    if (known === null || text.length > LONGEST) return null
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size === MOST_OF_COLUMN) {
      known = null
      return null
    }
    const added = shared.add(text)
    known.set(text, added)
    return added
  }
}

/** The element that holds a cell's text; spaces at its ends are kept. */
export function textXml(text: string): string {
  const keep = text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32 ? ' xml:space="preserve"' : ''
  return `<t${keep}>${xmlText(text)}</t>`
}

function* sharedStringsXml(texts: readonly string[]): Generator<string> {
  let xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${texts.length}">`
  for (const text of texts) {
    xml += `<si>${textXml(text)}</si>`
    if (xml.length < PIECE) continue
    yield xml
    xml = ''
  }
  yield `${xml}</sst>`
}
