/** The same station from a terminal: `npm run kiosk -- <command>`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { check, rehearse, serve, status } from './commands/care.ts'
import { type Command, openKeyStore, type Options, type Outcome, UsageError } from './commands/command.ts'
import { attendanceExport, backup, delegatesImport, eventLoad, planExport } from './commands/data.ts'
import { defaultDataFolder } from './places.ts'
import { storageErrorOf } from './station/kernel/database/index.ts'

/** Every command by the words it starts with: one line a command. */
const commands: Readonly<Record<string, Command>> = {
  'event load': eventLoad,
  'delegates import': delegatesImport,
  'plan export': planExport,
  'attendance export': attendanceExport,
  status,
  check,
  backup,
  rehearse,
  serve,
}

const help = (): string =>
  [
    'Pledge Kiosk from the terminal',
    '',
    ...Object.values(commands).map((command) => `  ${command.usage.padEnd(62)} ${command.about}`),
    '',
    'With every command:',
    '  --data FOLDER   the station’s data folder (usually one of this user’s own)',
    '  --json          print one JSON object instead of words',
    '  --passphrase-file FILE',
    '                  the organiser passphrase, as the first line of FILE, where it locks the data',
  ].join('\n')

function choose(args: readonly string[]): { command: Command; rest: string[] } {
  for (const words of [2, 1]) {
    const command = commands[args.slice(0, words).join(' ')]
    if (command !== undefined) return { command, rest: args.slice(words) }
  }
  throw new UsageError(args.length === 0 ? 'Which command?' : `There is no command “${args.slice(0, 2).join(' ')}”.`)
}

/** Runs one command. Answers with the exit code: 0 done, 1 not done (the reason is said), 2 called wrongly. */
export async function runCli(args: readonly string[]): Promise<number> {
  // Where the words come from must not matter to a program that reads them.
  const json = args.includes('--json')
  const say = (outcome: Outcome): number => {
    if (json) process.stdout.write(`${JSON.stringify(outcome.json)}\n`)
    else (outcome.ok ? process.stdout : process.stderr).write(`${outcome.text}\n`)
    return outcome.ok ? 0 : 1
  }
  try {
    if (args.includes('--help') || args[0] === 'help') {
      process.stdout.write(`${help()}\n`)
      return 0
    }
    const { command, rest } = choose(args)
    const { values, positionals } = parse(command, rest)
    const options: Options = values
    if (positionals.length !== command.words) throw new UsageError(`It is called like this: ${command.usage}`)
    const folder = resolve(typeof values['data'] === 'string' ? values['data'] : defaultDataFolder())
    const passphraseFile = typeof values['passphrase-file'] === 'string' ? values['passphrase-file'] : null
    const keyStore = await openKeyStore(folder, passphraseFile, options['seal'] === true)
    const print: Parameters<Command['run']>[0]['print'] = (opened) =>
      void process.stdout.write(json ? `${JSON.stringify(opened)}\n` : `${inWords(opened.link)}\n`)
    return say(await command.run({ words: positionals, options, folder, keyStore, print }))
  } catch (error) {
    if (error instanceof UsageError) {
      if (json) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`)
      process.stderr.write(`${error.message}\nTry: npm run kiosk -- help\n`)
      return 2
    }
    const refusal = storageErrorOf(error)
    const text =
      refusal === null
        ? error instanceof Error
          ? error.message
          : String(error)
        : `${refusal.sentence} ${refusal.todo}`
    return say({ ok: false, text, json: { error: text, ...(refusal === null ? {} : { code: refusal.code }) } })
  }
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...command.options,
        data: { type: 'string' },
        json: { type: 'boolean' },
        'passphrase-file': { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0] : 'That cannot be understood.')
  }
}

/** What `serve` prints while it runs, for a person. */
function inWords(link: string): string {
  return `Pledge Kiosk is open on this computer. Open this address in a browser:\n\n  ${link}\n\nPress Ctrl+C to close it.`
}

if (import.meta.main) process.exitCode = await runCli(process.argv.slice(2))
