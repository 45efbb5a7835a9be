/** Says what is wrong with one part of an event pack in a plain sentence, for whoever is editing the file. */
import { z } from 'zod'

const KINDS: Record<string, string> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets [ ]',
  object: 'a group of named parts in curly brackets { }',
  null: 'null',
}
const kind = (name: string): string => KINDS[name] ?? name

/** What a value read from JSON is, in the words of KINDS. */
function kindOf(value: unknown): string {
  if (value === null) return 'empty (null)'
  if (Array.isArray(value)) return kind('array')
  return kind(typeof value)
}

const plural = (count: number | bigint, one: string, many: string): string =>
  `${count} ${Number(count) === 1 ? one : many}`
/** Longer words are no choice and no name that was misspelt, and comparing them would take long. Characters. */
const LONGEST_WORD = 80
const cut = (text: string): string =>
  text.length > LONGEST_WORD ? `${text.slice(0, LONGEST_WORD).toWellFormed()}…` : text
const quoted = (value: unknown): string => (typeof value === 'string' ? `“${cut(value)}”` : String(value))

/** Edits (one letter added, dropped or changed, or two neighbours swapped) between two short words. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    rows.push([i])
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, cell(i - 2, j - 2) + 1)
      rows[i]?.push(least)
    }
  }
  return cell(a.length, b.length)
}

function closest(word: string, choices: readonly string[]): string | null {
  if (word.length > LONGEST_WORD) return null
  let best: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const choice of choices) {
    const edits = distance(word.toLowerCase(), choice.toLowerCase())
    if (edits < least) [best, least] = [choice, edits]
  }
  return best
}

/** The names a group may hold, from the schema that raised the issue. */
const namesOf = (instance: unknown): string[] => (instance instanceof z.ZodObject ? Object.keys(instance.shape) : [])

const name = (path: readonly PropertyKey[] | undefined): string => {
  const last = path?.at(-1)
  return typeof last === 'string' ? `“${last}”` : 'This'
}

/** A place in a pack as people write it: `priorities[2].title`; the whole file is `(file)`. */
export const showPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (shown, part) =>
      typeof part === 'number' ? `${shown}[${part}]` : shown === '' ? String(part) : `${shown}.${String(part)}`,
    '',
  ) || '(file)'

/** A part nobody asked for is most often one that was misspelt. */
export function unknownName(key: string, known: readonly string[]): string {
  const meant = closest(key, known)
  return `A pack has no part called “${cut(key)}” here${meant === null ? '' : ` (did you mean “${meant}”?)`}. Correct the name or remove it`
}

/**
 * Zod's per-parse error map for event packs. A message written on the schema itself wins over this one; what is left is the
 * missing, the wrong kind, the too long and too many, and the choice that is none. Where a group holds names nobody knows, the
 * names it may hold are told to `namesHere`, because zod drops them from the finished issue.
 */
export function plainError(issue: z.core.$ZodRawIssue, namesHere: (path: string, names: string[]) => void): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `${name(issue.path)} is missing. Add it as ${kind(issue.expected)}`
      if (issue.expected === 'int')
        return `This should be a whole number; it is ${typeof issue.input === 'number' ? String(issue.input) : kindOf(issue.input)}`
      return `This should be ${kind(issue.expected)}; it is ${kindOf(issue.input)}`
    case 'invalid_value': {
      const choices = issue.values.map(quoted).join(', ')
      if (issue.input === undefined) return `${name(issue.path)} is missing. Choose one of: ${choices}`
      const meant =
        typeof issue.input === 'string'
          ? closest(
              issue.input,
              issue.values.filter((value) => typeof value === 'string'),
            )
          : null
      return `${quoted(issue.input)} is not one of the choices${meant === null ? '' : ` (did you mean “${meant}”?)`}. Choose one of: ${choices}`
    }
    case 'unrecognized_keys':
      namesHere(showPath(issue.path ?? []), namesOf(issue.inst))
      return 'There are parts here that a pack does not have'
    case 'too_big':
      if (issue.origin === 'string')
        return `This is too long: ${plural(String(issue.input).length, 'character', 'characters')}, and there is room for ${issue.maximum}. Shorten it`
      if (issue.origin === 'array')
        return `There are too many: ${Array.isArray(issue.input) ? issue.input.length : 'more than fit'}, and there may be ${issue.maximum}. Take some out`
      return `This is too big; use a number up to ${issue.maximum}`
    case 'too_small':
      if (issue.origin === 'array') return `There are too few: add at least ${issue.minimum}`
      if (issue.origin === 'string')
        return `This is too short; write at least ${plural(issue.minimum, 'character', 'characters')}`
      return `This is too small; use a number from ${issue.minimum} up`
    case 'not_multiple_of':
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'This cannot be used here. Look at the same part of a pack that works, in resources/event-packs'
  }
}
