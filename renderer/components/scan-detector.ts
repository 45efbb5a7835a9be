/** What a scanner types, told from what a person types: by its speed, and by how briefly it holds a key. No page, no clock. */
import type { DoorSettings } from '../../shared/domain/door.ts'

/** No person types three keys in a row this fast. Milliseconds from one key to the next. */
const FAST = 40
/** From this key on a burst is a scanner's, and is kept from the page. */
const CERTAIN = 3
/** A scanner lets go of a key before it presses the next; a person holds one for 50 ms and more. Milliseconds. */
export const HELD = 45
/** A burst that has been quiet this long is over. Milliseconds. */
export const OVER = 100
const SHORTEST = 5

/** One key going down. `at` is the event's own time stamp, which stays true however late the event arrives. Milliseconds. */
export type Press = {
  key: string
  /** The physical key, by which its release is known. */
  code: string
  at: number
  /** The keyboard repeats a key that is held down. */
  repeat: boolean
  /** A modifier that makes this something else than a character. */
  chord: 'none' | 'control' | 'other'
}

export type Effect =
  /** A burst may begin here: remember what the field in focus holds. */
  | { do: 'remember' }
  /** It is a scanner: give the field back what was remembered. */
  | { do: 'take-out' }
  /** It was a person after all: type this where they are typing. */
  | { do: 'put-back'; text: string }
  | { do: 'scan'; text: string }

/** `swallow`: the page must not hear of this key. */
export type Heard = { swallow: boolean; effects: Effect[] }

type Key = { text: string; code: string; down: number; up: number | null; person: boolean; swallowed: boolean }

/**
 * Listens to every key on a page; answers whether the page may have it, and what is to be done. The first two keys of a
 * scan reach the page, and are taken out again; whatever a person types meanwhile is put back when the scan is over.
 *
 * A scan ends with Enter or Tab, whichever the scanner was set to; with `end: 'none'` also when it pauses. The prefix is
 * taken off where it is there: a scan without it counts as well, because a scanner that was set up otherwise must not
 * lose anybody's badge.
 */
export function createScanDetector({ prefix, end }: Omit<DoorSettings['scanner'], 'pace'>) {
  let burst: Key[] = []
  /** When the last key of the burst went down, Shift and the like too: a scanner takes its time for those as well. */
  let last = -Infinity
  /** The burst is a scanner's: the page hears no more of it. */
  let kept = false
  /** Scans that have ended but have a key still down, so that it is not yet known whose it is. In order. */
  let ended: Key[][] = []
  let endedAt = -Infinity
  let endKey: string | null = null
  /** A burst that was left to the page because it had gone quiet; a busy machine may deliver the rest of it late. */
  let given: { keys: Key[]; kept: boolean } | null = null

  const isQuick = (at: number) => burst.length > 0 && at - last <= FAST

  /** True where a person pressed it; undefined where it is too early to say. */
  const isPersons = (key: Key, at: number): boolean | undefined =>
    key.person || (key.up ?? at) - key.down > HELD ? true : key.up === null ? undefined : false

  const verdicts = (keys: readonly Key[], at: number): (boolean | undefined)[] => {
    // Some scanners never say that a key went up: then nothing can be told from it.
    const telling = keys.filter(({ up }) => up !== null).length * 2 >= keys.length
    return keys.map((key) => (telling ? isPersons(key, at) : key.person))
  }

  /** The scans whose every key is accounted for; `now` where there is no more waiting: what is still down is a person's. */
  const judge = (at: number, now = false): Effect[] => {
    const effects: Effect[] = []
    for (let keys = ended[0]; keys !== undefined; keys = ended[0]) {
      const whose = verdicts(keys, at)
      if (!now && whose.includes(undefined)) break
      ended = ended.slice(1)
      const scanned = keys.filter((_, index) => whose[index] === false)
      const typed = scanned.length < SHORTEST ? keys : keys.filter((key) => !scanned.includes(key))
      if (typed.length > 0) effects.push({ do: 'put-back', text: textOf(typed) })
      if (scanned.length >= SHORTEST) effects.push({ do: 'scan', text: withoutPrefix(textOf(scanned), prefix) })
    }
    return effects
  }

  const finish = (keys = burst) => {
    ended = [...ended, keys]
    burst = []
    kept = false
  }

  /** The burst is over without its end key: what was kept of it is a scan where a pause ends one, and else a person's after all. */
  const close = () => {
    if (kept) finish(end === 'none' ? burst : burst.map((key) => ({ ...key, person: true })))
    burst = []
  }

  const settle = (at: number): Effect[] => {
    close()
    return judge(at, true)
  }

  const begin = (press: Press): Heard => {
    // Right after a scan only a scanner is this fast: not even its first key may reach the page.
    const again = ended.length > 0 || press.at - endedAt <= FAST
    close()
    const effects = judge(press.at, !again)
    burst = [keyOf(press, again)]
    last = press.at
    kept = again
    return { swallow: again, effects: [...effects, { do: 'remember' }] }
  }

  const goOn = (press: Press): Heard => {
    const effects = judge(press.at)
    if (!kept && burst.length + 1 >= CERTAIN) {
      kept = true
      effects.push({ do: 'take-out' })
    }
    burst.push(keyOf(press, kept))
    last = press.at
    return { swallow: kept, effects }
  }

  const hearEnd = (press: Press): Heard => {
    if (press.repeat) return { swallow: endKey === press.code, effects: [] }
    const sure = burst.filter((_, index) => verdicts(burst, press.at)[index] === true).length
    if (kept && isQuick(press.at) && burst.length - sure >= SHORTEST) {
      finish()
      endedAt = press.at
    } else if (burst.length > 0 || press.at - endedAt > FAST) {
      return { swallow: false, effects: settle(press.at) }
    } else {
      // The second half of an end: some press Enter and then a line feed. A third would be somebody's own.
      endedAt = -Infinity
    }
    endKey = press.code
    return { swallow: true, effects: judge(press.at) }
  }

  const hear = (press: Press): Heard => {
    const quick = isQuick(press.at)
    if (MODIFIERS.has(press.key)) {
      if (quick) last = press.at
      return { swallow: false, effects: [] }
    }
    if (isEnd(press) && (press.chord === 'none' || quick || press.at - endedAt <= FAST)) return hearEnd(press)
    const scanning = kept && quick
    const character = characterOf(press, scanning)
    if (character !== null && (scanning || !press.repeat)) {
      const typed = { ...press, key: character }
      return quick ? goOn(typed) : begin(typed)
    }
    if (!scanning) return { swallow: false, effects: settle(press.at) }
    // In a scan a dead key is swallowed; a person's own key (an arrow, Backspace) goes where it was meant to.
    if (press.key === 'Dead') last = press.at
    return { swallow: press.key === 'Dead', effects: [] }
  }

  return {
    press(press: Press): Heard {
      const late = given
      given = null
      if (late === null || burst.length > 0 || press.at - last > FAST || press.repeat) return hear(press)
      burst = late.keys
      kept = late.kept
      const { swallow, effects } = hear(press)
      return { swallow, effects: late.kept ? [{ do: 'take-out' }, ...effects] : effects }
    },

    /** A key going up. */
    release({ code, at }: { code: string; at: number }): Heard {
      if (endKey === code) {
        endKey = null
        return { swallow: true, effects: judge(at) }
      }
      const isIt = (one: Key) => one.code === code && one.up === null
      const key = burst.findLast(isIt) ?? ended.flat().findLast(isIt) ?? given?.keys.findLast(isIt)
      if (key === undefined) return { swallow: false, effects: judge(at) }
      key.up = at
      return { swallow: key.swallowed, effects: judge(at) }
    },

    /** Nothing has happened for as long as `patience` said. `at` on the clock of the events. */
    quiet(at: number): Effect[] {
      if (ended.length > 0) return judge(at, true)
      // Where a pause ends a scan, what was kept is one, and nothing more of it comes.
      if (burst.length > 0 && !(kept && end === 'none')) given = { keys: burst, kept }
      return settle(at)
    },

    /** How long to wait before `quiet`, where nothing more is heard. Milliseconds; null where nothing is waited for. */
    patience: (): number | null => (ended.length > 0 ? HELD : burst.length > 0 ? OVER : null),
  }
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'])

/** Enter or Tab, also as the control character that some scanners type for it. */
const isEnd = ({ key, chord }: Press): boolean =>
  chord === 'none' ? key === 'Enter' || key === 'Tab' : chord === 'control' && /^[mji]$/i.test(key)

/** What a key types; null where it types nothing. In a scan, Control and a key is a control character: GS1 codes have them. */
function characterOf({ key, chord }: Press, scanning: boolean): string | null {
  if (key.length !== 1 || chord === 'other') return null
  if (chord === 'none') return key
  return scanning ? String.fromCharCode(key.toUpperCase().charCodeAt(0) % 32) : null
}

const keyOf = ({ key, code, at, repeat }: Press, swallowed: boolean): Key => ({
  text: key,
  code,
  down: at,
  up: null,
  person: repeat,
  swallowed,
})

const textOf = (keys: readonly Key[]): string => keys.map(({ text }) => text).join('')

/** A badge of ours begins with PK1: a prefix that is the beginning of that must not eat it. */
function withoutPrefix(text: string, prefix: string): string {
  const rest = text.slice(prefix.length)
  return prefix !== '' && text.startsWith(prefix) && (!/^PK1\W/i.test(text) || /^PK1\W/i.test(rest)) ? rest : text
}
