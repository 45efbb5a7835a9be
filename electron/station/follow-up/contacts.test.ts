import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { MEMORY, tempFolder } from '../../../test/support/temp-folder.ts'
import {
  anyone,
  aPledge,
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  shippedPack,
} from '../../../test/support/test-station.ts'
import { lettersOnPaper } from '../../../test/support/on-paper.ts'
import { openWorkbook } from '../../../test/support/open-workbook.ts'
import type { Contact } from '../../../shared/contract/follow-up.ts'
import type { Station } from '../app/station.ts'

const page = { search: '', offset: 0, limit: 200 }
const contactsOf = (station: Station): Contact[] => station.followUp.contacts(page).items
const agreed = { ...aPledge, mayContact: true }

function aHall(): Station {
  const clock = handClock()
  // Each step later than the one before, so that it is told which came last.
  const now = () => {
    clock.pass(1000)
    return clock()
  }
  const station = openTest(tempFolder(MEMORY), { now })
  station.loadEvent(shippedPack(), false)
  return station
}

const byHouse = (name: string, sector = 'voluntary') => ({
  kind: 'organisation' as const,
  organisation: 'Elmdon House',
  area: '',
  sector,
  name,
})

describe('the contact list', () => {
  test('names everybody once, with every pledge they agreed to be written to about, and the address they gave last', () => {
    const station = aHall()
    const delegate = station.signIn.add(organiser, { ...ewa, email: 'ewa@list.example' })
    const by = { kind: 'delegate' as const, delegate }
    station.pledges.make(anyone, { ...agreed, by, wording: 'The first' })
    station.pledges.make(anyone, { ...agreed, by, wording: 'The second', email: 'ewa@elmdon.example' })
    station.pledges.make(anyone, { ...aPledge, by, wording: 'Not about this' })
    // The same person, who was not asked for their badge.
    station.pledges.make(anyone, { ...agreed, by: byHouse('ewa kaur'), wording: 'The third', email: ewa.email })
    station.pledges.make(anyone, { ...agreed, by: byHouse(''), wording: 'The fourth', email: ewa.email })
    const [contact, ...others] = contactsOf(station)
    expect(others).toEqual([])
    expect(contact).toMatchObject({ name: 'Ewa Kaur', email: 'ewa@elmdon.example', organisation: 'Elmdon House' })
    expect(contact?.pledges.map(({ wording }) => wording)).toEqual([
      'The first',
      'The second',
      'The third',
      'The fourth',
    ])
  })

  test('two who share an address are two, and what nobody of them signed stands for itself', () => {
    const station = aHall()
    for (const name of ['Ewa Kaur', 'Kwame Okonkwo-Bell', ''])
      station.pledges.make(anyone, { ...agreed, by: byHouse(name), email: 'office@elmdon.example' })
    expect(contactsOf(station).map(({ name, pledges }) => [name, pledges.length])).toEqual([
      ['', 1],
      ['Ewa Kaur', 1],
      ['Kwame Okonkwo-Bell', 1],
    ])
  })

  test('nobody who is protected is on it, and it says how many were left out and why', () => {
    const station = aHall()
    const young = shippedPack().sectors.find(({ protected: is }) => is === true)?.id ?? ''
    expect(young).not.toBe('')
    const delegate = station.signIn.add(organiser, { ...ewa, sector: young })
    station.pledges.make(anyone, { ...agreed, by: { kind: 'delegate', delegate } })
    station.pledges.make(anyone, { ...agreed, by: byHouse('Sam Example', young), email: 'sam@elmdon.example' })
    const nowhere = station.signIn.add(organiser, kwame)
    station.pledges.make(anyone, { ...agreed, by: { kind: 'delegate', delegate: nowhere } })
    expect(station.followUp.contacts(page)).toMatchObject({
      total: 0,
      everybody: 0,
      leftOut: { isProtected: 2, noAddress: 1 },
    })
  })

  test('every sheet of its workbook can be read on A4, and has the rest beside what is printed', async () => {
    const station = aHall()
    station.pledges.make(anyone, { ...agreed, by: byHouse('Ewa Kaur') })
    const { excel, sheet } = await openWorkbook(station.followUp.exportContacts('xlsx').chunks)
    expect(excel.worksheets.map(({ name }) => name)).toEqual(['Contacts', 'Pledges'])
    for (const paper of excel.worksheets) {
      expect([paper.name, lettersOnPaper(paper) >= 7]).toEqual([paper.name, true])
      expect(paper.pageSetup.paperSize).toBe(9)
    }
    const headings = sheet('Contacts').getRow(1).values
    expect(headings).toEqual(expect.arrayContaining(['Greeting', 'References', 'Sector']))
  })

  test('it is searched by name, address, words and reference', () => {
    const station = aHall()
    const { made } = station.pledges.make(anyone, { ...agreed, by: byHouse('Ewa Kaur'), email: ewa.email })
    const found = (search: string) => station.followUp.contacts({ ...page, search }).total
    const reference = made?.reference ?? ''
    expect(
      ['EWA', 'elmdon.example', 'mentor workshop', reference, `${reference.slice(0, 3)}-${reference.slice(3)}`].map(
        found,
      ),
    ).toEqual([1, 1, 1, 1, 1])
    expect(found('Kwame')).toBe(0)
  })
})

const SECTORS = ['business', 'voluntary', shippedPack().sectors.find(({ protected: is }) => is === true)?.id ?? '', '']
const EMAILS = ['', 'a@elmdon.example', 'b@elmdon.example']
const step = fc.record({
  what: fc.constantFrom(
    'arrive',
    'pledge',
    'pledge',
    'house',
    'anonymous',
    'consent',
    'address',
    'list-address',
    'sector',
    'withdraw',
    'restore',
    'erase',
    'merge',
  ),
  n: fc.nat(30),
  m: fc.nat(30),
})

const of = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

function play(station: Station, steps: readonly { what: string; n: number; m: number }[]): void {
  const people: string[] = []
  const pledges: string[] = []
  for (const { what, n, m } of steps) {
    const [who, pledge, sector, email] = [of(people, n), of(pledges, n), of(SECTORS, m), of(EMAILS, m)]
    const mayContact = m % 3 > 0
    const made = (by: Parameters<Station['pledges']['make']>[1]['by']) => {
      const id = station.pledges.make(anyone, { ...aPledge, by, mayContact, email: email ?? '' }).made?.id
      if (id !== undefined) pledges.push(id)
    }
    if (what === 'arrive')
      people.push(
        station.signIn.add(organiser, {
          ...ewa,
          name: `Guest ${n % 5}`,
          sector: sector ?? '',
          email: of(EMAILS, n) ?? '',
        }),
      )
    else if (what === 'pledge' && who !== undefined) made({ kind: 'delegate', delegate: who })
    else if (what === 'house') made(byHouse(of(['', 'Guest 1', 'Guest 2'], n) ?? '', sector))
    else if (what === 'anonymous') made({ kind: 'anonymous' })
    else if (what === 'consent' && pledge !== undefined)
      station.pledges.amend(organiser, pledge, { mayContact }, 'Asked')
    else if (what === 'address' && pledge !== undefined)
      station.pledges.amend(organiser, pledge, { email: email ?? '' }, 'Asked')
    else if (what === 'list-address' && who !== undefined && station.signIn.delegate(who) !== null)
      station.signIn.amend(organiser, who, { email: email ?? '' }, 'Asked')
    else if (what === 'sector' && who !== undefined && station.signIn.delegate(who) !== null)
      station.signIn.amend(organiser, who, { sector: sector ?? '' }, 'Asked')
    else if (what === 'withdraw' && pledge !== undefined) station.pledges.withdraw(organiser, pledge, 'Not now')
    else if (what === 'restore' && pledge !== undefined) station.pledges.restore(organiser, pledge, 'After all')
    else if (what === 'erase' && who !== undefined && station.signIn.delegate(who) !== null)
      station.eraseDelegate(organiser, who, 'They asked')
    else if (what === 'merge' && who !== undefined) {
      const other = of(people, m)
      if (other !== undefined) station.signIn.onePerson.merge(organiser, who, other, 'They said so')
    }
  }
}

/** Who may be written to, told from the lists that the organiser sees and by nothing that the contact list is made with. */
function mayBeWritten(station: Station) {
  const { pack } = station.event()
  const isProtected = (sector: string) => pack.sectors.find(({ id }) => id === sector)?.protected === true
  return station.pledges
    .list({ search: '', offset: 0, limit: 200, type: null, status: 'live' })
    .items.flatMap(({ id, delegate, mayContact, email, sector, byKind }) => {
      const person = delegate === null ? null : station.signIn.delegate(delegate)
      const address = email || (person?.email ?? '')
      const now = person === null || person.sector === '' ? sector : person.sector
      if (byKind === 'anonymous') expect(mayContact).toBe(false)
      return mayContact && address !== '' && !isProtected(now) ? [{ id, person: person?.id ?? null, address }] : []
    })
}

test('Whatever is pledged, agreed to, corrected, withdrawn and forgotten: exactly those are on it who agreed and have an address, once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const station = aHall()
      play(station, steps)
      const wanted = mayBeWritten(station)
      const contacts = contactsOf(station)
      expect(contacts.flatMap(({ pledges }) => pledges.map(({ id }) => id)).toSorted()).toEqual(
        wanted.map(({ id }) => id).toSorted(),
      )
      const whereOf = new Map(contacts.flatMap((contact) => contact.pledges.map(({ id }) => [id, contact] as const)))
      for (const theirs of Map.groupBy(wanted, ({ id, person }) => person ?? id).values()) {
        // All of a person’s pledges are told in one place, and at an address that they gave.
        const places = new Set(theirs.map(({ id }) => whereOf.get(id)))
        expect(places.size).toBe(1)
      }
      for (const { email, pledges } of contacts)
        expect(wanted.filter(({ id }) => pledges.some((one) => one.id === id)).map(({ address }) => address)).toContain(
          email,
        )
      const notListed = contacts.filter(({ pledges }) =>
        pledges.every(({ id }) => wanted.find((one) => one.id === id)?.person === null),
      )
      const marks = notListed.map(({ email, name }) => `${email} ${name.toLowerCase()}`)
      expect(new Set(marks).size).toBe(marks.length)
      station.close()
    }),
    { numRuns: runs(20, 2000) },
  )
})
