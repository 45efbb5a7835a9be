/** Clocks that people set, and what is shown of what was written by them. */
import { expect, test } from 'vitest'
import type { Station } from '../../electron/station/station.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { ewa, openTest, organiser, shippedPack, steward } from '../support/test-station.ts'

const HOUR = 60 * 60_000
const NINE = '2023-12-12T09:00:00.000Z'

function opened(deps: { now: () => number; steady?: () => number }, folder = tempFolder(MEMORY)): Station {
  const station = openTest(folder, deps)
  station.loadEvent(shippedPack(), false)
  return station
}

const since = (station: Station, id: string) => station.signIn.delegate(id)?.since
const isWhole = (station: Station) => expect(station.check()).toMatchObject({ sound: true, findings: [] })

test.each([
  ['the last year that there is', Date.parse('9999-06-01T09:00:00.000Z')],
  ['a year after it', 8e15],
  ['a year before the first', -8e15],
  ['nothing', Number.NaN],
])('people come in by a clock that says %s, and it can be put right', (_, says) => {
  const clock = { says: Date.parse(NINE) }
  let steady = 0
  const station = opened({ now: () => clock.says, steady: () => (steady += 1) })
  const id = station.signIn.add(organiser, ewa)
  clock.says = says
  expect(station.signIn.signIn(steward, id)).toMatchObject({ code: 'signed-in' })
  station.sayTime(organiser, Date.parse(NINE) + HOUR)
  expect(since(station, id)).toBe('2023-12-12T10:00:00.000Z')
  isWhole(station)
})
