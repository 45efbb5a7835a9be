import { describe, expect, test } from 'vitest'
import { handClock } from '../../../../test/support/test-station.ts'
import { createPace } from './pace.ts'

describe('somebody guesses names at the door', () => {
  test('twenty guesses go through, then one every quarter of a minute', () => {
    const clock = handClock()
    const pace = createPace(clock)
    const screen = {}
    for (let guess = 0; guess < 20; guess += 1) expect(pace.take(screen)).toBe(0)
    expect(pace.take(screen)).toBe(15)
    clock.pass(9_000)
    expect(pace.take(screen)).toBe(6)
    clock.pass(6_000)
    expect(pace.take(screen)).toBe(0)
    expect(pace.take(screen)).toBe(15)
  })
  test('another screen is not held up, and a clock that was set back holds up nobody for longer', () => {
    const clock = handClock()
    const pace = createPace(clock)
    const screen = {}
    for (let guess = 0; guess < 25; guess += 1) pace.take(screen)
    expect(pace.take({})).toBe(0)
    clock.set('2016-01-01T00:00:00.000Z')
    expect(pace.take(screen)).toBe(15)
  })
  test('a queue of people who come in is never held up, even where each needs every question', () => {
    const pace = createPace(handClock())
    const screen = {}
    for (let person = 0; person < 300; person += 1) {
      const questions = ['name', 'organisation', 'email', 'name again']
      expect(questions.map(() => pace.take(screen))).toEqual([0, 0, 0, 0])
      pace.giveBack(screen)
    }
  })
})
