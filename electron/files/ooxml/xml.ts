/** Text as XML 1.0 can carry it, so that any string a person or a scanner typed comes back from the workbook as it was. */

/* oxlint-disable no-control-regex -- control characters are what this file is about */

// Characters that XML 1.0 cannot hold (section 2.2), plus the carriage return, which parsers turn into a line feed.
const UNHOLDABLE =
  '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]'
// An underscore that would start an escape of its own, or would with the escape that follows it.
const FALSE_ESCAPE = `_(?=[xX][0-9a-fA-F]{4}(?:_|${UNHOLDABLE}))`
const CARE = new RegExp(`[&<>"]|${FALSE_ESCAPE}|${UNHOLDABLE}`, 'g')
const ESCAPED = new RegExp(`${FALSE_ESCAPE}|${UNHOLDABLE}`)
const MAY_NEED_CARE = /[\u0000-\u0008\u000b-\u001f&<>"_\ud800-\udfff\ufffe\uffff]/

/**
 * Text of a cell or of an attribute, as spreadsheets read it: what XML cannot hold becomes `_xHHHH_`, and a literal `_xHHHH_`
 * is itself escaped (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 */
export function xmlText(text: string): string {
  return MAY_NEED_CARE.test(text) ? text.replace(CARE, escapeOne) : text
}

/** Whether {@link xmlText} would write a `_xHHHH_`. */
export const hasEscapes = (text: string): boolean => MAY_NEED_CARE.test(text) && ESCAPED.test(text)

/** Text for parts that know no `_xHHHH_`, such as the document's properties: what XML cannot hold becomes U+FFFD. */
export function plainXmlText(text: string): string {
  return text.replace(CARE, (found) => (found === '_' ? found : (ENTITIES[found] ?? '\ufffd')))
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeOne(found: string): string {
  return ENTITIES[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
