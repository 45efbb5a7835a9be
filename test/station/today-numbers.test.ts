/** Every number on the organiser's first page is that of the rows its link leads to, whatever was promised, proposed and taken back. */
import { expect, test } from 'vitest'
import { actionList, ideaList } from '../../shared/domain/action.ts'
import { delegateList } from '../../shared/domain/delegate.ts'
import { pledgeList } from '../../shared/domain/pledge.ts'
import { toActions, toDelegates, toIdeas, toPledges } from '../../renderer/duties/organiser/lists/links.ts'
import { priorityBars } from '../../renderer/duties/organiser/today/today-words.ts'
import { fc, runs } from '../support/chance.ts'
import {
  anAction,
  anyone,
  aPledge,
  facilitator,
  handClock,
  kwame,
  organiser,
  readyStation,
  shippedPack,
  steward,
} from '../support/test-station.ts'

const pack = shippedPack()
const MINUTE = 60_000
const page = { search: '', offset: 0, limit: 1 }
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })
const priority = maybe(fc.constantFrom(...pack.priorities.map(({ id }) => id)))
const by = fc.constantFrom('', 'Head of Sport')
const timescale = fc.constantFrom(
  { kind: 'open' as const },
  { kind: 'date' as const, date: '2023-12-01' },
  { kind: 'date' as const, date: '2024-06-30' },
)
const step = fc.oneof(
  fc.record({
    what: fc.constant('pledge' as const),
    type: fc.constantFrom(...pack.pledgeTypes.map(({ id }) => id)),
    priority,
    timescale,
    isGone: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('action' as const),
    owner: by,
    measure: by,
    priority,
    timescale,
    isGone: fc.boolean(),
  }),
  fc.record({ what: fc.constant('person' as const), isHere: fc.boolean(), isGone: fc.boolean() }),
  fc.record({ what: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 50 }) }),
)

test('each number and its link, after any morning', async () => {
  const now = handClock()
  const station = await readyStation({ now })
  const { pledges, workshops, signIn, plan } = station
  /** The rows of an address, as its page asks for them. */
  const rowsAt = (address: string): number => {
    const { pathname, searchParams } = new URL(address, 'http://kiosk')
    const said = (name: string) => searchParams.get(name)
    if (pathname === toPledges()) return pledges.list({ ...page, ...pledgeList.askedBy(said) }).total
    if (pathname === toActions()) return workshops.listActions({ ...page, ...actionList.askedBy(said) }).total
    if (pathname === toIdeas()) return workshops.listIdeas({ ...page, ...ideaList.askedBy(said) }).total
    if (pathname === toDelegates()) return signIn.list({ ...page, ...delegateList.askedBy(said) }).total
    throw new Error(`Nothing is at ${address}`)
  }
  const take = (one: typeof step extends fc.Arbitrary<infer S> ? S : never): void => {
    if (one.what === 'wait') now.pass(one.minutes * MINUTE)
    else if (one.what === 'pledge') {
      const { type, priority: serves, timescale: when } = one
      const id = pledges.make(anyone, { ...aPledge, type, priority: serves, timescale: when }).made?.id ?? ''
      if (one.isGone) pledges.withdraw(organiser, id, 'Said twice')
    } else if (one.what === 'action') {
      const { owner, measure, priority: serves, timescale: when } = one
      const places = { organisation: '', area: '' }
      const { id } = workshops.propose(facilitator, {
        ...anAction,
        ...places,
        owner,
        measure,
        priority: serves,
        timescale: when,
      })
      if (one.isGone) workshops.withdrawAction(organiser, id, 'Said twice')
    } else {
      const id = signIn.add(organiser, kwame)
      if (one.isHere) signIn.signIn(steward, id)
      if (one.isGone) signIn.withdraw(organiser, id, 'Sent apologies')
    }
  }
  fc.assert(
    // Each morning goes on from the one before: a list only grows.
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      steps.forEach(take)
      const counted = plan.overview()
      const { since, lastHour, lacking, overdue } = plan.today()
      const told: [number, string][] = [
        [counted.here, toDelegates({ presence: 'here' })],
        [counted.pledges, toPledges()],
        [counted.pledgesWithdrawn, toPledges({ status: 'withdrawn' })],
        [counted.actions, toActions()],
        [counted.actionsWithGaps, toActions({ gaps: ['owner', 'date', 'measure'] })],
        [counted.ideas, toIdeas()],
        ...counted.types.map(({ type, pledges: n }): [number, string] => [n, toPledges({ type })]),
        ...priorityBars(counted, pack).flatMap((bar): [number, string][] => [
          [bar.pledges, bar.toPledges],
          [bar.actions, bar.toActions],
        ]),
        [lastHour.pledges, toPledges({ madeFrom: since })],
        [lastHour.actions, toActions({ madeFrom: since })],
        [lastHour.ideas, toIdeas({ madeFrom: since })],
        [lacking.pledges.date, toPledges({ gaps: ['date'] })],
        [lacking.pledges.priority, toPledges({ gaps: ['priority'] })],
        [lacking.actions.owner, toActions({ gaps: ['owner'] })],
        [lacking.actions.date, toActions({ gaps: ['date'] })],
        [lacking.actions.measure, toActions({ gaps: ['measure'] })],
        [lacking.actions.priority, toActions({ gaps: ['priority'] })],
        [overdue.pledges, toPledges({ overdue: 'yes' })],
        [overdue.actions, toActions({ overdue: 'yes' })],
      ]
      expect(told.map(([, address]) => `${rowsAt(address)} ${address}`)).toEqual(
        told.map(([number, address]) => `${number} ${address}`),
      )
    }),
    { numRuns: runs(25, 200) },
  )
  expect(plan.overview().pledges).toBeGreaterThan(5)
  expect(plan.today().overdue.actions).toBeGreaterThan(0)
})

test('the plan that left the tablet is old once anything of it has changed; that somebody came changes nothing of it', async () => {
  const station = await readyStation({ now: handClock() })
  expect(station.plan.today().exported).toBeNull()
  station.plan.left('planExported')
  station.signIn.signIn(steward, station.signIn.add(organiser, kwame))
  expect(station.plan.today().exported).toMatchObject({ isOld: false })
  station.plan.left('copySaved')
  const { id } = station.workshops.propose(facilitator, anAction)
  expect(station.plan.today()).toMatchObject({ exported: { isOld: true }, copied: { isOld: true } })
  station.plan.left('planExported')
  station.workshops.withdrawAction(organiser, id, 'Said twice')
  expect(station.plan.today()).toMatchObject({ exported: { isOld: true }, newest: [] })
})
