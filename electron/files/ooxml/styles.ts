/** How the workbook looks: every cell format and every conditional one, by name, in the colours of the house. */
import { xmlText } from './xml.ts'

const GREEN = '0E5A4A'
const INK = '1D2B28'
const INK_2 = '4F5D59'
const SAND = '6B6256'
const LINE = 'E2D8C5'
const PAPER = 'FBF7EF'
const MARIGOLD = 'F2B134'
const RED = 'A8261C'
const RED_SOFT = 'FBE3E0'
const BLUE = '1D4F91'
const WHITE = 'FFFFFF'

/** The colour of the sheets' tabs. */
export const TAB_COLOURS = { live: GREEN, quiet: 'C9BDA6', rehearsal: MARIGOLD }

type Font = { colour?: string; bold?: boolean; italic?: boolean; size?: number }
type Format = {
  font?: Font
  fill?: string
  /** A hairline under the cell. */
  line?: boolean
  numberFormat?: number
  align?: 'left' | 'center' | 'right'
  vertical?: 'top' | 'center'
  wrap?: boolean
  /** Steps of about a character's width between the edge and the text. */
  indent?: number
  /** Text stays text when the cell is opened and closed again, even where it starts like a formula. */
  guarded?: boolean
}

const DAY_FORMAT = 164
const INSTANT_FORMAT = 165
const OVERDUE_FORMAT = 166
const OFFERED_FORMAT = 167
const COUNT_FORMAT = 3
const DAY = 'dd\\ mmm\\ yyyy'
const OVERDUE = `"Overdue "${DAY}`
const OFFERED = `${DAY}" offered"`

const open: Format = { vertical: 'center', wrap: true, align: 'left', indent: 1 }
const body: Format = { ...open, line: true }
const reference: Format = { ...body, font: { bold: true, colour: GREEN } }
const heading: Format = {
  font: { bold: true, colour: WHITE },
  vertical: 'center',
  wrap: true,
  align: 'left',
  indent: 1,
}
const count: Format = { ...body, wrap: false, align: 'right', numberFormat: COUNT_FORMAT }
const chip: Format = { ...body, font: { bold: true, colour: WHITE } }

const FORMATS = {
  plain: {},
  open,
  'open-date': { ...open, numberFormat: DAY_FORMAT },
  text: body,
  'text-guarded': { ...body, guarded: true },
  reference,
  'reference-guarded': { ...reference, guarded: true },
  date: { ...body, numberFormat: DAY_FORMAT },
  instant: { ...body, numberFormat: INSTANT_FORMAT },
  'offered-date': { ...body, font: { italic: true, colour: INK_2 }, numberFormat: OFFERED_FORMAT },
  number: { ...body, align: 'right' },
  'heading-board': { ...heading, fill: GREEN },
  'heading-review': { ...heading, fill: BLUE },
  'heading-detail': { ...heading, fill: INK_2 },
  'heading-source': { ...heading, fill: SAND },
  banner: { font: { bold: true, size: 14, colour: INK }, fill: MARIGOLD, vertical: 'center', align: 'left', indent: 1 },
  title: { font: { bold: true, size: 20, colour: GREEN }, vertical: 'center' },
  subtitle: { font: { size: 13, colour: INK_2 }, vertical: 'center' },
  'heading-number': { ...heading, fill: GREEN, align: 'right' },
  'label-count': { ...count, font: { bold: true, colour: INK } },
  section: { font: { bold: true, size: 12, colour: WHITE }, fill: GREEN, vertical: 'center', align: 'left', indent: 1 },
  'section-count': { font: { bold: true, colour: WHITE }, fill: GREEN, vertical: 'center', align: 'right', indent: 1 },
  label: { ...body, font: { bold: true, colour: INK } },
  count,
  'label-date': { ...body, numberFormat: INSTANT_FORMAT },
  blue: { ...chip, fill: BLUE },
  red: { ...chip, fill: RED },
  amber: { ...chip, fill: MARIGOLD, font: { bold: true, colour: INK } },
  green: { ...chip, fill: '2F7D4F' },
} as const satisfies Record<string, Format>

export type StyleName = keyof typeof FORMATS
const STYLE_NAMES = Object.keys(FORMATS)

/** The number by which a cell names its format. */
export const styleIndex = (name: StyleName): number => STYLE_NAMES.indexOf(name)

/** `shown`: how a number is written out, such as a day with a word beside it. `lines`: between all rows, or above one alone. */
type Overlay = Pick<Format, 'font' | 'fill'> & { lines?: 'horizontal' | 'above'; shown?: { id: number; code: string } }

const OVERLAYS = {
  table: { font: { colour: INK }, lines: 'horizontal' },
  'table-heading': { font: { bold: true, colour: WHITE }, fill: GREEN },
  'table-stripe': { fill: PAPER },
  blue: { font: { bold: true, colour: WHITE }, fill: BLUE },
  red: { font: { bold: true, colour: WHITE }, fill: RED },
  amber: { font: { bold: true, colour: INK }, fill: MARIGOLD },
  green: { font: { bold: true, colour: WHITE }, fill: '2F7D4F' },
  // In black and white, and where a program shows no colours, the word is there.
  overdue: { font: { bold: true, colour: RED }, fill: RED_SOFT, shown: { id: OVERDUE_FORMAT, code: OVERDUE } },
  offered: { font: { italic: true, colour: INK_2 }, shown: { id: OFFERED_FORMAT, code: OFFERED } },
  'next-group': { lines: 'above' },
  derived: { font: { italic: true, colour: INK_2 } },
} as const satisfies Record<string, Overlay>

export type OverlayName = keyof typeof OVERLAYS
const OVERLAY_NAMES = Object.keys(OVERLAYS)

/** The number by which a conditional format names its look. */
export const overlayIndex = (name: OverlayName): number => OVERLAY_NAMES.indexOf(name)

/** The name under which the tables' own style is listed in Excel's gallery. */
export const TABLE_STYLE = 'Pledge Kiosk'

/** The part `xl/styles.xml`. */
export function stylesPart(): string {
  const formats: Format[] = Object.values(FORMATS)
  // Excel takes fills 0 and 1 for its own, whatever stands there.
  const fills = distinct(['', 'gray125', ...formats.map(({ fill }) => fill ?? '')])
  const fonts = distinct(formats.map(({ font }) => fontXml(font ?? {})))
  const cells = formats.map((format) => {
    const fill = fills.indexOf(format.fill ?? '')
    const font = fonts.indexOf(fontXml(format.font ?? {}))
    const guard = format.guarded === true ? ' quotePrefix="1"' : ''
    return `<xf numFmtId="${format.numberFormat ?? 0}" fontId="${font}" fillId="${fill}" borderId="${format.line === true ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${guard}>${alignmentXml(format)}</xf>`
  })
  const overlays: Overlay[] = Object.values(OVERLAYS)
  const line = `<bottom style="thin"><color rgb="FF${LINE}"/></bottom>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="3"><numFmt numFmtId="${DAY_FORMAT}" formatCode="${DAY}"/><numFmt numFmtId="${INSTANT_FORMAT}" formatCode="${DAY}\\ hh:mm"/><numFmt numFmtId="${OFFERED_FORMAT}" formatCode="${xmlText(OFFERED)}"/></numFmts>` +
    list('fonts', fonts) +
    list('fills', fills.map(fillXml)) +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>${line}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    list('cellXfs', cells) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    list('dxfs', overlays.map(overlayXml)) +
    `<tableStyles count="1" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"><tableStyle name="${TABLE_STYLE}" pivot="0" count="3">` +
    `<tableStyleElement type="wholeTable" dxfId="${overlayIndex('table')}"/><tableStyleElement type="headerRow" dxfId="${overlayIndex('table-heading')}"/>` +
    `<tableStyleElement type="secondRowStripe" dxfId="${overlayIndex('table-stripe')}"/></tableStyle></tableStyles></styleSheet>`
  )
}

const distinct = (items: readonly string[]): string[] => [...new Set(items)]
const list = (name: string, items: readonly string[]) => `<${name} count="${items.length}">${items.join('')}</${name}>`

function fontXml({ colour = INK, bold = false, italic = false, size = 11 }: Font): string {
  return `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/><color rgb="FF${colour}"/><name val="Calibri"/><family val="2"/></font>`
}

function fillXml(fill: string): string {
  if (fill === '') return '<fill><patternFill patternType="none"/></fill>'
  if (fill === 'gray125') return '<fill><patternFill patternType="gray125"/></fill>'
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`
}

function alignmentXml({ align, vertical, wrap, indent }: Format): string {
  const attributes = [
    align === undefined ? '' : ` horizontal="${align}"`,
    vertical === undefined ? '' : ` vertical="${vertical}"`,
    wrap === true ? ' wrapText="1"' : '',
    indent === undefined ? '' : ` indent="${indent}"`,
  ]
  return `<alignment${attributes.join('')}/>`
}

function overlayXml({ font, fill, lines, shown }: Overlay): string {
  const weight = `${font?.bold === true ? '<b/>' : ''}${font?.italic === true ? '<i/>' : ''}`
  const letters = font === undefined ? '' : `<font>${weight}<color rgb="FF${font.colour ?? INK}"/></font>`
  // In these, unlike in a cell's own format, the background colour is the one that shows.
  const ground =
    fill === undefined
      ? ''
      : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill></fill>`
  const edge = (side: string) => `<${side} style="thin"><color rgb="FF${LINE}"/></${side}>`
  const written = shown === undefined ? '' : `<numFmt numFmtId="${shown.id}" formatCode="${xmlText(shown.code)}"/>`
  if (lines === 'above') return `<dxf><border><top style="thin"><color rgb="FF${INK}"/></top></border></dxf>`
  const edges =
    lines === undefined
      ? ''
      : `<border>${edge('top')}${edge('bottom')}<horizontal style="thin"><color rgb="FF${LINE}"/></horizontal></border>`
  return `<dxf>${letters}${written}${ground}${edges}</dxf>`
}
