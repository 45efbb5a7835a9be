/** A whole day with every duty, after which some ask to be forgotten: they are looked for everywhere, and found nowhere. */
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { createLog } from '../../electron/desktop/log.ts'
import { keyFile, openCopy } from '../../electron/station/kernel/database/index.ts'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import type { KioskClient } from '../../shared/contract/index.ts'
import { sha256 } from '../../electron/station/kernel/journal/hash.ts'
import { isGone } from '../../shared/domain/fact.ts'
import { endOf } from '../support/end-of.ts'
import { guessed, likelyValues } from '../support/likely.ts'
import { factsOf, takeIn } from '../support/merge.ts'
import { otherApp } from '../support/other-app.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../support/test-client.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  handClock,
  organiser,
  PASSPHRASE,
  readyStation,
} from '../support/test-station.ts'

const FIRST = ['Orsolya', 'Bertrand', 'Xanthe', 'Iolanthe', 'Zebedee', 'Philippa', 'Thaddeus', 'Wilhelmina']
const LAST = ['Quibble', 'Hazelhurst', 'Ravensdale', 'Thistlewood', 'Umberleigh', 'Vexford', 'Yarrowby', 'Mapplebeck']
/** Everybody has a word of their own in whatever is said of them. */
const people = FIRST.map((first, n) => {
  const last = LAST[n] ?? ''
  const word = last.toLowerCase()
  return {
    first,
    last,
    name: `${first} ${last}`,
    role: `Keeper of ${word} things`,
    organisation: `${last} Works`,
    area: `${last} and daughters`,
    sector: 'business',
    email: `${first.toLowerCase()}@${word}.example`,
    table: 'Table 3',
    ticket: `TKT-${word}-77`,
    need: `a ramp as at ${word} hall`,
    note: `the ${word} taxi at two`,
    reason: `the ${word} diary`,
  }
})
type Person = (typeof people)[number]
const at = (n: number): Person => {
  const person = people[n]
  if (person === undefined) throw new Error('There is nobody of that number')
  return person
}

async function openDay() {
  const clock = handClock()
  const folder = join(tempFolder(), 'station')
  const log = createLog({ folder: `${folder}-logs` })
  const kiosk = openTestKiosk(folder, {
    now: clock,
    log: log.call,
    platform: { leave: null, support: async () => log.files(), updates: null },
  })
  const client = portClient(kiosk)
  await client.station.setUp(setUpAnswers)
  await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
  return { clock, kiosk, client, log }
}

/** Everybody comes in one of four ways, and does all that can be done; whatever is said of them has their word in it. */
async function wholeDay(client: KioskClient, clock: ReturnType<typeof handClock>): Promise<string[]> {
  const listed = people.filter((_one, n) => n % 4 < 2)
  const rows = listed.map(({ name, role, organisation, area, email, ticket }) =>
    [name, role, organisation, area, email, ticket].join(),
  )
  const file = new File([`Name,Role,Organisation,Service area,Email,Ticket code\n${rows.join('\n')}\n`], 'list.csv')
  const read = await client.import.analyse({ file })
  if (read.code !== 'analysis') throw new Error(read.sentence)
  expect(await endOf(client.import.commit({ id: read.id }))).toMatchObject({ code: 'imported' })
  clock.pass(10 * 60_000)
  const now = () => new Date(clock()).toISOString()
  for (const { name, role, organisation, area, email, sector, table } of people.filter((_one, n) => n % 4 === 2))
    await client.signIn.walkIn({ name, role, organisation, area, email, sector, table })
  for (const { name, organisation } of people.filter((_one, n) => n % 4 === 3))
    await client.paper.walkIn({ name, organisation, in: now(), out: null })
  const { items } = await client.signIn.list({})
  const ids = people.map(({ name }) => items.find((one) => one.name === name)?.id ?? '')

  const { rollCall } = await client.rollCall.start({ by: at(2).name })
  for (const [n, delegate] of ids.entries()) {
    const who = at(n)
    const other = at((n + 1) % people.length)
    clock.pass(60_000)
    await client.signIn.amend({ delegate, table: 'Table 7', email: who.email, reason: `For ${who.reason}` })
    await client.signIn.note({ delegate, note: `Ring ${other.name} about ${who.note}` })
    await client.signIn.recordNeeds({ delegate, access: who.need, dietary: `no ${who.last} sauce` })
    await client.signIn.signIn({ delegate })
    await client.badges.printed({
      delegates: [delegate],
      layout: 'a6',
      why: 'alone',
      job: `00000000-0000-4000-8000-00000000000${n}`,
    })
    await client.rollCall.tick({ rollCall: rollCall.id, delegate, ticked: true, by: other.name })
    await client.signIn.signOut({ delegate })
    await client.signIn.undo({ delegate, reason: `By mistake, for ${who.reason}` })
    await client.signIn.withdraw({ delegate, reason: `Ill, says ${who.reason}` })
    await client.signIn.restore({ delegate, reason: `Well, says ${who.reason}` })
    await wordsOfTheDay(client, delegate, who, other)
  }
  await client.rollCall.end({ rollCall: rollCall.id, by: at(2).name })
  return ids
}

/** What one of them promises and proposes, with what is said of it, and what is left half typed. */
async function wordsOfTheDay(client: KioskClient, delegate: string, who: Person, other: Person): Promise<void> {
  const promise = {
    ...aPledge,
    wording: `${who.first} will open one door`,
    timescale: { kind: 'words' as const, words: `when ${who.last} is back` },
    mayContact: true,
    email: who.email,
    showName: false,
  }
  const { id } = await client.pledges.make({ ...promise, by: { kind: 'delegate', delegate } })
  await client.pledges.amend({ id, wording: `${who.name} will open two doors`, reason: `Two, by ${who.reason}` })
  await client.pledges.withdraw({ id, reason: `Not now, by ${who.reason}` })
  await client.pledges.restore({ id, reason: `Again, by ${who.reason}` })
  await client.pledges.make({
    ...aPledge,
    by: {
      kind: 'organisation',
      organisation: 'Invented Motors',
      area: `${who.name}’s bay`,
      sector: 'business',
      name: who.name,
    },
    wording: 'Ten interviews',
    // Not public, for the address is in the row; and not by losing it either.
    mayContact: true,
    email: who.email,
    showName: true,
  })
  const action = await client.workshops.proposeAction({
    ...anAction,
    owner: who.name,
    area: `What ${who.name} leads`,
    measure: `${other.name} says so`,
  })
  await client.workshops.amendAction({ id: action.id, title: `Ask ${who.name} first`, reason: `${who.name} asked` })
  const idea = {
    session: 'workshop-1',
    table: 'table-7',
    question: 'who-else',
    organisation: '',
    area: `By ${who.name}`,
  }
  const posted = await client.workshops.postIdea({ ...idea, text: `A bus, says ${other.name}`, name: who.name })
  await client.workshops.withdrawIdea({ id: posted.id, reason: `${who.name} had a better one` })
  // Left half typed: theirs, about them, and one that names them.
  await client.drafts.save({ scope: 'pledge', body: JSON.stringify({ person: { id: delegate, name: who.name } }) })
  await client.drafts.park({ scope: 'pledge' })
  await client.drafts.save({
    scope: `organiser-delegate:${delegate}`,
    body: JSON.stringify({ role: `${who.last} role` }),
  })
  await client.drafts.save({ scope: `organiser-pledge:${id}`, body: JSON.stringify({ wording: `${who.first} will` }) })
  await client.drafts.save({ scope: `organiser-action:${action.id}`, body: JSON.stringify({ owner: who.name }) })
}

/** Every row of every table of a database file, by the table’s name. */
function rowsOf(path: string, key: string): { name: string; text: string }[] {
  const db = openCopy(path, key)
  try {
    const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return tables.map(({ name }) => ({ name, text: JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()) }))
  } finally {
    db.close()
  }
}

const unzipped = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n')

/** All that this tablet holds or gives out, by where it is. */
async function everything(kiosk: Kiosk, texts: readonly { text: string }[]): Promise<{ name: string; text: string }[]> {
  const station = kiosk.station()
  if (station === null) throw new Error('It is not set up')
  const key = keyFile().read(station.folder) ?? ''
  const copy = join(station.folder, 'copy.db')
  station.copyTo(copy)
  const backup = join(station.folder, 'backups', station.backup().name)
  const exports = [
    ...(['xlsx', 'csv', 'json'] as const).map((kind) => station.plan.export(kind)),
    ...(['xlsx', 'csv'] as const).map((kind) => station.attendance.export(kind, true)),
  ].map(({ name, chunks }) => {
    const bytes = Buffer.concat([...chunks])
    return { name, text: name.endsWith('.xlsx') ? unzipped(bytes) : bytes.toString() }
  })
  return [
    ...rowsOf(copy, key),
    ...rowsOf(backup, key).map(({ name, text }) => ({ name: `backup ${name}`, text })),
    ...exports,
    { name: 'support', text: unzipped(new Uint8Array(await (await kiosk.support()).arrayBuffer())) },
    { name: 'log', text: texts.map(({ text }) => text).join('\n') },
  ]
}

const found = (places: readonly { name: string; text: string }[], { first, last }: Person): string[] => {
  const them = new RegExp(`.{0,60}(?:${first}|${last}).{0,30}`, 'i')
  return places.flatMap(({ name, text }) => {
    const hit = them.exec(text)
    return hit === null ? [] : [`${name}: ${hit[0]}`]
  })
}

describe('who is forgotten is found nowhere', () => {
  test('somebody is forgotten after a day of every duty: not in the data, the drafts, the exports, the support file, the log or a new backup', async () => {
    const { clock, kiosk, client, log } = await openDay()
    const ids = await wholeDay(client, clock)
    const before = await everything(kiosk, log.files())
    for (const person of people) expect(found(before, person).length).toBeGreaterThan(10)
    const parked = (await client.drafts.parked()).items.length

    let gone = 0
    for (const n of [0, 2, 3]) {
      const delegate = ids[n] ?? ''
      const asked = await client.signIn.beforeErasing({ delegate })
      expect(asked.pledges).toBe(1)
      const words = asked.texts.map(({ subject, field, text }) => ({
        subject,
        field,
        text:
          field === 'wording'
            ? 'One of us will open two doors'
            : text.replace(at(n).name, 'somebody').replace(at(n).last, 'one'),
      }))
      const erased = await client.signIn.erase({ delegate, reason: `${at(n).first} asked for it`, words })
      expect(erased).toEqual({ pledgesKept: 1, draftsGone: asked.drafts })
      gone += erased.draftsGone
    }
    // Of each: the promise, the two corrections, and the action that names them as its owner.
    expect(gone).toBe(12)
    expect((await client.drafts.parked()).items.length).toBe(parked - 3)

    const after = await everything(kiosk, log.files())
    for (const n of [0, 2, 3]) expect(found(after, at(n))).toEqual([])
    for (const n of [1, 4, 5, 6, 7]) expect(found(after, at(n)).length).toBeGreaterThan(10)
    // Nor by trying what they may have said against the hashes that stay.
    const said = people.flatMap((person) => Object.values(person))
    const values = [...likelyValues(said, FIRST, LAST)]
    expect(values.length).toBeGreaterThan(99_000)
    expect(guessed(after, values)).toEqual([])
    expect(guessed([{ text: `"${sha256(JSON.stringify(['', at(0).email]))}"` }], values.slice(0, 20))).toEqual([
      at(0).email,
    ])
    // Nor who ticked them.
    const ticks = after.find(({ name }) => name === 'rollCallTick')?.text ?? ''
    expect(people.map((_one, n) => ticks.includes(ids[n] ?? ''))).toEqual([
      false,
      true,
      false,
      false,
      true,
      true,
      true,
      true,
    ])
    const plan = after.find(({ name }) => name.endsWith('.json'))?.text ?? ''
    expect(plan).toContain('"visibility"')
    expect(plan).not.toMatch(/"visibility": ?"public"/)
    expect(plan.match(/One of us will open two doors/g)?.length).toBeGreaterThanOrEqual(3)

    const station = kiosk.station()
    expect(station?.check()).toMatchObject({ sound: true, findings: [] })
    const lines = [...(station?.journal.records.lines() ?? [])]
    station?.journal.records.refoldAll()
    expect([...(station?.journal.records.lines() ?? [])]).toEqual(lines)
  })

  test('whoever says nothing about the words has the name taken out of them, and the words of others stay', async () => {
    const { clock, kiosk, client, log } = await openDay()
    const ids = await wholeDay(client, clock)
    const delegate = ids[4] ?? ''
    const { texts } = await client.signIn.beforeErasing({ delegate })
    const inAreas = texts.filter(({ field }) => field === 'area').map(({ kind, text }) => `${kind}: ${text}`)
    expect(inAreas.toSorted()).toEqual([
      `action: What ${at(4).name} leads`,
      `idea: By ${at(4).name}`,
      `pledge: ${at(4).name}’s bay`,
    ])
    const nothing = texts.filter(({ field }) => field === 'wording').map((text) => ({ ...text, text: '' }))
    await client.signIn.erase({ delegate, reason: 'They asked', words: nothing })
    expect(found(await everything(kiosk, log.files()), at(4))).toEqual([])
    const { items } = await client.workshops.listActions({ session: null, status: null })
    expect(items.map(({ owner }) => owner).toSorted()).toEqual(
      ['', ...people.map(({ name }) => name)].toSorted().filter((name) => name !== at(4).name),
    )
    const { items: pledges } = await client.pledges.list({ type: null, status: null })
    expect(pledges.map(({ wording }) => wording)).toContain('… will open two doors')
  })

  test('somebody else of the same name keeps it on the list and on their own pledge', async () => {
    const station = await readyStation()
    const [one, other] = [station.signIn.add(organiser, ewa), station.signIn.add(organiser, ewa)]
    for (const delegate of [one, other])
      station.pledges.make(anyone, { ...aPledge, by: { kind: 'delegate', delegate }, email: ewa.email, showName: true })
    expect(station.beforeErasing(one).texts).toEqual([])
    station.eraseDelegate(organiser, one, 'They asked')
    expect(station.signIn.delegate(other)).toMatchObject({ name: ewa.name, email: ewa.email })
    const names = station.pledges.latest().map(({ name, email, showName }) => ({ name, email, showName }))
    expect(names).toContainEqual({ name: ewa.name, email: ewa.email, showName: true })
    expect(names).toContainEqual({ name: '', email: '', showName: false })
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  })

  test('what is kept stays as it was said, and what another tablet says of them later is emptied as it arrives', async () => {
    const { clock, kiosk, client } = await openDay()
    const ids = await wholeDay(client, clock)
    const station = kiosk.station()
    if (station === null) throw new Error('It is not set up')

    const delegate = ids[5] ?? ''
    const { texts } = station.beforeErasing(delegate)
    station.eraseDelegate(organiser, delegate, 'They asked', texts)
    const other = otherApp(station.currentEvent()?.id ?? '')
    other.write({
      at: '2023-12-12T09:41:00.000Z.0000',
      type: 'delegate.noted',
      v: 1,
      subject: delegate,
      body: { note: `Ask ${at(5).name} again` },
      labels: { note: { class: 'note', about: 'subject' } },
    })
    expect(takeIn(station, [other.carried()])).toMatchObject({ added: 1 })
    expect(JSON.stringify(station.journal.facts.about(delegate))).not.toContain(at(5).name)
    const kept = station.pledges.list({ search: at(5).name, offset: 0, limit: 50, type: null, status: null })
    expect(kept.items.map(({ wording }) => wording)).toContain(`${at(5).name} will open two doors`)
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
    // Whatever lost something said it of them, or named them; then something stands in its place.
    const lost = factsOf(station).flatMap(({ fields }) => fields.filter(isGone))
    expect(lost.length).toBeGreaterThan(0)
    expect(lost.filter(({ about, instead }) => about !== delegate && about !== null && instead === undefined)).toEqual(
      [],
    )
  })
})
