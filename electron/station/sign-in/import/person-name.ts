/** Puts a delegate's name together from what a list says, as the person would write it. */

// Letters after a name, which follow a comma without being a forename.
const LETTERS =
  /^(mbe|obe|cbe|dbe|kbe|jp|dl|mp|qpm|kpm|qfsm|bem|phd|ph\.?d\.?|dphil|md|mba|msc|bsc|ma|ba|llb|frcp|frcn|frsa|rn|rgn|esq|jn?r|sn?r|ii|iii|iv)\.?$/i

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}]+$/u

/** “Lovelace, Ada” as “Ada Lovelace”; “Ada Lovelace, OBE” and names without exactly that shape stay as they are. */
export function nameInOrder(name: string): string {
  if (!name.includes(',')) return name
  const parts = name.split(',').map((part) => part.trim())
  const letters = parts.slice(1).filter((part) => LETTERS.test(part))
  const [surname = '', forename = '', ...more] = parts.filter((part) => !letters.includes(part))
  if (surname === '' || more.length > 0) return name
  if (forename === '') return letters.length === 0 ? surname : name
  return [`${forename} ${surname}`, ...letters].join(', ')
}

/** The two halves as one name. Some people have one name, and some forms are given the whole name in the first box. */
export function joinName(first: string, last: string): string {
  if (first === '' || last === '') return first + last
  // In Chinese and Korean script the family name stands first, without a space.
  if (EAST_ASIAN.test(first) && EAST_ASIAN.test(last)) return last + first
  return first.toLowerCase().endsWith(` ${last.toLowerCase()}`) ? first : `${first} ${last}`
}
