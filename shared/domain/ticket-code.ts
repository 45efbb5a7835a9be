/** The codes in a ticket’s text, as a list has it or a scanner gives it: itself, and where it is a link those inside it. Pure. */

/**
 * A link with more parts than this is no ticket’s. Else somebody at a screen that nobody staffs could ask for hundreds of
 * codes in one.
 */
const MOST_PARAMETERS = 8
/** Shorter parts of a link are numbers of pages and the like, and somebody’s ticket may be just that number. Characters. */
const SHORTEST = 4

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i
const HOST = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?[/?#]/i

/** Whether this is a link: with its scheme, or as it begins with the name of a host. */
const isLink = (text: string): boolean => SCHEME.test(text) || HOST.test(text)

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * Without the three signs by which some scanners say what kind of code it was: `]Q1` before a QR code, `]C0` before a barcode
 * (ISO/IEC 15424).
 */
export const withoutCodeKind = (scanned: string): string => scanned.trim().replace(/^\][a-z][a-z\d](?=.)/i, '')

/** What comes last in a path: `A-1` of `/tickets/A-1/`. */
const lastOf = (path: string): string => path.split('/').findLast((part) => part !== '') ?? ''

/**
 * The text itself first; of a link then what its parameters say, in their order, and the last part of its path. A list may have
 * the link and a scanner give the code, or the other way round: they are one ticket where they have a code in common that
 * nobody else has. Each once, as it is written: case tells tickets apart.
 */
export function codesIn(text: string): string[] {
  const whole = text.trim()
  if (!isLink(whole)) return whole === '' ? [] : [whole]
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)\??([^#]*)#?(.*)$/s.exec(whole.replace(SCHEME, '')) ?? []
  const parameters = query.split('&').filter((parameter) => parameter !== '')
  if (parameters.length > MOST_PARAMETERS) return [whole]
  const inside = [
    ...parameters.map((parameter) => parameter.slice(parameter.indexOf('=') + 1).replaceAll('+', ' ')),
    lastOf(fragment.replace(/^.*=/, '')),
    // The first part is the host.
    lastOf(path.split('/').slice(1).join('/')),
  ]
  const codes = inside.map((part) => decoded(part).trim()).filter((code) => code.length >= SHORTEST)
  return [...new Set([whole, ...codes])]
}
