/** How fast a PIN or a passphrase may be guessed: what wrong tries cost, and how long the next one has to wait. Pure. */

/** `atOnce` wrong tries are had at first, and one more comes back every `every` milliseconds. */
export type Pace = { atOnce: number; every: number }

/** Instants in milliseconds. `full`: when the whole allowance is back; not after now where nothing of it is spent. */
export type Tries = { wrong: number; last: number; full: number }

export const NO_TRIES: Tries = { wrong: 0, last: 0, full: 0 }

const MINUTE = 60_000

/** Where staff were let in before: twenty wrong tries, and four an hour. Everywhere else together: twelve, and three an hour. */
export const PIN_PACE = {
  known: { atOnce: 20, every: 15 * MINUTE },
  elsewhere: { atOnce: 12, every: 20 * MINUTE },
} as const satisfies Record<string, Pace>
/** A passphrase is far longer than a PIN, and is what opens a tablet where the PIN has to wait. */
export const PASSPHRASE_PACE: Pace = { atOnce: 20, every: 2 * MINUTE }

const FREE_TRIES = 5

/** Wrong tries in a row make whoever is there pause, in seconds: never long enough to keep a steward from the door. */
const pauseAfter = (wrong: number): number => (wrong < FREE_TRIES ? 0 : wrong === FREE_TRIES ? 30 : 60)

/**
 * The tries as they stand now: forgotten once the whole allowance is back. After a clock was set back they count from the new time,
 * so that nobody is locked out until the old one comes.
 */
export function asOf(tries: Tries, now: number): Tries {
  const { wrong, last, full } = tries.last > now ? { ...tries, last: now, full: tries.full - tries.last + now } : tries
  return full <= now && wrong > 0 && pauseAfter(wrong) * 1000 <= now - last ? NO_TRIES : { wrong, last, full }
}

/** How long until the next try is judged, in whole seconds; 0 where it is judged now. `tries` as of now. */
export function waitFor({ wrong, last, full }: Tries, { atOnce, every }: Pace, now: number): number {
  const pause = pauseAfter(wrong) * 1000 - (now - last)
  const spent = full + every - now - atOnce * every
  return Math.max(0, Math.ceil(Math.max(pause, spent) / 1000))
}

/** What is left before anybody has to wait, in tries. */
export const leftOf = ({ wrong, full }: Tries, { atOnce, every }: Pace, now: number): number =>
  Math.max(0, Math.min(FREE_TRIES - wrong, atOnce - Math.ceil(Math.max(0, full - now) / every)))

/** One more, which is counted as wrong before it is judged. */
export const spend = ({ wrong, full }: Tries, { every }: Pace, now: number): Tries => ({
  wrong: wrong + 1,
  last: now,
  full: Math.max(full, now) + every,
})
