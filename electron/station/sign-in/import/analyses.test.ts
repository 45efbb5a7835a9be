/** A list in the hands of a screen: how long the station holds it, for whom, and under which name. */
import { describe, expect, test } from 'vitest'
import type { KioskClient } from '../../../../shared/contract/index.ts'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { endOf } from '../../../../test/support/end-of.ts'
import { openReadyKiosk, portClient } from '../../../../test/support/test-client.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { organiser, PASSPHRASE, readyStation } from '../../../../test/support/test-station.ts'
import { type After, drain } from '../../../slices.ts'
import { type Analysis, createAnalyses } from './analyses.ts'

const LIST = 'Name,Organisation,Email\nEwa Kaur,Elmdon House,ewa@\nJo Pike,Elmdon House,\n'
const aFile = (text = LIST) => new File([text], 'list.csv')
const without = (row: number) => ({ decide: 'without' as const, row })
const GONE = { code: 'NOT_FOUND', message: expect.stringContaining('Choose it again') as unknown }

async function openOffice() {
  const kiosk = await openReadyKiosk(tempFolder(), 'organiser')
  const screen = async (): Promise<KioskClient> => {
    const client = portClient(kiosk)
    await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    return client
  }
  return { kiosk, screen, office: await screen() }
}
async function inHand(client: KioskClient, file = aFile()) {
  const answer = await client.import.analyse({ file })
  if (answer.code !== 'analysis') throw new Error(answer.sentence)
  return answer
}

describe('a list that somebody looks at', () => {
  test('is sent once; each decision is told anew, and the import does what was told last', async () => {
    const { office } = await openOffice()
    const first = await inHand(office)
    expect(first).toMatchObject({
      counts: { added: 2, faulty: 0 },
      notices: [{ row: 2, value: 'ewa@', field: 'email' }],
    })
    const cells = [{ heading: 'Email', value: 'ewa@elmdon.example' }]
    const then = await office.import.decide({
      id: first.id,
      changes: [{ decide: 'cells', row: 2, cells }, without(3)],
    })
    if (then.code !== 'analysis') throw new Error(then.sentence)
    expect(then).toMatchObject({
      counts: { added: 1, faulty: 0, leftOut: 1 },
      notices: [],
      decisions: { fixes: { cells: [{ row: 2, ...cells[0] }], without: [3] } },
    })
    // What was told first is not what would be done now.
    await expect(endOf(office.import.commit({ id: first.id }))).rejects.toMatchObject(GONE)
    expect(await endOf(office.import.commit({ id: then.id }))).toMatchObject({ code: 'imported', counts: then.counts })
    expect((await office.signIn.list({})).items.map(({ name }) => name)).toEqual(['Ewa Kaur'])
    await expect(endOf(office.import.commit({ id: then.id }))).rejects.toMatchObject(GONE)
  })

  test('stays as it was where it cannot be read in another way', async () => {
    const { office } = await openOffice()
    const people = 'Ewa Kaur,ewa@elmdon.example\nJo Pike,jo@elmdon.example\n'
    const { id, counts } = await inHand(office, aFile(people))
    const refused = await office.import.decide({ id, changes: [{ decide: 'top', top: 'headings' }] })
    expect(refused).toMatchObject({ code: 'file-refused' })
    expect(await endOf(office.import.commit({ id }))).toMatchObject({ code: 'imported', counts })
  })

  test('stays as it was where nobody waits for what was decided', async () => {
    const { importer } = (await readyStation()).signIn
    const shift = {}
    const list = { name: 'list.csv', bytes: Buffer.from(LIST) }
    const read = await importer.analyse(shift, list, AS_FOUND)
    if (read.code !== 'analysis') throw new Error(read.sentence)
    const stopped = importer.decide(shift, read.id, [without(3)], AbortSignal.abort())
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    const steps = importer.commit(organiser, shift, read.id)
    if (steps === null || steps === 'busy') throw new Error('It is held')
    expect(drain(steps)).toMatchObject({ code: 'imported', counts: read.counts })
  })

  test('is nobody else’s: another screen of the organiser is answered as if there were none', async () => {
    const { office, screen } = await openOffice()
    const { id } = await inHand(office)
    const other = await screen()
    await expect(other.import.decide({ id, changes: [without(3)] })).rejects.toMatchObject(GONE)
    await expect(endOf(other.import.commit({ id }))).rejects.toMatchObject(GONE)
    // Nor does another screen’s list take its place.
    await inHand(other)
    expect(await endOf(office.import.commit({ id }))).toMatchObject({ code: 'imported' })
  })

  test.each<[string, (client: KioskClient, id: string) => Promise<unknown>]>([
    ['the screen is locked', (client) => client.staff.lock()],
    ['the page is left', (client, id) => client.import.leave({ id })],
    ['another list is chosen', (client) => inHand(client)],
    ['another file is chosen that is no list', (client) => client.import.analyse({ file: aFile('%PDF-1.7') })],
  ])('is let go of when %s', async (_when, end) => {
    const { office } = await openOffice()
    const { id } = await inHand(office)
    await end(office, id)
    await office.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    await expect(office.import.decide({ id, changes: [without(3)] })).rejects.toMatchObject(GONE)
  })

  test('another list is not let go of by who leaves the one before it', async () => {
    const { office } = await openOffice()
    const { id } = await inHand(office)
    const { id: other } = await inHand(office)
    await office.import.leave({ id })
    expect(await endOf(office.import.commit({ id: other }))).toMatchObject({ code: 'imported' })
  })
})

describe('a list that nobody looks at any more', () => {
  test('is kept ten minutes longer, counted from the last look', () => {
    const clocks: { milliseconds: number; ring: () => void }[] = []
    const after: After = (milliseconds, ring) => {
      const clock = { milliseconds, ring }
      clocks.push(clock)
      return () => void clocks.splice(clocks.indexOf(clock), 1)
    }
    const analyses = createAnalyses(after)
    const shift = {}
    const analysis = { id: 'a', name: 'list.csv' } as Analysis
    analyses.hold(shift, analysis)
    const [first] = clocks
    expect(first?.milliseconds).toBe(600_000)
    expect(analyses.find(shift, 'a')).toBe(analysis)
    // Looked at: the first clock does not count any more, and another does.
    expect(clocks).toHaveLength(1)
    expect(clocks[0]).not.toBe(first)
    clocks[0]?.ring()
    expect(analyses.find(shift, 'a')).toBeNull()
  })
})
