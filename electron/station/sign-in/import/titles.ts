/** The titles before a name and the letters after it: part of how somebody is called, and never a name by themselves. */

const TITLE = String.raw`(?:mrs?|ms|miss|mx|dr|prof(?:essor)?|cllr|councillor|rev(?:d|erend)?|sir|dame|lord|lady|ald(?:erman)?|canon|capt(?:ain)?|col(?:onel)?|lt|major|sgt|insp|supt|judge|hon|rt hon|the hon|the rt hon)\.?`
const TITLES = new RegExp(String.raw`^(?:${TITLE} )+(?=\S)`, 'iu')
const ONLY_TITLES = new RegExp(String.raw`^${TITLE}(?: ${TITLE})*$`, 'iu')

// Letters after a name, which follow a comma without being a forename.
const LETTERS =
  /^(mbe|obe|cbe|dbe|kbe|jp|dl|mp|qpm|kpm|qfsm|bem|phd|ph\.?d\.?|dphil|md|mba|msc|bsc|ma|ba|llb|frcp|frcn|frsa|rn|rgn|esq|jn?r|sn?r|ii|iii|iv)\.?$/i

export const isLetters = (text: string): boolean => LETTERS.test(text)

/** True of “Dr”, “Cllr.” and “Rt Hon” alone. */
export const isTitle = (text: string): boolean => ONLY_TITLES.test(text)

/** “Dr Ellis” as “Dr ” and “Ellis”; the title is empty where there is none, or nothing behind it. */
export function withoutTitle(text: string): { title: string; rest: string } {
  const title = TITLES.exec(text)?.[0] ?? ''
  return { title, rest: text.slice(title.length) }
}

/** “Nora MBE” as “Nora” and “MBE”, “Kim PhD” as “Kim” and “PhD”; in capitals or as they are always written, for “Ma” is a name. */
export function withoutLetters(text: string): { rest: string; letters: string } {
  const words = text.split(' ')
  let from = words.length
  while (from > 1 && isWrittenAsLetters(words[from - 1] ?? '')) from -= 1
  return { rest: words.slice(0, from).join(' '), letters: words.slice(from).join(' ') }
}

const isWrittenAsLetters = (word: string): boolean => isLetters(word) && /\p{Lu}.*\p{Lu}/u.test(word)
