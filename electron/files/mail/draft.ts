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

/**
 * RFC 5322, all in ASCII, its text as UTF-8 in base64. `X-Unsent` has programs open it for writing. It says nothing of who sends it: that
 * is for the program, and the person before it, to say. Throws where the address could end its line.
 */
export function draftMessage({ to, subject, text, date }: Draft): string {
  if (!/^[!-~]+$/.test(to.address)) throw new Error('That is no e-mail address')
  const name = headerWords(to.name)
  const body = Buffer.from(text.replaceAll(/\r\n?|\n/g, '\r\n')).toString('base64')
  return [
    'X-Unsent: 1',
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    name === '' ? `To: ${to.address}` : `To: ${name}\r\n <${to.address}>`,
    `Subject: ${headerWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []),
    '',
  ].join('\r\n')
}
