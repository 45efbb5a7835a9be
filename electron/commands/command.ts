/** What a command of the terminal is: what it takes, what it does, and the three ways it can end. */
import { readFileSync, statSync } from 'node:fs'
import { isNew, type KeyStore, sealedKeyStore } from '../station/kernel/database/index.ts'
import { openStation, type Station } from '../station/app/station.ts'

/**
 * Done (exit 0), or not done with the reason (exit 1). `json` is the one object that `--json` prints; `text` is for people. `besides`: what was
 * asked for stands on standard output already.
 */
export type Outcome = { ok: boolean; text: string; json: Record<string, unknown>; besides?: true }

/** Called in a way that no command understands (exit 2). */
export class UsageError extends Error {}

/** A list where the option may be given several times. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export type Command = {
  /** As it is typed, for the help: `delegates import FILE [--dry-run]`. */
  usage: string
  about: string
  /** How many words follow the command. */
  words: number
  /** `about`: for its help, after the name; what it takes in capitals first. */
  options: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: true; about: string }>>
  /** It runs until it is told to end, and nobody waits for it. */
  stays?: true
  run(given: {
    words: readonly string[]
    options: Options
    folder: string
    /** Keeps the key to the folder; it opens one that is sealed, and seals none. */
    keyStore: KeyStore
    print: (opened: { link: string; port: number; folder: string }) => void
  }): Promise<Outcome>
}

/** Where a command finds its station. `begins`: it makes one where there is none. `reads`: it writes nothing. */
type Place = { folder: string; keyStore: KeyStore; begins?: boolean; reads?: boolean }

/**
 * The key store of the folder. Where the key is sealed it is opened with the first line of `passphraseFile`: on the
 * command line itself a passphrase would be in the shell's history, and in every list of what runs. `seals`: a key that lies open is sealed
 * as soon as the organiser gives the passphrase. Throws a sentence.
 */
export async function openKeyStore(folder: string, passphraseFile: string | null, seals = false): Promise<KeyStore> {
  const keyStore = sealedKeyStore({ folder, seals })
  if (passphraseFile === null) return keyStore
  const passphrase = firstLine(passphraseFile)
  if ((await keyStore.unseal?.(folder, passphrase)) !== true)
    throw new Error(`The first line of “${passphraseFile}” is not the passphrase that this data is locked with.`)
  return keyStore
}

function firstLine(path: string): string {
  try {
    return (
      readFileSync(path, 'utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)[0] ?? ''
    )
  } catch {
    throw new Error(`There is no file “${path}”, or it may not be read. Check its name.`)
  }
}

/** Opens the station for the length of one command. A name that is mistyped makes no folder. */
export async function withStation(
  { folder, keyStore, begins = false, reads = false }: Place,
  work: (station: Station) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  if (!begins && isNew(folder)) return failed(noStation(folder))
  const station = openStation(folder, { keyStore, reads })
  try {
    return await work(station)
  } finally {
    station.close()
  }
}

/** Needs an event to be there. */
export function withEvent(place: Place, work: (station: Station) => Promise<Outcome> | Outcome): Promise<Outcome> {
  return withStation(place, (station) => {
    if (station.currentEvent() !== null) return work(station)
    return failed('There is no event in this data folder yet. Load one first with: event load FILE')
  })
}

export const failed = (text: string, json: Record<string, unknown> = {}): Outcome => ({
  ok: false,
  text,
  json: { error: text, ...json },
})

const noStation = (folder: string): string =>
  `There is no station in “${folder}” that you may look into, and nothing was made there. Check what follows --data, or begin one with: event load FILE`

/** The bytes of a file that was named, or a sentence on why there are none. */
export function readGiven(path: string): Buffer | string {
  try {
    if (statSync(path).isDirectory()) return `“${path}” is a folder. Name a file in it.`
    return readFileSync(path)
  } catch {
    return `There is no file “${path}”, or it may not be read. Check its name.`
  }
}

/** A whole number from an option, or the usual one. */
export function wholeNumber(options: Options, name: string, usual: number, most = 1_000_000): number {
  const given = options[name]
  if (given === undefined) return usual
  const number = Number(given)
  if (typeof given !== 'string' || !/^\d+$/.test(given) || number > most)
    throw new UsageError(`--${name} takes a whole number from 0 to ${most.toLocaleString('en-GB')}.`)
  return number
}

export function neededText(options: Options, name: string): string {
  const given = options[name]
  if (typeof given !== 'string' || given === '') throw new UsageError(`This command needs --${name}.`)
  return given
}
