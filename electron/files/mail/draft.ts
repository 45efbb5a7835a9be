/** A message that nobody has sent yet, as the text of an `.eml` file. */

/** `date`: an ISO instant. `name` may be empty. */
type Draft = { to: { name: string; address: string }; subject: string; text: string; date: string }

/** Bytes of text in one encoded word, so that its line has at most 76 characters, the name of the field included. */
const WORD = 39
const LINE = 76
const PLAIN = /^(?=.{1,60}$)[A-Za-z0-9]+( [A-Za-z0-9]+)*$/

/** Words of a header: as they are where every mail program reads them alike, or else as encoded words (RFC 2047), a line each. */
function headerWords(text: string): string {
  if (text === '' || PLAIN.test(text)) return text
  const pieces = ['']
  // Never cut inside a character: each word is decoded by itself.
  for (const character of text) {
    const longer = `${pieces.at(-1) ?? ''}${character}`
    if (Buffer.byteLength(longer) <= WORD) pieces[pieces.length - 1] = longer
    else pieces.push(character)
  }
  return pieces.map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ')
}

/** A line as quoted-printable (RFC 2045): a space at its end would be lost on the way, and one that is too long goes on after an `=`. */
function quotedLine(line: string): string[] {
  const lines = ['']
  const bytes = Buffer.from(line)
  for (const [index, byte] of bytes.entries()) {
    const isPlain = byte > 32 && byte < 127 && byte !== 61
    const isInside = (byte === 32 || byte === 9) && index < bytes.length - 1
    const said =
      isPlain || isInside ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    const last = lines.at(-1) ?? ''
    if (last.length + said.length < LINE) lines[lines.length - 1] = last + said
    else {
      lines[lines.length - 1] = `${last}=`
      lines.push(said)
    }
  }
  return lines
}

/**
 * RFC 5322, all in ASCII, its text as UTF-8 in quoted-printable: whoever opens the file as text can read it. `X-Unsent` has programs open it for writing. It says nothing of who sends it: that
 * is for the program, and the person before it, to say. Throws where the address could end its line.
 */
export function draftMessage({ to, subject, text, date }: Draft): string {
  if (!/^[!-~]+$/.test(to.address)) throw new Error('That is no e-mail address')
  const name = headerWords(to.name)
  return [
    'X-Unsent: 1',
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    name === '' ? `To: ${to.address}` : `To: ${name}\r\n <${to.address}>`,
    `Subject: ${headerWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    ...text
      .replace(/(\r\n?|\n)$/, '')
      .split(/\r\n?|\n/)
      .flatMap(quotedLine),
    '',
  ].join('\r\n')
}
