/** Reads who comes instead of somebody in what a list says of them: “can’t make it - sending Priya Shah instead”. */

/** As people write a name: two words or more that begin with a capital, with what stands between them in small letters. */
const ONE_NAME = String.raw`\p{Lu}[\p{L}\p{M}'’-]+(?: (?:(?:van|von|de|der|den|da|dos|la|le|bin|ibn|al|ap|ó|mac) )*\p{Lu}[\p{L}\p{M}'’-]*){1,3}`
const NAME = String.raw`(${ONE_NAME}(?: (?:and|&) ${ONE_NAME})*)`
const OF_A_JOB = String.raw`(?!Head\b|Director|Manager|Chief|Mayor|Leader|Chair|Principal|Lieutenant|Governor|Town)`
const REPLACES = String.raw`(?:(?:will|to|is|can|shall) (?:be )?)?(?:replac(?:e|es|ing)|represent(?:s|ing)?|(?:cover|deputis|stand)(?:e|s|es|ing)?(?: in)? for) (?:me|him|her|them|us)`
const SOMEBODY = String.raw`(?:(?:(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Tt]he|[Aa]|[Aa]n) )?(?:[Cc]olleague|[Dd]eputy|[Ss]ubstitute|[Rr]eplacement|[Mm]anager|[Aa]ssistant|[Hh]ead)[,:]? )?`
const COMES = String.raw`(?:(?:will|to|is|can|shall|has been|be|’ll|'ll)(?: be)? )*(?:come|comes|coming|attend|attends|attending|go|goes|going|join|joining|replace|replaces|replacing|represent|represents|representing|cover|covering|take|takes|taking|deputise|deputising|substitute|stand(?:ing)? in|step(?:ping)? in|be there)`
const IN_PLACE = String.raw`(?:instead(?! of)|in (?:my|his|her|their|our) (?:place|stead)|on (?:my|his|her|their|our) behalf|(?:my|his|her|their|our) place|for (?:me|him|her|them|us))`

/** Each with the name as its only group. */
const NAMED = [
  new RegExp(String.raw`\b(?:[Ss]end(?:s|ing)?|[Ss]ent|[Nn]ominat(?:es?|ed|ing)) ${SOMEBODY}${NAME}`, 'u'),
  new RegExp(String.raw`${NAME} (?:${COMES} )?(?:the event |along |as )?${IN_PLACE}\b`, 'u'),
  new RegExp(String.raw`${NAME} ${REPLACES}\b`, 'u'),
  new RegExp(String.raw`\bbut ${SOMEBODY}${NAME} (?:can|will|is able|is coming|is attending)\b`, 'u'),
  new RegExp(
    String.raw`\b(?:[Dd]eputy|[Ss]ubstitute|[Rr]eplacement|[Ss]tand[- ]?in|[Aa]lternate)(?: (?:is|will be|name|to be))?(?: ?[-–—:=(,])? ?${OF_A_JOB}${NAME}`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:[Rr]eplaced|[Ss]ubstituted|[Ss]wapped|[Tt]ransferred|[Rr]epresented|[Dd]elegated|[Ff]orwarded|[Gg]iven|[Pp]assed)(?: \w+){0,2} (?:by|with|for|to) ${SOMEBODY}${NAME}`,
    'u',
  ),
  new RegExp(
    String.raw`${NAME} (?:is|as|acts as) (?:the |my |his |her |their )?(?:deputy|substitute|replacement)\b`,
    'u',
  ),
]
/** Nobody is named, but somebody is meant. */
const SOMEONE =
  /\b(?:someone|somebody|colleague|deputy|substitut\w+|replacement|another person|stand[- ]in)\b.*\b(?:instead|will|to|coming|attend\w*)\b|\b(?:send(?:s|ing)?) (?:an?|my|his|her|their|our) |\binstead(?! of)\b|\breplaced by\b|\bin (?:my|his|her|their) (?:place|stead)\b/i
/** Of a day, not of a person: “Coming on Friday instead”. */
const ABOUT_ELSE =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|online|virtually|remotely|zoom|teams|train|car|morning|afternoon|lunch|dinner|vegan|vegetarian|salad) instead\b/i
const WHO_COMES = new RegExp(
  String.raw`(?:${NAME}|\b(?:[Cc]olleague|[Dd]eputy|[Ss]omeone|[Ss]omebody|[Ss]ubstitute)(?: else| of (?:mine|his|hers|theirs))?) (?:${COMES} (?:the event |along |the day )?(?:${IN_PLACE})|${REPLACES})\b`,
  'u',
)

/** True where the words say of somebody else that they come in this person’s place, whatever else they say: “Yes, but Tom Cope will come in my place”. */
export const comesInstead = (text: string): boolean => text.length < 300 && WHO_COMES.test(text)

const AS_WHAT =
  /^(?:(?:My|His|Her|Their|Our|The|Colleague|Deputy|Substitute|Replacement|Manager|Assistant|Now|But|And|Yes|No) )+(?=\p{Lu}.* )/u

/** The name of whoever comes instead; empty where somebody is meant and not named; null where nobody is. */
export function insteadIn(text: string): string | null {
  if (text.length > 300) return null
  for (const words of NAMED) {
    const name = words.exec(text)?.[1]
    if (name !== undefined) return name.replace(AS_WHAT, '')
  }
  return SOMEONE.test(text) && !ABOUT_ELSE.test(text) ? '' : null
}
