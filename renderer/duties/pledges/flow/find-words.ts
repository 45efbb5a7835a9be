/** What is said of looking for somebody: the same words for nobody of that name and for whoever is never found by theirs. */

/** Stands beside the field until something is said that says it too. */
export const FOUND_BY_BADGE =
  'Some people, young people and carers among them, are found by their badge or code alone, and never by name.'

export const NOBODY_CALLED_SO =
  'We could not find you by that. Your name may be spelt another way on our list. Young people, carers and some others are found by their badge or code alone. Scan your badge, type your code, or ask one of us. You can also pledge without giving a name: it counts just the same.'

export const otherEvent = (event: string): string =>
  `That badge is for another event: ${event}. Type your whole name instead.`

export const UNKNOWN_BADGE =
  'We do not know that badge or ticket. Try it once more, or type your whole name. You can also pledge without giving a name.'

export const NOT_UNDERSTOOD =
  'That scan was not understood. Try it once more, or type your whole name. You can also pledge without giving a name.'

export const SCANNED_MEANWHILE =
  'A badge was scanned. To pledge as somebody else, finish this pledge first, or start again.'

export const AFTER_THANKS =
  'A badge was scanned. Somebody else’s pledge is still on the screen. Press “I have finished”, and scan it once more.'

export const tooManyAsked = (seconds: number): string =>
  `Many names have been asked for here just now. Please ask a steward to help you, or try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`

const WORDS = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true })
const ordered = (name: string): string => name.trim().split(/\s+/).toSorted(WORDS.compare).join(' ')

/** Whether somebody's name is what was typed, give or take capitals, accents and the order: then there is nothing to ask. */
export const isJustSo = (name: string, typed: string): boolean => WORDS.compare(ordered(name), ordered(typed)) === 0
