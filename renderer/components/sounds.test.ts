import { describe, expect, test } from 'vitest'
import { NOTES, type Sound } from './sound-notes.ts'
import { createSounds } from './sounds.ts'
import { settled } from '../../test/support/settled.ts'

const SOUNDS: Sound[] = ['ok', 'warn', 'bad']

/** Which way a sound goes, as somebody hears it who cannot tell one pitch from another. */
const direction = (sound: Sound) => {
  const pitches = NOTES[sound].flatMap(({ from, to }) => [from, to])
  return Math.sign((pitches.at(-1) ?? 0) - (pitches[0] ?? 0))
}

/** An audio context that only remembers what it was asked to play. */
function fakeAudio(state: AudioContextState) {
  const started: number[] = []
  const param = { value: 1, setValueAtTime() {}, linearRampToValueAtTime() {}, setTargetAtTime() {} }
  const node = () => ({ gain: param, frequency: param, type: 'sine', connect: (to: unknown) => to, stop() {} })
  const audio = {
    state,
    currentTime: 0,
    destination: {},
    resume: () => (audio.state === 'suspended' ? new Promise<void>(() => {}) : Promise.resolve()),
    createGain: node,
    createOscillator: () => ({ ...node(), start: (index: number) => void started.push(index) }),
  }
  return { audio: audio as unknown as AudioContext, started, allow: () => void (audio.state = 'running') }
}

describe('the sounds of an answer', () => {
  test('differ in how many notes they have and which way they go, in a hall where pitch is hard to hear', () => {
    expect(new Set(SOUNDS.map((sound) => NOTES[sound].length)).size).toBe(3)
    expect(SOUNDS.map(direction)).toEqual([1, 0, -1])
  })

  test('are over within half a second, and lie where ageing ears still hear', () => {
    for (const { from, to, at, lasts } of SOUNDS.flatMap((sound) => NOTES[sound])) {
      expect(at + lasts).toBeLessThanOrEqual(0.5)
      expect(Math.min(from, to)).toBeGreaterThanOrEqual(300)
      expect(Math.max(from, to)).toBeLessThanOrEqual(1100)
    }
  })

  test('one context plays them all', async () => {
    const { audio, started } = fakeAudio('running')
    let opened = 0
    const play = createSounds(() => {
      opened += 1
      return audio
    }, undefined)
    for (const sound of SOUNDS) play(sound)
    await settled()
    expect([opened, started.length]).toEqual([1, 6])
  })

  test('are silent, and harmless, where there is no audio or nobody has touched the page yet', async () => {
    const none = createSounds(() => {
      throw new Error('no audio device')
    }, undefined)
    expect(() => none('ok')).not.toThrow()
    const { audio, started } = fakeAudio('suspended')
    const early = createSounds(() => audio, undefined)
    early('ok')
    early('bad')
    await settled()
    expect(started).toEqual([])
  })

  test('the first touch of the page lets them sound', async () => {
    const { audio, started, allow } = fakeAudio('suspended')
    const page = new EventTarget() as unknown as Window
    const play = createSounds(() => audio, page)
    page.dispatchEvent(new Event('pointerdown'))
    allow()
    play('ok')
    await settled()
    expect(started.length).toBe(2)
  })
})
