/** What changes who counts, who is one person or what the time was, heard later than what it is about, or by another program. */
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keyFile, openDatabase, shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import { people } from '../../electron/station/kernel/journal/index.ts'
import { forkSettled, stationShutOut } from '../../electron/station/kernel/journal/rulings.ts'
import { openInSteps, type Station } from '../../electron/station/app/station.ts'
import { copied } from '../support/copied-disk.ts'
import { pledge } from '../support/fold-changed.ts'
import { carried, carry, takeIn } from '../support/merge.ts'
import { otherApp } from '../support/other-app.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { ewa, handClock, openTest, organiser, readyStation, shippedPack, steward } from '../support/test-station.ts'

const MINUTE = 60_000

function tablet(time = '2023-12-12T09:00:00.000Z', folder = tempFolder(MEMORY)) {
  const clock = handClock(time)
  const station = openTest(folder, { now: clock })
  station.loadEvent(shippedPack(), false)
  return { station, clock }
}
/** Two entries, the first by id first. */
function entriesOn(station: Station) {
  const ids = ['Ewa Kaur', 'E. Kaur'].map((name) => station.signIn.add(organiser, { ...ewa, name, email: '' }))
  const [low = '', high = ''] = ids.toSorted()
  return { low, high }
}
async function programs() {
  const clock = handClock()
  const one = await readyStation({ now: clock })
  const { low, high } = entriesOn(one)
  const other = openTest(one.folder, { now: clock })
  clock.pass(MINUTE)
  return { one, two: other, low, high, clock }
}
const rows = (station: Station) => [...station.journal.records.lines()].filter((line) => !line.startsWith('event '))
const peopleIn = (station: Station) =>
  rows(station).filter((line) => line.startsWith('delegate ') && line.includes('Kaur'))
const idsOn = (station: Station) =>
  station.signIn.list({ search: '', offset: 0, limit: 50, presence: null }).items.map(({ id }) => id)
/** Sound, and the same where everything is folded again. */
function isSame(station: Station) {
  expect(station.check()).toMatchObject({ sound: true, findings: [] })
  const kept = rows(station)
  station.journal.records.refoldAll()
  expect(rows(station)).toEqual(kept)
}
/** As if another version of the app had folded all records. */
function changeFolds(folder: string): void {
  const { db } = openDatabase(folder, keyFile(), shippedMigrations(), handClock())
  const folded = db.prepare<[], string>("SELECT value FROM setting WHERE key = 'folded'").pluck().get() ?? ''
  db.prepare("UPDATE setting SET value = ? WHERE key = 'folded'").run(folded.replaceAll(/(\w+):[^ ]+/g, '$1:0'))
  db.close()
}
/** Opens it, with something happening between two of its turns. */
function openSlowly(folder: string, between: (turn: number) => void): Station {
  const steps = openInSteps(folder, { now: handClock('2023-12-12T11:00:00.000Z') })
  for (let turn = 1; ; turn += 1) {
    const step = steps.next()
    if (step.done === true) {
      onTestFinished(() => step.value.close())
      return step.value
    }
    between(turn)
  }
}

test('whoever leads is forgotten, by a tablet that had not heard of the merge, while records are folded again', async () => {
  const clock = handClock()
  const west = await readyStation({ now: clock })
  const ids = ['Ewa Kaur', 'E. Kaur'].map((name) => west.signIn.add(organiser, { ...ewa, name, email: '' }))
  const [low = '', high = ''] = ids.toSorted()
  pledge(west, 1100)
  const east = openTest(tempFolder(), { now: handClock('2023-12-12T09:10:00.000Z') })
  takeIn(east, carried(west))
  west.signIn.onePerson.merge(organiser, low, high, 'so')
  east.eraseDelegate(organiser, low, 'asked')
  const theirs = carried(east)
  changeFolds(west.folder)
  const later = openSlowly(west.folder, (turn) => {
    if (turn === 4) takeIn(west, theirs)
  })
  expect(peopleIn(later)).toHaveLength(1)
  expect(later.check()).toMatchObject({ findings: [], sound: true })
})

test('a merge is known, and whoever is to lead becomes known while records are folded again', async () => {
  const clock = handClock()
  const west = await readyStation({ now: clock })
  const east = openTest(tempFolder(), { now: handClock('2023-12-12T09:10:00.000Z') })
  takeIn(east, carried(west))
  const low = east.signIn.add(organiser, { ...ewa, email: '' })
  clock.set('2023-12-12T09:20:00.000Z')
  const high = west.signIn.add(organiser, { ...ewa, name: 'E. Kaur', email: '' })
  expect([low, high].toSorted()[0]).toBe(low)
  west.signIn.onePerson.merge(organiser, low, high, 'so')
  pledge(west, 1100)
  changeFolds(west.folder)
  const later = openSlowly(west.folder, (turn) => {
    if (turn === 4) takeIn(west, carried(east))
  })
  expect(peopleIn(later)).toHaveLength(1)
  expect(later.check()).toMatchObject({ findings: [], sound: true })
})

test('data is put back from before two were parted, of whom one was forgotten since: the other stays', async () => {
  const clock = handClock()
  const west = await readyStation({ now: clock })
  const ids = ['Ewa Kaur', 'E. Kaur'].map((name) => west.signIn.add(organiser, { ...ewa, name, email: '' }))
  const [low = '', high = ''] = ids
  clock.pass(60_000)
  const merge = west.signIn.onePerson.merge(organiser, low, high, 'by mistake') ?? ''
  // As it stands on the disk, which is put back later.
  const before = join(tempFolder(), 'before')
  west.close()
  cpSync(west.folder, before, { recursive: true })
  const again = openTest(west.folder, { now: clock })
  clock.pass(60_000)
  again.signIn.onePerson.part(organiser, merge, 'They are sisters')
  again.eraseDelegate(organiser, high, 'She asked')
  expect(again.signIn.delegate(low)).not.toBeNull()
  again.close()
  const path = join(again.folder, 'station.erased')
  writeFileSync(join(before, 'station.erased'), readFileSync(path))
  const back = openTest(before, { now: clock })
  expect(peopleIn(back)).toHaveLength(1)
  expect(back.signIn.delegate(low)).toMatchObject({ id: low, name: 'Ewa Kaur' })
})

test('two rows of lists were said to be one elsewhere, and that is heard before the second list is read here', () => {
  const [probe, west] = [tablet(), tablet()]
  const lists = ['Ada Lark,Elmdon', 'Ben Moor,Meriden'].map((row) => Buffer.from(`Name,Organisation\n${row}\n`))
  const read = (station: Station, nth: number) =>
    station.signIn.importer.run(organiser, 'list.csv', lists[nth] ?? Buffer.from(''), {})
  const idOf = (station: Station, name: string) =>
    station.signIn.list({ search: name, offset: 0, limit: 50, presence: null }).items[0]?.id ?? ''
  for (const nth of [0, 1]) read(probe.station, nth)
  const [ada = '', ben = ''] = ['Ada', 'Ben'].map((name) => idOf(probe.station, name))
  // West holds the one with the greater id.
  const [first, second] = ada > ben ? [0, 1] : [1, 0]
  read(west.station, first)
  const app = otherApp(west.station.event().id)
  app.write({
    at: '2023-12-12T09:00:30.000Z.0000',
    type: 'people.merged',
    v: 1,
    subject: people.pairId(ada, ben),
    body: { one: ada, other: ben, reason: 'so' },
    by: organiser,
  })
  takeIn(west.station, [app.carried()])
  read(west.station, second)
  expect(west.station.signIn.list({ search: '', offset: 0, limit: 50, presence: null }).items).toHaveLength(1)
  isSame(west.station)
})

test('an erasure about something else that names one of two who are one', () => {
  const { station } = tablet()
  const { low, high } = entriesOn(station)
  station.signIn.onePerson.merge(organiser, low, high, 'so')
  const app = otherApp(station.event().id)
  app.write({
    at: '2023-12-12T09:00:30.000Z.0000',
    type: 'person.erased',
    v: 1,
    subject: randomUUID(),
    body: { ids: [low], reason: '' },
    by: organiser,
  })
  takeIn(station, [app.carried()])
  expect(peopleIn(station)).toHaveLength(1)
  isSame(station)
})

test('a screen of the roll call is told who is not on it any more when two become one', () => {
  const { station, clock } = tablet()
  const { low, high } = entriesOn(station)
  station.signIn.signIn(steward, low)
  station.signIn.signIn(steward, high)
  clock.pass(MINUTE)
  const { rollCall } = station.rollCalls.start(steward, 'Sam', null)
  const { cursor, items } = station.rollCalls.people({ rollCall: rollCall.id, cursor: null, from: null })
  expect(items.map(({ id }) => id)).toEqual([low, high])
  station.signIn.onePerson.merge(organiser, low, high, 'so')
  const news = station.rollCalls.people({ rollCall: rollCall.id, cursor, from: null })
  // A finger that was on the way to the other line ticks the one person.
  expect(
    station.rollCalls.tick(steward, { rollCall: rollCall.id, delegate: high, ticked: true, by: 'Sam' }),
  ).toMatchObject({ id: low, tick: { by: 'Sam' } })
  // A screen keeps what it holds, but for what is gone or told anew.
  const held = new Set([low, high])
  if (news.whole) held.clear()
  for (const id of news.gone) held.delete(id)
  for (const { id } of news.items) held.add(id)
  expect([...held]).toEqual([low])
})

test('whoever is searched for where the merge is heard of is found once', () => {
  const { station } = tablet()
  const { station: east } = tablet('2023-12-12T09:05:00.000Z')
  const [a = '', b = ''] = ['Ewa Kaur', 'Ewa Kaur'].map((name) =>
    station.signIn.add(organiser, { ...ewa, name, email: '' }),
  )
  takeIn(east, carried(station))
  expect(east.signIn.find('kaur')).toHaveLength(2)
  station.signIn.onePerson.merge(organiser, a, b, 'x')
  takeIn(east, carried(station))
  expect(east.signIn.find('kaur').map(({ id }) => id)).toEqual([east.journal.leaderOf(a)])
})

test('another program says that they are one: whoever is forgotten here is remembered under both ids', async () => {
  const { one, two, low, high } = await programs()
  two.signIn.note(steward, low, 'x')
  one.signIn.onePerson.merge(organiser, low, high, 'so')
  two.eraseDelegate(organiser, low, 'asked')
  const path = join(two.folder, 'station.erased')
  const ids = existsSync(path) ? readFileSync(path, 'utf8') : ''
  expect(one.signIn.delegate(high)).toBeNull()
  expect([ids.includes(low), ids.includes(high)]).toEqual([true, true])
})

test('another program says that they are two: whoever comes in here is the one who was asked for', async () => {
  const { one, two, low, high } = await programs()
  const merge = one.signIn.onePerson.merge(organiser, low, high, 'so') ?? ''
  two.signIn.note(steward, low, 'x')
  one.signIn.onePerson.part(organiser, merge, 'sisters')
  two.signIn.scan(steward, one.signIn.badge(high))
  two.signIn.signIn(steward, high)
  expect([low, high].map((id) => one.signIn.delegate(id)?.presence)).toEqual(['expected', 'here'])
})

test('another program puts times right: here the clock is told so', async () => {
  const { one, two, low, clock } = await programs()
  two.signIn.note(steward, low, 'x')
  one.sayTime(organiser, clock() - 60 * MINUTE)
  expect(two.clock().ahead).toBe(60 * MINUTE)
})

test('a branch is chosen: who came onto the list on it is found here', async () => {
  const { here, copy, before } = await copied()
  here.signIn.add(organiser, { ...ewa, name: 'Ada Lark', email: '' })
  copy.signIn.add(organiser, { ...ewa, name: 'Ben Moor', email: '' })
  takeIn(here, carried(copy))
  expect(here.signIn.find('ben moor')).toEqual([])
  const branch = here.journal.facts.branches(before, here.journal.facts.forks().get(before) ?? 0)
  const bens = copy.journal.facts
    .branches(before, here.journal.facts.forks().get(before) ?? 0)
    .find(({ hash }) =>
      branch.some(
        (one) => one.hash === hash && one.fields.some((field) => 'value' in field && field.value === 'Ben Moor'),
      ),
    )
  if (bens === undefined) throw new Error('There is no such branch')
  here.journal.commit(
    organiser,
    (write) =>
      void write.about(forkSettled, here.event().id, {
        station: before,
        seq: bens.seq,
        hash: bens.hash,
        reason: 'so',
      }),
  )
  expect(idsOn(here)).toHaveLength(1)
  expect(here.signIn.find('ben moor')).toHaveLength(1)
})

test('a tablet is shut out here: whom it brought is found here no more', async () => {
  const clock = handClock()
  const one = await readyStation({ now: clock })
  const other = openTest(tempFolder(), { now: clock })
  carry(one, other)
  other.signIn.add(organiser, { ...ewa, name: 'Ben Moor', email: '' })
  carry(other, one)
  expect(one.signIn.find('ben moor')).toHaveLength(1)
  one.journal.commit(
    organiser,
    (write) => void write.about(stationShutOut, one.event().id, { station: other.id, last: 1, reason: 'bag' }),
  )
  expect(idsOn(one)).toHaveLength(0)
  expect(one.signIn.organisations('elmdon', true)).toEqual([])
})

test('a tablet that forgot somebody is shut out from before it: they are back nowhere, not even without a name', async () => {
  const clock = handClock()
  const one = await readyStation({ now: clock })
  const other = openTest(tempFolder(), { now: clock })
  carry(one, other)
  const ben = other.signIn.add(organiser, { ...ewa, name: 'Ben Moor', email: '' })
  const last = other.journal.facts.last(other.id)
  other.eraseDelegate(organiser, ben, 'They asked')
  const body = { station: other.id, last, reason: 'bag' }
  other.journal.commit(organiser, (write) => void write.about(stationShutOut, other.event().id, body))
  carry(other, one)
  for (const station of [one, other]) {
    expect(idsOn(station)).toEqual([])
    isSame(station)
  }
})

test('somebody is forgotten on a branch that does not count: they are back nowhere', async () => {
  const clock = handClock()
  const west = await readyStation({ now: clock })
  const ben = west.signIn.add(organiser, { ...ewa, name: 'Ben Moor', email: '' })
  west.close()
  const disk = join(tempFolder(), 'a')
  cpSync(west.folder, disk, { recursive: true })
  const [here, copy] = [openTest(west.folder, { now: clock }), openTest(disk, { now: clock })]
  here.eraseDelegate(organiser, ben, 'They asked')
  copy.signIn.add(organiser, { ...ewa, name: 'Somebody else', email: '' })
  const third = openTest(tempFolder(), { now: clock })
  carry(here, third)
  carry(copy, third)
  expect(idsOn(third)).toEqual([])
  isSame(third)
})

test('a branch forks once more while records are folded again', async () => {
  const clock = handClock()
  const west = await readyStation({ now: clock })
  pledge(west, 1100)
  west.close()
  const [disk, disk2] = [join(tempFolder(), 'a'), join(tempFolder(), 'b')]
  cpSync(west.folder, disk, { recursive: true })
  const here = openTest(west.folder, { now: clock })
  const before = here.id
  const left = openTest(disk, { now: clock })
  here.signIn.add(organiser, { ...ewa, name: 'On the first', email: '' })
  left.signIn.add(organiser, { ...ewa, name: 'On the second', email: '' })
  left.close()
  cpSync(disk, disk2, { recursive: true })
  const [second, third] = [openTest(disk, { now: clock }), openTest(disk2, { now: clock })]
  for (let n = 0; n < 3; n += 1) {
    second.signIn.add(organiser, { ...ewa, name: `Second ${n}`, email: '' })
    third.signIn.add(organiser, { ...ewa, name: `Third ${n}`, email: '' })
  }
  // Somebody who holds all.
  const desk = openTest(tempFolder(), { now: handClock('2023-12-12T10:00:00.000Z') })
  takeIn(desk, carried(here))
  takeIn(desk, carried(second))
  const first = desk.journal.facts.forks().get(before) ?? 0
  const branch = second.journal.facts.branches(before, first)[0]
  desk.journal.commit(
    organiser,
    (write) =>
      void write.about(forkSettled, desk.event().id, {
        station: before,
        seq: first,
        hash: branch?.hash ?? '',
        reason: 'so',
      }),
  )
  expect(desk.signIn.list({ search: 'Second', offset: 0, limit: 50, presence: null }).total).toBe(4)
  const theirs = carried(third)
  changeFolds(desk.folder)
  const later = openSlowly(desk.folder, (turn) => {
    if (turn === 4) takeIn(desk, theirs)
  })
  isSame(later)
})

test('a copied disk goes on and says the time; the tablet hears that as the first thing after it was opened', async () => {
  const { here, copy, clock } = await copied()
  const id = copy.signIn.add(organiser, ewa)
  clock.pass(MINUTE)
  copy.sayTime(organiser, clock() - 60 * MINUTE)
  takeIn(here, carried(copy))
  expect(here.signIn.delegate(id)).not.toBeNull()
  isSame(here)
})

test('a word on another’s clock goes with its writer, who is shut out; heard as the first thing after opening', async () => {
  const clock = handClock()
  const one = await readyStation({ now: clock })
  const id = one.signIn.walkIn(steward, ewa, { access: '', dietary: '' }).id
  const app = otherApp(one.event().id)
  const first = app.write({
    at: '2023-12-12T09:00:00.000Z.0000',
    type: 'clock.said',
    v: 1,
    subject: one.id,
    body: { seq: 1, ahead: 60 * MINUTE },
    by: organiser,
  })
  takeIn(one, [app.carried()])
  expect(one.signIn.delegate(id)?.since).toBe('2023-12-12T07:55:00.000Z')
  const judge = otherApp(one.event().id)
  judge.write({
    at: '2023-12-12T09:10:00.000Z.0000',
    type: 'station.shut-out',
    v: 1,
    subject: one.event().id,
    body: { station: first.station, last: 0, reason: '' },
    by: organiser,
  })
  const given = [judge.carried()]
  one.close()
  const again = openTest(one.folder, { now: clock })
  // Another program, as the terminal is, writes in between.
  openTest(one.folder, { now: clock }).signIn.add(organiser, ewa)
  takeIn(again, given)
  expect(again.signIn.delegate(id)?.since).toBe('2023-12-12T08:55:00.000Z')
  isSame(again)
})

test('a word on another’s clock goes with its writer, who is shut out here, as the first thing after opening', async () => {
  const clock = handClock()
  const one = await readyStation({ now: clock })
  const { id } = one.signIn.walkIn(steward, ewa, { access: '', dietary: '' })
  const app = otherApp(one.event().id)
  const said = { at: '2023-12-12T09:00:00.000Z.0000', type: 'clock.said', v: 1, by: organiser }
  const { station } = app.write({ ...said, subject: one.id, body: { seq: 1, ahead: 60 * MINUTE } })
  takeIn(one, [app.carried()])
  expect(one.signIn.delegate(id)?.since).toBe('2023-12-12T07:55:00.000Z')
  one.close()
  const again = openTest(one.folder, { now: clock })
  const body = { station, last: 0, reason: 'It was lost' }
  again.journal.commit(organiser, (write) => void write.about(stationShutOut, again.event().id, body))
  expect(again.signIn.delegate(id)?.since).toBe('2023-12-12T08:55:00.000Z')
  isSame(again)
})

test('a screen of the roll call hears that times were put right, of a stretch that holds no name of the tablet', async () => {
  const clock = handClock('2023-12-12T13:00:00.000Z')
  const one = await readyStation({ now: clock })
  const id = one.signIn.add(organiser, ewa)
  clock.set('2023-12-12T12:00:00.000Z')
  one.signIn.signIn(steward, id)
  clock.pass(MINUTE)
  const { cursor, items } = one.rollCalls.people({ rollCall: null, cursor: null, from: null })
  expect(items).toMatchObject([{ since: '2023-12-12T12:00:00.000Z' }])
  one.sayTime(organiser, clock() - 60 * MINUTE)
  const all = one.rollCalls.people({ rollCall: null, cursor: null, from: null })
  expect(all.items).toMatchObject([{ since: '2023-12-12T11:00:00.000Z' }])
  const news = one.rollCalls.people({ rollCall: null, cursor, from: null })
  expect(news.items).toEqual(all.items)
})
