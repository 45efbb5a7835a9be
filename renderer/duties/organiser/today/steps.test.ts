import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../../../test/support/test-station.ts'
import { phaseOf, stepsAfter, stepsBefore } from './steps.ts'

const now = new Date('2023-12-12T12:00:00Z')
const nothing = {
  lacking: { pledges: { date: 0, priority: 0 }, actions: { owner: 0, date: 0, measure: 0, priority: 0 } },
  overdue: { pledges: 0, actions: 0 },
  exported: null,
  copied: null,
}

test('the days of the event are its first, its last and those between', () => {
  const dates = { from: '2023-12-12', to: '2023-12-14' }
  const days = ['2023-12-11', '2023-12-12', '2023-12-14', '2023-12-15', '2024-01-01']
  expect(days.map((day) => phaseOf(dates, day))).toEqual(['before', 'on', 'on', 'after', 'after'])
})

describe('before the day', () => {
  const told = { badgesPrinted: 0, tablets: 1 }
  const states = (change: object) =>
    stepsBefore({ pack: shippedPack(), delegates: 0, told, sheet: null, lastBackup: null, now, ...change }).map(
      ({ id, state }) => `${id} ${state}`,
    )

  test('on a new tablet everything is to do, or to be looked at', () => {
    expect(states({})).toEqual([
      'list todo',
      'event look',
      'secrets todo',
      'printer todo',
      'tablets look',
      'backup todo',
    ])
  })

  test('what was done says so', () => {
    const made = { sheet: now.toISOString(), lastBackup: now.toISOString(), told: { badgesPrinted: 1, tablets: 2 } }
    expect(states({ delegates: 219, ...made }).filter((step) => step.endsWith('done'))).toEqual([
      'list done',
      'secrets done',
      'printer done',
      'backup done',
    ])
  })
})

describe('after the day', () => {
  test('each gap is counted and leads to its rows; those that are closed have no line', () => {
    const lacking = { ...nothing.lacking, actions: { owner: 1, date: 0, measure: 12, priority: 0 } }
    const steps = stepsAfter({ told: { ...nothing, lacking }, now })
    expect(steps.slice(0, 2).map(({ words, to }) => [words, to])).toEqual([
      ['1 action without an owner', '/organiser/workshops?gaps=owner'],
      ['12 actions without a measure', '/organiser/workshops?gaps=measure'],
    ])
    expect(stepsAfter({ told: nothing, now })[0]).toMatchObject({ id: 'gaps', state: 'done' })
  })

  test('what is past its day leads to its rows', () => {
    const steps = stepsAfter({ told: { ...nothing, overdue: { actions: 2, pledges: 1 } }, now })
    expect(steps.filter(({ id }) => id.startsWith('late')).map(({ words, to }) => [words, to])).toEqual([
      ['2 actions are past their day', '/organiser/workshops?overdue=yes'],
      ['1 pledge is past its day', '/organiser/pledges?overdue=yes'],
    ])
  })

  test('a plan that was exported before the last change is to be exported again', () => {
    const at = '2023-12-12T10:00:00Z'
    const stateOf = (isOld: boolean) =>
      stepsAfter({ told: { ...nothing, exported: { at, isOld } }, now }).find(({ id }) => id === 'export')?.state
    expect([stateOf(false), stateOf(true)]).toEqual(['done', 'todo'])
  })
})
