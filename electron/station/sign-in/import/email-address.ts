/** Finds the address in what people copy out of a mail program: with a name before it, as a link, with another one behind it. */
import { isEmail, tidyEmail, tidyLine } from '../../../../shared/domain/text.ts'

/** `name`: what stands before the address as somebody’s name; empty where nothing does. `others`: how many more addresses there are. */
export type Address = { email: string; name: string; others: number }

const IN_TEXT = /[^\s<>()[\]{}"“”,;:|\\/]+@[^\s<>()[\]{}"“”,;:|\\/?&]+/gu
const OBFUSCATED = /^([\w.+-]+) ?(?:\(at\)|\[at\]) ?([\w-]+(?:(?:\.| ?(?:\(dot\)|\[dot\]) ?)[\w-]+)+)$/i

/** Null where no address stands in it. */
export function addressIn(text: string): Address | null {
  const whole = tidyEmail(text)
  if (isEmail(whole)) return { email: whole, name: '', others: 0 }
  const plain = tidyLine(text)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[’‘`´]/g, "'")
  const spelt = OBFUSCATED.exec(plain)
  const said = spelt === null ? plain : `${spelt[1]}@${(spelt[2] ?? '').replace(/ ?(\(dot\)|\[dot\]) ?/gi, '.')}`
  const found = new Set(
    [...said.matchAll(IN_TEXT)]
      .map(([one]) => tidyEmail(one.replace(/^['*_]+/, '').replace(/[.,;:'*_/!]+$/, '')))
      .filter(isEmail),
  )
  const [email] = found
  return email === undefined ? null : { email, name: nameBefore(said), others: found.size - 1 }
}

/** “Ada Okafor” of “"Ada Okafor" <ada@example.org>” and of “Ada Okafor, ada@example.org”. */
function nameBefore(text: string): string {
  const before = text
    .slice(0, text.search(IN_TEXT))
    .replace(/^["' ]*(?:to|cc|bcc|from|mailto|e-?mail|address)\b[: ]*/i, '')
    .replace(/^[\s"']+|[\s"'<([{,;:–—-]+$/g, '')
  return /\p{L}/u.test(before) && !before.includes(';') ? before : ''
}
