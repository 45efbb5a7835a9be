/** A long list is written in pages: with the door at work meanwhile, cut off between two, and gone on with. */
import { cpSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { openReadyKiosk, portClient } from '../../../../test/support/test-client.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { ewa, openTest, organiser, PASSPHRASE, readyStation, steward } from '../../../../test/support/test-station.ts'
import { drain } from '../../../slices.ts'
import type { Station } from '../../app/station.ts'

/** Five pages, and some more. */
const MANY = 230
/** So many are written at once. */
const PAGE = 40
const NO_NEEDS = { access: '', dietary: '' }

const rows = Array.from(
  { length: MANY },
  (_, index) => `Odo Many ${index + 1},Town ${index},${index % 3 === 0 ? 'No nuts' : ''},M${index}`,
)
const aList = Buffer.from(['Name,Organisation,Dietary needs,Barcode #', ...rows].join('\n'))

/** The organiser at the screen where the list is looked at. */
const office = {}
async function begin(station: Station, bytes = aList, screen = office) {
  const seen = await station.signIn.importer.analyse(screen, { name: 'list.csv', bytes }, AS_FOUND)
  if (seen.code !== 'analysis') throw new Error(seen.sentence)
  const steps = station.signIn.importer.commit(organiser, screen, seen.id)
  if (steps === null || steps === 'busy') throw new Error(steps ?? 'It is not held')
  return steps
}
type Steps = Awaited<ReturnType<typeof begin>>
/** Until one more page is written. */
function onePage(steps: Steps): void {
  for (;;) {
    const step = steps.next()
    if (step.done === true) throw new Error('That was the last page')
    if (step.value.done > 0) return
  }
}
function toTheEnd(steps: Steps) {
  const end = drain(steps)
  if (end === 'stopped' || end.code !== 'imported') throw new Error('It was not imported')
  return end
}
const delegates = (station: Station) => station.signIn.counts().delegates
const everyoneCalled = (station: Station, name: string) =>
  station.signIn
    .list({ search: '', offset: 0, limit: 2 * MANY, presence: null })
    .items.filter((one) => one.name.toLowerCase() === name.toLowerCase())
/** Somebody of the list who is not written yet. */
function notYet(station: Station): { name: string; town: string; row: number } {
  const index = rows.findIndex((_row, at) => everyoneCalled(station, `Odo Many ${at + 1}`).length === 0)
  return { name: `Odo Many ${index + 1}`, town: `Town ${index}`, row: index + 2 }
}
const newest = (station: Station) => station.signIn.importUndo.imports()[0]
const sum = ({ rows: _rows, ...counts }: Record<string, number>) =>
  Object.values(counts).reduce((all, one) => all + one, 0)
function isAsItsFactsSay(station: Station): void {
  const records = [...station.journal.records.lines()]
  station.journal.records.refoldAll()
  expect([...station.journal.records.lines()]).toEqual(records)
  expect(station.check()).toMatchObject({ sound: true, findings: [] })
}

test('page by page it says how far it is, and comes to what a list comes to at once', async () => {
  const station = await readyStation()
  const steps = await begin(station)
  onePage(steps)
  expect(delegates(station)).toBe(PAGE)
  expect(newest(station)).toMatchObject({ name: 'list.csv', importing: expect.stringMatching(/^2/) })
  expect(steps.next()).toEqual({ done: false, value: { code: 'progress', done: 2 * PAGE, of: MANY } })
  expect(toTheEnd(steps)).toMatchObject({ counts: { rows: MANY, added: MANY }, notices: [] })
  expect(newest(station)).toMatchObject({ added: MANY, updated: 0, importing: null, undone: null })
  expect(delegates(station)).toBe(MANY)
  isAsItsFactsSay(station)
})

test('namesakes on one list are all there', async () => {
  const station = await readyStation()
  const same = rows.map((row) => row.replace(/Odo Many \d+/, 'Odo Many'))
  const list = Buffer.from(['Name,Organisation,Dietary needs,Barcode #', ...same].join('\n'))
  expect(toTheEnd(await begin(station, list)).counts).toMatchObject({ added: MANY, duplicates: 0 })
})

describe('others go on with their work meanwhile', () => {
  test('somebody of the list walks in at the door: they are there once, and the organiser hears of it', async () => {
    const station = await readyStation()
    const steps = await begin(station)
    onePage(steps)
    const { name, row } = notYet(station)
    station.signIn.walkIn(steward, { ...ewa, name: name.toUpperCase(), organisation: 'As they say it' }, NO_NEEDS)
    const done = toTheEnd(steps)
    expect(everyoneCalled(station, name)).toMatchObject([{ organisation: 'As they say it', presence: 'here' }])
    expect(done.counts).toMatchObject({ rows: MANY, added: MANY - 1, duplicates: 1 })
    expect(sum(done.counts)).toBe(MANY)
    expect(done.notices).toMatchObject([{ row, value: name, reason: expect.stringMatching(/came onto/) }])
    expect(newest(station)).toMatchObject({ added: MANY - 1, importing: null })
    isAsItsFactsSay(station)
  })

  test('somebody is corrected at the door: what the steward wrote stands', async () => {
    const station = await readyStation()
    drain(await begin(station))
    const elsewhere = Buffer.from(aList.toString().replaceAll(',Town ', ',City '))
    const steps = await begin(station, elsewhere)
    onePage(steps)
    const left = station.signIn
      .list({ search: 'Odo', offset: 0, limit: MANY, presence: null })
      .items.filter(({ organisation }) => organisation.startsWith('Town'))
    const [one, other] = left
    if (one === undefined || other === undefined) throw new Error('They are all written')
    station.signIn.amend(steward, one.id, { organisation: 'Where they say' }, 'Said so')
    station.signIn.withdraw(steward, other.id, 'Ill')
    const done = toTheEnd(steps)
    expect(station.signIn.delegate(one.id)).toMatchObject({ organisation: 'Where they say' })
    expect(station.signIn.delegate(other.id)).toMatchObject({ withdrawn: true })
    expect(done.counts).toMatchObject({ updated: MANY - 2, unchanged: 2 })
    expect(done.notices.map(({ value }) => value).toSorted()).toEqual([one.name, other.name].toSorted())
    isAsItsFactsSay(station)
  })

  test('a sign-in changes nobody’s details, and nobody is left out for it', async () => {
    const station = await readyStation()
    drain(await begin(station))
    const steps = await begin(station, Buffer.from(aList.toString().replaceAll(',Town ', ',City ')))
    onePage(steps)
    for (const { id } of station.signIn.list({ search: 'Odo', offset: 0, limit: MANY, presence: null }).items)
      station.signIn.signIn(steward, id)
    expect(toTheEnd(steps)).toMatchObject({ counts: { updated: MANY }, notices: [] })
  })

  test('another program writes to the same data: whoever it brings is there once', async () => {
    const station = await readyStation()
    const steps = await begin(station)
    onePage(steps)
    const other = openTest(station.folder)
    const { name, town } = notYet(station)
    other.signIn.importer.run(organiser, 'some.csv', Buffer.from(`Name,Organisation\n${name},${town}\n`), {})
    other.close()
    const done = toTheEnd(steps)
    expect(sum(done.counts)).toBe(MANY)
    expect(everyoneCalled(station, name).length).toBe(1)
    expect(delegates(station)).toBe(MANY)
  })

  test('another program reads the same file with a name put right: nobody is there twice', async () => {
    const station = await readyStation()
    const steps = await begin(station)
    onePage(steps)
    const { name, row } = notYet(station)
    const other = openTest(station.folder)
    const cells = [{ row, heading: 'Name', value: 'Odette Many' }]
    other.signIn.importer.run(organiser, 'list.csv', aList, { fixes: { ...AS_FOUND.fixes, cells } })
    other.close()
    const done = toTheEnd(steps)
    expect(done.counts).toMatchObject({ added: PAGE, duplicates: MANY - PAGE })
    expect(everyoneCalled(station, name).length).toBe(0)
    expect(delegates(station)).toBe(MANY)
  })

  test('somebody comes before the first of them is written: nothing is written, and the list is told anew', async () => {
    const station = await readyStation()
    const steps = await begin(station)
    expect(steps.next()).toMatchObject({ value: { done: 0 } })
    const { name, town } = notYet(station)
    station.signIn.walkIn(steward, { ...ewa, name, organisation: town }, NO_NEEDS)
    expect(drain(steps)).toMatchObject({ code: 'changed', analysis: { counts: { rows: MANY } } })
    expect(delegates(station)).toBe(1)
  })

  test('a second list waits until the first is done', async () => {
    const station = await readyStation()
    const steps = await begin(station)
    onePage(steps)
    const screen = {}
    await expect(begin(station, Buffer.from('Name\nEwa Kaur\n'), screen)).rejects.toThrow('busy')
    toTheEnd(steps)
    expect(drain(await begin(station, Buffer.from('Name\nEwa Kaur\n'), screen))).toMatchObject({ code: 'imported' })
  })

  test('it is taken back at another screen: it stops, and nobody of it stays', async () => {
    const station = await readyStation()
    const steps = await begin(station)
    onePage(steps)
    const { importUndo } = station.signIn
    const id = newest(station)?.id ?? ''
    const seen = importUndo.before(id)?.seen ?? ''
    expect(importUndo.undo(organiser, { id, reason: 'The wrong list', seen })).toMatchObject({ gone: PAGE })
    expect(drain(steps)).toBe('stopped')
    expect(delegates(station)).toBe(0)
    expect(newest(station)).toMatchObject({ undone: expect.stringMatching(/^2/), importing: null })
    isAsItsFactsSay(station)
  })
})

test('a long list vouches for whom it met, until it is taken back itself', async () => {
  const station = await readyStation()
  const { importUndo } = station.signIn
  const [headings = '', ...rest] = aList.toString().split('\n')
  const early = [headings, 'Ewa Kaur,Elmdon House,,T1']
  station.signIn.importer.run(organiser, 'early.csv', Buffer.from(early.join('\n')), {})
  drain(await begin(station, Buffer.from([...early, ...rest].join('\n'))))
  const takeBack = (name: string) => {
    const id = importUndo.imports().find((list) => list.name === name)?.id ?? ''
    return importUndo.undo(organiser, { id, reason: 'The wrong list', seen: importUndo.before(id)?.seen ?? '' })
  }
  expect(takeBack('early.csv')).toMatchObject({ gone: 0 })
  expect(takeBack('list.csv')).toMatchObject({ gone: MANY + 1 })
})

describe('cut off between two pages', () => {
  /** As the power cut left it: another tablet of the same data. */
  async function cutOff(): Promise<Station> {
    const station = await readyStation()
    const steps = await begin(station)
    onePage(steps)
    station.close()
    const folder = tempFolder()
    cpSync(station.folder, folder, { recursive: true })
    return openTest(folder)
  }

  test('the list says so; the same file brings the rest, and it is one list', async () => {
    const station = await cutOff()
    expect(delegates(station)).toBe(PAGE)
    expect(newest(station)).toMatchObject({ importing: expect.stringMatching(/^2/) })
    const done = toTheEnd(await begin(station))
    expect(done.counts).toMatchObject({ added: MANY - PAGE, unchanged: PAGE })
    expect(station.signIn.importUndo.imports()).toMatchObject([{ added: MANY, updated: 0, importing: null }])
    expect(delegates(station)).toBe(MANY)
    isAsItsFactsSay(station)
    const id = newest(station)?.id ?? ''
    expect(station.signIn.importUndo.before(id)).toMatchObject({ gone: { count: MANY } })
  })

  test('those of its own rows are nobody else: whoever is called much the same is not asked about', async () => {
    const station = await readyStation()
    const same = Array.from(
      { length: MANY },
      (_, index) => `Ewa Nr${index} Kaur,ewa${index}@elmdon.example,Elmdon House`,
    )
    const list = Buffer.from(['Name,Email,Organisation', ...same].join('\n'))
    const steps = await begin(station, list)
    for (const { done } of steps) if (done > 0) break
    expect(toTheEnd(await begin(station, list)).counts).toMatchObject({
      added: MANY - PAGE,
      unchanged: PAGE,
      duplicates: 0,
    })
  })

  test('or it is taken back, and nobody of it stays', async () => {
    const station = await cutOff()
    const { importUndo } = station.signIn
    const id = newest(station)?.id ?? ''
    const seen = importUndo.before(id)?.seen ?? ''
    expect(importUndo.undo(organiser, { id, reason: 'Not this one', seen })).toMatchObject({
      code: 'undone',
      gone: PAGE,
    })
    expect(delegates(station)).toBe(0)
    expect(newest(station)).toMatchObject({ importing: null, undone: expect.stringMatching(/^2/) })
  })
})

test('nobody listens any more: it comes to its end all the same', async () => {
  const kiosk = await openReadyKiosk(tempFolder(), 'organiser')
  const client = portClient(kiosk)
  await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
  const seen = await client.import.analyse({ file: new File([aList], 'list.csv') })
  if (seen.code !== 'analysis') throw new Error(seen.sentence)
  const over = Promise.withResolvers<void>()
  kiosk.station()?.journal.onCommit(() => {
    if (kiosk.station()?.signIn.importUndo.imports()[0]?.importing === null) over.resolve()
  })
  for await (const step of await client.import.commit({ id: seen.id })) if (step.code === 'progress') break
  await over.promise
  expect(kiosk.station()?.signIn.counts().delegates).toBe(MANY)
})
