/** The notes of each sound: told apart by how many there are and which way they go, not by pitch alone. */

export type Sound = 'ok' | 'warn' | 'bad'

/** Glides from one frequency to another (Hz), beginning `at` and lasting so many seconds. */
export type Note = { from: number; to: number; at: number; lasts: number }

const note = (at: number, lasts: number, from: number, to = from): Note => ({ from, to, at, lasts })

/** Between 300 and 1,100 Hz, where those whose hearing has aged still hear well. Each over within half a second. */
export const NOTES: Record<Sound, readonly Note[]> = {
  ok: [note(0, 0.1, 660), note(0.1, 0.18, 990)],
  warn: [note(0, 0.09, 740), note(0.15, 0.09, 740), note(0.3, 0.11, 740)],
  bad: [note(0, 0.5, 520, 310)],
}
