/** Short sounds for an answer, so that nobody has to look: made here, not loaded. */
import { NOTES, type Note, type Sound } from './sound-notes.ts'

/** Loud enough for a hall at the tablet's own volume, and no more than one note at once. */
const LOUD = 0.4
/** A sound that cannot begin by then would only startle somebody who has moved on. Milliseconds. */
const TOO_LATE = 150

type Page = Pick<Window, 'addEventListener' | 'removeEventListener'>

/**
 * Plays in one audio context for the whole page: browsers give a page only a few, and let it sound only after somebody
 * has touched the page. Silent where there is no audio at all; never throws.
 */
export function createSounds(open: () => AudioContext, page: Page | undefined): (sound: Sound) => void {
  let audio: AudioContext | null = null
  let playing: GainNode | null = null

  const start = async (): Promise<AudioContext | null> => {
    try {
      audio ??= open()
      if (audio.state !== 'running') await audio.resume()
      return audio.state === 'running' ? audio : null
    } catch {
      return null
    }
  }
  // The first touch or key is what allows sound; by then nothing has to be played yet.
  const unlock = () => {
    page?.removeEventListener('pointerdown', unlock)
    page?.removeEventListener('keydown', unlock)
    void start()
  }
  page?.addEventListener('pointerdown', unlock)
  page?.addEventListener('keydown', unlock)

  return (sound) => {
    const asked = Date.now()
    void start().then((running) => {
      if (running === null || Date.now() - asked > TOO_LATE) return
      try {
        // The next person's answer does not wait for the end of the last one's.
        playing?.gain.setTargetAtTime(0, running.currentTime, 0.01)
        playing = running.createGain()
        playing.gain.value = LOUD
        playing.connect(running.destination)
        for (const note of NOTES[sound]) play(running, playing, note)
      } catch {
        // The device with the loudspeaker has gone: the answer is on the screen.
      }
    })
  }
}

function play(audio: AudioContext, out: AudioNode, { from, to, at, lasts }: Note): void {
  const begin = audio.currentTime + at
  const oscillator = audio.createOscillator()
  // Softer than a buzzer, and with overtones enough to be heard through talk.
  oscillator.type = 'triangle'
  oscillator.frequency.setValueAtTime(from, begin)
  oscillator.frequency.linearRampToValueAtTime(to, begin + lasts)
  const swell = audio.createGain()
  swell.gain.setValueAtTime(0, begin)
  swell.gain.linearRampToValueAtTime(1, begin + 0.012)
  swell.gain.setValueAtTime(1, begin + lasts * 0.6)
  swell.gain.linearRampToValueAtTime(0, begin + lasts)
  oscillator.connect(swell).connect(out)
  oscillator.start(begin)
  oscillator.stop(begin + lasts)
}
