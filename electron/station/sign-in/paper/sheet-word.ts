/**
 * The word of a name that somebody looks under on a paper sheet, and its letter.
 *
 * Names are held and printed as people gave them, and no list says which word of them is the family name. So everybody is
 * sorted by the last word: for most names in Britain that is where the door's people look. A double-barrelled name stands
 * under its first half (“Okonkwo-Bell” under O), as it does in a telephone book; one without the hyphen under its second.
 * A particle is not the last word (“van der Berg” under B). Somebody with one name stands under that. Names whose family
 * name comes first (“Wang Xiaoming”, many South Asian names) stand under their last word too: a guess by origin would be
 * wrong as often as right, and unkind; the sheet itself says how it is sorted, so that one looks under the other word next.
 * What follows a comma, what stands in brackets (“(she/her)”), and “OBE”, “Jr” or “III” are no words to look under.
 */
import { SHEET_LETTERS } from '../../../../shared/contract/paper.ts'
import { foldText } from '../find/fold-letters.ts'

/** What stands under no letter from A to Z: other scripts, digits. */
const OTHER = '#'

const AFTERTHOUGHT = /\s*(\([^)]*\)|\[[^\]]*\])\s*$/u
const AFTER_A_NAME = /^(jn?r|sn?r|junior|senior|ii|iii|iv|obe|mbe|cbe|dbe|kbe|bem|qpm|phd)\.?$/i

/** The word that somebody is sorted by. “Lovelace, Ada”, as a few lists still write it, stands under what is before the comma. */
export function sortWord(name: string): string {
  let [plain = ''] = name.split(',')
  if (plain.trim() === '') plain = name
  for (let shorter = plain.replace(AFTERTHOUGHT, ''); shorter !== plain && shorter.trim() !== '';) {
    plain = shorter
    shorter = plain.replace(AFTERTHOUGHT, '')
  }
  const words = plain.trim().split(/\s+/u)
  while (words.length > 1 && AFTER_A_NAME.test(words.at(-1) ?? '')) words.pop()
  return words.at(-1) ?? ''
}

/** The letter of the section that a word stands in. */
export function letterOf(word: string): string {
  const first = /[a-z0-9]|[^\p{ASCII}\p{P}\p{S}\s]/u.exec(foldText(word))?.[0].toUpperCase() ?? OTHER
  return SHEET_LETTERS.includes(first) ? first : OTHER
}
