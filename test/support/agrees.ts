/** Every number and list that a station shows, held against what is counted afresh from the rows of its records, in another way than it counts. */
import { expect } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'

type Row = Readonly<Record<string, string | number | null>>

function rowsIn(station: Station, table: string): Row[] {
  const head = `${table} `
  return [...station.journal.records.lines()]
    .filter((line) => line.startsWith(head))
    .map((line) => JSON.parse(line.slice(head.length)) as Row)
}

const sorted = (all: readonly unknown[]): string[] => all.map(String).toSorted()
const ALL = { search: '', offset: 0, limit: 500 }

/** Counts, needs, lists, who is written to, today's gaps, the numbers and the plan. */
export function expectAgreement(station: Station): void {
  const { signIn, pledges, plan, followUp, journal } = station
  const listed = rowsIn(station, 'delegate').filter(({ status }) => status === 'listed')
  const presence = new Map(rowsIn(station, 'attendance').map((row) => [row['id'], row['presence']]))
  const here = listed.filter(({ id }) => presence.get(id ?? null) === 'here')
  const live = rowsIn(station, 'pledge').filter(({ status }) => status === 'live')
  const withdrawn = rowsIn(station, 'pledge').length - live.length

  // People: each is there once, under the id that leads.
  for (const { id } of listed) expect(journal.leaderOf(String(id))).toBe(id)
  expect(signIn.counts()).toMatchObject({ delegates: listed.length, here: here.length })
  const people = signIn.list({ ...ALL, status: 'listed', presence: null })
  expect(sorted(people.items.map(({ id }) => id))).toEqual(sorted(listed.map(({ id }) => id)))
  expect(signIn.list({ ...ALL, presence: 'here' }).total).toBe(here.length)
  expect(station.attendance.numbers().totals.here).toBe(here.length)
  const needs = new Map(rowsIn(station, 'needs').map((row) => [row['id'], row['access']]))
  for (const { id } of listed) expect(signIn.needs(String(id)).access).toBe(needs.get(id ?? null) ?? '')

  // Pledges: the same in every list and number.
  expect(plan.overview()).toMatchObject({
    here: here.length,
    delegates: listed.length,
    pledges: live.length,
    pledgesWithdrawn: withdrawn,
  })
  expect(plan.overview().types.reduce((sum, { pledges: n }) => sum + n, 0)).toBe(live.length)
  const promised = pledges.list({ ...ALL, status: 'live' })
  expect(sorted(promised.items.map(({ id }) => id))).toEqual(sorted(live.map(({ id }) => id)))
  const { lacking } = plan.today()
  for (const gap of ['date', 'priority'] as const)
    expect(lacking.pledges[gap]).toBe(pledges.list({ ...ALL, status: 'live', gaps: [gap] }).total)
  const numbers = followUp.numbers()
  expect(numbers.totals.pledges).toBe(live.length)
  for (const part of [numbers.kinds, numbers.sectors, numbers.priorities])
    expect(part.reduce((sum, { pledges: n }) => sum + n, 0)).toBe(live.length)

  // Who is written to: exactly the pledges whose owner agreed and can be reached, each once; each person of the list once.
  const addresses = new Map(rowsIn(station, 'delegate').map((row) => [String(row['id']), String(row['email'])]))
  const agreed = live.filter(({ mayContact }) => mayContact === 1)
  const { contacts, leftOut } = { contacts: followUp.contacts(ALL).items, leftOut: followUp.contacts(ALL).leftOut }
  const written = contacts.flatMap((contact) => contact.pledges.map(({ id }) => id))
  expect(new Set(written).size).toBe(written.length)
  expect(written.length + leftOut.noAddress + leftOut.isProtected).toBe(agreed.length)
  for (const id of written) expect(agreed.map((row) => row['id'])).toContain(id)
  const owners = contacts.map((contact) =>
    contact.pledges.flatMap(({ id }) => {
      const owner = live.find((row) => row['id'] === id)?.['delegate'] ?? null
      return owner === null ? [] : [journal.leaderOf(String(owner))]
    }),
  )
  const theirs = owners.flatMap((ids) => [...new Set(ids)]).filter((id) => addresses.has(id))
  expect(sorted(theirs)).toEqual(sorted([...new Set(theirs)]))

  // The plan: a row for each, and each reference once.
  const file = JSON.parse([...plan.export('json').chunks].map((piece) => Buffer.from(piece).toString()).join('')) as {
    rows: { recordId: string; actionType: string }[]
  }
  const rows = file.rows.filter(({ actionType }) => actionType === 'Pledge')
  expect(sorted(rows.map(({ recordId }) => recordId))).toEqual(sorted(live.map(({ id }) => id)))
}
