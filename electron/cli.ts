/** The same station from a terminal: `npm run kiosk -- <command>`. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { showLife } from './commands/alive.ts'
import { bundleInspect, bundleMerge, bundleWrite } from './commands/bundle.ts'
import { check, rehearse, serve, status } from './commands/care.ts'
import { type Command, openKeyStore, type Outcome, UsageError } from './commands/command.ts'
import { contactsExport } from './commands/contacts.ts'
import { attendanceExport, backup } from './commands/data.ts'
import { planExport, planUndated } from './commands/plan.ts'
import { enrol, tabletsBegin, tabletsInvite } from './commands/enrol.ts'
import { delegatesImport } from './commands/import-list.ts'
import { eventLoad } from './commands/load-event.ts'
import { toStandardOutput, UnwrittenError } from './commands/output.ts'
import { parseWords } from './commands/parse.ts'
import { personExport } from './commands/person.ts'
import { plainError } from './commands/plain-error.ts'
import { timescale } from './commands/timescale.ts'
import { defaultDataFolder, OWN_FOLDERS } from './places.ts'
import { storageErrorOf } from './station/kernel/database/index.ts'

/** Every command by the words it starts with: one line a command. */
const commands: Readonly<Record<string, Command>> = {
  'event load': eventLoad,
  'delegates import': delegatesImport,
  'plan undated': planUndated,
  'plan export': planExport,
  'attendance export': attendanceExport,
  'person export': personExport,
  'contacts export': contactsExport,
  'tablets begin': tabletsBegin,
  'tablets invite': tabletsInvite,
  enrol,
  'bundle write': bundleWrite,
  'bundle inspect': bundleInspect,
  'bundle merge': bundleMerge,
  status,
  check,
  backup,
  rehearse,
  timescale,
  serve,
}

const ALWAYS = {
  data: { type: 'string', about: 'FOLDER  the station’s data folder (usually one of this user’s own)' },
  json: { type: 'boolean', about: 'print one JSON object instead of words' },
  'passphrase-file': {
    type: 'string',
    about: 'FILE  the organiser passphrase, as the first line of FILE, where it locks the data',
  },
} as const

/** One option a line: its name, what it takes, what it is for. */
function optionLines(options: Command['options']): string[] {
  const lines = Object.entries(options).map(([name, { about }]) => {
    const [, takes = '', rest = ''] = /^(?:([A-Z=]+) {2})?(.+)$/s.exec(about) ?? []
    return [`--${name} ${takes}`.trim(), rest] as const
  })
  return lines.map(([name, about]) => `  ${name.padEnd(24)} ${about}`)
}

const help = (): string =>
  [
    'Pledge Kiosk from the terminal',
    '',
    ...Object.values(commands).flatMap(({ usage, about }) => [`  ${usage}`, `      ${about}`]),
    '',
    'With every command:',
    ...optionLines(ALWAYS),
    '',
    'help COMMAND says what a command takes; --version says which version this is.',
    'For a program that reads the answer: npm run --silent kiosk -- COMMAND --json',
  ].join('\n')

const helpOf = ({ usage, about, options }: Command): string =>
  [usage, '', about, '', ...optionLines({ ...options, ...ALWAYS })].join('\n')

/** `person` and `person export` both find it. */
function helpOn(words: readonly string[]): string {
  const near = words.length === 1 ? beginningWith(words[0] ?? '') : []
  return near.length === 0 ? helpOf(choose(words).command) : near.map(([, one]) => helpOf(one)).join('\n\n')
}

const version = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(OWN_FOLDERS.root, 'package.json'), 'utf8')))
    .version

/** Those that begin with a word: `plan` is two. */
const beginningWith = (word: string) => Object.entries(commands).filter(([name]) => name.startsWith(`${word} `))

function choose(args: readonly string[]): { command: Command; rest: string[] } {
  for (const words of [2, 1]) {
    const command = commands[args.slice(0, words).join(' ')]
    if (command !== undefined) return { command, rest: args.slice(words) }
  }
  const [first = '-'] = args
  if (first.startsWith('-')) throw new UsageError('Which command? It comes first, such as: status --json')
  const near = beginningWith(first).map(([name]) => name)
  const meant = near.length === 0 ? '' : ` With “${first}” begin: ${near.join(', ')}.`
  throw new UsageError(`There is no command “${args.slice(0, 2).join(' ')}”.${meant}`)
}

/** Runs one command. Answers with the exit code: 0 done, 1 not done (the reason is said), 2 called wrongly. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    return await run(args)
  } catch (error) {
    if (!(error instanceof UnwrittenError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function run(args: readonly string[]): Promise<number> {
  // Where the words come from must not matter to a program that reads them.
  const json = args.includes('--json')
  const say = async (outcome: Outcome): Promise<number> => {
    if (json) await toStandardOutput(`${JSON.stringify(outcome.json)}\n`)
    else if (outcome.ok && outcome.besides !== true) await toStandardOutput(`${outcome.text}\n`)
    else process.stderr.write(`${outcome.text}\n`)
    return outcome.ok ? 0 : 1
  }
  try {
    const tell = (text: string, answer: Record<string, unknown>): Promise<number> =>
      say({ ok: true, text, json: answer })
    const [first = ''] = args
    if (['--version', '-v'].includes(first)) return await tell(version(), { version: version() })
    const asked = args.filter((word) => word !== 'help')
    const words = asked.slice(0, asked.findIndex((word) => word.startsWith('-')) >>> 0)
    if (args.includes('--help') || ['help', '-h'].includes(first)) {
      const text = words.length === 0 ? help() : helpOn(words)
      return await tell(text, { help: text })
    }
    const { command, rest: given } = choose(args)
    const { options, words: positionals } = parseWords(command, { ...command.options, ...ALWAYS }, given)
    const folder = resolve(typeof options['data'] === 'string' ? options['data'] : defaultDataFolder())
    const passphraseFile = typeof options['passphrase-file'] === 'string' ? options['passphrase-file'] : null
    const keyStore = await openKeyStore(folder, passphraseFile, options['seal'] === true)
    const print: Parameters<Command['run']>[0]['print'] = (opened) =>
      void process.stdout.write(json ? `${JSON.stringify(opened)}\n` : `${inWords(opened.link)}\n`)
    const isSeen = process.stderr.isTTY && command.stays !== true
    const endSigns = isSeen ? showLife() : null
    try {
      const outcome = await command.run({ words: positionals, options, folder, keyStore, print })
      // What stays has printed its one object when it opened.
      return json && command.stays === true && outcome.ok ? 0 : await say(outcome)
    } finally {
      await endSigns?.()
    }
  } catch (error) {
    if (error instanceof UnwrittenError) throw error
    if (error instanceof UsageError) {
      if (json) await toStandardOutput(`${JSON.stringify({ error: error.message })}\n`)
      process.stderr.write(`${error.message}\nTry: npm run kiosk -- help\n`)
      return 2
    }
    const refusal = storageErrorOf(error)
    const text =
      refusal === null
        ? (plainError(error) ?? (error instanceof Error ? error.message : String(error)))
        : `${refusal.sentence} ${refusal.todo}`
    return await say({ ok: false, text, json: { error: text, ...(refusal === null ? {} : { code: refusal.code }) } })
  }
}

/** What `serve` prints while it runs, for a person. */
function inWords(link: string): string {
  return `Pledge Kiosk is open on this computer. Open this address in a browser:\n\n  ${link}\n\nPress Ctrl+C to close it.`
}

if (import.meta.main) {
  // Whoever wrote is told, too, and says it; unheard here, the program would end in the words of its engine.
  process.stdout.on('error', () => undefined)
  process.exitCode = await runCli(process.argv.slice(2))
}
