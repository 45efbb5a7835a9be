import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createInvalidator } from './invalidate.ts'

/** A page that shows the answer to one question; each asking is answered by hand. */
function showing(key: readonly string[]) {
  const queries = new QueryClient()
  const askings: PromiseWithResolvers<string>[] = []
  const observer = new QueryObserver(queries, {
    queryKey: key,
    retry: false,
    queryFn: () => {
      const asking = Promise.withResolvers<string>()
      askings.push(asking)
      return asking.promise
    },
  })
  onTestFinished(observer.subscribe(() => undefined))
  // What is shown is told by timers of no time at all.
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const settle = () => vi.advanceTimersByTimeAsync(20)
  return {
    news: createInvalidator(queries),
    asked: () => askings.length,
    shown: () => observer.getCurrentResult().data,
    async answer(asking: number, answer: string) {
      askings[asking]?.resolve(answer)
      await settle()
    },
    async fail(asking: number) {
      askings[asking]?.reject(new Error('The station does not answer'))
      await settle()
    },
  }
}
const everything = () => true

test('a first answer that was on its way when the news came is shown, and asked for once more', async () => {
  const page = showing(['duty'])
  page.news(everything)
  expect(page.asked()).toBe(1)
  await page.answer(0, 'wall')
  expect([page.asked(), page.shown()]).toEqual([2, 'wall'])
  await page.answer(1, 'pledges')
  expect([page.asked(), page.shown()]).toEqual([2, 'pledges'])
})

test('however much news comes meanwhile, it is asked for once more and not as often; and so each time', async () => {
  const page = showing(['duty'])
  for (let news = 0; news < 5; news += 1) page.news(everything)
  await page.fail(0)
  expect(page.asked()).toBe(2)
  for (let news = 0; news < 5; news += 1) page.news(everything)
  await page.answer(1, 'wall')
  expect([page.asked(), page.shown()]).toEqual([3, 'wall'])
})

test('what is shown already is asked for at once, and an older answer that comes later is not shown', async () => {
  const page = showing(['duty'])
  await page.answer(0, 'wall')
  page.news(everything)
  page.news(everything)
  expect(page.asked()).toBe(3)
  await page.answer(2, 'pledges')
  await page.answer(1, 'workshop')
  expect([page.asked(), page.shown()]).toEqual([3, 'pledges'])
})

test('news of something else asks for nothing', async () => {
  const page = showing(['duty'])
  page.news((key) => key[0] === 'leaves')
  await page.answer(0, 'wall')
  page.news((key) => key[0] === 'leaves')
  expect(page.asked()).toBe(1)
})
