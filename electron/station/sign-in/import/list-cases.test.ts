import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Station } from '../../app/station.ts'
import { aPledge, organiser, readyStation, steward } from '../../../../test/support/test-station.ts'

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../test/cases/${name}`, import.meta.url)))

/** Imports a list as it is found, as somebody does who changes nothing. */
function imported(station: Station, name: string) {
  const answer = station.signIn.importer.run(organiser, name, bytesOf(name), { top: null })
  if (answer.code !== 'imported') throw new Error(answer.sentence)
  return answer
}
const everybody = (station: Station) =>
  station.signIn
    .list({ presence: null, search: '', offset: 0, limit: 100 })
    .items.map(({ name }) => name)
    .toSorted()
const told = (all: { row: number; value: string }[]) => all.map(({ row, value }) => [row, value])

describe('lists as tools and people really write them', () => {
  test('a column “Badge” that says what kind of badge it is loses nobody, and is said once', async () => {
    const station = await readyStation()
    const { notices, added } = imported(station, 'badge-is-a-kind.csv')
    expect(added).toBe(4)
    expect(everybody(station)).toEqual(['Ada Okafor', 'Grace Bello', 'Priya Shah', 'Tom Nwosu'])
    expect(notices).toMatchObject([
      { column: 'Badge', reason: expect.stringContaining('no code of theirs') as unknown },
    ])
  })

  test('Hi.Events: the id of a kind of ticket is no code; who has not paid yet comes, with a note', async () => {
    const station = await readyStation()
    const { errors, notices } = imported(station, 'ticket-id-is-a-kind.csv')
    expect(everybody(station)).toEqual(['Ada Okafor', 'Tom Nwosu'])
    expect(told(errors)).toEqual([[3, 'CANCELLED']])
    expect(told(notices)).toEqual([[4, 'AWAITING_PAYMENT']])
    expect(station.signIn.scan(steward, 'A-XY12QW')).toMatchObject({ delegate: { name: 'Ada Okafor' } })
  })

  test('Tito: whoever comes, not who paid', async () => {
    const station = await readyStation()
    const { errors } = imported(station, 'order-and-ticket-columns.csv')
    expect(everybody(station)).toEqual(['Ada Okafor'])
    expect(told(errors)).toEqual([[3, 'void']])
    expect(station.signIn.scan(steward, 'ABCD-1')).toMatchObject({
      delegate: { name: 'Ada Okafor', email: 'ada@example.org', organisation: 'Brightmoor' },
    })
  })

  test('Luma: approved comes, declined and waitlist are named; the link in the code finds her', async () => {
    const station = await readyStation()
    const { errors } = imported(station, 'approval-status.csv')
    expect(everybody(station)).toEqual(['Ada Okafor'])
    expect(told(errors)).toEqual([
      [3, 'declined'],
      [4, 'waitlist'],
    ])
    expect(station.signIn.scan(steward, 'https://example.org/check-in/evt-1?pk=g-a1')).toMatchObject({
      delegate: { name: 'Ada Okafor' },
    })
  })

  test('CiviCRM: registered comes; cancelled, waiting and not shown are named with their status', async () => {
    const station = await readyStation()
    const { errors } = imported(station, 'participant-status.csv')
    expect(everybody(station)).toEqual(['Ada Okafor'])
    expect(told(errors)).toEqual([
      [3, 'Cancelled'],
      [4, 'Pending from waitlist'],
      [5, 'No-show'],
    ])
  })

  test('Outlook: what they answered, not whether they were required', async () => {
    const station = await readyStation()
    const { errors, notices } = imported(station, 'meeting-responses.csv')
    expect(everybody(station)).toEqual(['Ada Okafor', 'Priya Shah', 'Tom Nwosu'])
    expect(told(errors)).toEqual([[3, 'Declined']])
    expect(told(notices)).toEqual([
      [4, 'Tentative'],
      [5, 'None'],
    ])
  })

  test('lines that were pasted, “Surname, Forename”, are three people', async () => {
    const station = await readyStation()
    expect(imported(station, 'surname-forename-lines.txt')).toMatchObject({ added: 3, faulty: 0, notices: [] })
    expect(everybody(station)).toEqual(['Ada Okafor', 'Grace Bello', 'Tom Nwosu'])
  })

  test('addresses as mail programs paste them: nobody is lost to one', async () => {
    const station = await readyStation()
    const { errors, notices } = imported(station, 'addresses-with-names.csv')
    const addresses = station.signIn
      .list({ presence: null, search: '', offset: 0, limit: 100 })
      .items.map(({ name, email }) => [name, email])
    expect(addresses).toHaveLength(8)
    expect(Object.fromEntries(addresses)).toEqual({
      'Ada Okafor': 'ada@example.org',
      'Grace Bello': 'grace@example.org',
      'Tom Nwosu': 'tom@example.org',
      'Priya Shah': 'priya@example.org',
      'Lee Marsh': 'lee@example.org',
      'Ann O’Neil': "ann.o'neil@example.org",
      'Max Muster': '',
      'Jo Two': 'jo@example.org',
    })
    expect(errors).toEqual([])
    expect(told(notices)).toEqual([
      [8, 'max@bücher.example'],
      [9, 'jo@example.org, jo2@example.org'],
    ])
  })

  test('the name people asked for is the one they are called by; the list’s own is kept for staff', async () => {
    const station = await readyStation()
    imported(station, 'name-for-badge.csv')
    expect(everybody(station)).toEqual(['Bea Shah', 'Jonty Marsh'])
    const [jonty] = station.signIn.find('jonty')
    expect(station.signIn.find('jonathan marsh')).toMatchObject([{ id: jonty?.id, name: 'Jonty Marsh' }])
    expect(station.signIn.delegate(jonty?.id ?? '')).toMatchObject({ name: 'Jonty Marsh', listName: 'Jonathan Marsh' })
    expect(station.signIn.scan(steward, station.signIn.badge(jonty?.id ?? ''))).toMatchObject({
      code: 'signed-in',
      delegate: { name: 'Jonty Marsh' },
    })
    // Anybody may stand at a public screen: there nobody is told whom a list calls Elizabeth.
    expect(station.forAnyone.find('Elizabeth Shah', false)).toEqual([])
    expect(station.forAnyone.find('Elizabeth Shah', true)).toMatchObject([{ name: 'Bea Shah' }])
    expect(station.forAnyone.find('Bea Shah', false)).toMatchObject([{ name: 'Bea Shah' }])
    // The next list knows them by their own name alone, and takes the other away from nobody.
    expect(imported(station, 'name-for-badge.csv')).toMatchObject({ unchanged: 2 })
    const later = Buffer.from('Name,Organisation,Job title\nJonathan Marsh,Brightmoor,Director\n')
    expect(station.signIn.importer.run(organiser, 'later.csv', later, {})).toMatchObject({ added: 0, updated: 1 })
    expect(station.signIn.delegate(jonty?.id ?? '')).toMatchObject({ name: 'Jonty Marsh', role: 'Director' })
    station.signIn.amend(steward, jonty?.id ?? '', { listName: 'Jonathon Marsh' }, 'Spelling')
    expect(station.signIn.find('jonathon')).toMatchObject([{ name: 'Jonty Marsh' }])
  })

  test('whoever is forgotten is looked for by the list’s name, too', async () => {
    const station = await readyStation()
    imported(station, 'name-for-badge.csv')
    const wording = 'Five places, with Jonathan Marsh'
    station.pledges.make(organiser, { ...aPledge, id: '018c5d3c-92a0-7a65-a708-000000000001', wording })
    const [jonty] = station.signIn.find('jonty')
    expect(station.beforeErasing(jonty?.id ?? '').texts).toMatchObject([{ field: 'wording', text: wording }])
  })

  test.each([
    ['First name,Last name,Preferred name\nJonathan,Marsh,Jonty\n', 'Jonty Marsh', 'Jonathan Marsh'],
    ['Name,Known as\nJonathan Marsh,Jonty\n', 'Jonty Marsh', 'Jonathan Marsh'],
    ['Name,What would you like to be called?\nJonathan Marsh,Jonty Marsh\n', 'Jonty Marsh', 'Jonathan Marsh'],
    ['Name,Name on your badge\nJonathan Marsh,Jonty\n', 'Jonty', 'Jonathan Marsh'],
    ['Name,Preferred name\nJonathan Marsh,same\n', 'Jonathan Marsh', ''],
    ['Name,Preferred name\nJonathan Marsh,n/a\n', 'Jonathan Marsh', ''],
    ['Name,Preferred name\nJonathan Marsh,jonathan marsh\n', 'Jonathan Marsh', ''],
    ['Surname,Known as\nMarsh,Jonty\n', 'Jonty Marsh', ''],
  ])('%j', async (text, name, listName) => {
    const station = await readyStation()
    station.signIn.importer.run(organiser, 'list.csv', Buffer.from(text), {})
    expect(station.signIn.list({ presence: null, search: '', offset: 0, limit: 9 }).items).toMatchObject([
      { name, listName },
    ])
  })
})

describe('rows that may be two people', () => {
  const run = (station: Station, ...rows: string[]) => {
    const bytes = Buffer.from(['Name,Organisation,Email,Barcode #', ...rows, 'Jo Pike,Fenwick,,T9', ''].join('\n'))
    const answer = station.signIn.importer.run(organiser, 'list.csv', bytes, {})
    if (answer.code !== 'imported') throw new Error(answer.sentence)
    return answer
  }

  test.each([
    ['two with one code and other names', 'Ada Okafor,,,T1', 'Grace Bello,,,T1', 2],
    ['one code, an initial and another address', 'Ada Okafor,,ada@example.org,T1', 'A Okafor,,abi@example.org,T1', 2],
    [
      'one name and one organisation, two addresses',
      'Ada Okafor,Ash Lane,a1@example.org,',
      'Ada Okafor,Ash Lane,a2@example.org,',
      2,
    ],
    ['one name and one code, two addresses', 'Ada Okafor,,ada@example.org,T1', 'Ada Okafor,,okafor@example.org,T1', 1],
    ['one address and one code, a short name', 'Ada Okafor,,ada@example.org,T1', 'A Okafor,,ada@example.org,T1', 1],
  ])('%s', async (_how, one, other, people) => {
    const station = await readyStation()
    const { rows, added, duplicates } = run(station, one, other)
    expect([rows, added, duplicates]).toEqual([3, people + 1, 2 - people])
    // The next import of the same list finds each of them.
    expect(run(station, one, other)).toMatchObject({ added: 0, updated: 0 })
  })

  test('a kind of badge tells nobody on a later list from somebody on an earlier one', async () => {
    const station = await readyStation()
    run(station, 'Ada Okafor,,ada@example.org,VIP')
    run(station, 'Grace Bello,,grace@example.org,VIP')
    expect(everybody(station)).toEqual(['Ada Okafor', 'Grace Bello', 'Jo Pike'])
  })
})
