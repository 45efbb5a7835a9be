import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { wholeFile } from './whole-file.ts'

/** Pieces that each take longer than a slice to make. */
function* slowPieces(made: string[], count: number): Generator<Uint8Array> {
  for (let piece = 1; piece <= count; piece += 1) {
    vi.advanceTimersByTime(15)
    made.push(`piece ${piece}`)
    yield Uint8Array.of(piece)
  }
}

describe('a file that takes long to make', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
  })

  test('between its pieces others have their turn, and it is whole', async () => {
    const order: string[] = []
    setImmediate(() => order.push('a pledge'))
    const file = await wholeFile({ name: 'plan.csv', media: 'text/csv', chunks: slowPieces(order, 3) })
    expect(order).toEqual(['piece 1', 'a pledge', 'piece 2', 'piece 3'])
    expect([file.name, file.type]).toEqual(['plan.csv', 'text/csv'])
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3))
  })

  test('nothing more is made of it once nobody waits', async () => {
    const made: string[] = []
    const gone = AbortSignal.abort(new Error('The page was closed'))
    const file = wholeFile({ name: 'plan.csv', media: 'text/csv', chunks: slowPieces(made, 3) }, gone)
    await expect(file).rejects.toThrow('The page was closed')
    expect(made).toEqual(['piece 1'])
  })
})
