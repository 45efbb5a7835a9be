/** What somebody typed after a command, as its options and words; each fault in a sentence of ours. Pure. */
import { parseArgs } from 'node:util'
import { type Command, type Options, UsageError } from './command.ts'

/** Throws UsageError: an option nobody knows, one without what it takes, one said twice that counts once. */
export function parseWords(
  { usage, words }: Pick<Command, 'usage' | 'words'>,
  options: Command['options'],
  args: readonly string[],
): { options: Options; words: string[] } {
  const known: Command['options'] = { ...options, help: { type: 'boolean', about: '' } }
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const said = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(known, name) ? known[name] : undefined
    if (option === undefined || !rawName.startsWith('--'))
      throw new UsageError(`There is no option “${rawName}” here. It is called like this: ${usage}`)
    if (option.type === 'boolean' && value !== undefined) throw new UsageError(`--${name} takes nothing after it.`)
    // A dash begins the next option, save the one dash of standard output.
    const isMissing = value === undefined || value === '' || (value.startsWith('-') && value !== '-' && !inlineValue)
    if (option.type === 'string' && isMissing)
      throw new UsageError(`--${name} needs something after it: ${option.about}`)
    if (said.has(name) && option.type === 'string' && option.multiple !== true)
      throw new UsageError(`--${name} is said twice, and only one can be meant.`)
    said.add(name)
  }
  if (positionals.length !== words) throw new UsageError(`It is called like this: ${usage}`)
  return { options: values, words: positionals }
}
