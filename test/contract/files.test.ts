import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { aPledge } from '../support/test-station.ts'
import { openBoth } from './both.ts'
import { aList } from './hall.ts'

/** Every byte there is, many times over, and never the same a block further. */
const everyByte = Uint8Array.from({ length: 300_001 }, (_, index) => (index * 7 + (index >> 8)) % 256)

const bytesOf = async (file: Blob): Promise<Buffer> => Buffer.from(await file.arrayBuffer())

describe('a file arrives as it was sent, over both transports', () => {
  test('up to a stick: every byte, and its name', async () => {
    const { each } = await openBoth()
    for (const { client, stick } of each) {
      const file = new File([everyByte], 'Zoë’s plan – 12 December.xlsx')
      expect(await client.sticks.save({ stick: 'a1', file })).toMatchObject({ code: 'saved', name: file.name })
      expect(readdirSync(stick)).toEqual([file.name])
      expect(readFileSync(join(stick, file.name)).equals(everyByte)).toBe(true)
    }
  })

  test('a list that is read in: the same people, and what was said of it beforehand', async () => {
    const { each, same } = await openBoth()
    const answer = await same(async ({ client }) => {
      const read = await client.import.analyse({ file: aList(20) })
      if (read.code !== 'analysis') throw new Error(read.sentence)
      return client.import.commit({ id: read.id })
    })
    expect(answer).toBe('imported')
    const lists = await Promise.all(each.map(({ client }) => client.signIn.list({})))
    expect(lists[0]?.total).toBe(20)
    expect(lists[1]).toEqual(lists[0])
  })

  test.each(['xlsx', 'csv', 'json'] as const)('the plan as %s: as the station itself makes it', async (kind) => {
    const { each } = await openBoth()
    for (const { client, kiosk } of each) {
      await client.pledges.make(aPledge)
      const own = kiosk.station()?.plan.export(kind)
      const { file, rows } = await client.plan.export({ kind })
      if (own === undefined) throw new Error('There is no plan')
      expect([file.name, file.type, rows]).toEqual([own.name, own.media, 1])
      expect((await bytesOf(file)).equals(Buffer.concat([...own.chunks]))).toBe(true)
    }
  })

  test('the attendance list, and the file for whoever is asked for help, which can be opened', async () => {
    const { each, same } = await openBoth()
    expect(await same(({ client }) => client.attendance.export({ kind: 'xlsx' }))).toBe('ok')
    for (const { client, transport } of each) {
      const { file } = await client.station.support()
      expect(file.name).toMatch(/\.zip$/)
      const names = Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())))
      expect(names.includes('shell.log')).toBe(transport === 'port')
    }
  })
})
