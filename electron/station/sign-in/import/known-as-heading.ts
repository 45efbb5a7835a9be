/** The headings of columns that hold the name people asked for: on their badge, and whenever they are spoken to. */
import type { HeadingRule } from '../../../files/tables/index.ts'
import { SOMEBODY_ELSE } from './heading-words.ts'

export const KNOWN_AS: HeadingRule = {
  exact: [
    'name for badge',
    'name on badge',
    'badge name',
    'name badge',
    'name for name badge',
    'preferred name',
    'known as',
    'preferred first name',
    'preferred full name',
    'chosen name',
    'likes to be called',
    'goes by',
    'nickname',
    'nick name',
  ],
  within: [
    /\bname\b.*\b(badge|lanyard|name ?tag|label)\b/,
    /\b(badge|lanyard|name ?tag)\b.*\bname\b/,
    /\b(preferred|chosen|usual|everyday) (full |first |fore|given )?name\b/,
    /\bname (you|they) (prefer|use|go by|like)\b/,
    /\bknown as\b/,
    /\b(like|likes|prefer|prefers|want|wants|wish|wishes) (us )?to (be called|be known|go by|call)\b/,
    /\b(what|how) (should|shall|do|can|may) we call\b/,
    /\bgoes by\b/,
  ],
  unless: [
    /\b(company|organi[sz]ation|employer|team|school|table)('s)? (also )?(name|known as)\b|\bjob title\b|\b(last|family) name\b|\bsurname\b/,
    SOMEBODY_ELSE,
  ],
}
