import { expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import { MEMORY, tempFolder } from '../../../test/support/temp-folder.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  handClock,
  openTest,
  organiser,
  shippedPack,
} from '../../../test/support/test-station.ts'
import { planDocumentSchema } from '../../../shared/domain/plan.ts'
import type { Station } from '../app/station.ts'

const pack = shippedPack()
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % all.length]

const entry = fc.record({
  what: fc.constantFrom('pledge', 'pledge', 'action', 'withdraw'),
  n: fc.nat(40),
  m: fc.nat(40),
})

function play(
  station: Station,
  entries: readonly { what: string; n: number; m: number }[],
  clock: { pass(ms: number): void },
) {
  const delegate = station.signIn.add(organiser, ewa)
  const made: string[] = []
  for (const { what, n, m } of entries) {
    clock.pass(m * 60_000)
    const timescale =
      n % 4 === 0
        ? ({ kind: 'open' } as const)
        : ({ kind: 'date', date: `20${24 + (m % 4)}-0${1 + (n % 9)}-15` } as const)
    const priority = n % 3 === 0 ? null : (pick(pack.priorities, m)?.id ?? null)
    if (what === 'pledge')
      made.push(
        station.pledges.make(anyone, {
          ...aPledge,
          by:
            n % 5 === 0
              ? { kind: 'anonymous' }
              : n % 5 === 1
                ? { kind: 'delegate', delegate }
                : {
                    kind: 'organisation',
                    organisation: 'Elmdon House',
                    area: '',
                    sector: pick(pack.sectors, m)?.id ?? '',
                    name: '',
                  },
          type: pick(pack.pledgeTypes, n + m)?.id ?? '',
          quantity: n % 2 === 0 ? null : m + 1,
          priority,
          timescale,
        }).made?.id ?? '',
      )
    else if (what === 'action') {
      const owner = n % 4 === 1 ? '' : `Head of Service ${n}`
      const organisation = m % 3 === 0 ? 'Elmdon House' : ''
      const measure = m % 2 === 0 ? '' : 'All of them'
      station.workshops.propose(facilitator, { ...anAction, owner, organisation, timescale, measure, priority })
    } else {
      const id = made[n % Math.max(1, made.length)]
      if (id !== undefined) station.pledges.withdraw(organiser, id, 'Not now')
    }
  }
}

const tally = <T>(rows: readonly T[], of: (row: T) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(rows, of)].map(([key, all]) => [key, all.length]))
const without = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))
const sum = (all: readonly number[]): number => all.reduce((total, n) => total + n, 0)

test('Whatever was promised, proposed and withdrawn: the numbers are those of the plan’s rows and of the lists, and add up', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const clock = handClock()
      const station = openTest(tempFolder(MEMORY), { now: clock })
      station.loadEvent(pack, false)
      play(station, entries, clock)
      const numbers = station.followUp.numbers()
      const json = Buffer.concat([...station.plan.export('json').chunks]).toString()
      const { rows } = planDocumentSchema.parse(JSON.parse(json))
      const pledges = rows.filter(({ actionType }) => actionType === 'Pledge')
      const actions = rows.filter(({ actionType }) => actionType !== 'Pledge')
      const overview = station.plan.overview()
      const list = station.pledges.list({ search: '', offset: 0, limit: 200, type: null, status: 'live' }).items
      expect(numbers.totals).toEqual({ pledges: pledges.length, actions: actions.length })
      expect(numbers.totals).toEqual({ pledges: overview.pledges, actions: overview.actions })
      const by = <T extends { name: string }>(all: readonly T[], of: (row: T) => number) =>
        without(Object.fromEntries(all.map((row) => [row.name, of(row)])))
      expect(by(numbers.kinds, (row) => row.pledges)).toEqual(tally(pledges, (row) => row.actionSubtype))
      expect(sum(numbers.kinds.map(({ quantity }) => quantity))).toBe(
        sum(pledges.map((row) => row.targetQuantity ?? 1)),
      )
      const sectorOf = (id: string) => pack.sectors.find((one) => one.id === id)?.name ?? ''
      expect(by(numbers.sectors, (row) => row.pledges)).toEqual(tally(list, ({ sector }) => sectorOf(sector)))
      expect(by(numbers.priorities, (row) => row.pledges)).toEqual(tally(pledges, (row) => row.priority))
      expect(by(numbers.priorities, (row) => row.actions)).toEqual(tally(actions, (row) => row.priority))
      expect(sum(numbers.made.stretches.map((one) => one.pledges))).toBe(pledges.length)
      const ownerOf = (row: (typeof rows)[number]) => row.leadOfficerName || row.leadOrganisation || row.area
      const owners = tally(actions, ownerOf)
      for (const { name, actions: n } of numbers.owners) expect([name, owners[name]]).toEqual([name, n])
      expect(sum(numbers.owners.map((one) => one.actions)) + numbers.otherOwners.actions).toBe(actions.length)
      expect(numbers.owners.length - Number('' in owners) + numbers.otherOwners.owners).toBe(
        Object.keys(owners).filter((name) => name !== '').length,
      )
      const months = tally(actions, (row) => row.dueDate?.slice(0, 7) ?? '')
      for (const { month, actions: n, owned } of numbers.months) {
        expect([month, months[month]]).toEqual([month, n])
        expect(owned).toBe(
          actions.filter((row) => (row.dueDate?.slice(0, 7) ?? '') === month && ownerOf(row) !== '').length,
        )
      }
      expect(sum(numbers.months.map((one) => one.actions)) + numbers.laterMonths.actions).toBe(actions.length)
      expect(numbers.gaps).toEqual({
        pledgesWithoutPriority: pledges.filter((row) => row.priority === '').length,
        pledgesWithoutDate: pledges.filter((row) => row.dueDate === null).length,
        actionsWithoutOwner: owners[''] ?? 0,
        actionsWithoutDate: actions.filter((row) => row.dueDate === null).length,
        actionsWithoutMeasure: actions.filter((row) => row.measureOfSuccess === '').length,
        prioritiesWithoutPledge: overview.priorities.filter((row) => row.pledges === 0).length,
      })
      station.close()
    }),
    { numRuns: runs(20, 1500) },
  )
})
