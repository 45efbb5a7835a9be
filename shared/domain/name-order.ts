/**
 * The one order of names: on badges, on the sign-in sheet, in a roll call, on screen and on paper. Pure.
 *
 * Names are held and printed as people gave them, and no list says which word of them is the family name. So everybody is
 * sorted by the last word: for most names in Britain that is where the door's people look. A double-barrelled name stands
 * under its first half (“Okonkwo-Bell” under O), as it does in a telephone book; one without the hyphen under its second.
 * A particle is not the last word (“van der Berg” under B). Somebody with one name stands under that. Names whose family
 * name comes first (“Wang Xiaoming”, many South Asian names) stand under their last word too: a guess by origin would be
 * wrong as often as right, and unkind; the paper itself says how it is sorted, so that one looks under the other word next.
 * What follows a comma, what stands in brackets (“(she/her)”), and “OBE”, “Jr” or “III” are no words to look under.
 */
import { foldText } from './fold-letters.ts'

/** Everybody stands under one of these: `A` to `Z`, and `#` for names that begin with no letter of that alphabet. */
export const NAME_LETTERS: readonly string[] = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z #'.split(' ')
const OTHER = '#'

const AFTERTHOUGHT = /\s*(\([^)]*\)|\[[^\]]*\])\s*$/u
const AFTER_A_NAME =
  /^(jn?r|sn?r|junior|senior|ii|iii|iv|obe|mbe|cbe|dbe|kbe|bem|qpm|kpm|jp|phd|ph\.d|dphil|mba|msc|bsc|llb|esq)\.?$/i

/** The words of a name before any comma, brackets and letters after it. */
function plainWords(name: string): string[] {
  let [plain = ''] = name.split(',')
  if (plain.trim() === '') plain = name
  for (let shorter = plain.replace(AFTERTHOUGHT, ''); shorter !== plain && shorter.trim() !== '';) {
    plain = shorter
    shorter = plain.replace(AFTERTHOUGHT, '')
  }
  const words = plain.trim().split(/\s+/u)
  while (words.length > 1 && AFTER_A_NAME.test(words.at(-1) ?? '')) words.pop()
  return words
}

/** The word that somebody is sorted by. “Lovelace, Ada”, as a few lists still write it, stands under what is before the comma. */
export const sortWord = (name: string): string => plainWords(name).at(-1) ?? ''

/** The letter that a word stands under. */
export function letterOf(word: string): string {
  const first = /[a-z0-9]|[^\p{ASCII}\p{P}\p{S}\s]/u.exec(foldText(word))?.[0].toUpperCase() ?? OTHER
  return NAME_LETTERS.includes(first) ? first : OTHER
}

const byLetters = new Intl.Collator('en-GB', { sensitivity: 'base', ignorePunctuation: true, numeric: true })

type Named = { id: string; name: string; organisation: string }

/**
 * By letter, then by the last word, then by the whole name; two of the same name by what tells them apart. The same people
 * come in the same order every time, and on every tablet.
 */
export function inSurnameOrder<P extends Named>(people: readonly P[]): { person: P; letter: string }[] {
  return people
    .map((person) => {
      const word = sortWord(person.name)
      const letter = letterOf(word)
      return { person, word, letter, place: NAME_LETTERS.indexOf(letter) }
    })
    .toSorted(
      (one, other) =>
        one.place - other.place ||
        byLetters.compare(one.word, other.word) ||
        byLetters.compare(one.person.name, other.person.name) ||
        byLetters.compare(one.person.organisation, other.person.organisation) ||
        (one.person.id < other.person.id ? -1 : 1),
    )
    .map(({ person, letter }) => ({ person, letter }))
}

// Before a name; “Lord Hepplethwaite” is all that people say, so a title never stands alone.
const TITLE =
  /^(mrs?|ms|miss|mx|dr|prof(essor)?|cllr|councillor|rev(d|erend)?|sir|dame|lord|lady|ald(erman)?|canon|capt(ain)?|col(onel)?|lt|major|sgt|insp|supt|judge|the|rt|hon)\.?$/i
const INITIAL = /^\p{L}\.?$/u
const HAS_LETTER = /[\p{L}\p{N}]/u

/**
 * What somebody is called to their face, and what stands under it. Title and initials stay with the word that follows them;
 * of “Lovelace, Ada” it is Ada. `rest` is empty where there is one word. Together they are the whole name.
 */
export function givenName(name: string): { given: string; rest: string } {
  const [before = '', after = '', ...more] = name.split(',').map((part) => part.trim())
  const turned =
    more.length === 0 && after !== '' && before !== '' && !after.split(/\s+/u).every((word) => AFTER_A_NAME.test(word))
  if (turned) return { given: after, rest: before }
  const words = name.trim().split(/\s+/u)
  let given = 0
  while (
    given < words.length - 1 &&
    (TITLE.test(words[given] ?? '') || INITIAL.test(words[given] ?? '') || !HAS_LETTER.test(words[given] ?? ''))
  )
    given += 1
  // Of “J. Corrigan” the initial is what there is; of “Dr Okwuosa” the title alone would be nobody.
  if (given === words.length - 1 && INITIAL.test(words[given - 1] ?? '')) given -= 1
  return { given: words.slice(0, given + 1).join(' '), rest: words.slice(given + 1).join(' ') }
}
