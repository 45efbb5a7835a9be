/** A folder of format 1 that two tablets wrote anew: what is said on one of them of what both hold is so on both. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { formatOneDay, leaveFormatOne } from '../support/format-one.ts'
import { carry, factsOf } from '../support/merge.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { ewa, handClock, kwame, openTest, organiser, readyStation, steward } from '../support/test-station.ts'

const { people, rollCall } = formatOneDay
const ada = people.ada ?? ''

/** The first of the two is the one whose facts count; what is done is done at the second. `before`: what else stood in the folder. */
function twoOfOne(before: (folder: string) => void = () => undefined): [Station, Station] {
  const folder = join(tempFolder(), 'station')
  leaveFormatOne(folder)
  before(folder)
  const copy = join(tempFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  const clock = handClock('2023-12-12T12:00:00.000Z')
  const [one, two] = [openTest(folder, { now: clock }), openTest(copy, { now: clock })]
  clock.pass(1000)
  return one.id < two.id ? [one, two] : [two, one]
}
function meet(one: Station, other: Station): void {
  carry(one, other)
  carry(other, one)
  for (const station of [one, other]) expect(station.check()).toMatchObject({ sound: true, findings: [] })
}

test('a sign-in from before is taken back at one, and they are in at neither', () => {
  const [first, second] = twoOfOne()
  expect(second.signIn.delegate(ada)?.presence).toBe('here')
  expect(second.signIn.undo(steward, ada, 'Somebody else').delegate.presence).toBe('expected')
  meet(first, second)
  for (const station of [first, second]) expect(station.signIn.delegate(ada)?.presence).toBe('expected')
})

test('a tick from before is taken back at one, and they are looked for at both', () => {
  const [first, second] = twoOfOne()
  const ticked = (station: Station) =>
    station.rollCalls
      .people({ rollCall, cursor: null, from: null })
      .items.filter(({ tick }) => tick !== null)
      .map(({ id }) => id)
  const [seen = ''] = ticked(second)
  const before = ticked(second).length
  second.rollCalls.tick(steward, { rollCall, delegate: seen, ticked: false, by: 'Ida' })
  meet(first, second)
  for (const station of [first, second]) {
    expect(ticked(station)).toHaveLength(before - 1)
    expect(ticked(station)).not.toContain(seen)
  }
})

test('who is forgotten at one is in nobody’s words from before at either', () => {
  const [first, second] = twoOfOne()
  const promise = second.pledges.latest().find(({ wording }) => wording === 'A kitchen to learn in')
  const id = second.signIn.add(organiser, { ...ewa, name: 'kitchen to' })
  second.eraseDelegate(organiser, id, 'They asked')
  meet(first, second)
  for (const station of [first, second]) {
    expect(station.pledges.read(promise?.id ?? '')?.wording).toBe('A … learn in')
    expect(JSON.stringify(factsOf(station))).not.toContain('kitchen to')
  }
})

test('needs from before that are purged at one are at neither', () => {
  const [first, second] = twoOfOne((folder) => {
    const { db } = openDatabase(folder, keyFile(), shippedMigrations().slice(0, 9), () => 0)
    db.exec(`DELETE FROM fact WHERE type = 'needs.purged'`)
    db.exec(
      `UPDATE fact SET body = '{"access":"Step-free","dietary":""}', bodyHash = NULL WHERE type = 'needs.recorded'`,
    )
    db.close()
  })
  expect(JSON.stringify(factsOf(second))).toContain('Step-free')
  second.signIn.purgeNeeds(organiser, 'The day is over')
  meet(first, second)
  for (const station of [first, second]) expect(JSON.stringify(factsOf(station))).not.toContain('Step-free')
})

test('what one of them corrects is against nothing that both brought', () => {
  const [first, second] = twoOfOne()
  second.signIn.amend(steward, ada, { table: 'Table 12', organisation: 'Elmdon House' }, 'As they said')
  meet(first, second)
  for (const station of [first, second])
    expect([...station.journal.records.lines()].find((line) => line.startsWith(`delegate {"id":"${ada}"`))).toContain(
      '"conflict":0',
    )
})

test('a correction is against nothing that its writer saw by way of a list that was taken back since', async () => {
  const clock = handClock()
  const west = await readyStation({ now: clock })
  const id = west.signIn.add(organiser, { ...kwame, email: 'kwame@meriden.example', role: '' })
  const east = openTest(tempFolder(), { now: clock })
  clock.pass(1000)
  west.signIn.amend(steward, id, { organisation: 'Meriden' }, 'As on the badge')
  carry(west, east)
  clock.pass(1000)
  const list = `Name,Organisation,Email,Job title\n${kwame.name},Meriden,kwame@meriden.example,Fitter\n`
  east.signIn.importer.run(organiser, 'wrong.csv', Buffer.from(list), {})
  clock.pass(1000)
  east.signIn.amend(steward, id, { organisation: 'Meriden Motors Ltd' }, 'As they said')
  const { imports, before, undo } = east.signIn.importUndo
  const made = imports()[0]?.id ?? ''
  expect(undo(organiser, { id: made, reason: 'The wrong list', seen: before(made)?.seen ?? '' })).toMatchObject({
    back: 1,
  })
  expect([...east.journal.records.lines()].find((line) => line.startsWith('delegate '))).toContain('"conflict":0')
  expect(east.check()).toMatchObject({ sound: true, findings: [] })
})
