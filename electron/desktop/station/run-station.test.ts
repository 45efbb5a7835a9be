import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { FromStation, ToStation } from './messages.ts'
import { runStation } from './run-station.ts'

/** Processes that do nothing but hear what they are told, and end when a test says so. */
function open() {
  const children: {
    said: ToStation[]
    killed: boolean
    end: (code: number) => void
    tell: (said: FromStation) => void
  }[] = []
  const gone: string[] = []
  const logged: string[] = []
  const fork = (): UtilityProcess => {
    const events = new EventEmitter()
    const child = {
      said: [] as ToStation[],
      killed: false,
      end: (code: number) => void events.emit('exit', code),
      tell: (said: FromStation) => void events.emit('message', said),
    }
    children.push(child)
    return Object.assign(events, {
      postMessage: (said: ToStation) => void child.said.push(said),
      kill: () => (child.killed = true),
    }) as unknown as UtilityProcess
  }
  const run = runStation({
    fork,
    channel: () => {
      const { port1, port2 } = new MessageChannel()
      onTestFinished(() => port1.close())
      return { port1, port2 } as unknown as MessageChannelMain
    },
    opening: { folder: '/data', resources: '/resources', locked: false, updates: false },
    platform: {} as Parameters<typeof runStation>[0]['platform'],
    called: () => undefined,
    log: (event, outcome) => void logged.push(`${event} ${outcome ?? 'ok'}`),
    gone: (why) => void gone.push(why),
  })
  const closed: string[] = []
  const port = (name: string) => ({ close: () => void closed.push(name) }) as unknown as MessagePortMain
  return { run, children, gone, logged, closed, port }
}
const saidTo = (child: { said: ToStation[] } | undefined) => child?.said.map(({ say }) => say)

describe('keeping the station’s process', () => {
  test('one process for all pages, told what to open before anything else', () => {
    const { run, children, port } = open()
    run.begin()
    run.begin()
    run.take(1, port('one'))
    run.take(2, port('two'))
    expect(children).toHaveLength(1)
    expect(saidTo(children[0])).toEqual(['open', 'screen', 'screen'])
  })

  test('it ends in the middle of the day: that is told, and the next page finds a fresh one', () => {
    const { run, children, gone, port } = open()
    run.begin()
    children[0]?.end(139)
    expect(gone).toEqual(['139'])
    run.take(1, port('again'))
    expect(children).toHaveLength(2)
    expect(saidTo(children[1])).toEqual(['open', 'screen'])
  })

  test('it is closed in order: told once, waited for, and its end is no crash', async () => {
    const { run, children, gone, closed, port } = open()
    run.begin()
    const closing = run.close()
    expect(children[0]?.said.at(-1)).toEqual({ say: 'close', patience: 10_000 })
    run.take(1, port('late'))
    expect(closed).toEqual(['late'])
    children[0]?.end(0)
    await closing
    expect([gone, children[0]?.killed, children.length]).toEqual([[], false, 1])
  })

  test('one that does not end is ended', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { run, children, logged } = open()
    run.begin()
    const closing = run.close(2000)
    await vi.advanceTimersByTimeAsync(5000)
    await closing
    expect(children[0]?.killed).toBe(true)
    expect(logged).toContain('close too slow')
  })

  test('one that does not answer for two minutes is ended, and the next page finds a fresh one', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { run, children, gone, port } = open()
    run.begin()
    await vi.advanceTimersByTimeAsync(110_000)
    // A long import: late, but there.
    children[0]?.tell({ say: 'pong' })
    await vi.advanceTimersByTimeAsync(110_000)
    expect(children[0]?.killed).toBe(false)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(children[0]?.killed).toBe(true)
    children[0]?.end(15)
    expect(gone).toEqual(['15'])
    run.take(1, port('again'))
    expect(children).toHaveLength(2)
    children[1]?.end(0)
  })

  test('where none runs, there is nothing to wait for', async () => {
    const { run, children } = open()
    await run.close()
    run.begin()
    expect(children).toEqual([])
  })
})
