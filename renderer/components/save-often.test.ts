import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fc } from '../../test/support/chance.ts'
import { createSaveOften } from './save-often.ts'

/** The time that the test lets pass. Milliseconds. */
const now = () => Number(vi.getMockedSystemTime())
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A disk that notes what it is given, and when. */
function openDisk() {
  const began = now()
  const saved: { text: string; at: number }[] = []
  const save = async (text: string) => void saved.push({ text, at: now() - began })
  return { saved, save }
}

describe('saved while it is typed', () => {
  test('sixty-five keys without a pause: every second of them is on the disk', async () => {
    const { saved, save } = openDisk()
    const form = createSaveOften(save)
    for (let keys = 1; keys <= 65; keys += 1) {
      form.typed('x'.repeat(keys))
      await vi.advanceTimersByTimeAsync(80)
    }
    expect(saved.map(({ at }) => at)).toEqual([1000, 2040, 3080, 4120, 5160])
    await vi.advanceTimersByTimeAsync(1000)
    expect(saved.at(-1)?.text).toBe('x'.repeat(65))
  })

  test('however the keys come, none is more than a second from the disk, and the last text is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 40 }), async (gaps) => {
        const { saved, save } = openDisk()
        const form = createSaveOften(save)
        const began = now()
        const typed: { text: string; at: number }[] = []
        for (const [at, gap] of gaps.entries()) {
          await vi.advanceTimersByTimeAsync(gap)
          typed.push({ text: `${at}`, at: now() - began })
          form.typed(`${at}`)
        }
        await vi.advanceTimersByTimeAsync(1000)
        for (const key of typed) {
          const reached = saved.find(({ text }) => Number(text) >= Number(key.text))
          expect((reached?.at ?? Infinity) - key.at).toBeLessThanOrEqual(1000)
        }
        expect(saved.at(-1)?.text).toBe(`${gaps.length - 1}`)
      }),
    )
  })

  test('the station did not answer: the text goes when the form closes, and not where it was thrown away meanwhile', async () => {
    const { saved, save } = openDisk()
    let reached = false
    const form = createSaveOften((text) =>
      reached ? save(text) : Promise.reject(new Error('It is being started again')),
    )
    form.typed('Two weeks')
    await vi.advanceTimersByTimeAsync(250)
    reached = true
    await form.flush()
    expect(saved.map(({ text }) => text)).toEqual(['Two weeks'])
    reached = false
    form.typed('Three')
    const failing = form.flush()
    form.forget()
    await failing
    reached = true
    await form.flush()
    expect(saved.map(({ text }) => text)).toEqual(['Two weeks'])
  })

  test('a pause of a quarter of a second is enough', async () => {
    const { saved, save } = openDisk()
    createSaveOften(save).typed('Two weeks')
    await vi.advanceTimersByTimeAsync(250)
    expect(saved).toEqual([{ text: 'Two weeks', at: 250 }])
    await vi.advanceTimersByTimeAsync(5000)
    expect(saved).toHaveLength(1)
  })

  test('the disk is slow: only the newest text waits for it, and a text that it refused holds up no other', async () => {
    const given: string[] = []
    const answers: PromiseWithResolvers<void>[] = []
    const form = createSaveOften((text) => {
      given.push(text)
      const answer = Promise.withResolvers<void>()
      answers.push(answer)
      return answer.promise
    })
    for (const text of ['one', 'two', 'three', 'four']) {
      form.typed(text)
      await vi.advanceTimersByTimeAsync(250)
    }
    expect(given).toEqual(['one'])
    answers[0]?.reject(new Error('The disk is full'))
    await vi.advanceTimersByTimeAsync(0)
    expect(given).toEqual(['one', 'four'])
  })
})

describe('when somebody goes', () => {
  test('the page is hidden or left: what was typed last is saved at once', async () => {
    const { saved, save } = openDisk()
    const form = createSaveOften(save)
    form.typed('Two we')
    await form.flush()
    expect(saved).toEqual([{ text: 'Two we', at: 0 }])
    await vi.advanceTimersByTimeAsync(5000)
    expect(saved).toHaveLength(1)
  })

  test('it was sent or thrown away: nothing comes after', async () => {
    const { saved, save } = openDisk()
    const form = createSaveOften(save)
    form.typed('Two weeks')
    form.forget()
    await vi.advanceTimersByTimeAsync(5000)
    await form.flush()
    expect(saved).toEqual([])
  })

  test('the next person’s words wait until the one before is gone, well or not', async () => {
    const { saved, save } = openDisk()
    const form = createSaveOften(save)
    const gone = Promise.withResolvers<void>()
    void form.after(() => gone.promise)
    form.typed('Somebody else')
    await vi.advanceTimersByTimeAsync(5000)
    expect(saved).toEqual([])
    gone.reject(new Error('The station starts again'))
    await vi.advanceTimersByTimeAsync(0)
    expect(saved.map(({ text }) => text)).toEqual(['Somebody else'])
  })
})
