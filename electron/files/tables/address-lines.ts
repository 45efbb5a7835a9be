/** Makes rows of the people that a mail program writes in lines: “To: Ada Okafor <ada@…>; Grace Bello <grace@…>”, or one of them in each. Pure. */
import type { TableNotice } from './table.ts'

/** Longer than this is no list that was copied out of a message. Characters. */
const LONGEST = 1_000_000
const SAYS_TO = /^\s*(to|cc|bcc|from|reply-to|an|required|optional|attendees|invitees)\s*:\s*/i
/** What else stands at the top of a message. */
const SAYS_MORE =
  /^\s*(?:sent|date|subject|betreff|importance|attachments?|when|where|start|end|location|resources?)\s*:/i
const WITH_ADDRESS = /^"?'?([^"<>]*?)'?"?\s*<\s*(?:mailto:)?([^<>\s]{1,190}@[^<>\s]{1,190})\s*>$/i
const ADDRESS = /^[^\s<>"]{1,190}@[^\s<>"]{1,190}$/
/** A cell of a list, and then another: no name has a comma without a blank. */
const CELLS = /,\S/
/** Behind these stand those who were asked to come. */
const ASKED: ReadonlySet<string> = new Set(['to', 'an', 'required', 'optional', 'attendees', 'invitees'])

const NOT_BEHIND = 'Only those behind “To:” were read. Add these to the list where they are coming, too.'

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

type Person = readonly [name: string, email: string]
export type AddressRows = { people: Person[]; notices: TableNotice[] }

type Line = { head: string; text: string; number: number }

/** Apart at semicolons, as Outlook writes them, or at commas behind an address, as Gmail does; never within quotation marks. */
function partsOf(line: string): string[] {
  const parts = line.match(/(?:"[^"]*"|<[^>]*>|[^";])+/g) ?? []
  return parts
    .flatMap((part) => part.split(/(?<=>|@[^\s,<>]{1,190})\s*,/))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The lines of a message’s top, each with what it is headed by; one that a program folded goes on with the line above. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') {
      // Below the top of a message stands the message.
      if ((lines.at(-1)?.head ?? '') !== '') lines.push({ head: 'more', text: '', number: index + 1 })
      continue
    }
    const head = SAYS_TO.exec(written)
    const before = lines.at(-1)
    if (head !== null)
      lines.push({ head: (head[1] ?? '').toLowerCase(), text: written.slice(head[0].length), number: index + 1 })
    else if (SAYS_MORE.test(written)) lines.push({ head: 'more', text: '', number: index + 1 })
    else if (before?.head === 'more' && /^\s/.test(written)) continue
    else
      lines.push({
        head: before === undefined || before.head === 'more' ? '' : before.head,
        text: written,
        number: index + 1,
      })
  }
  return lines
}

/**
 * A name and an address for each; either may be empty. Null where these are no such lines. Behind “From:”, and behind “Cc:” where there is a
 * “To:”, stand people who were told of it and not asked: they are not among them, and that is said.
 */
export function addressRows(written: string): AddressRows | null {
  if (written.length > LONGEST || /\S *\t/.test(written)) return null
  const lines = linesOf(written.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'))
  const isAsked = lines.some(({ head }) => ASKED.has(head))
  const isSaid = isAsked || lines.some(({ head }) => head === 'cc' || head === 'bcc')
  if (!isSaid && !written.includes('<')) return null
  const leave = (number: number, text: string, rows: number, reason: string) =>
    notices.push({ row: number, column: '', value: shortened(text.trim()), rows, reason })
  const people: Person[] = []
  const notices: TableNotice[] = []
  for (const { head, text, number } of lines) {
    if (isSaid && (head === 'more' || head === '')) {
      if (text.includes('@')) leave(number, text, 1, NOT_BEHIND)
      continue
    }
    const parts = partsOf(text)
    const found = parts.map((part): Person | null => {
      const [, name = '', email = ''] = WITH_ADDRESS.exec(part) ?? []
      if (email !== '') return CELLS.test(name) ? null : [name.trim(), email]
      if (ADDRESS.test(part)) return ['', part]
      // “To: 3 December” is no line of people, nor are cells of a list.
      return !/\d/.test(part) && (isSaid || !part.includes(',')) ? [part, ''] : null
    })
    if (found.includes(null)) return null
    const told = found.flatMap((one) => (one === null ? [] : [one]))
    if (isAsked && !ASKED.has(head) && head !== '') leave(number, text, told.length, NOT_BEHIND)
    else people.push(...told)
  }
  const addressed = people.filter(([, email]) => email !== '')
  const isEnough = isSaid || addressed.length >= Math.max(1, people.length * 0.5)
  return people.length > 0 && isEnough ? { people, notices } : null
}
