/** What the station last answered, in a small synced file of its own, so that data that went back is noticed. */
import { hash as hashOf } from 'node:crypto'
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
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

const sumOf = (text: string): string => hashOf('sha256', text, 'hex').slice(0, 16)

function slotOf({ station, seq, hash }: Answered): string {
  const text = `${station} ${seq} ${hash}`
  return `${`${text} ${sumOf(text)}`.padEnd(SLOT - 1)}\n`
}

const WORDS = /^((\S+) (\d+) (\S+)) ([0-9a-f]{16}) *\n$/

function readSlot(slot: string): Answered | null {
  const [, text = '', station = '', seq = '', hash = '', sum = ''] = WORDS.exec(slot) ?? []
  return sum !== '' && sumOf(text) === sum ? { station, seq: Number(seq), hash } : null
}

/** The newer of the two slots, and where it stands; null where neither can be read, or they are of two stations. */
function newerIn(text: string): { answered: Answered; place: 0 | typeof SLOT } | null {
  if (text.length !== 2 * SLOT) return null
  const [one, two] = [readSlot(text.slice(0, SLOT)), readSlot(text.slice(SLOT))]
  if (one !== null && two !== null && one.station !== two.station) return null
  if (one !== null && (two === null || one.seq > two.seq)) return { answered: one, place: 0 }
  return two === null ? null : { answered: two, place: SLOT }
}

/** Null where nothing was ever answered from this folder; `unreadable` where what was answered cannot be told any more. */
export function readAnswered(folder: string): Answered | 'unreadable' | null {
  if (!existsSync(answeredPath(folder))) return null
  return newerIn(readFileSync(answeredPath(folder), 'latin1'))?.answered ?? 'unreadable'
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
    // One byte more than there should be.
    const bytes = Buffer.alloc(2 * SLOT + 1)
    const newer = newerIn(bytes.toString('latin1', 0, readSync(file, bytes)))
    if (newer === null || newer.answered.station !== answered.station) return false
    if (newer.answered.seq >= answered.seq) return true
    // Over the older one, or the one that was spoiled.
    writeSync(file, slotOf(answered), newer.place === 0 ? SLOT : 0, 'latin1')
    fdatasyncSync(file)
    return true
  } finally {
    closeSync(file)
  }
}
