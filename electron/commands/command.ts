/** What a command of the terminal is: what it takes, what it does, and the three ways it can end. */
import { openStation, type Station } from '../station/station.ts'

/** Done (exit 0), or not done with the reason (exit 1). `json` is the one object that `--json` prints; `text` is for people. */
export type Outcome = { ok: boolean; text: string; json: Record<string, unknown> }

/** Called in a way that no command understands (exit 2). */
export class UsageError extends Error {}

export type Options = Readonly<Record<string, string | boolean | undefined>>

export type Command = {
  /** As it is typed, for the help: `delegates import FILE [--dry-run]`. */
  usage: string
  about: string
  /** How many words follow the command. */
  words: number
  options: Readonly<Record<string, { type: 'string' | 'boolean' }>>
  run(given: {
    words: readonly string[]
    options: Options
    folder: string
    print: (opened: { link: string; port: number; folder: string }) => void
  }): Promise<Outcome>
}

/** Opens the station for the length of one command. */
export async function withStation(
  folder: string,
  work: (station: Station) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const station = openStation(folder)
  try {
    return await work(station)
  } finally {
    station.close()
  }
}

/** Needs an event to be there. */
export function withEvent(folder: string, work: (station: Station) => Promise<Outcome> | Outcome): Promise<Outcome> {
  return withStation(folder, (station) => {
    if (station.currentEvent() !== null) return work(station)
    const text = 'There is no event in this data folder yet. Load one first with: event load FILE'
    return { ok: false, text, json: { error: text } }
  })
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
