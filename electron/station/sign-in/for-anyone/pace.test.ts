import { describe, expect, test } from 'vitest'
import { handClock } from '../../../../test/support/test-station.ts'
import { createPace } from './pace.ts'

describe('somebody guesses names and codes where no staff stand', () => {
  test('three hundred go through, then one every three seconds', () => {
    const clock = handClock()
    const pace = createPace(clock)
    for (let guess = 0; guess < 300; guess += 1) expect(pace.name(`guess ${guess}`)).toBe(0)
    expect(pace.name('one more')).toBe(3)
    clock.pass(2_000)
    expect(pace.name('one more')).toBe(1)
    clock.pass(1_000)
    expect(pace.name('one more')).toBe(0)
    expect(pace.code('and a code', true)).toBe(3)
  })
  test('the same name again is the same question for ten minutes, and with an organisation it is another', () => {
    const clock = handClock()
    const pace = createPace(clock)
    for (let guess = 0; guess < 299; guess += 1) pace.name(`guess ${guess}`)
    for (let again = 0; again < 50; again += 1) expect(pace.name('ewa kaur')).toBe(0)
    expect(pace.name('ewa kaur', 'elmdon house')).toBe(3)
    // What was refused has not been asked.
    expect(pace.name('ewa kaur', 'elmdon house')).toBe(3)
    clock.pass(3_000)
    expect(pace.name('ewa kaur', 'elmdon house')).toBe(0)
    clock.pass(10 * 60_000)
    for (let guess = 0; guess < 199; guess += 1) pace.name(`later ${guess}`)
    expect(pace.name('ewa kaur')).toBe(0)
    expect(pace.name('one more')).toBe(3)
  })
  test('sixty codes that nobody has, then one every twenty seconds; our own badges and names are not held up by it', () => {
    const clock = handClock()
    const pace = createPace(clock)
    for (let guess = 0; guess < 60; guess += 1) {
      expect(pace.code(`1000${guess}`, false)).toBe(0)
      pace.unknownCode()
    }
    expect(pace.code('1000', false)).toBe(20)
    // Nor is a code that was good a moment ago: that it is would be an answer.
    expect(pace.code('10001', false)).toBe(20)
    expect(pace.code('PK1-NEC-0123456789ABCDEF', true)).toBe(0)
    expect(pace.name('ewa kaur')).toBe(0)
    clock.pass(20_000)
    expect(pace.code('1000', false)).toBe(0)
  })
  test('a clock that was set back holds up nobody for longer', () => {
    const clock = handClock()
    const pace = createPace(clock)
    for (let guess = 0; guess < 305; guess += 1) pace.name(`guess ${guess}`)
    clock.set('2016-01-01T00:00:00.000Z')
    expect(pace.name('one more')).toBe(3)
    clock.pass(3_000)
    expect(pace.name('one more')).toBe(0)
  })
})

describe('a queue of people', () => {
  test('two hundred in twenty minutes are not held up, even where each needs three questions and none signs in', () => {
    const clock = handClock()
    const pace = createPace(clock)
    for (let person = 0; person < 200; person += 1) {
      const name = `person ${person}`
      expect([pace.name(name), pace.name(name, 'house'), pace.name(name, 'house', 'p@house.example')]).toEqual([
        0, 0, 0,
      ])
      clock.pass(6_000)
    }
  })
  test('whoever signs in has guessed nothing, so that there is no end to a queue', () => {
    const pace = createPace(handClock())
    for (let person = 0; person < 600; person += 1) {
      const name = `person ${person}`
      expect([pace.name(name), pace.name(name, 'house'), pace.name(name, 'house', 'p@house.example')]).toEqual([
        0, 0, 0,
      ])
      pace.giveBack()
    }
  })
})
