import { describe, expect, test } from 'vitest'
import { handClock } from '../../test/support/test-station.ts'
import { createRecovery, needsReload } from './recovery.ts'

function watched() {
  const clock = handClock()
  const shown: string[] = []
  let due: { at: number; work: () => void }[] = []
  const recovery = createRecovery({
    now: clock,
    wait: (milliseconds, work) => void due.push({ at: clock() + milliseconds, work }),
    load: () => shown.push('page'),
    help: () => shown.push('help'),
    log: () => undefined,
  })
  const pass = (milliseconds: number) => {
    clock.pass(milliseconds)
    const ready = due.filter(({ at }) => at <= clock())
    due = due.filter(({ at }) => at > clock())
    for (const { work } of ready) work()
  }
  return { ...recovery, shown, pass }
}

describe('the page goes in the middle of the day', () => {
  test('it is back at once, and the second time within a second', () => {
    const { lost, shown, pass } = watched()
    lost('page', 'crashed')
    pass(0)
    expect(shown).toEqual(['page'])
    lost('page', 'oom')
    pass(0)
    expect(shown).toEqual(['page'])
    pass(1000)
    expect(shown).toEqual(['page', 'page'])
  })

  test('one crash that takes several processes is one loss', () => {
    const { lost, shown, pass } = watched()
    lost('gpu', 'crashed')
    lost('page', 'crashed')
    pass(0)
    pass(10_000)
    expect(shown).toEqual(['page'])
  })

  test('when it cannot stay for five times in a minute, a page says what to do', () => {
    const { lost, shown, pass } = watched()
    for (let n = 0; n < 5; n += 1) {
      lost('page', 'crashed')
      pass(5000)
    }
    expect(shown).toEqual(['page', 'page', 'page', 'page', 'help'])
  })

  test('once an hour is nothing to do with the hour before', () => {
    const { lost, shown, pass } = watched()
    for (let n = 0; n < 20; n += 1) {
      lost('page', 'crashed')
      pass(0)
      pass(3_600_000)
    }
    expect(shown).toEqual(Array.from({ length: 20 }, () => 'page'))
  })
})

describe('another process goes', () => {
  test('what draws and what fetches take the page with them; sound, and a tidy end, do not', () => {
    expect(needsReload({ type: 'GPU', reason: 'crashed' })).toBe(true)
    expect(needsReload({ type: 'Utility', name: 'Network Service', reason: 'killed' })).toBe(true)
    expect(needsReload({ type: 'Utility', name: 'Audio Service', reason: 'crashed' })).toBe(false)
    expect(needsReload({ type: 'GPU', reason: 'clean-exit' })).toBe(false)
  })
})
