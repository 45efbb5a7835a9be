/** Badges in the hall: whom to print, what came out, and what did not. */
import { describe, expect, test } from 'vitest'
import { inLane } from '../../../test/support/lane.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import {
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  PIN,
  readyStation,
  shippedPack,
  steward,
} from '../../../test/support/test-station.ts'
import type { Station } from '../app/station.ts'

const JOB = '11111111-1111-4111-8111-111111111111'
const OTHER_JOB = '22222222-2222-4222-8222-222222222222'
const everybody = { who: 'all', sector: null, table: null, order: 'surname', offset: 0, limit: 5000 } as const
const alone = { layout: 'a6', why: 'alone', job: JOB } as const
const firstPage = { search: '', offset: 0, limit: 50 }

const namesOf = (station: Station, ids: readonly string[]) => ids.map((id) => station.signIn.delegate(id)?.name)

describe('whose badges are printed', () => {
  test('all before the day by surname, or by the name as it is said', async () => {
    const station = await readyStation()
    for (const name of ['Zoë Abbott', 'abel Young', 'Kwame Okonkwo-Bell', 'Cher'])
      station.signIn.add(steward, { ...ewa, name })
    expect(namesOf(station, station.badges.people(everybody).items)).toEqual([
      'Zoë Abbott',
      'Cher',
      'Kwame Okonkwo-Bell',
      'abel Young',
    ])
    expect(namesOf(station, station.badges.people({ ...everybody, order: 'name' }).items)).toEqual([
      'abel Young',
      'Cher',
      'Kwame Okonkwo-Bell',
      'Zoë Abbott',
    ])
  })

  test('one sector, one table, those of none, and nobody who was taken off the list', async () => {
    const station = await readyStation()
    const id = station.signIn.add(steward, ewa)
    const works = station.signIn.add(steward, kwame)
    const nowhere = station.signIn.add(steward, { ...ewa, name: 'Nia Nowhere', sector: '', table: '' })
    expect(station.badges.people({ ...everybody, sector: 'business' }).items).toEqual([works])
    expect(station.badges.people({ ...everybody, table: 'Table 3' }).items).toEqual([id])
    expect(station.badges.people({ ...everybody, sector: '' }).items).toEqual([nowhere])
    expect(station.badges.choices().tables.toSorted((a, b) => (a.table < b.table ? -1 : 1))).toEqual([
      { table: '', badges: 1 },
      { table: 'Table 3', badges: 1 },
      { table: 'Table 7', badges: 1 },
    ])
    station.signIn.withdraw(organiser, works, 'They are ill')
    expect(station.badges.choices().sectors.map(({ sector }) => sector)).not.toContain('business')
    expect(station.badges.people(everybody)).toMatchObject({ total: 2 })
    expect(station.badges.people({ ...everybody, limit: 0 })).toEqual({ total: 2, items: [] })
  })

  test('a badge counts as never printed until one has come out', async () => {
    const station = await readyStation()
    const id = station.signIn.add(steward, ewa)
    const unprinted = () => station.badges.people({ ...everybody, who: 'never-printed' }).items
    station.badges.printed(steward, [id], alone)
    expect(unprinted()).toEqual([])
    station.badges.notOut(steward, JOB, null)
    expect(unprinted()).toEqual([id])
    station.badges.printed(steward, [id], { ...alone, why: 'again', job: OTHER_JOB })
    expect(unprinted()).toEqual([])
  })

  test('a badge says what the person’s entry says now, with the code that lets them in', async () => {
    const station = await readyStation()
    const id = station.signIn.add(steward, ewa)
    station.signIn.amend(steward, id, { name: 'Ewa Kaur-Smith' }, 'Spelling')
    expect(station.badges.contents([id, JOB])).toEqual([
      {
        id,
        name: 'Ewa Kaur-Smith',
        organisation: 'Elmdon House',
        role: 'Youth worker',
        sector: 'voluntary',
        table: 'Table 3',
        badge: station.signIn.badge(id),
      },
    ])
    expect(station.signIn.scan(steward, station.badges.contents([id])[0]?.badge ?? '')).toMatchObject({
      code: 'signed-in',
    })
  })
})

describe('the print log', () => {
  test('a printing of many is one line, from the first to the last by surname, with where and why', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    const ids = [kwame, ewa].map((person) => station.signIn.add(steward, person))
    station.badges.printed(steward, ids, { layout: 'sheet-8', why: 'all', job: JOB })
    clock.pass(60_000)
    station.badges.printed(steward, ids.slice(0, 1), { ...alone, job: OTHER_JOB })
    const { total, items } = station.badges.log(firstPage)
    expect(total).toBe(2)
    expect(items).toMatchObject([
      { job: OTHER_JOB, layout: 'a6', why: 'alone', badges: 1, failed: 0, last: 'Kwame Okonkwo-Bell' },
      {
        job: JOB,
        layout: 'sheet-8',
        why: 'all',
        badges: 2,
        failed: 0,
        station: 'West door',
        last: 'Kwame Okonkwo-Bell',
      },
    ])
    expect(items[1]?.first.name).toBe('Ewa Kaur')
    expect(station.badges.log({ ...firstPage, search: 'kaur' }).items.map(({ job }) => job)).toEqual([JOB])
    expect(station.badges.log({ ...firstPage, search: '100%' })).toEqual({ total: 0, items: [] })
    expect(station.badges.log({ ...firstPage, offset: 1 }).items.map(({ job }) => job)).toEqual([JOB])
  })

  test('one sheet was eaten: only the badges on it did not come out, and saying so twice changes nothing', async () => {
    const station = await readyStation()
    const ids = [ewa, kwame].map((person) => station.signIn.add(steward, person))
    station.badges.printed(steward, ids, { layout: 'sheet-8', why: 'all', job: JOB })
    expect(station.badges.notOut(steward, JOB, ids.slice(1))).toBe(1)
    const facts = station.journal.facts.count()
    expect(station.badges.notOut(steward, JOB, ids.slice(1))).toBe(0)
    expect(station.journal.facts.count()).toBe(facts)
    expect(station.badges.job(JOB).map(({ name, failed }) => [name, failed])).toEqual([
      ['Ewa Kaur', false],
      ['Kwame Okonkwo-Bell', true],
    ])
    expect(station.badges.log(firstPage).items).toMatchObject([{ badges: 2, failed: 1 }])
    expect(station.badges.notOut(steward, OTHER_JOB, null)).toBeNull()
  })

  test('a printing that is told twice, because the answer was lost, is one printing', async () => {
    const station = await readyStation()
    const id = station.signIn.add(steward, ewa)
    expect(station.badges.printed(steward, [id, id], alone)).toBe(1)
    expect(station.badges.printed(steward, [id], alone)).toBe(0)
    expect(station.badges.log(firstPage)).toMatchObject({ total: 1, items: [{ badges: 1 }] })
  })

  test('a browser that would not print leaves a line that says so', async () => {
    const station = await readyStation()
    const id = station.signIn.add(steward, ewa)
    station.badges.notPrinted(steward, [id], { ...alone, why: 'arrival' })
    expect(station.badges.log(firstPage).items).toMatchObject([{ why: 'arrival', badges: 1, failed: 1 }])
    expect(station.badges.people({ ...everybody, who: 'never-printed' }).items).toEqual([id])
  })

  test('whoever is forgotten leaves the log too, and the records are what the facts add up to', async () => {
    const station = await readyStation()
    const ids = [ewa, kwame].map((person) => station.signIn.add(steward, person))
    station.badges.printed(steward, ids, alone)
    station.badges.notOut(steward, JOB, ids.slice(0, 1))
    station.eraseDelegate(organiser, ids[0] ?? '', 'They asked')
    expect(station.badges.job(JOB).map(({ name }) => name)).toEqual(['Kwame Okonkwo-Bell'])
    expect(station.badges.printed(steward, ids, { ...alone, job: OTHER_JOB })).toBe(1)
    expect(station.check()).toMatchObject({ sound: true })
    const before = [...station.journal.records.lines()]
    station.journal.records.refoldAll()
    expect([...station.journal.records.lines()]).toEqual(before)
  })

  test('a station opened again knows what was printed', async () => {
    const station = await readyStation()
    const id = station.signIn.add(steward, ewa)
    station.badges.printed(steward, [id], alone)
    station.close()
    expect(openTest(station.folder).badges.job(JOB)).toMatchObject([{ id, failed: false }])
  })

  test('at a large event the list and the log are whole', async () => {
    const many = inLane(1000, 5000)
    const station = await readyStation()
    const ids: string[] = []
    station.batch(() => {
      for (let index = 0; index < many; index += 1)
        ids.push(station.signIn.add(steward, { ...ewa, name: `Person${index % 700} Number${index}` }))
    })
    for (let from = 0, job = 0; from < ids.length; from += 200, job += 1)
      station.badges.printed(steward, ids.slice(from, from + 200), {
        layout: 'a6',
        why: 'all',
        job: `00000000-0000-4000-8000-${String(job).padStart(12, '0')}`,
      })
    expect(station.badges.people(everybody).items).toHaveLength(many)
    expect(station.badges.log({ ...firstPage, limit: 20 })).toMatchObject({ total: many / 200 })
  })
})

describe('who may print', () => {
  test('somebody who is no steward gets no list of names from the printer', async () => {
    const kiosk = openTestKiosk()
    await kiosk.setUp({ ...setUpAnswers, pack: shippedPack() })
    const client = portClient(kiosk)
    await expect(client.badges.people({ who: 'all' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(client.badges.log({})).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await expect(client.badges.people({ who: 'all' })).resolves.toEqual({ total: 0, items: [] })
    await expect(client.badges.notOut({ job: JOB })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('whoever has signed themselves in prints their own badge, nobody else’s, and only until they go', async () => {
    const kiosk = openTestKiosk()
    await kiosk.setUp({ ...setUpAnswers, pack: shippedPack() })
    const station = kiosk.station()
    if (station === null) throw new Error('It was just set up')
    station.changeDoor({ mode: 'self-service', badges: { layout: 'a6', onSignIn: true, printer: '' } })
    const [own, other] = [station.signIn.add(organiser, ewa), station.signIn.add(organiser, kwame)]
    const client = portClient(kiosk)
    const contents = (id: string) => client.badges.contents({ delegates: [id] })
    const refused = { code: 'NOT_ALLOWED' }
    await expect(contents(own)).rejects.toMatchObject(refused)
    await client.selfService.find({ name: ewa.name, organisation: null, email: null })
    // Found is not in yet: nobody leafs through badges by typing names.
    await expect(contents(own)).rejects.toMatchObject(refused)
    await client.selfService.signIn({ person: own, details: {}, needs: { access: '', dietary: '' } })
    await expect(contents(own)).resolves.toMatchObject([{ id: own, name: ewa.name }])
    await expect(client.badges.contents({ delegates: [own, other] })).rejects.toMatchObject(refused)
    const printing = { layout: 'a6' as const, why: 'arrival' as const, job: JOB, delegates: [own] }
    await expect(client.badges.printed(printing)).resolves.toEqual({ badges: 1 })
    await expect(client.badges.print({ layout: 'a6', delegates: [own] })).resolves.toEqual({ code: 'ask' })
    await expect(client.badges.print({ layout: 'a6', delegates: [own, other] })).rejects.toMatchObject(refused)
    await expect(client.badges.printers()).rejects.toMatchObject(refused)
    station.changeDoor({ badges: { layout: 'a6', onSignIn: false, printer: '' } })
    await expect(contents(own)).rejects.toMatchObject(refused)
    station.changeDoor({ badges: { layout: 'a6', onSignIn: true, printer: '' } })
    await client.selfService.endVisit()
    await expect(contents(own)).rejects.toMatchObject(refused)
    expect(station.badges.log({ ...firstPage, limit: 20 })).toMatchObject({ total: 1 })
  })
})

describe('a locked tablet that anybody stands at', () => {
  test('never opens the system’s print dialog, which would be a way out; a steward’s press does', async () => {
    const kiosk = openTestKiosk(undefined, { platform: { leave: async () => undefined } })
    await kiosk.setUp({ ...setUpAnswers, pack: shippedPack() })
    const station = kiosk.station()
    if (station === null) throw new Error('It was just set up')
    station.changeDoor({ mode: 'self-service', badges: { layout: 'a6', onSignIn: true, printer: '' } })
    const own = station.signIn.add(organiser, ewa)
    const client = portClient(kiosk, 1)
    await client.selfService.scan({ text: station.signIn.badge(own) })
    await client.selfService.signIn({ person: own, details: {}, needs: { access: '', dietary: '' } })
    const badge = { layout: 'a6' as const, delegates: [own] }
    expect(await client.badges.print(badge)).toEqual({ code: 'failed', why: 'no-printer' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await client.badges.print(badge)).toEqual({ code: 'ask' })
  })
})

describe('a printer that is chosen for badges', () => {
  const PRINTER = { layout: 'a6' as const, onSignIn: true, printer: 'labels' }

  test('it is asked for the page of the screen that asks; in a tab of a browser, or where none is chosen, the dialog opens', async () => {
    const jobs: unknown[] = []
    const kiosk = openTestKiosk(undefined, {
      platform: {
        printing: {
          printers: async () => [],
          print: async (window, job) => {
            jobs.push({ window, ...job })
            return { code: 'failed', why: 'no-printer' }
          },
        },
      },
    })
    await kiosk.setUp({ ...setUpAnswers, pack: shippedPack() })
    const station = kiosk.station()
    if (station === null) throw new Error('It was just set up')
    const badges = { layout: 'a6' as const, delegates: [station.signIn.add(organiser, ewa)] }
    const [inWindow, inTab] = [portClient(kiosk, 1), portClient(kiosk)]
    await expect(inWindow.badges.print(badges)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    for (const client of [inWindow, inTab]) await client.staff.unlock({ role: 'steward', pin: PIN })
    expect(await inWindow.badges.print(badges)).toEqual({ code: 'ask' })
    await inWindow.signIn.changeDoor({ badges: PRINTER })
    expect(await inTab.badges.print(badges)).toEqual({ code: 'ask' })
    expect(jobs).toEqual([])
    expect(await inWindow.badges.print(badges)).toEqual({ code: 'failed', why: 'no-printer' })
    expect(jobs).toEqual([{ window: 1, printer: 'labels', paper: { width: 105, height: 148 } }])
    const browser = portClient(openTestKiosk())
    await browser.station.setUp(setUpAnswers)
    await browser.staff.unlock({ role: 'steward', pin: PIN })
    expect(await browser.badges.printers()).toBe(null)
  })

  test('a door that was set before printers could be chosen asks as it did, and keeps the rest', async () => {
    const kiosk = openTestKiosk()
    await kiosk.setUp({ ...setUpAnswers, pack: shippedPack() })
    const station = kiosk.station()
    if (station === null) throw new Error('It was just set up')
    // As an earlier version wrote it.
    const before = JSON.parse('{"layout":"a6","onSignIn":true}') as typeof PRINTER
    station.changeDoor({ badges: before })
    expect(station.door().badges).toEqual({ ...before, printer: '' })
  })
})
