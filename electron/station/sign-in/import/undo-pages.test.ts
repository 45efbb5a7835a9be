/** A long list is taken back in pages: with somebody coming in meanwhile, or cut off between two. */
import { cpSync } from 'node:fs'
import { expect, test } from 'vitest'
import { carry } from '../../../../test/support/merge.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { aPledge, anyone, openTest, organiser, readyStation, steward } from '../../../../test/support/test-station.ts'
import type { Station } from '../../app/station.ts'

/** Two pages, and some more. */
const MANY = 230

const rowsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `Odo Wrongly ${index + 1},Another Town,${index % 3 === 0 ? 'No nuts' : ''},W${index}`,
  )
const read = (station: Station, rows: readonly string[], file: string) => {
  const text = ['Name,Organisation,Dietary needs,Barcode #', ...rows].join('\n')
  const answer = station.signIn.importer.run(organiser, file, Buffer.from(text), {})
  if (answer.code !== 'imported') throw new Error(answer.sentence)
  return answer
}
/** Of a wrong list, beside one that is right and that it changed something of. */
async function readIn(): Promise<Station> {
  const station = await readyStation()
  read(station, ['Ewa Kaur,Elmdon House,,T1'], 'right.csv')
  read(station, ['Ewa Kaur,Elsewhere,,T1', ...rowsOf(MANY)], 'wrong.csv')
  return station
}
const wrong = (station: Station) => {
  const found = station.signIn.importUndo.imports().find(({ name }) => name === 'wrong.csv')
  if (found === undefined) throw new Error('The list was not read in')
  return found
}
const begin = (station: Station) => {
  const { id } = wrong(station)
  const seen = station.signIn.importUndo.before(id)?.seen ?? ''
  return station.signIn.importUndo.inPages(organiser, { id, reason: 'The wrong list', seen })
}
type Steps = ReturnType<typeof begin>
/** Until one more page is done. */
function onePage(steps: Steps): void {
  for (;;) {
    const step = steps.next()
    if (step.done === true) throw new Error('That was the last page')
    if (step.value.phase === 'taking-back') return
  }
}
function toTheEnd(steps: Steps) {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
const strangers = (station: Station) =>
  station.signIn.list({ search: 'Wrongly', offset: 0, limit: MANY, presence: null }).items.map(({ id }) => id)
const said = (station: Station) => [...station.journal.facts.told()].map(({ fields }) => fields).join('\n')
function isAsItsFactsSay(station: Station): void {
  const records = [...station.journal.records.lines()]
  station.journal.records.refoldAll()
  expect([...station.journal.records.lines()]).toEqual(records)
  expect(station.check()).toMatchObject({ sound: true, findings: [] })
}

test('page by page it says how far it is, and comes to what it comes to at once', async () => {
  const station = await readIn()
  const steps = begin(station)
  onePage(steps)
  expect(strangers(station).length).toBe(MANY - 100)
  expect(wrong(station)).toMatchObject({ undone: null, undoing: expect.stringMatching(/^2/) })
  expect(steps.next().value).toEqual({ code: 'progress', phase: 'taking-back', done: 200, of: MANY + 1 })
  expect(toTheEnd(steps)).toEqual({ code: 'undone', gone: MANY, back: 1, stay: 0 })
  expect(wrong(station)).toMatchObject({ undone: expect.stringMatching(/^2/), undoing: null })
  expect(strangers(station)).toEqual([])
  expect(station.signIn.find('Ewa Kaur')[0]?.organisation).toBe('Elmdon House')
  expect(said(station)).not.toMatch(/Wrongly|Another Town|No nuts|Elsewhere/)
  isAsItsFactsSay(station)
})

test('who is signed in, promises something or stands in an open form between two pages stays, with all that the list said of them', async () => {
  const station = await readIn()
  const steps = begin(station)
  onePage(steps)
  const [came = '', promised = '', typed = '', left = ''] = strangers(station)
  station.signIn.signIn(steward, came)
  station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate: promised } })
  station.drafts.save(`delegate:${typed}`, '{"role":"Clerk"}', 'window-1')
  station.signIn.signIn(steward, left)
  station.signIn.undo(steward, left, 'Somebody else')
  expect(toTheEnd(steps)).toEqual({ code: 'undone', gone: MANY - 4, back: 1, stay: 4 })
  expect(strangers(station).toSorted()).toEqual([came, promised, typed, left].toSorted())
  expect(station.signIn.delegate(came)).toMatchObject({ presence: 'here', organisation: 'Another Town' })
  expect(station.signIn.scan(steward, station.signIn.badge(came))).toMatchObject({ code: 'already' })
  isAsItsFactsSay(station)
})

test('who is on another list that is read in between two pages stays', async () => {
  const station = await readIn()
  const steps = begin(station)
  onePage(steps)
  const [id = ''] = strangers(station)
  const { name } = station.signIn.delegate(id) ?? {}
  const ticket = `W${Number(name?.replace('Odo Wrongly ', '')) - 1}`
  read(station, [`${name},Another Town,,${ticket}`], 'this year.csv')
  expect(toTheEnd(steps)).toMatchObject({ gone: MANY - 1, stay: 1 })
  expect(strangers(station)).toEqual([id])
})

test('cut off between two pages, the list says so at the next opening, and the rest goes when somebody asks again', async () => {
  const station = await readIn()
  onePage(begin(station))
  station.close()
  const again = openTest(station.folder)
  expect(wrong(again)).toMatchObject({ undone: null, undoing: expect.stringMatching(/^2/) })
  expect(strangers(again)).toHaveLength(MANY - 100)
  isAsItsFactsSay(again)
  expect(again.signIn.importUndo.before(wrong(again).id)).toMatchObject({
    gone: { count: MANY - 100 },
    back: { count: 1 },
  })
  expect(toTheEnd(begin(again))).toEqual({ code: 'undone', gone: MANY - 100, back: 1, stay: 0 })
  expect(wrong(again)).toMatchObject({ undone: expect.stringMatching(/^2/), undoing: null })
  expect(said(again)).not.toMatch(/Wrongly|Another Town|No nuts|Elsewhere/)
  isAsItsFactsSay(again)
})

test('the very list may be read in again while it is being taken back: it counts as a new one, and keeps whoever is on it', async () => {
  const station = await readIn()
  const steps = begin(station)
  onePage(steps)
  const { added } = read(station, ['Ewa Kaur,Elsewhere,,T1', ...rowsOf(MANY)], 'wrong.csv')
  expect(added).toBeGreaterThan(0)
  expect(station.signIn.importUndo.imports()).toHaveLength(3)
  // Those of the first page had gone before, and came again with the list.
  expect(toTheEnd(steps)).toMatchObject({ gone: 100 })
  expect(strangers(station)).toHaveLength(MANY - 100 + added)
  isAsItsFactsSay(station)
})

test('two screens that ask for the same take nobody back twice, and both are answered', async () => {
  const station = await readIn()
  const [one, other] = [begin(station), begin(station)]
  onePage(one)
  // It is not as the other screen had seen it any more.
  expect(toTheEnd(other)).toMatchObject({ code: 'changed', before: { gone: { count: MANY - 100 } } })
  const rest = begin(station)
  onePage(rest)
  expect(toTheEnd(one)).toMatchObject({ code: 'undone' })
  expect(toTheEnd(rest)).toMatchObject({ code: 'undone' })
  expect(strangers(station)).toEqual([])
  isAsItsFactsSay(station)
})

test('another tablet that hears of the first page says that it is not done, and can do the rest', async () => {
  const west = await readIn()
  onePage(begin(west))
  const east = openTest(tempFolder())
  carry(west, east)
  expect(wrong(east)).toMatchObject({ undone: null, undoing: expect.stringMatching(/^2/) })
  expect(toTheEnd(begin(east))).toMatchObject({ gone: MANY - 100, back: 1 })
  carry(east, west)
  for (const station of [west, east]) {
    expect(strangers(station)).toEqual([])
    expect(wrong(station).undone).not.toBeNull()
    isAsItsFactsSay(station)
  }
  expect([...east.journal.records.lines()]).toEqual([...west.journal.records.lines()])
})

test('a list that is being taken back keeps nobody any more, where another that they stand on is taken back, too', async () => {
  const station = await readIn()
  const last = strangers(station).toSorted().at(-1) ?? ''
  const { name = '' } = station.signIn.delegate(last) ?? {}
  const row = `${name},Another Town,,W${Number(name.replace('Odo Wrongly ', '')) - 1}`
  read(station, [row], 'other.csv')
  const other = station.signIn.importUndo.imports().find((one) => one.name === 'other.csv')?.id ?? ''
  onePage(begin(station))
  expect(station.signIn.importUndo.before(other)).toMatchObject({ stay: { count: 0 } })
  const { seen = '' } = station.signIn.importUndo.before(other) ?? {}
  station.signIn.importUndo.undo(organiser, { id: other, reason: 'The wrong one, too', seen })
  expect(station.signIn.delegate(last)).toBeNull()
})

test('what is left of a list that is being taken back is kept by the very list, though it says nothing new of them', async () => {
  const station = await readIn()
  const steps = begin(station)
  onePage(steps)
  const left = new Set(strangers(station).map((id) => station.signIn.delegate(id)?.name))
  const without = Array.from({ length: MANY }, (_, index) => index).flatMap((index) =>
    left.has(`Odo Wrongly ${index + 1}`) ? [] : [index + 3],
  )
  const text = ['Name,Organisation,Dietary needs,Barcode #', 'Ewa Kaur,Elsewhere,,T1', ...rowsOf(MANY)].join('\n')
  station.signIn.importer.run(organiser, 'wrong.csv', Buffer.from(text), {
    fixes: { cells: [], everywhere: [], without, withoutMarked: [] },
  })
  expect(toTheEnd(steps)).toMatchObject({ code: 'undone', gone: 100 })
  expect(strangers(station)).toHaveLength(MANY - 100)
})

test('who went back to what was said before is not counted again where the rest is done later', async () => {
  const station = await readyStation()
  const rows = (role: string) =>
    Array.from({ length: 130 }, (_, index) => `Odo Wrongly ${index + 1},${role},,W${index}`)
  read(station, rows('Elmdon House'), 'right.csv')
  read(station, rows('Elsewhere'), 'wrong.csv')
  onePage(begin(station))
  expect(station.signIn.importUndo.before(wrong(station).id)).toMatchObject({ back: { count: 30 }, stay: { count: 0 } })
  expect(toTheEnd(begin(station))).toEqual({ code: 'undone', gone: 0, back: 30, stay: 0 })
  const { items } = station.signIn.list({ search: '', offset: 0, limit: 200, presence: null })
  expect(new Set(items.map(({ organisation }) => organisation))).toEqual(new Set(['Elmdon House']))
})

test('who was signed in on a copy of this disk, as is heard between two pages, is not taken back', async () => {
  const station = await readIn()
  station.close()
  const copied = tempFolder()
  cpSync(station.folder, copied, { recursive: true })
  const here = openTest(station.folder)
  const copy = openTest(copied)
  const steps = begin(here)
  onePage(steps)
  const [came = ''] = strangers(here)
  copy.signIn.signIn(steward, came)
  carry(copy, here)
  toTheEnd(steps)
  expect(here.journal.facts.about(came).map(({ type }) => type)).not.toContain('import.undone')
})
