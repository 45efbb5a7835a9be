import { readdirSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { PASSPHRASE } from '../support/test-station.ts'
import { aList } from './hall.ts'
import { readyTablet, type Tablet, type Transport, TRANSPORTS } from './tablet.ts'
import { visitorAt } from './visitor.ts'
import { createWatch, takenBack } from './watch-end.ts'

/** Saving on a stick is held until nobody waits for it any more. */
function holdSaving({ sticks }: Kiosk) {
  const [watch, begun] = [createWatch(), Promise.withResolvers<void>()]
  const save = sticks.save.bind(sticks)
  vi.spyOn(sticks, 'save').mockImplementation((stick, file, signal) =>
    watch.answer(
      (async () => {
        begun.resolve()
        await takenBack(signal)
        return save(stick, file, signal)
      })(),
    ),
  )
  return { begun: begun.promise, ended: watch.ended }
}

/** A list that was chosen is read once nobody waits for it any more. `came`: what becomes of it then at the station. */
function holdAnalysing(kiosk: Kiosk) {
  const importer = kiosk.station()?.signIn.importer
  if (importer === undefined) throw new Error('This tablet is not ready')
  const [begun, came] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()]
  const analyse = importer.analyse.bind(importer)
  vi.spyOn(importer, 'analyse').mockImplementation(async (shift, list, decisions, signal) => {
    begun.resolve()
    await takenBack(signal)
    const answer = analyse(shift, list, decisions, signal)
    answer.then(
      ({ code }) => came.resolve(code),
      () => came.resolve('let go'),
    )
    return answer
  })
  return { begun: begun.promise, came: came.promise }
}

const aFile = () => new File(['a plan of many pages'], 'plan.csv')

/** The two ways in which nobody waits any more. */
const ways = TRANSPORTS.flatMap((transport) => [
  { transport, how: 'the caller takes it back', goes: 'aborts' as const },
  {
    transport,
    how: transport === 'port' ? 'the port is closed' : 'the connection is dropped',
    goes: 'leaves' as const,
  },
])

/** The organiser, who asks and then does not wait. */
async function open(transport: Transport, goes: 'aborts' | 'leaves') {
  const tablet = await readyTablet(transport)
  const stop = new AbortController()
  const { client, leave } =
    goes === 'leaves' ? await visitorAt(tablet, transport) : { client: tablet.screen(), leave: () => stop.abort() }
  await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
  return { tablet, client, stop, go: leave }
}

/** The tablet goes on: the next page is answered, and the data is whole. */
async function expectWhole(tablet: Tablet): Promise<void> {
  const client = tablet.screen()
  await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
  expect(await client.station.check()).toMatchObject({ sound: true, findings: [] })
}

describe.each(ways)('over $transport, before a call is answered, $how', ({ transport, goes }) => {
  test('nothing of a file is left on the stick', async () => {
    const { tablet, client, stop, go } = await open(transport, goes)
    const { begun, ended } = holdSaving(tablet.kiosk)
    const saving = client.sticks.save({ stick: 'a1', file: aFile() }, { signal: stop.signal }).catch(() => 'not saved')
    await begun
    go()
    await ended(1)
    expect(await saving).toBe('not saved')
    expect(readdirSync(tablet.stick)).toEqual([])
    await expectWhole(tablet)
  })

  test('a list that was chosen is not held for anybody', async () => {
    const { tablet, client, stop, go } = await open(transport, goes)
    const { begun, came } = holdAnalysing(tablet.kiosk)
    const analysing = client.import.analyse({ file: aList(200) }, { signal: stop.signal }).catch(() => 'not read')
    await begun
    go()
    expect(await came).toBe('let go')
    expect(await analysing).toBe('not read')
    await expectWhole(tablet)
  })
})
