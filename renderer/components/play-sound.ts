/** The sounds of this page: all of it plays in one audio context. */
import type { Sound } from './sound-notes.ts'
import { createSounds } from './sounds.ts'

/** `ok` two notes up, `warn` three alike, `bad` one long one down. Whether sound is wanted is for the caller to know. */
export const playSound: (sound: Sound) => void = createSounds(
  () => new AudioContext({ latencyHint: 'interactive' }),
  typeof window === 'undefined' ? undefined : window,
)
