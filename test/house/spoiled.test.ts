/** Spoiled houses that are not tried here have been proved, with the rules and the tools of today. */
import { describe, expect, test } from 'vitest'
import { rulesOfToday, rulesProved, SPOILED_HOUSES, tried, triedHere } from './spoiled.ts'

const say = 'A rule or a tool of the house has changed. Try all spoiled houses, and keep that they were: npm run proved'

test('every spoiled house that is not tried here has been proved with the rules and tools of today', () => {
  const today = rulesOfToday()
  expect(rulesProved(), say).toEqual(today)
  const here = triedHere()
  const proved = SPOILED_HOUSES.filter((name) => !here.includes(name)).map((name) => `${name} (${today[name]})`)
  process.stdout.write(
    `Spoiled houses tried here: ${here.join(', ')}; proved before: ${proved.join(', ') || 'none'}.\n`,
  )
})

describe('which are tried', () => {
  const today = rulesOfToday()

  test('one is, though all have been proved: at one commit always the same, and each has its commits', () => {
    const drawn = Array.from({ length: 100 }, (_, commit) =>
      tried(today, today, { everyOne: false, commit: String(commit) }),
    )
    expect(drawn.map(({ length }) => length)).toEqual(drawn.map(() => 1))
    expect(new Set(drawn.flat())).toEqual(new Set(SPOILED_HOUSES))
    expect(tried(today, today, { everyOne: false, commit: '7' })).toEqual(drawn[7])
  })

  test('each is whose rules changed, all are in the long lane', () => {
    for (const name of SPOILED_HOUSES)
      expect(tried(today, { ...today, [name]: 'other' }, { everyOne: false, commit: '7' })).toContain(name)
    expect(tried(today, {}, { everyOne: false, commit: '7' })).toEqual(SPOILED_HOUSES)
    expect(tried(today, today, { everyOne: true, commit: '7' })).toEqual(SPOILED_HOUSES)
  })
})
