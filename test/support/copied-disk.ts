/** A tablet whose disk was copied, for stories of what becomes of both. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { tempFolder } from './temp-folder.ts'
import { handClock, openTest, readyStation } from './test-station.ts'

/** A tablet and the one that its disk was copied to, as they were at that moment; `before` is the id that both have. */
export async function copied() {
  const clock = handClock()
  const west = await readyStation({ now: clock })
  west.close()
  const image = join(tempFolder(), 'image')
  cpSync(west.folder, image, { recursive: true })
  const [here, copy] = [openTest(west.folder, { now: clock }), openTest(image, { now: clock })]
  clock.pass(1000)
  return { clock, here, copy, before: here.id }
}

export const wordings = (station: Station): string[] => station.pledges.latest().map(({ wording }) => wording)

/** Its chains hold, and its records are what its facts add up to. */
export function isWhole(station: Station): void {
  expect(station.check()).toMatchObject({ sound: true, findings: [] })
  const kept = [...station.journal.records.lines()]
  station.journal.records.refoldAll()
  expect([...station.journal.records.lines()]).toEqual(kept)
}
