/** Looks through the XML of a workbook before anything parses it: parsers take minutes over what no program ever wrote. */
import { LIMITS } from './table.ts'

const [LESS, MORE, SLASH, QUESTION, EXCLAMATION, DOUBLE, SINGLE] = [0x3c, 0x3e, 0x2f, 0x3f, 0x21, 0x22, 0x27]
const COMMENT = Buffer.from('<!--')
const COMMENT_END = Buffer.from('-->')
const VERBATIM = Buffer.from('<![CDATA[')
const VERBATIM_END = Buffer.from(']]>')

/** `damaged`: its tags do not pair up. `too-large`: more tags, deeper ones or longer texts than any list has. */
export type XmlError = 'damaged' | 'too-large'

/**
 * What is wrong with XML in UTF-8; null where a parser may have it: every tag is closed by its own name, and there are no more
 * than LIMITS allow of them, one within the other, and of bytes in a tag or between two. Looks at each byte once.
 */
export function xmlError(bytes: Uint8Array): XmlError | null {
  // A workbook may also be written in UTF-16; none that anybody uses is, and its tags could not be told apart here.
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return 'damaged'
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  /** Where the names of the tags that are open begin and end, the outermost first. */
  const open: [number, number][] = []
  let tags = 0
  let index = 0
  for (;;) {
    const from = xml.indexOf(LESS, index)
    if ((from === -1 ? xml.length : from) - index > LIMITS.text) return 'too-large'
    if (from === -1) return open.length === 0 ? null : 'damaged'
    const first = xml[from + 1]
    const passage = first === EXCLAMATION ? passageAt(xml, from) : null
    if (first === EXCLAMATION && passage === null) return 'damaged'
    const end = passage ?? tagEnd(xml, from)
    if (end === -1) return from + LIMITS.tag < xml.length ? 'too-large' : 'damaged'
    index = end + 1
    tags += 1
    if (tags > LIMITS.tags || index - from > LIMITS.text) return 'too-large'
    if (passage !== null || first === QUESTION) continue
    if (first === SLASH) {
      const opened = open.pop()
      if (opened === undefined || !isSameName(xml, opened, from + 2)) return 'damaged'
    } else if (xml[end - 1] !== SLASH) {
      open.push([from + 1, nameEnd(xml, from + 1)])
      if (open.length > LIMITS.depth) return 'too-large'
    }
  }
}

/** Where a tag ends that begins here; -1 where it does not, or is too long. What stands in quotation marks may hold anything. */
function tagEnd(xml: Buffer, from: number): number {
  const last = Math.min(xml.length, from + LIMITS.tag + 1)
  let quote = 0
  for (let index = from + 1; index < last; index++) {
    const byte = xml[index]
    if (quote !== 0) quote = byte === quote ? 0 : quote
    else if (byte === MORE) return index
    else if (byte === DOUBLE || byte === SINGLE) quote = byte
  }
  return -1
}

/** The end of a comment or of verbatim text that begins here. Null for anything else, such as a list of entities. */
function passageAt(xml: Buffer, from: number): number | null {
  const ending = startsAt(xml, from, COMMENT) ? COMMENT_END : startsAt(xml, from, VERBATIM) ? VERBATIM_END : null
  if (ending === null) return null
  const end = xml.indexOf(ending, from)
  return end === -1 ? null : end + ending.length - 1
}

const startsAt = (xml: Buffer, from: number, what: Buffer) => xml.subarray(from, from + what.length).equals(what)

/** A name ends at a space, a slash or the end of its tag. */
function nameEnd(xml: Buffer, from: number): number {
  let end = from
  for (let byte = xml[end] ?? MORE; byte > 0x20 && byte !== SLASH && byte !== MORE; byte = xml[end] ?? MORE) end += 1
  return end
}

function isSameName(xml: Buffer, [from, to]: [number, number], index: number): boolean {
  return nameEnd(xml, index) - index === to - from && xml.compare(xml, from, to, index, index + to - from) === 0
}
