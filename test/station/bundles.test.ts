/** Tablets that become part of one event, and bring one another what they hold (docs/transfer.md). */
import { expect, test } from 'vitest'
import type { Duty } from '../../shared/domain/duty.ts'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { bundleOf, bytesOf, merged, stick } from '../support/bundles.ts'
import { factsOf } from '../support/merge.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, ewa, openTest, organiser, shippedPack, steward } from '../support/test-station.ts'

/** The organiser’s tablet, whose event has a key. */
function organisersTablet(): Station {
  const station = openTest()
  station.loadEvent(shippedPack(), false)
  station.tablets.beginEvent()
  return station
}

/** With the station closed, as another program would. */
function inSettings(folder: string, station: Station, sql: string, ...given: string[]): string {
  station.close()
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), () => 0)
  try {
    return String(
      db
        .prepare(sql)
        .pluck()
        .get(...given),
    )
  } finally {
    db.close()
  }
}

async function invited(by: Station, duty: Duty, name: string): Promise<Station> {
  const invitation = await by.tablets.invite({ duty, most: 20 })
  if (invitation === null) throw new Error('It does not speak for the event')
  const bytes = await bytesOf(Promise.resolve(invitation))
  const station = openTest(tempFolder())
  expect(await station.tablets.enrol(stick(bytes), { code: invitation.code, name })).toMatchObject({ code: 'enrolled' })
  return station
}

test('a tablet is invited by a stick and a code, and what it writes comes back in a bundle, once', async () => {
  const organisers = organisersTablet()
  const person = organisers.signIn.add(organiser, ewa)
  const door = await invited(organisers, 'sign-in', 'West door')
  expect(door.described()).toMatchObject({ name: 'West door', duty: 'sign-in' })
  expect(door.event().pack.name).toBe(organisers.event().pack.name)
  expect(door.signIn.delegate(person)?.name).toBe('Ewa Kaur')

  door.signIn.signIn(steward, person)
  const { made } = door.pledges.make(anyone, aPledge)
  const bytes = await bundleOf(door)
  expect((await merged(organisers, bytes)).chains.map(({ came }) => came)).toEqual(['taken', 'taken'])
  expect(organisers.signIn.delegate(person)?.presence).toBe('here')
  expect(organisers.pledges.latest().map(({ reference }) => reference)).toEqual([made?.reference])
  expect(organisers.journal.facts.count()).toBe(door.journal.facts.count())

  const before = factsOf(organisers)
  expect((await merged(organisers, bytes)).taken).toMatchObject({ added: 0, clashing: 0, refused: 0 })
  expect(factsOf(organisers)).toEqual(before)
})

test('a door’s tablet cannot erase anybody: not at the door, and not where somebody made it say so', async () => {
  const organisers = organisersTablet()
  const person = organisers.signIn.add(organiser, ewa)
  const door = await invited(organisers, 'sign-in', 'West door')
  expect(() => door.eraseDelegate(organiser, person, 'Asked to be')).toThrow('not for this tablet to write')
  expect(door.signIn.delegate(person)?.name).toBe('Ewa Kaur')

  // A program that believes nobody writes it on the door’s chain: it is held, passed on, and counts for nothing.
  const { folder } = door
  const key = inSettings(folder, door, 'SELECT value FROM setting WHERE key = ?', 'eventKey')
  inSettings(folder, door, 'DELETE FROM setting WHERE key = ? RETURNING value', 'eventKey')
  const forging = openTest(folder)
  forging.eraseDelegate(organiser, person, 'Asked to be')
  inSettings(folder, forging, 'INSERT INTO setting (key, value) VALUES (?, ?) RETURNING value', 'eventKey', key)
  expect((await merged(organisers, await bundleOf(openTest(folder)))).taken).toMatchObject({
    notUnderstood: 1,
    refused: 0,
  })
  expect(organisers.signIn.delegate(person)?.name).toBe('Ewa Kaur')
  const third = await invited(organisers, 'organiser', 'Office')
  expect(third.signIn.delegate(person)?.name).toBe('Ewa Kaur')
  third.eraseDelegate(organiser, person, 'Asked to be')
  expect((await merged(organisers, await bundleOf(third))).taken.notUnderstood).toBe(0)
  expect(organisers.signIn.delegate(person)).toBeNull()
})
