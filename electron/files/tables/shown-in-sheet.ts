/** Tells what a workbook hides or strikes through: whoever made the list may not have meant those people, and does not see them. */
import type { RowMark } from '../../../shared/domain/import-decisions.ts'

/** The XML of one sheet, and of the styles that its cells name by number. */
type Parts = { sheet: Uint8Array; styles: Uint8Array | null }
/** Rows by their number, the first is 1; hidden columns by their place, the first is 0. */
export type Shown = { rows: Map<number, RowMark>; columns: number[] }

const asText = (xml: Uint8Array): string => Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1')
const holds = (xml: Uint8Array, words: string): boolean =>
  Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).includes(words)
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(String.raw`\s${name}\s*=\s*["']([^"']*)["']`).exec(tag)?.[1]
const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
/** A row or column of no size cannot be seen either. */
const isHidden = (tag: string, size: string): boolean =>
  isTrue(attribute(tag, 'hidden')) || Number(attribute(tag, size) ?? 1) === 0

/** What is hidden or struck through in a sheet. Looks through it only where there may be any, for most have none. */
export function shownIn({ sheet, styles }: Parts): Shown {
  const struck = styles === null || !holds(styles, 'strike') ? new Set<string>() : struckStyles(asText(styles))
  const shown: Shown = { rows: new Map(), columns: [] }
  const hasHidden = holds(sheet, 'hidden=') || holds(sheet, 'ht="0"') || holds(sheet, 'width="0"')
  if (!hasHidden && struck.size === 0) return shown
  const xml = asText(sheet)
  let number = 0
  for (const { 0: tag, 1: name, index } of xml.matchAll(/<(?:\w+:)?(row|col)\b[^>]*>/g)) {
    if (name === 'col') {
      if (!isHidden(tag, 'width')) continue
      const from = Number(attribute(tag, 'min'))
      // Excel hides everything to the right of a list as one: up to column 16,384.
      for (let column = from; column <= Math.min(Number(attribute(tag, 'max')), from + 500); column++)
        shown.columns.push(column - 1)
      continue
    }
    number = Number(attribute(tag, 'r') ?? number + 1)
    if (struck.size > 0 && !tag.endsWith('/>') && isStruck(xml, index + tag.length, struck))
      shown.rows.set(number, 'struck')
    else if (isHidden(tag, 'ht')) shown.rows.set(number, 'hidden')
  }
  return shown
}

/** The styles, by the number that a cell gives, whose letters are struck through. */
function struckStyles(styles: string): Set<string> {
  const fonts = /<(?:\w+:)?fonts\b[\s\S]*?<\/(?:\w+:)?fonts>/.exec(styles)?.[0] ?? ''
  const isStruckFont = Array.from(fonts.matchAll(/<(?:\w+:)?font\b(?:[^>]*\/>|[\s\S]*?<\/(?:\w+:)?font>)/g), ([font]) =>
    /<(?:\w+:)?strike\b(?![^>]*val\s*=\s*["'](?:0|false)["'])/.test(font),
  )
  const formats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? ''
  const struck = new Set<string>()
  for (const [style, [tag]] of Array.from(formats.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)).entries())
    if (isStruckFont[Number(attribute(tag, 'fontId'))] === true) struck.add(String(style))
  return struck
}

/** True of a row most of whose filled cells are struck through; one that was corrected beside another is no row taken out. */
function isStruck(xml: string, from: number, struck: ReadonlySet<string>): boolean {
  let [filled, crossed] = [0, 0]
  const cells = /<(?:(\/)(?:\w+:)?row|(?:\w+:)?c)\b[^>]*>/g
  cells.lastIndex = from
  for (let found = cells.exec(xml); found !== null && found[1] === undefined; found = cells.exec(xml)) {
    if (found[0].endsWith('/>')) continue
    filled += 1
    if (struck.has(attribute(found[0], 's') ?? '0')) crossed += 1
  }
  return crossed > filled / 2
}
