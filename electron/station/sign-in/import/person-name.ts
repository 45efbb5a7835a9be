/** Puts a delegate's name together from what a list says, as the person would write it. */
import { isLetters, isTitle, withoutLetters, withoutTitle } from './titles.ts'

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}]+$/u

/** What a name is written with: a formula, an address or a number is never turned round. */
const PART = /^[\p{L}\p{M}'’‘.\-() ]+$/u

/** “van den Berg” and “DE LA CRUZ”: the first word is no forename. */
const WITH_PARTICLE =
  /^(?:de|la|le|du|des|van|von|der|den|del|della|di|da|dos|das|al|el|ben|bin|ibn|mac|mc|st\.?|ó|ní|o|ap|ab|ten|ter|zu|af|av)\b/iu
const IN_CAPITALS = /^[^\p{Ll}]+$/u
/** “Nia Orme”, no initials and no small letters at the beginning of a word. */
const WHOLE_NAME = /^\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)+$/u

/**
 * “Lovelace, Ada” as “Ada Lovelace”; “Ada Lovelace, OBE” and names without exactly that shape stay as they are. A title goes before the whole
 * name, and letters after it: “Dr Ellis, Mary” is Dr Mary Ellis.
 */
export function nameInOrder(name: string): string {
  if (!name.includes(',')) return name
  const parts = name.split(',').map((part) => part.trim())
  const behind = parts.slice(1).filter(isLetters)
  const [surname = '', forename = '', ...more] = parts.filter((part) => !behind.includes(part))
  if (surname === '' || more.length > 0) return name
  if (![surname, forename].every((part) => part === '' || PART.test(part))) return name
  if (forename === '') return behind.length === 0 ? surname : name
  if (areTwoNames(name)) return name
  const before = withoutTitle(surname)
  // “Gray, Lord” is Lord Gray: a title alone is all the forename there is.
  const own = isTitle(forename) ? { rest: forename, letters: '' } : withoutLetters(forename)
  const given = before.title === '' ? own.rest : `${before.title}${own.rest}`
  const letters = own.letters === '' ? '' : ` ${own.letters}`
  return [`${given} ${before.rest}${letters}`, ...behind].join(', ')
}

/** “Nia Orme, Pat Quill”: as likely two people as a surname of two words, so it is never turned round. */
export function areTwoNames(name: string): boolean {
  const [one = '', other = '', ...more] = name.split(',').map((part) => withoutTitle(part.trim()).rest)
  if (more.length > 0 || IN_CAPITALS.test(one) || WITH_PARTICLE.test(one)) return false
  return WHOLE_NAME.test(one) && WHOLE_NAME.test(withoutLetters(other).rest)
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
  const behind = last === '' ? withoutTitle(name).rest.split(' ').slice(1).join(' ') : last
  // “Revd Sam” is a first name with a title.
  if (isWhole || behind === '' || withoutTitle(asked).rest.includes(' ')) return asked
  return asked.toLowerCase() === behind.toLowerCase() ? name : joinName(asked, behind)
}
