import { describe, expect, test } from 'vitest'
import { handClock, openTest, PASSPHRASE, PIN, readyStation } from '../../../test/support/test-station.ts'

const WRONG = '9071'

/** Somebody tries wrong PINs at this screen, as soon as each is judged, and so often. What the last one was answered. */
async function guess(station: Awaited<ReturnType<typeof readyStation>>, screen: string | null, times: number) {
  let answer = await station.staff.unlock('steward', WRONG, screen)
  for (let tries = 1; tries < times; tries += 1) answer = await station.staff.unlock('steward', WRONG, screen)
  return answer
}

describe('the PIN and the passphrase', () => {
  test('each opens its own door and not the other', async () => {
    const station = await readyStation()
    expect(await station.staff.unlock('steward', PIN)).toEqual({ code: 'unlocked' })
    expect(await station.staff.unlock('organiser', PASSPHRASE)).toEqual({ code: 'unlocked' })
    expect((await station.staff.unlock('organiser', PIN)).code).toBe('wrong')
  })

  test('the fifth wrong PIN makes everybody at unknown screens wait, also over a restart, and the right one then works', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    for (let left = 4; left > 0; left -= 1)
      expect(await station.staff.unlock('steward', WRONG)).toEqual({ code: 'wrong', left })
    expect(await station.staff.unlock('steward', WRONG)).toEqual({ code: 'wait', seconds: 30 })
    station.close()
    clock.pass(10_000)
    const again = openTest(station.folder, { now: clock })
    expect(await again.staff.unlock('steward', PIN)).toEqual({ code: 'wait', seconds: 20 })
    clock.pass(20_000)
    expect(await again.staff.unlock('steward', PIN)).toEqual({ code: 'unlocked' })
  })

  test('a clock that is set back does not keep anybody out until the old time comes', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    await guess(station, null, 5)
    clock.pass(-3 * 60 * 60_000)
    expect(await station.staff.unlock('steward', PIN)).toEqual({ code: 'wait', seconds: 30 })
    clock.pass(30_000)
    expect(await station.staff.unlock('steward', PIN)).toEqual({ code: 'unlocked' })
  })
})

describe('a visitor guesses the PIN', () => {
  test('at screens that they make up, for hours: the stewards’ own screen is as ready as ever', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    expect(await station.staff.unlock('steward', PIN, 'the door')).toEqual({ code: 'unlocked' })
    let judged = 0
    for (let made = 0; made < 400; made += 1) {
      if ((await station.staff.unlock('steward', WRONG, `made up ${made}`)).code === 'wrong') judged += 1
      clock.pass(60_000)
    }
    expect(judged).toBeLessThan(40)
    expect((await station.staff.unlock('steward', WRONG, 'made up')).code).toBe('wait')
    expect(await station.staff.unlock('steward', PIN, 'the door')).toEqual({ code: 'unlocked' })
  })

  test('at the door itself, as often as a person can: the steward who comes waits a minute at most', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    await station.staff.unlock('steward', PIN, 'the door')
    expect(await guess(station, 'the door', 8)).toMatchObject({ code: 'wait' })
    clock.pass(60_000)
    await guess(station, 'the door', 3)
    clock.pass(60_000)
    expect(await station.staff.unlock('steward', PIN, 'the door')).toEqual({ code: 'unlocked' })
  })

  test('all at once: no more of them are judged than if they came one by one', async () => {
    const station = await readyStation({ now: handClock() })
    const pins = ['9070', '9071', '9072', '9073', '9074', PIN]
    const answers = pins.map((pin, made) => station.staff.unlock('steward', pin, `made up ${made}`))
    expect((await Promise.all(answers)).at(-1)).toEqual({ code: 'wait', seconds: 30 })
  })

  test('and a steward’s right PIN in between gives none of the guesses back', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    await station.staff.unlock('steward', PIN, 'the door')
    let judged = 0
    for (let minutes = 0; minutes < 120; minutes += 1) {
      if ((await station.staff.unlock('steward', WRONG, 'the door')).code === 'wrong') judged += 1
      await station.staff.unlock('steward', PIN, 'the door')
      clock.pass(60_000)
    }
    // Twenty at first, and four an hour.
    expect(judged).toBeLessThanOrEqual(28)
    // The passphrase is counted for itself, and opens the tablet even then.
    expect(await station.staff.unlock('organiser', PASSPHRASE, 'the door')).toEqual({ code: 'unlocked' })
  })

  test('a screen that staff have not been in for long loses its own allowance to those they are in now', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    for (const screen of ['old', 'a', 'b', 'c', 'd', 'e', 'f']) {
      clock.pass(1000)
      await station.staff.unlock('steward', PIN, screen)
    }
    await guess(station, null, 5)
    expect((await station.staff.unlock('steward', PIN, 'old')).code).toBe('wait')
    expect((await station.staff.unlock('steward', PIN, 'a')).code).toBe('unlocked')
  })
})
