import { describe, expect, test, vi } from 'vitest'
import { createLister } from './lister.ts'
import { systemSticks } from './system.ts'

describe('which sticks are plugged in', () => {
  const drive = { key: '8:17 /media/ewa/K', name: 'K', path: '/media/ewa/K' }

  test('each has a number that stays while it is plugged in, is another for another stick, and is no path', async () => {
    let size = 16e9
    const list = createLister({ drives: async () => [drive], room: async () => ({ free: 9e9, size }) })
    const [first] = await list()
    expect(first).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      name: 'K',
      free: 9e9,
      size: 16e9,
      path: '/media/ewa/K',
    })
    expect((await list())[0]?.id).toBe(first?.id)
    size = 32e9
    expect((await list())[0]?.id).not.toBe(first?.id)
  })

  test('a system that is broken has none, and one stick that is broken hides no other', async () => {
    const room = async (path: string) => {
      if (path === '/broken') throw new Error('EIO')
      return { free: 1, size: path === '/empty' ? 0 : 2 }
    }
    expect(await createLister({ drives: () => Promise.reject(new Error('no')), room })()).toEqual([])
    const drives = async () => ['/broken', '/sound', '/empty'].map((path) => ({ key: path, name: path, path }))
    expect((await createLister({ drives, room })()).map(({ path }) => path)).toEqual(['/sound'])
  })

  test('a system that does not answer keeps nobody waiting, and is asked once until it does', async () => {
    const { promise, resolve } = Promise.withResolvers<[]>()
    const drives = vi.fn<() => Promise<[]>>(() => promise)
    const list = createLister({ drives, room: async () => ({ free: 1, size: 1 }), patience: 20 })
    for (let n = 0; n < 5; n += 1) expect(await list()).toEqual([])
    expect(drives).toHaveBeenCalledTimes(1)
    resolve([])
    await promise
    await expect
      .poll(async () => {
        await list()
        return drives.mock.calls.length
      })
      .toBeGreaterThan(1)
  })

  test('a stick that does not answer hides no other', async () => {
    const drives = async () => ['/stuck', '/sound'].map((path) => ({ key: path, name: path, path }))
    const room = (path: string) =>
      path === '/stuck' ? new Promise<never>(() => undefined) : Promise.resolve({ free: 1, size: 1 })
    expect((await createLister({ drives, room, patience: 200 })()).map(({ path }) => path)).toEqual(['/sound'])
  })

  test('this machine is asked and answers with a list', async () => {
    expect(Array.isArray(await systemSticks()())).toBe(true)
  })
})
