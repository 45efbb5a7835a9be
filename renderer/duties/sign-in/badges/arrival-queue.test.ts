/** Badges as people arrive: every one once. */
import { describe, expect, test } from 'vitest'
import { afterPrint, type Arrival, failuresSeen, readQueue, withArrivals } from './arrival-queue.ts'
import { fc } from '../../../../test/support/chance.ts'

const arrival = (number: number): Arrival => ({ delegate: `d${number}`, at: `2023-12-12T09:00:0${number}.000Z` })
const [one, two, three] = [arrival(1), arrival(2), arrival(3)] as const

/** As it is on a tablet that has kept nothing. */
const NOBODY_YET = readQueue(null)

describe('the queue of arrivals', () => {
  test('five come within a second: all wait, in the order they came, however often they are told', () => {
    let queue = withArrivals(NOBODY_YET, [one, two], true)
    queue = withArrivals(queue, [one, two, three], true)
    queue = withArrivals(queue, [two], true)
    expect(queue.waiting).toEqual([one, two, three])
  })

  test('nothing new is the very same queue, so that nothing is drawn again', () => {
    const queue = withArrivals(NOBODY_YET, [one], true)
    expect(withArrivals(queue, [one], true)).toBe(queue)
  })

  test('whoever came before printing was turned on is not printed afterwards', () => {
    const off = withArrivals(NOBODY_YET, [one, two], false)
    expect(withArrivals(off, [one, two, three], true).waiting).toEqual([three])
  })

  test('somebody who leaves and comes back has arrived again', () => {
    const back = { ...one, at: '2023-12-12T13:00:00.000Z' }
    const queue = afterPrint(withArrivals(NOBODY_YET, [one], true), one, true)
    expect(withArrivals(queue, [one, back], true).waiting).toEqual([back])
  })

  test('a print that failed holds up nobody, and is printed again only when somebody says so', () => {
    const failed = afterPrint(withArrivals(NOBODY_YET, [one, two], true), one, false)
    expect(failed).toMatchObject({ waiting: [two], failed: [one] })
    expect(failuresSeen(failed, true)).toMatchObject({ waiting: [two, one], failed: [] })
    expect(failuresSeen(failed, false)).toMatchObject({ waiting: [two], failed: [] })
  })

  test('what waited is still waiting after the page was loaded again; what cannot be read is nothing', () => {
    const queue = withArrivals(NOBODY_YET, [one, two], true)
    expect(readQueue(JSON.stringify(queue))).toEqual(queue)
    expect(readQueue(null)).toEqual({ waiting: [], failed: [], seen: [] })
    expect(readQueue('{"waiting":7}')).toEqual({ waiting: [], failed: [], seen: [] })
    expect(readQueue('{')).toEqual({ waiting: [], failed: [], seen: [] })
  })

  test('whatever is told and printed in whatever order, each arrival is printed once', () => {
    const steps = fc.array(fc.oneof(fc.array(fc.nat(9), { maxLength: 6 }), fc.constant('print' as const)), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(steps, (all) => {
        let queue = NOBODY_YET
        const printed: string[] = []
        const told = new Set<string>()
        for (const step of [...all, ...Array.from({ length: 10 }, () => 'print' as const)]) {
          if (step !== 'print') {
            for (const number of step) told.add(`d${number}`)
            queue = withArrivals(queue, step.map(arrival), true)
          } else if (queue.waiting[0] !== undefined) {
            printed.push(queue.waiting[0].delegate)
            queue = afterPrint(queue, queue.waiting[0], true)
          }
        }
        expect(printed.toSorted()).toEqual([...told].toSorted())
      }),
    )
  })
})
