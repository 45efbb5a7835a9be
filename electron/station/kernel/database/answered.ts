/** What the station last answered, in a small synced file of its own, so that data that went back is noticed. */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { moveInto, writeBeside } from './safe-file.ts'

/** The newest fact of a station's own chain that it answered. Number and hash only: it outlives every format of the facts. */
export type Answered = { station: string; seq: number; hash: string }

const answeredPath = (folder: string): string => join(folder, 'station.answered')

/**
 * Two slots of so many bytes, written in turn: a power cut spoils the one that was being written, and the other still says
 * what was answered before it. One sector each, so that neither write touches the other.
 */
const SLOT = 512

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

function slotOf({ station, seq, hash }: Answered): string {
  const text = `${station} ${seq} ${hash}`
  return `${`${text} ${sumOf(text)}`.padEnd(SLOT - 1)}\n`
}

const WORDS = /^((\S+) (\d+) (\S+)) ([0-9a-f]{16}) *\n$/

function readSlot(slot: string): Answered | null {
  const [, text = '', station = '', seq = '', hash = '', sum = ''] = WORDS.exec(slot) ?? []
  return sum !== '' && sumOf(text) === sum ? { station, seq: Number(seq), hash } : null
}

/** The newer of the two slots; null where neither can be read, or they are of two stations. */
function newerOf(text: string): Answered | null {
  const [one, two] = [readSlot(text.slice(0, SLOT)), readSlot(text.slice(SLOT))]
  if (one === null || two === null) return one ?? two
  if (one.station !== two.station) return null
  return one.seq > two.seq ? one : two
}

const textIn = (folder: string): string | null =>
  existsSync(answeredPath(folder)) ? readFileSync(answeredPath(folder), 'latin1') : null

const answeredIn = (text: string): Answered | 'unreadable' =>
  (text.length === 2 * SLOT ? newerOf(text) : null) ?? 'unreadable'

/** Null where nothing was ever answered from this folder; `unreadable` where what was answered cannot be told any more. */
export function readAnswered(folder: string): Answered | 'unreadable' | null {
  const text = textIn(folder)
  return text === null ? null : answeredIn(text)
}

/** Writes the file anew, for a station that has none or goes on under another id. */
const beginAnswered = (folder: string, answered: Answered): void =>
  moveInto(writeBeside(answeredPath(folder), slotOf(answered).repeat(2)), answeredPath(folder))

/**
 * Remembers a newer answer; synced when it returns. Another program may write to the same station: a number that is not newer
 * than the one that stands there changes nothing, and one that is lost to the other costs a little strictness and no fact.
 */
export function remember(folder: string, answered: Answered): void {
  if (!existsSync(answeredPath(folder)) || !addTo(answeredPath(folder), answered)) beginAnswered(folder, answered)
}

/** False where it is to be begun anew. It is read and written as one file, though another program may put a new one in its place meanwhile. */
function addTo(path: string, answered: Answered): boolean {
  const file = openSync(path, 'r+')
  try {
    const text = readFileSync(file, 'latin1')
    const held = answeredIn(text)
    if (held === 'unreadable' || held.station !== answered.station) return false
    if (held.seq >= answered.seq) return true
    // Over the older one, or the one that was spoiled.
    const place = readSlot(text.slice(0, SLOT))?.seq === held.seq ? SLOT : 0
    writeSync(file, slotOf(answered), place, 'latin1')
    fdatasyncSync(file)
    return true
  } finally {
    closeSync(file)
  }
}
