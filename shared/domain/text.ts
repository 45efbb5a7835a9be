/**
 * Text that comes from outside: the one place where it is tidied, and the shapes of it that every schema is made of. What is
 * tidy can be written to a file and read back as the same text, and holds nothing that nobody can see.
 */
import { z } from 'zod'

// The case of nearly every text: visible ASCII with single spaces. Nothing below would change it.
const ALREADY_TIDY = /^[!-~]+(?: [!-~]+)*$/

// Characters without a look of their own that some texts need beside another: joiners, variants, and the tags of some flags.
const FAINT = String.raw`[\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}]`
const HAS_FAINT = new RegExp(FAINT, 'v')

// Nobody types these and nobody sees them: control characters that are no white space, marks that turn text round, others
// without a look, letters that stand for nothing, and what Unicode says is no character. They come from bad scans, web pages
// and pasted files, and make two names of one.
const UNSEEN = new RegExp(
  String.raw`[[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cc}\ufff9-\ufffc]--[\t-\r]--${FAINT}]`,
  'gv',
)

// Scripts in which a joiner between two letters decides how a word is written: Persian, Kurdish and Indian names have it.
const SCRIPTS =
  'Arabic Syriac Nko Adlam Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan'
const JOINED = String.raw`[[[${SCRIPTS.replaceAll(/\w+ ?/g, (script) => String.raw`\p{scx=${script.trim()}}`)}]&&[\p{L}\p{M}]]--${FAINT}]`
const VIRAMA = String.raw`[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]`
const PICTURE = String.raw`[\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}]`
/** Kept where the first group finds what needs them, swept away elsewhere. */
const WHERE_NEEDED = new RegExp(
  `(${[
    String.raw`(?<=${JOINED})[\u200c\u200d](?=${JOINED})`,
    // A word may end so: half a letter of Malayalam or Bengali, as older keyboards write it.
    String.raw`(?<=${VIRAMA})\u200d`,
    // Families and flags are pictures joined to one; after a picture, and in a keycap, its colour is chosen.
    String.raw`(?<=${PICTURE}\ufe0f?)\u200d(?=${PICTURE})`,
    String.raw`(?<=${PICTURE})[\ufe0e\ufe0f]`,
    String.raw`(?<=[0-9#*])\ufe0f(?=\u20e3)`,
    // Which of several shapes a character of a Japanese or Chinese name has.
    String.raw`(?<=\p{scx=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
    String.raw`(?<=[\u1820-\u18aa])[\u180b-\u180d\u180f]`,
    String.raw`(?<=[\u1820-\u18aa])\u180e(?=[\u1820-\u18aa])`,
    // The flags of England, Scotland and Wales.
    String.raw`\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f}`,
  ].join('|')})|${FAINT}`,
  'gv',
)
/** Marks and joiners with nothing under them. */
const NOTHING = /^[\p{M}\p{Cf}\s]*$/u

/** Half a pair of code units, such as half an emoji, becomes U+FFFD: no file can hold it. */
const wellFormed = (text: string): string => text.toWellFormed()

/** Faint characters only where they are needed. Sweeping one away brings its neighbours together, so until nothing changes. */
function withoutFaint(text: string): string {
  let [swept, before] = [text, '']
  while (swept !== before) {
    before = swept
    swept = before
      .replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1')
      .replace(WHERE_NEEDED, '$1')
      .normalize('NFC')
  }
  return swept
}

/** What can be seen of a text, composed, with spaces that are spaces; empty where nothing can be seen. */
function seen(text: string): string {
  const visible = wellFormed(text)
    .replace(UNSEEN, '')
    // The blank of Braille is a space that no search takes for one.
    .replaceAll('\u2800', ' ')
    .normalize('NFC')
  const whole = HAS_FAINT.test(visible) ? withoutFaint(visible) : visible
  return NOTHING.test(whole) ? '' : whole
}

/** One line: white space of every kind becomes single spaces. Tidying what is tidy changes nothing. */
export const tidyLine = (text: string): string =>
  ALREADY_TIDY.test(text) ? text : seen(text).replace(/\s+/g, ' ').trim()

/** A few lines: every kind of line end becomes a line feed, tabs stay. Tidying what is tidy changes nothing. */
export const tidyText = (text: string): string =>
  ALREADY_TIDY.test(text)
    ? text
    : seen(text)
        .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
        .trim()

export const isEmail = (text: string): boolean => z.regexes.email.test(text)

/**
 * The address that is meant, in small letters: without anything that cannot be seen, and without what people copy along with
 * one from a message or a list. What is none even then is given back for a person to mend.
 */
export function tidyEmail(text: string): string {
  const email = tidyLine(text)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .toLowerCase()
  if (isEmail(email)) return email
  return email
    .replace(/[;,.\s]+$/, '')
    .replace(/^mailto:/, '')
    .replace(/^<(.*)>$/, '$1')
}

/** How much has to go, and to what: a form that names its fields puts the name in the place of the first word. */
const tooLong = (max: number) => ({
  error: ({ input }: { input?: unknown }) => {
    const over = String(input).length - max
    return `This is ${over} ${over === 1 ? 'character' : 'characters'} too long. Shorten it to ${max} characters or fewer`
  },
})

// U+FFFD is what is left of a character that could not be read: it shows, and says nothing.
const SAYS_SOMETHING = /[[\p{L}\p{N}\p{S}]--\ufffd]/v

/** One line that may be left empty. */
export const optionalLine = (max: number) => z.string().overwrite(tidyLine).max(max, tooLong(max))
/** One line that must be filled; `empty` is the sentence shown when it is not. */
export const requiredLine = (max: number, empty: string) =>
  z.string().overwrite(tidyLine).min(1, empty).max(max, tooLong(max))
/** The service area: a team, a department or a directorate. It may be left out, and is as long as an organisation’s name. */
export const area = optionalLine(160).optional()
/** A name of somebody or something: one line with a letter, a number or a sign in it; `empty` is shown when it is not filled. */
export const requiredName = (max: number, empty: string) =>
  requiredLine(max, empty).refine(
    (name) => name === '' || SAYS_SOMETHING.test(name),
    'This needs at least one letter or number',
  )
/** A few sentences that may be left out. */
export const optionalText = (max: number) => z.string().overwrite(tidyText).max(max, tooLong(max))
/** A few sentences that must be filled. */
export const requiredText = (max: number, empty: string) =>
  z.string().overwrite(tidyText).min(1, empty).max(max, tooLong(max))

/** An e-mail address, or nothing. */
export const optionalEmail = z
  .string()
  .overwrite(tidyEmail)
  .max(254, tooLong(254))
  .refine((email) => email === '' || isEmail(email), 'Write an e-mail address like name@example.org, or leave it empty')

/** What is looked for. */
export const searched = optionalLine(200)
/** What a scanner typed, or a camera read. */
export const scannedText = z.object({
  text: optionalLine(4000),
  /** Whether Caps Lock was on as a scanner typed it. */
  capsLock: z.boolean().default(false),
})
export type ScannedText = z.output<typeof scannedText>

/**
 * Text that is handed back as it was given out, that the system chose, that nobody keeps, or that is a file for somebody else to
 * read: an id, a printer’s name, a passphrase, a draft. Nothing is taken out of it; only half characters, which no file can hold.
 */
export const asGiven = (max: number) => z.string().overwrite(wellFormed).max(max)

/**
 * Any text in a fact. It was tidied on its way in, and is tidied once more whenever it is read: facts of earlier versions, also
 * those on other tablets, may hold what a record cannot, and are never changed themselves.
 */
export const said = z.string().overwrite(tidyText)

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
export const isoDate = z.iso.date('Choose a date')
/** An ISO instant in UTC, for showing. */
export const instant = z.iso.datetime()

/** Why someone changed or withdrew an entry. */
export const reasonSchema = requiredLine(200, 'Say briefly why')
