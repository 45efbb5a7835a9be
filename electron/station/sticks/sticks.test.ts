import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { PIN } from '../../../test/support/test-station.ts'
import type { Stick } from '../../files/drives/index.ts'
import { writeExport } from '../../files/export/index.ts'
import { createSticks } from './save.ts'

const stickAt = (path: string, more: Partial<Stick> = {}): Stick => ({
  id: 'a1',
  name: 'KINGSTON',
  free: 9e9,
  size: 16e9,
  path,
  ...more,
})
const plan = (text = 'the plan', name = 'NEC plan.csv') => new File([text], name)

/** Half a file, and then what the disk says. */
function* halfThen(code: string): Generator<Uint8Array> {
  yield new Uint8Array(100_000)
  throw Object.assign(new Error(code), { code })
}

describe('a file on a stick', () => {
  test('is on it whole, and beside what was there already, however often and however quickly it is saved', async () => {
    const path = tempFolder()
    const { save } = createSticks({ list: async () => [stickAt(path)] })
    writeFileSync(join(path, 'NEC plan.csv'), 'the plan of last quarter')
    symlinkSync(join(path, 'nowhere'), join(path, 'NEC plan (1).csv'))
    const answers = await Promise.all(['one', 'two', 'three'].map((text) => save('a1', plan(text))))
    expect(answers.map((answer) => answer.code)).toEqual(['saved', 'saved', 'saved'])
    expect(answers.map((answer) => ('name' in answer ? answer.name : '')).toSorted()).toEqual([
      'NEC plan (2).csv',
      'NEC plan (3).csv',
      'NEC plan (4).csv',
    ])
    expect(readFileSync(join(path, 'NEC plan.csv'), 'utf8')).toBe('the plan of last quarter')
    expect([2, 3, 4].map((n) => readFileSync(join(path, `NEC plan (${n}).csv`), 'utf8')).toSorted()).toEqual([
      'one',
      'three',
      'two',
    ])
    expect(readdirSync(path)).toHaveLength(5)
  })

  test('the page’s own name for it leads nowhere else', async () => {
    const around = tempFolder()
    const path = join(around, 'stick')
    mkdirSync(path)
    const { save } = createSticks({ list: async () => [stickAt(path)] })
    expect(await save('a1', plan('x', '../../.ssh/authorized_keys'))).toEqual({
      code: 'saved',
      name: 'authorized_keys',
      stick: 'KINGSTON',
    })
    expect([readdirSync(around), readdirSync(path)]).toEqual([['stick'], ['authorized_keys']])
  })

  test('a stick is chosen by its number, never by a path', async () => {
    const path = tempFolder()
    const { save } = createSticks({ list: async () => [stickAt(path)] })
    for (const id of [path, '', 'a2', '/']) expect(await save(id, plan())).toMatchObject({ code: 'gone' })
    expect(readdirSync(path)).toEqual([])
  })

  test('a full stick says so by its name and holds no half file', async () => {
    const path = tempFolder()
    const write: typeof writeExport = (at) => writeExport(at, halfThen('ENOSPC'))
    const answer = await createSticks({ list: async () => [stickAt(path)], write }).save('a1', plan())
    expect(answer).toEqual({
      code: 'disk-full',
      message:
        'There is no room left on KINGSTON: take something off it, or choose another place. The file was not saved.',
    })
    expect(readdirSync(path)).toEqual([])
  })

  test('pulled out while it was written it is gone, whatever the system calls that', async () => {
    for (const code of ['EIO', 'ENODEV', 'UNKNOWN']) {
      let there = [stickAt(tempFolder())]
      const write: typeof writeExport = (at) => {
        there = []
        return writeExport(at, halfThen(code))
      }
      const answer = await createSticks({ list: async () => there, write }).save('a1', plan())
      expect(answer).toMatchObject({ code: 'gone', message: expect.stringContaining('KINGSTON was taken out') })
    }
  })

  test('a fault of a stick that is still there is told, and a mistake of ours is not dressed up as one', async () => {
    const path = join(tempFolder(), 'gone')
    expect(await createSticks({ list: async () => [stickAt(path)] }).save('a1', plan())).toMatchObject({
      code: 'folder-missing',
    })
    const write = () => Promise.reject(new TypeError('a bug'))
    await expect(createSticks({ list: async () => [stickAt(path)], write }).save('a1', plan())).rejects.toThrow('a bug')
  })

  test('nobody waits for it any more: nothing of it stays on the stick', async () => {
    const path = tempFolder()
    const stop = new AbortController()
    stop.abort()
    await expect(createSticks({ list: async () => [stickAt(path)] }).save('a1', plan(), stop.signal)).rejects.toThrow(
      'aborted',
    )
    expect(readdirSync(path)).toEqual([])
  })
})

describe('who may', () => {
  const hall = (path = tempFolder(), folder = join(tempFolder(), 'station')) => {
    let now = 1_700_000_000_000
    const kiosk = openTestKiosk(folder, { sticks: async () => [stickAt(path)], now: () => now })
    return {
      kiosk,
      folder,
      path,
      client: portClient(kiosk),
      later: (minutes: number) => void (now += minutes * 60_000),
    }
  }

  test('a steward sees the sticks, without where they lie, and saves to one; whoever walks by does neither', async () => {
    const { client, path } = hall()
    await client.station.setUp(setUpAnswers)
    await expect(client.sticks.list()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(client.sticks.save({ stick: 'a1', file: plan() })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(readdirSync(path)).toEqual([])
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await client.sticks.list()).toEqual({
      sticks: [{ id: 'a1', name: 'KINGSTON', free: 9e9, size: 16e9 }],
      locked: false,
    })
    expect(await client.sticks.save({ stick: 'a1', file: plan() })).toEqual({
      code: 'saved',
      name: 'NEC plan.csv',
      stick: 'KINGSTON',
    })
    expect(readFileSync(join(path, 'NEC plan.csv'), 'utf8')).toBe('the plan')
  })

  test('before a tablet is set up, and where its data cannot be opened, there is nobody to ask, and the support file can be saved', async () => {
    const { client, kiosk, folder, path } = hall()
    expect((await client.sticks.list()).sticks).toHaveLength(1)
    await client.station.setUp(setUpAnswers)
    kiosk.close()
    truncateSync(join(folder, 'station.db'), 8192)
    const again = hall(path, folder)
    expect(await again.client.sticks.save({ stick: 'a1', file: plan() })).toMatchObject({ code: 'saved' })
  })

  test('a dialog that stands and looks for sticks is nobody at work: the tablet locks all the same', async () => {
    const { client, later } = hall()
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    later(15)
    await client.sticks.list()
    later(6)
    await expect(client.sticks.list()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('a stick that goes and leaves its folder behind', () => {
  test('what was written there is on the tablet: it is taken away, and the stick is said to be gone', async () => {
    const folder = tempFolder()
    const { dev } = statSync(folder)
    const save = (device: number) =>
      createSticks({ list: async () => [stickAt(folder, { device })] }).save('a1', plan())
    expect(await save(dev + 1)).toMatchObject({ code: 'gone' })
    expect(readdirSync(folder)).toEqual([])
    expect(await save(dev)).toMatchObject({ code: 'saved' })
    expect(readdirSync(folder)).toEqual(['NEC plan.csv'])
  })
})
