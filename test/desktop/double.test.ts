/** The Electron double itself: what it has not, it says; what it carries arrives as with a structured clone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readClone, writeClone } from '../support/electron-double/clone.ts'
import { createPortMain } from '../support/electron-double/port-main.ts'
import { startShell } from '../support/electron-double/shell.ts'
import { strict } from '../support/electron-double/strict.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { fc, runs } from '../support/chance.ts'

const there = async (value: unknown) => readClone(await writeClone(value))

describe('the Electron double', () => {
  test('it throws on what it does not have, by name, read or written', () => {
    const app = strict('app', { isPackaged: true }) as Record<string, unknown>
    expect(app['isPackaged']).toBe(true)
    expect(() => app['dock']).toThrow('Electron double has no app.dock')
    expect(() => (app['userAgentFallback'] = '')).toThrow('Electron double has no app.userAgentFallback')
  })

  test('a main file that uses something it has not does not start, and says what', async () => {
    const change = { from: 'Menu.setApplicationMenu(null)', to: 'Menu.buildFromTemplate([])' }
    const shell = await startShell(join(tempFolder(), 'station'), () => undefined, { changes: [change] })
    await expect.poll(() => shell.failures.join()).toContain('Electron double has no Menu.buildFromTemplate')
    await shell.close()
  })

  test('a change that is not in the built text is told, so that no mutation passes unseen', async () => {
    const change = { from: 'nobody wrote this', to: '' }
    const shell = await startShell(join(tempFolder(), 'station'), () => undefined, { changes: [change] })
    expect(shell.failures.join()).toContain('nobody wrote this')
    await shell.close()
  })

  test('whatever a structured clone carries comes out the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withSparseArray: true,
        }),
        async (value) => {
          expect(await there(value)).toStrictEqual(structuredClone(value))
        },
      ),
      { numRuns: runs(300) },
    )
  })

  test('files keep their name and bytes, errors their kind, circles close, and one thing said twice stays one', async () => {
    const file = new File([Uint8Array.of(0, 255, 10)], 'Ünïcode.csv', { type: 'text/csv', lastModified: 5 })
    const got = (await there({ file })) as { file: File }
    expect([got.file.name, got.file.type, got.file.lastModified]).toEqual(['Ünïcode.csv', 'text/csv', 5])
    expect(new Uint8Array(await got.file.arrayBuffer())).toEqual(Uint8Array.of(0, 255, 10))
    expect(await there(new RangeError('too far'))).toStrictEqual(new RangeError('too far'))
    const circle: { self?: unknown; twice: object[] } = { twice: [] }
    circle.self = circle
    circle.twice.push(circle.twice)
    const round = (await there(circle)) as typeof circle
    expect(round.self).toBe(round)
    expect(round.twice[0]).toBe(round.twice)
    const shared = Uint8Array.of(1, 2, 3)
    const [a, b] = (await there([shared, new Uint8Array(shared.buffer, 1)])) as Uint8Array[]
    expect(b?.buffer).toBe(a?.buffer)
    expect(b).toEqual(Uint8Array.of(2, 3))
  })

  test('what no structured clone carries is refused at once', () => {
    for (const value of [() => 1, Symbol('no'), { deep: [() => 1] }, new WeakMap()])
      expect(() => writeClone(value)).toThrow(DOMException)
  })

  test('a port says nothing before it is started, keeps the order, and says nothing after its end', async () => {
    const sent: string[] = []
    const heard: unknown[] = []
    const { port, hear, end } = createPortMain({
      post: (text) => void sent.push(text),
      close: () => void sent.push('end'),
    })
    port.on('message', ({ data }) => heard.push(data))
    port.on('close', () => heard.push('closed'))
    hear(await writeClone(1))
    expect(heard).toEqual([])
    port.start()
    hear(await writeClone(2))
    end()
    hear(await writeClone(3))
    port.close()
    expect(heard).toEqual([1, 2, 'closed'])

    const other = createPortMain({ post: (text) => void sent.push(text), close: () => void sent.push('end') })
    other.port.postMessage(new Blob(['slow']))
    other.port.postMessage('quick')
    expect(() => other.port.postMessage(() => 1)).toThrow('could not be cloned')
    other.port.close()
    await expect.poll(() => sent.length).toBe(3)
    expect(readClone(sent[1] ?? '')).toBe('quick')
    expect(sent[2]).toBe('end')
  })

  test('the page’s side is our own files as they are', () => {
    const text = readFileSync(join(import.meta.dirname, '../support/electron-double/clone.ts'), 'utf8')
    expect(text).not.toMatch(/^import /m)
  })
})
