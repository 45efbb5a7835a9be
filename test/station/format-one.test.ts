/** What a tablet wrote before facts could travel: it opens, shows what it showed, and is written anew without a hash of before. */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Station } from '../../electron/station/app/station.ts'
import { formatOneDay, leaveFormatOne } from '../support/format-one.ts'
import { carry, factsOf } from '../support/merge.ts'
import { bytesOf } from '../support/pages.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anyone, aPledge, handClock, openTest } from '../support/test-station.ts'

const { people, rollCall, shown } = formatOneDay
/** The moment at which it was shown. */
const THEN = '2023-12-12T09:26:00.000Z'

function opened(folder = join(tempFolder(), 'station')): Station {
  leaveFormatOne(folder)
  return openTest(folder, { now: handClock(THEN) })
}

const planOf = (station: Station): Record<string, unknown> =>
  JSON.parse([...station.plan.export('json').chunks].map((piece) => Buffer.from(piece).toString()).join('')) as Record<
    string,
    unknown
  >

/**
 * Without what is of the tablet and the moment, and what format 1 did not know: it has another id now, and one fact more. The plan of then
 * had a quotation beside every row, the quantity for a measure and no start dates, and stood in the order in which things were said.
 */
const OF_THE_MOMENT: ReadonlySet<string> = new Set([
  'exported',
  'station',
  'facts',
  'area',
  'voiceTheme',
  'startDate',
  'dueDateOffered',
  'sector',
  'linkOfficer',
  'sourceRank',
  'followUpGroup',
  'origin',
])
const refOf = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'ref' in row && typeof row.ref === 'string' ? row.ref : ''
const lasting = (plan: Record<string, unknown>): unknown =>
  JSON.parse(
    JSON.stringify(plan, (key, value: unknown) => {
      if (key === 'rows' && Array.isArray(value))
        return (value as unknown[]).toSorted((one, other) => (refOf(one) < refOf(other) ? -1 : 1))
      const isPledge =
        typeof value === 'object' && value !== null && 'sourcePledgeRef' in value && value.sourcePledgeRef !== ''
      return OF_THE_MOMENT.has(key) ? undefined : isPledge ? { ...value, measureOfSuccess: '' } : value
    }),
  )

/** Without which station wrote it, without columns of the trails, which hold that too, and without what stands for order alone. */
const plainRecords = (lines: Iterable<string>, station: string): string[] =>
  [...lines]
    .filter((line) => !/^(rollCallTick|station) /.test(line))
    .map((line) =>
      line
        .replaceAll(station, 'here')
        .replace(
          /"(trail|ticks|area|over|horizon|endedOrder|endedWith)":"(\\.|[^"\\])*",?|"(otherBadges|listName|importing|otherReferences|alsoMade|voice|card)":"",?|"(who|origin|entered)":"[^"]*",?/g,
          '',
        )
        .replace(/"(since|started|ended)Seq":\d+,?/g, '')
        .replace(/Z\.[0-9a-f]{4}"/g, 'Z"')
        .replaceAll(',}', '}'),
    )
    .toSorted()

test('the golden day of format 1 opens, folds to what it was, and exports the same plan', () => {
  const station = opened()
  const before = formatOneDay.settings.find(({ key }) => key === 'station')?.['value']
  expect(lasting(planOf(station))).toEqual(lasting(shown.plan))
  expect(station.attendance.numbers()).toEqual(shown.numbers)
  expect(plainRecords(station.journal.records.lines(), station.id)).toEqual(plainRecords(shown.records, String(before)))
  expect(station.rollCalls.people({ rollCall, cursor: null, from: null }).items).toEqual(shown.rollCallPeople)
  for (const { id, lines } of shown.histories)
    expect(station.plan.history(id).map(({ at, what, by }) => ({ at, what, by }))).toEqual(
      lines.map(({ at, what, by }) => ({ at, what, by })),
    )
  expect(station.check()).toMatchObject({ sound: true, findings: [] })
  expect(station.id).not.toBe(before)
  station.pledges.make(anyone, aPledge)
  station.close()
  const again = openTest(station.folder)
  expect(again.id).toBe(station.id)
  expect(again.check()).toMatchObject({ sound: true, findings: [] })
})

test('each fact says what it was, and no hash of before is left', () => {
  const station = opened()
  const facts = factsOf(station)
  const was = facts.flatMap(({ fields }) =>
    fields.flatMap((field) => (field.path === 'actor.was' && 'value' in field ? [field.value] : [])),
  )
  expect(was).toEqual(formatOneDay.facts.map((fact) => `${String(fact['station'])} ${String(fact['seq'])}`))
  // Nor where nobody can read any more but with the key.
  const { data, log } = bytesOf(station.folder)
  station.close()
  const said = [JSON.stringify(facts), data.toString('latin1'), log.toString('latin1')].join()
  for (const { hash, bodyHash } of formatOneDay.facts) {
    expect(said).not.toContain(hash)
    if (bodyHash !== null) expect(said).not.toContain(bodyHash)
  }
})

test('the folder migrated twice: when the two meet, everything counts once', () => {
  const folder = join(tempFolder(), 'station')
  leaveFormatOne(folder)
  const copy = join(tempFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  const clock = handClock('2023-12-12T12:00:00.000Z')
  const [one, two] = [openTest(folder, { now: clock }), openTest(copy, { now: clock })]
  expect(one.id).not.toBe(two.id)
  clock.pass(1000)
  two.signIn.signOut({ role: 'steward', delegate: null }, people.ada ?? '')
  expect(carry(two, one)).toMatchObject({ refused: 0, clashing: 0, waiting: 0 })
  carry(one, two)
  expect(lasting(planOf(one))).toEqual(lasting(shown.plan))
  expect(one.signIn.delegate(people.ada ?? '')?.presence).toBe('left')
  // Two lines of the paper sheet were entered, and stand there once each.
  expect(one.paper.entered({ offset: 0, limit: 50 }).total).toBe(2)
  expect([...one.journal.records.lines()].filter((line) => !line.startsWith('station '))).toEqual(
    [...two.journal.records.lines()].filter((line) => !line.startsWith('station ')),
  )
  for (const station of [one, two]) expect(station.check()).toMatchObject({ sound: true, findings: [] })
})

test('what was forgotten in format 1 is nowhere in format 2, and neither is who it was that did it', () => {
  const station = opened()
  const facts = factsOf(station)
  expect(JSON.stringify(facts)).not.toMatch(/Ewa Kaur will|ewa@elmdon/)
  const theirs = facts.flatMap(({ fields }) => fields.filter(({ about }) => about === people.gone))
  expect(theirs.length).toBeGreaterThan(0)
  expect(theirs.filter((field) => 'value' in field)).toEqual([])
})

test('the backup from before goes with the first who is forgotten, or after thirty days, and another takes its place', () => {
  const names = ({ folder }: Station): string[] => readdirSync(join(folder, 'backups'))
  const station = opened()
  const [before] = names(station)
  expect(names(station)).toHaveLength(1)
  station.eraseDelegate({ role: 'organiser', delegate: null }, people.ada ?? '', 'They asked')
  expect(names(station)).toHaveLength(1)
  expect(names(station)).not.toContain(before)

  const other = opened()
  other.close()
  const day = 24 * 60 * 60 * 1000
  const clock = handClock(THEN)
  clock.pass(29 * day)
  openTest(other.folder, { now: clock }).close()
  expect(names(other)).toHaveLength(1)
  const [old] = names(other)
  clock.pass(2 * day)
  openTest(other.folder, { now: clock }).close()
  // It was the only one there was.
  expect(names(other)).toHaveLength(1)
  expect(names(other)).not.toContain(old)
})

test('a backup from before that cannot be taken away keeps nobody from opening the tablet', () => {
  const station = opened()
  station.close()
  const [before = ''] = readdirSync(join(station.folder, 'backups'))
  const path = join(station.folder, 'backups', before)
  rmSync(path)
  mkdirSync(path)
  const clock = handClock(THEN)
  clock.pass(31 * 24 * 60 * 60 * 1000)
  expect(openTest(station.folder, { now: clock }).isSetUp()).toBe(true)
})
