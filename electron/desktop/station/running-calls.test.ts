import { describe, expect, test } from 'vitest'
import { createRunningCalls } from './running-calls.ts'

describe('closing waits for what is at work', () => {
  test('a long export is let finish, and a touch that comes later is refused', async () => {
    const calls = createRunningCalls()
    const exporting = Promise.withResolvers<string>()
    const answer = calls.run(() => exporting.promise)
    let drained: boolean | null = null
    const draining = calls.drain(10_000).then((all) => void (drained = all))
    await expect(calls.run(async () => 'a pledge')).rejects.toMatchObject({ code: 'NOT_READY' })
    expect(drained).toBe(null)
    exporting.resolve('the plan')
    expect(await answer).toBe('the plan')
    await draining
    expect(drained).toBe(true)
  })

  test('a call that failed is not waited for, and one that hangs not for ever', async () => {
    const calls = createRunningCalls()
    await expect(calls.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    void calls.run(() => new Promise(() => undefined))
    expect(await calls.drain(5)).toBe(false)
    const quiet = createRunningCalls()
    await expect(quiet.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await quiet.drain(10_000)).toBe(true)
  })
})
