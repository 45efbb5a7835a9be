/** A disk that was copied, and both go on: whoever meets whoever, in whatever order and in pieces, they come to hold and to count the same. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { forkSettled } from '../../electron/station/kernel/journal/rulings.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { anyStep, play } from '../support/any-day.ts'
import { fc, runs } from '../support/chance.ts'
import { carried, carry, factsOf, takeIn } from '../support/merge.ts'
import { MEMORY, tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, handClock, openTest, organiser, shippedPack } from '../support/test-station.ts'

/** Tablet a, its copy c, and two that stand elsewhere: d meets nobody but b. */
function hall() {
  const clock = handClock()
  const first = openTest(tempFolder(MEMORY), { now: clock })
  first.loadEvent(shippedPack(), false)
  first.pledges.make(anyone, { ...aPledge, wording: 'Before the copy' })
  first.close()
  const image = join(tempFolder(MEMORY), 'image')
  cpSync(first.folder, image, { recursive: true })
  const [a, c] = [openTest(first.folder, { now: clock }), openTest(image, { now: clock })]
  const [b, d] = [openTest(tempFolder(MEMORY), { now: clock }), openTest(tempFolder(MEMORY), { now: clock })]
  for (const station of [b, d]) station.loadEvent(shippedPack(), false)
  return { clock, a, b, c, d }
}
type Hall = ReturnType<typeof hall>
const wordings = (station: Station) => station.pledges.latest().map(({ wording }) => wording)
const pledge = (station: Station, wording: string) => void station.pledges.make(anyone, { ...aPledge, wording })

/** The facts that have a number which another has, too. */
const clashing = ({ journal: { facts } }: Station) =>
  [...facts.forks()].flatMap(([station, first]) => facts.branches(station, first))

function settle(at: Station, which: number): void {
  const all = clashing(at)
  const one = all[which % Math.max(1, all.length)]
  const event = at.currentEvent()?.id
  if (one === undefined || event === undefined) return
  const { station, seq, hash } = one
  at.journal.commit(organiser, (write) => {
    write.about(forkSettled, event, { station, seq, hash, reason: 'The one at the door' })
  })
}

/** All that a tablet holds, shows and passes on. */
const allOf = (station: Station) => ({
  facts: factsOf(station),
  records: [...station.journal.records.lines()],
  heads: station.journal.facts.chains().map(({ station: of }) => station.journal.facts.heads(of)),
})
function expectTheSame(one: Station, other: Station): void {
  expect(allOf(other)).toEqual(allOf(one))
  for (const station of [one, other]) expect(station.check()).toMatchObject({ sound: true, findings: [] })
}
/** Until nobody has anything new to say: who hears of their copy goes on under another id, and says so. */
function hearOfEachOther({ a, b, c, d }: Hall): void {
  for (let round = 0; round < 3; round += 1) {
    for (const [from, to] of [
      [d, b],
      [a, b],
      [c, b],
      [b, a],
      [b, c],
      [b, d],
    ] as const)
      expect(carry(from, to)).toMatchObject({ refused: 0, waiting: 0 })
  }
}

describe('a third meets one and the other, and tells a fourth', () => {
  test.each([
    ['nobody has said which counts', false, ['Before the copy']],
    ['the organiser has said it', true, ['Here', 'Before the copy']],
  ])('%s: both hold both branches', (_, isSettled, counting) => {
    const { clock, a, b, c, d } = hall()
    clock.pass(1000)
    pledge(a, 'Here')
    pledge(c, 'At the copy')
    pledge(c, 'And on')
    carry(a, b)
    expect(carry(c, b)).toMatchObject({ clashing: 1, added: 1, refused: 0, waiting: 0 })
    if (isSettled)
      settle(
        b,
        clashing(b).findIndex(({ hash }) => factsOf(a).some((fact) => fact.hash === hash)),
      )
    expect(carry(b, d)).toMatchObject({ clashing: 1, refused: 0, waiting: 0 })
    carry(d, b)
    expect(wordings(d)).toEqual(counting)
    expectTheSame(b, d)
    expect(carried(d).map(({ facts }) => facts.length)).toEqual(carried(b).map(({ facts }) => facts.length))
  })

  test('one branch that goes on is carried on, and the other stays where it is', () => {
    const { a, b, c, d } = hall()
    pledge(a, 'Here')
    pledge(c, 'At the copy')
    for (const one of [a, c]) carry(one, b)
    carry(b, d)
    pledge(c, 'And on')
    carry(c, b)
    const of = clashing(b)[0]?.station ?? ''
    expect(b.journal.facts.heads(of)).toHaveLength(2)
    expect(carry(b, d)).toMatchObject({ added: 1, clashing: 0, refused: 0, waiting: 0 })
    carry(d, b)
    expectTheSame(b, d)
  })
})

const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('does' as const),
      at: fc.nat(3),
      steps: fc.array(anyStep, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('meet' as const), at: fc.nat(4), size: fc.integer({ min: 1, max: 20 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settles' as const), at: fc.nat(3), which: fc.nat(5) }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

function tell({ clock, a, b, c, d }: Hall, story: readonly Happening[]): void {
  const all = [a, b, c, d]
  /** From one to the other. */
  const meetings = [
    [a, b],
    [c, b],
    [b, d],
    [b, a],
    [d, b],
  ] as const
  for (const one of story) {
    clock.pass(60_000)
    const at = all[one.at % all.length] ?? a
    if (one.kind === 'does') play(at, one.steps)
    else if (one.kind === 'settles') settle(at, one.which)
    else {
      const [from, to] = meetings[one.at % meetings.length] ?? [a, b]
      expect(takeIn(to, carried(from), one.size)).toMatchObject({ refused: 0, waiting: 0 })
    }
  }
}

test('whatever is done at the tablets, and in whatever order they meet and the organiser says what counts', () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 4, maxLength: 16 }), (story) => {
      const all = hall()
      const { a, b, c, d } = all
      tell(all, story)
      hearOfEachOther(all)
      for (const other of [a, c, d]) expectTheSame(b, other)
      // Nobody writes under an id that two have.
      for (const station of [a, b, c, d]) {
        expect(station.journal.isForked(station.id)).toBe(false)
        station.pledges.make(anyone, aPledge)
        station.close()
      }
    }),
    { numRuns: runs(8) },
  )
})
