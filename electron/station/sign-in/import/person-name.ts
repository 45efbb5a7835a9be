/** Puts a delegate's name together from what a list says, as the person would write it. */

// Letters after a name, which follow a comma without being a forename.
const LETTERS =
  /^(mbe|obe|cbe|dbe|kbe|jp|dl|mp|qpm|kpm|qfsm|bem|phd|ph\.?d\.?|dphil|md|mba|msc|bsc|ma|ba|llb|frcp|frcn|frsa|rn|rgn|esq|jn?r|sn?r|ii|iii|iv)\.?$/i

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}]+$/u

/** What a name is written with: a formula, an address or a number is never turned round. */
const PART = /^[\p{L}\p{M}'’‘.\-() ]+$/u

/** “Lovelace, Ada” as “Ada Lovelace”; “Ada Lovelace, OBE” and names without exactly that shape stay as they are. */
export function nameInOrder(name: string): string {
  if (!name.includes(',')) return name
  const parts = name.split(',').map((part) => part.trim())
  const letters = parts.slice(1).filter((part) => LETTERS.test(part))
  const [surname = '', forename = '', ...more] = parts.filter((part) => !letters.includes(part))
  if (surname === '' || more.length > 0) return name
  if (![surname, forename].every((part) => part === '' || PART.test(part))) return name
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

/**
 * What somebody is called who asked for it: “Jonty” of Jonathan Marsh is Jonty Marsh; `isWhole`: it stands as it is written, as on a badge.
 * The list’s own name where nothing was asked for. `last`: the last name where the list says it by itself.
 */
export function calledName(
  asked: string,
  { name, last, isWhole }: { name: string; last: string; isWhole: boolean },
): string {
  if (asked === '' || asked.toLowerCase() === name.toLowerCase()) return name
  const behind = last === '' ? name.split(' ').slice(1).join(' ') : last
  if (isWhole || behind === '' || asked.includes(' ')) return asked
  return asked.toLowerCase() === behind.toLowerCase() ? name : joinName(asked, behind)
}
