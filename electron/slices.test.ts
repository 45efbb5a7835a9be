/** Whose turn it is, and how much is done in one step. */
import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { fc } from '../test/support/chance.ts'
import { createMeasuredSteps, createYielder } from './slices.ts'

/** A message that goes to and fro between two ports, a millisecond each time, so many times. */
function toAndFro(times: number) {
  const { port1, port2 } = new MessageChannel()
  const seen = { time: 0, hops: 0 }
  for (const port of [port1, port2])
    port.on('message', () => {
      seen.time += 1
      seen.hops += 1
      if (seen.hops < times) port.postMessage('on')
    })
  onTestFinished(() => port1.close())
  port1.postMessage('on')
  return seen
}

test('whoever has begun to ask is answered to the end before the work goes on', async () => {
  const seen = toAndFro(7)
  await createYielder(() => seen.time).giveWay()
  expect(seen.hops).toBe(7)
})

test('the work goes on though others never come to an end', async () => {
  const seen = toAndFro(Number.POSITIVE_INFINITY)
  await createYielder(() => seen.time).giveWay()
  expect(seen.hops).toBeGreaterThan(7)
})

test('a step is as large as a fiftieth of a second allows, whatever one of them takes', () =>
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 2, noNaN: true }), fc.integer({ min: 1, max: 200 }), (each, first) => {
      let time = 0
      const steps = createMeasuredSteps(first, 1, () => time)
      const sizes = Array.from({ length: 20 }, () => {
        const before = steps.size()
        steps.measured((size) => void (time += size * each))
        expect(steps.size()).toBeLessThanOrEqual(2 * before)
        return before
      })
      const last = sizes.at(-1) ?? 0
      expect(last * each).toBeLessThanOrEqual(20.001)
      expect((last + 1) * each).toBeGreaterThan(19.99)
    }),
  ))

test('it is never smaller than the least, and stays as it is where nothing was measured', () => {
  let time = 0
  const slow = createMeasuredSteps(40, 10, () => (time += 500))
  slow.measured(() => undefined)
  expect(slow.size()).toBe(10)
  const unmeasured = createMeasuredSteps(40, 10, () => 0)
  unmeasured.measured(() => undefined)
  expect(unmeasured.size()).toBe(40)
})
