/** Tells what a slow scanner typed from what a person typed: by what it reads as, then by its even pace. No page, no clock. */
import { looksLikeCode, readBadge } from '../../shared/domain/badge.ts'
import type { DoorSettings } from '../../shared/domain/door.ts'
import type { Press } from './scan-detector.ts'

/**
 * Where the keys go. `search`: names are looked for there, and codes may be typed by hand. `secret`: a PIN is digits, too, so
 * only a badge of ours is a scan. `nowhere`: no field has the focus, so nobody can mean to write.
 */
export type Where = 'search' | 'field' | 'secret' | 'nowhere'

export type Found =
  /** `head`: what a person typed just before it, which stays theirs. `pace`: from one key to the next, on average; milliseconds. */
  | { what: 'scan'; text: string; head: string; pace: number }
  /** A scanner typed this, and it is no code, or was never ended. */
  | { what: 'unclear'; text: string }

/** Bluetooth scanners take up to 100 ms a key, and some keys come late. On average, and at most; milliseconds. */
const PACE = { average: 110, most: 170 }
/** While one is tried, nobody writes: slower ones are heard, and learnt. Milliseconds. */
const TRIED = { average: 250, most: 400 }
/** How much slower than when it was learnt a scanner may be. */
const SLACK = 1.4
/** No person types this evenly, and lets go of each key so soon. Milliseconds. */
const FAST = { average: 40, held: 45 }
/** The share of the time from one key to the next for which a scanner holds a key, at most; one that is known may hold it all the while. */
const LET_GO = { unknown: 0.7, known: 1 }
/** How near to the pace that was learnt is that pace. */
const NEAR = 0.35
/** Whoever paused for so long began anew. Milliseconds. */
const ANEW = 2000
/** Nothing more comes of a scan after so long. Milliseconds. */
export const DONE = 600
/** In a field somebody may write a short code themselves; elsewhere less is enough. Characters. */
const SHORTEST: Record<Where, number> = { field: 6, secret: Infinity, search: 5, nowhere: 4 }
/** A badge with what may stand before it is no longer than this. Characters. */
const LONGEST_BADGE = 60

type Key = { text: string; code: string; down: number; up: number | null }
type Settings = Pick<DoorSettings['scanner'], 'end'> & { pace?: number; trying?: boolean }

const textOf = (keys: readonly Key[]): string => keys.map(({ text }) => text).join('')

/** The average from one key to the next. Milliseconds. */
const paceOf = (keys: readonly Key[]): number =>
  keys.length < 2 ? Infinity : ((keys.at(-1)?.down ?? 0) - (keys[0]?.down ?? 0)) / (keys.length - 1)

/** A person who types this fast holds each key nearly until the next is down, or longer; a scanner lets go of it well before. */
function isLetGo(keys: readonly Key[], share: number): boolean {
  const held = keys.flatMap(({ down, up }) => (up === null ? [] : [up - down]))
  const average = held.reduce((sum, one) => sum + one, 0) / Math.max(1, held.length)
  const isApart = keys.every(({ up }, index) => up === null || up <= (keys[index + 1]?.down ?? Infinity))
  return isApart && average <= Math.max(FAST.held, paceOf(keys) * share)
}

/** Where a badge begins at the end of a text; -1 where there is none. One inside a link is read with the link. */
function badgeIn(text: string): number {
  for (let start = Math.max(0, text.length - LONGEST_BADGE); start < text.length; start++)
    if (readBadge(text.slice(start), '').kind === 'other-event') return /[/=]$/.test(text.slice(0, start)) ? -1 : start
  return -1
}

/** A code, and no name, sentence or e-mail address: those have no digits, or spaces, or an @ before a host. */
export const readsAsCode = (text: string, shortest = SHORTEST.search): boolean =>
  text.length >= shortest && looksLikeCode(text) && !/\s/.test(text) && !/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text)

/**
 * Listens beside the detector of quick scans to every character key, wherever it goes, and leaves each to the page. With the key
 * that ends it, or a pause, a line that can only be a scanner's is one: at any speed where it reads as a badge of ours, or where
 * nobody can be writing; at a scanner's pace where it reads as a code.
 */
export function createSlowScans({ end, pace = 0, trying = false }: Settings) {
  let line: Key[] = []
  let place: Where = 'nowhere'
  const usual = trying ? TRIED : PACE
  const limit = {
    average: Math.max(usual.average, pace * SLACK),
    most: Math.max(usual.most, pace * SLACK * 1.5),
  }

  /** The keys at the end that came at a scanner's pace. */
  const run = (): Key[] => {
    let from = line.length - 1
    while (from > 0 && (line[from]?.down ?? 0) - (line[from - 1]?.down ?? 0) <= limit.most) from -= 1
    return line.slice(Math.max(0, from))
  }
  const scanOf = (keys: readonly Key[], head: string): Found => ({
    what: 'scan',
    text: textOf(keys),
    head,
    pace: Math.round(paceOf(keys)),
  })

  const badgeOf = (): Found | null => {
    const text = textOf(line)
    const badge = badgeIn(text)
    return badge < 0 ? null : scanOf(line.slice(badge), text.slice(0, badge))
  }
  const isScanners = (keys: readonly Key[]): boolean => {
    const paced = paceOf(keys)
    const isKnown = trying || Math.abs(paced - pace) <= pace * NEAR
    return paced <= limit.average && isLetGo(keys, isKnown ? LET_GO.known : LET_GO.unknown)
  }

  const ended = (at: number): Found | null => {
    const text = textOf(line)
    const badge = badgeOf()
    if (badge !== null) return badge
    const keys = run()
    const typed = textOf(keys)
    const isPaced = isScanners(keys) && at - (keys.at(-1)?.down ?? -Infinity) <= limit.most * 2
    const isCode = readsAsCode(typed, SHORTEST[place])
    if (place === 'nowhere') {
      const whole = isPaced ? keys : line
      if (readsAsCode(textOf(whole), SHORTEST.nowhere)) return scanOf(whole, '')
      return isPaced && typed.length >= SHORTEST.nowhere ? { what: 'unclear', text: typed } : null
    }
    return isPaced && isCode ? scanOf(keys, text.slice(0, -typed.length)) : null
  }
  const clear = <Answer>(answer: Answer): Answer => {
    line = []
    return answer
  }

  return {
    /** A key that goes to `where`. What was found has ended with this key, which is then the scanner's. */
    press({ key, code, at, repeat, chord }: Press, where: Where): Found | null {
      if (key === 'Shift' || key === 'CapsLock' || key === 'NumLock' || key === 'AltGraph') return null
      if (key === 'Enter' || key === 'Tab') {
        const found = chord === 'none' && !repeat && line.length > 0 && place === where ? ended(at) : null
        // By hand, Tab only leads on: also from a badge’s code.
        const isEnd = key === 'Enter' || end === 'tab' || trying || (badgeOf() !== null && isScanners(run()))
        return clear(isEnd ? found : null)
      }
      if (key.length !== 1 || chord !== 'none' || repeat) return clear(null)
      if (where !== place || at - (line.at(-1)?.down ?? at) > ANEW) line = []
      place = where
      line.push({ text: key, code, down: at, up: null })
      return null
    },
    release({ code, at }: { code: string; at: number }): void {
      const key = line.findLast((one) => one.code === code && one.up === null)
      if (key !== undefined) key.up = at
    },
    /** The focus was moved by a finger, or a quick scan has ended. */
    forget: (): void => void clear(null),
    /** Nothing has come for as long as `patience` said: what ends with no key, and what was never ended. */
    quiet(): Found | null {
      const badge = badgeOf()
      if (badge !== null && isScanners(run())) return clear(badge)
      if (end === 'none') {
        const found = ended(line.at(-1)?.down ?? 0)
        return found?.what === 'scan' ? clear(found) : null
      }
      const keys = run()
      const isQuick =
        keys.length >= SHORTEST.search &&
        paceOf(keys) <= FAST.average &&
        keys.every(({ down, up }) => up !== null && up - down <= FAST.held)
      return isQuick ? clear({ what: 'unclear' as const, text: textOf(keys) }) : null
    },
    /** How long to wait before `quiet`. Milliseconds; null where nothing is waited for. */
    patience: (): number | null => (line.length >= SHORTEST.nowhere ? DONE : null),
    /** From one key to the next, on average, of what has been typed so far. Milliseconds. */
    paceNow: (): number => Math.round(paceOf(run())),
    /** True where the next character begins a line. */
    isEmpty: (): boolean => line.length === 0,
  }
}
