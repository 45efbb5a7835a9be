/** The command that says which day somebody's words for by when come to. */
import { dayHere } from '../../shared/domain/day-here.ts'
import { isoDate } from '../../shared/domain/text.ts'
import { readTimescale } from '../../shared/domain/timescale/timescale.ts'
import { type Command, type Options, UsageError } from './command.ts'

const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const longDay = (date: string): string => inWords.format(new Date(`${date}T00:00:00Z`))

function saidOn(given: Options[string]): string {
  if (given === undefined) return dayHere(new Date())
  if (!isoDate.safeParse(given).success) throw new UsageError('--on takes a day like 2026-11-30.')
  return String(given)
}

function sentence(words: string, { start, due }: { start: string | null; due: string | null }): string {
  if (due === null)
    return start === null ? `Nobody can be sure of a day from “${words}”.` : `“${words}” starts on ${longDay(start)}.`
  return start === null
    ? `“${words}” is by ${longDay(due)}.`
    : `“${words}” is from ${longDay(start)} to ${longDay(due)}.`
}

/** Looks at no data folder: it answers as every station would. */
export const timescale: Command = {
  usage: 'timescale "WORDS" [--on DATE]',
  about: 'Which day “spring term” comes to, said on DATE (today).',
  words: 1,
  options: { on: { type: 'string', about: 'DATE  the day on which it was said, like 2026-11-30; today if not said' } },
  run: async ({ words: [words = ''], options }) => {
    const { start, due, derived, sure } = readTimescale(words, saidOn(options['on']))
    return { ok: true, text: sentence(words, { start, due }), json: { start, due, derived, sure } }
  },
}
