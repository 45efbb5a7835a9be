/** A printed page: paper, margins, and the words at its head and foot. */
import { xmlText } from './xml.ts'

/** How a sheet prints, fitted to the paper's width. */
export type Page = {
  paper: 'A3' | 'A4'
  orientation: 'portrait' | 'landscape'
  /** Left and right of the head, and of the foot; page numbers stand between. */
  head: readonly [string, string]
  foot: readonly [string, string]
  /** True for practice entries: the head says so, in red, on every page. */
  rehearsal: boolean
  /** Made smaller until all of it is on one page. */
  onePage?: boolean
}

const PAPER_SIZES = { A3: 8, A4: 9 }
/** Excel drops a head or foot longer than 255 characters, codes included; these leave room for the codes. */
const LEFT_LIMIT = 95
const RIGHT_LIMIT = 45

/** The elements that close a worksheet, from print options to head and foot. */
export function pageXml({ paper, orientation, head, foot, rehearsal, onePage = false }: Page): string {
  const middle = rehearsal ? '&C&"Calibri,Bold"&14&KA8261C REHEARSAL – not live' : ''
  const top = `&L&"Calibri,Bold"&12&K0E5A4A${words(head[0], LEFT_LIMIT)}${middle}&R&"Calibri,Regular"&11&K4F5D59${words(head[1], RIGHT_LIMIT)}`
  const small = '&"Calibri,Regular"&11&K4F5D59'
  const bottom = `&L${small}${words(foot[0], LEFT_LIMIT)}&C${small}Page &P of &N&R${small}${words(foot[1], RIGHT_LIMIT)}`
  return (
    '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER_SIZES[paper]}" orientation="${orientation}" fitToWidth="1" fitToHeight="${onePage ? 1 : 0}"/>` +
    `<headerFooter scaleWithDoc="0"><oddHeader>${xmlText(top)}</oddHeader><oddFooter>${xmlText(bottom)}</oddFooter></headerFooter>`
  )
}

/** Words after a code: an ampersand is doubled, and a space keeps a first digit from being read as part of the code. */
function words(text: string, limit: number): string {
  const letters = Array.from(text.replace(/\s+/g, ' '), (letter) => (letter === '&' ? '&&' : letter))
  while (letters.join('').length > limit) letters.splice(-2, 2, '…')
  const line = letters.join('')
  return `${/^[0-9A-Fa-f]/.test(line) ? ' ' : ''}${line}`
}
