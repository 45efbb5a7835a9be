/** Makes rows of the line of people that a mail program puts on the clipboard: “To: Ada Okafor <ada@…>; Grace Bello <grace@…>”. Pure. */

const SAYS_TO = /^\s*(?:to|cc|bcc|from|an|required|optional)\s*:\s*/i
const WITH_ADDRESS = /^"?'?([^"<>]*?)'?"?\s*<\s*([^<>\s]+@[^<>\s]+)\s*>$/
const ADDRESS = /^[^\s<>]+@[^\s<>]+$/

/** Apart at semicolons, as Outlook writes them, or at commas behind an address, as Gmail does; never within quotation marks. */
function partsOf(line: string): string[] {
  const parts = line.match(/(?:"[^"]*"|<[^>]*>|[^";])+/g) ?? []
  return parts
    .flatMap((part) => part.split(/(?<=>|@[^\s,<>]+)\s*,/))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A name and an address for each of them; null where it is no such line. Two people at least, or one behind “To:”. */
export function addressRows(pasted: string): [name: string, email: string][] | null {
  const lines = pasted.split('\n').filter((line) => line.trim() !== '')
  const isSaid = lines.some((line) => SAYS_TO.test(line))
  const parts = lines.flatMap((line) => partsOf(line.replace(SAYS_TO, '')))
  const rows = parts.map((part): [string, string] | null => {
    const [, name = '', email = ''] = WITH_ADDRESS.exec(part) ?? []
    if (email !== '') return [name.trim(), email]
    if (ADDRESS.test(part)) return ['', part]
    return isSaid ? [part, ''] : null
  })
  const whole = rows.flatMap((row) => (row === null ? [] : [row]))
  const addressed = whole.filter(([, email]) => email !== '').length
  return whole.length < rows.length || rows.length === 0 || (!isSaid && (addressed < 2 || !pasted.includes('<')))
    ? null
    : whole
}
