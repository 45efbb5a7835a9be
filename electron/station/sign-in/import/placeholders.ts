/** What people and programs write into a cell to say that it is empty. */
import type { ImportField } from './heading-rules.ts'

// Eventbrite writes “Info Requested” for a ticket whose holder is not named yet, Forms writes “anonymous”.
const ANYWHERE = new Set([
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
  '...',
  '?',
  '/',
  'n/a',
  'n.a.',
  'n\\a',
  '#n/a',
  'info requested',
  'information requested',
  'anonymous',
  'not provided',
  'not given',
  'not known',
  'unknown',
  'tbc',
  'tba',
  'to be confirmed',
  '(blank)',
  '[blank]',
])
// “No” to a question about needs. Elsewhere these are somebody's name: people are called No, Na, None and Null.
const NO_NEEDS = new Set([
  'no',
  'none',
  'nil',
  'na',
  'no thanks',
  'no thank you',
  'nothing',
  'not applicable',
  'none required',
  'no requirements',
  'no needs',
  'none known',
  'no dietary requirements',
  'no access requirements',
  'no access needs',
  'no dietary needs',
  'not required',
  'false',
  '0',
  'null',
])
const NOT_SAID = new Set(['none', 'nil', 'na', 'null', 'not applicable', 'no'])

// Whoever is called as the list has it says so; nobody asks to be called No.
const NO_OTHER_NAME = new Set([
  'same',
  'same as above',
  'as above',
  'as name',
  'same as name',
  'same name',
  'ditto',
  'yes',
  'y',
  'n',
  'none',
  'no',
  'na',
  'nil',
  'null',
  'not applicable',
  'no preference',
  'as listed',
  'full name',
])

// Length and first letter of everything above, in one number: enough to let nearly every value pass without a closer look.
const shapeOf = (value: string) => value.length * 65_536 + (value.charCodeAt(0) | 0x20)
const SHAPES = new Set(
  [...ANYWHERE, ...NO_NEEDS, ...NOT_SAID, ...NO_OTHER_NAME].flatMap((word) => [
    shapeOf(word),
    shapeOf(`${word}.`),
    shapeOf(`${word}!`),
  ]),
)

/** True where the (tidy) value of this field stands for nothing. */
export function isPlaceholder(field: ImportField, value: string): boolean {
  if (!SHAPES.has(shapeOf(value))) return false
  const lower = value.toLowerCase()
  if (ANYWHERE.has(lower)) return true
  switch (field) {
    case 'accessNeeds':
    case 'dietaryNeeds':
      return NO_NEEDS.has(lower.replace(/[.!]+$/, ''))
    case 'knownAs':
      return NO_OTHER_NAME.has(lower.replace(/[.!]+$/, ''))
    case 'firstName':
    case 'lastName':
    case 'name':
    // A company may be called Null and a table No; only what cannot be either is left out.
    case 'organisation':
      return false
    case 'role':
    case 'area':
    case 'sector':
    case 'email':
    case 'table':
    case 'badge':
      return NOT_SAID.has(lower)
  }
}
