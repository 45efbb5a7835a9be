/** A tablet that hears that its disk was copied, or that it was shut out, goes on under another id: what is written there counts. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copied, isWhole, wordings } from '../../../../test/support/copied-disk.ts'
import { carried, carry, factsOf, takeIn } from '../../../../test/support/merge.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import {
  anyone,
  aPledge,
  ewa,
  handClock,
  openTest,
  organiser,
  readyStation,
  steward,
} from '../../../../test/support/test-station.ts'
import { keyFile, openDatabase, shippedMigrations } from '../database/index.ts'
import type { Station } from '../../app/station.ts'
import { stationBegan } from './began.ts'
import { bodyOf } from './catalogue.ts'
import { forkSettled, stationShutOut } from './rulings.ts'
import { isSigned } from './signed-head.ts'

const SECOND = 1000

const pledge = (station: Station, wording: string) =>
  station.pledges.make(anyone, { ...aPledge, wording }).made?.id ?? ''
const answeredIn = (folder: string) => join(folder, 'station.answered')

function shutOut(at: Station, station: string, last: number): void {
  at.journal.commit(organiser, (write) => {
    write.about(stationShutOut, at.event().id, { station, last, reason: 'Stolen at lunch' })
  })
}
/** Where it says that it goes on from. */
function succeeds(station: Station) {
  const [first] = station.journal.facts.from(station.id, 0)
  return first === undefined ? null : bodyOf(stationBegan, first)?.succeeds
}

describe('a tablet hears of its own copy', () => {
  test('it goes on under a new id and key, is called what it was, and what is written there counts at once', async () => {
    const { clock, here, copy, before } = await copied()
    const keyOf = (station: string) => here.journal.facts.chain(station)?.publicKey
    pledge(here, 'Here')
    pledge(copy, 'At the copy')
    pledge(copy, 'And on')
    const answered = here.journal.facts.chain(before)?.seq ?? 0
    carry(copy, here)
    clock.pass(SECOND)
    const id = pledge(here, 'Later')
    here.pledges.amend(anyone, id, { quantity: 7 }, 'As they said')
    expect(wordings(here)).toEqual(['Later'])
    expect(here.id).not.toBe(before)
    expect(here.described()).toEqual({ id: here.id, name: 'West door', duty: 'sign-in' })
    expect(keyOf(here.id)).not.toBe(keyOf(before))
    expect(succeeds(here)).toEqual({ station: before, answered, held: answered + 1, clock: { since: 0, by: 0 } })
    expect(here.plan.history(id).map(({ station }) => station)).toEqual(['West door', 'West door'])
    isWhole(here)
    // So does the copy, under an id of its own, and it is no clash any more.
    carry(here, copy)
    clock.pass(SECOND)
    pledge(copy, 'At the copy, later')
    expect(copy.id).not.toBe(here.id)
    carry(copy, here)
    expect(wordings(here)).toEqual(['At the copy, later', 'Later'])
    isWhole(here)
    isWhole(copy)
  })

  test('it hears only that the copy went on: nothing clashes, then or later', async () => {
    const { clock, here, copy, before } = await copied()
    pledge(copy, 'At the copy')
    carry(copy, here)
    clock.pass(SECOND)
    pledge(here, 'Here')
    clock.pass(SECOND)
    pledge(copy, 'At the copy again')
    expect(carry(copy, here)).toMatchObject({ clashing: 0, added: 1 })
    expect(carry(here, copy)).toMatchObject({ clashing: 0 })
    for (const station of [here, copy]) {
      expect(wordings(station)).toEqual(['At the copy again', 'Here', 'At the copy'])
      isWhole(station)
    }
    expect(copy.id).toBe(before)
  })

  test('what it wrote before it heard is still carried, as far as it wrote', async () => {
    const { here, copy } = await copied()
    pledge(copy, 'At the copy')
    pledge(here, 'Here, and never carried')
    carry(copy, here)
    pledge(here, 'Later')
    const third = openTest(tempFolder())
    expect(takeIn(third, carried(here))).toMatchObject({ refused: 0, waiting: 0 })
    expect(factsOf(third)).toEqual(factsOf(here))
    const chosen = factsOf(third).find(({ body }) => body['wording'] === 'Here, and never carried')
    if (chosen === undefined) throw new Error('It was carried')
    const { station, seq, hash } = chosen
    third.journal.commit(organiser, (write) => {
      write.about(forkSettled, third.event().id, { station, seq, hash, reason: 'The one at the door' })
    })
    carry(third, here)
    expect(wordings(third).toSorted()).toEqual(['Here, and never carried', 'Later'])
    expect(wordings(here).toSorted()).toEqual(['Here, and never carried', 'Later'])
  })

  test('its own clock runs on: one that was set back is still noticed', async () => {
    const { clock, here, copy } = await copied()
    pledge(copy, 'At the copy')
    pledge(here, 'Here')
    const written = here.lastWritten() ?? 0
    clock.set('2016-01-01T00:00:00Z')
    carry(copy, here)
    pledge(here, 'Later')
    expect(here.lastWritten() ?? 0).toBeGreaterThanOrEqual(written)
  })

  test('where that did not come to be, it goes on as before', async () => {
    const { here, copy, before } = await copied()
    pledge(copy, 'At the copy')
    const full = new Error('No room')
    expect(() =>
      here.journal.atomically(() => {
        carry(copy, here)
        throw full
      }),
    ).toThrow(full)
    pledge(here, 'Here')
    expect(here.id).toBe(before)
    const head = here.journal.signHead()
    expect(head !== null && isSigned(head, here.journal.facts.chain(before)?.publicKey ?? '')).toBe(true)
    expect(carry(here, openTest(tempFolder()))).toMatchObject({ refused: 0 })
    isWhole(here)
  })

  test('an id from before under which it was never named is not shown as another tablet', async () => {
    const { here, copy, before } = await copied()
    const id = here.signIn.add(organiser, ewa)
    here.signIn.signIn(steward, id)
    shutOut(copy, before, 2)
    carry(copy, here)
    pledge(here, 'Later')
    expect(here.plan.history(id).map(({ station }) => station)).toEqual(['West door', 'West door'])
  })
})

describe('a tablet hears that it was shut out', () => {
  test('what it writes from then on counts, here and where it was shut out', async () => {
    const clock = handClock()
    const [west, east] = [await readyStation({ now: clock }), openTest(tempFolder(), { now: clock })]
    const before = west.id
    pledge(west, 'While it was ours')
    carry(west, east)
    clock.pass(SECOND)
    pledge(west, 'After it was stolen')
    shutOut(east, before, (west.journal.facts.chain(before)?.seq ?? 0) - 1)
    carry(east, west)
    expect(wordings(west)).toEqual(['While it was ours'])
    clock.pass(SECOND)
    pledge(west, 'Found again')
    expect(west.id).not.toBe(before)
    expect(west.described()).toMatchObject({ id: west.id, name: 'West door' })
    carry(west, east)
    for (const station of [west, east]) {
      expect(wordings(station)).toEqual(['Found again', 'While it was ours'])
      isWhole(station)
    }
    expect(factsOf(east)).toEqual(factsOf(west))
  })

  test('the organiser said so at that very tablet', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    const before = west.id
    pledge(west, 'While it was ours')
    shutOut(west, before, west.journal.facts.chain(before)?.seq ?? 0)
    clock.pass(SECOND)
    pledge(west, 'Found again')
    expect(wordings(west)).toEqual(['Found again', 'While it was ours'])
    isWhole(west)
  })
})

describe('another program has the same data open', () => {
  test('one hears of the copy, and the other goes on under the new id with its very next word', async () => {
    const { clock, here, copy, before } = await copied()
    const terminal = openTest(here.folder, { now: clock })
    pledge(here, 'Here')
    pledge(copy, 'At the copy')
    carry(copy, terminal)
    clock.pass(SECOND)
    const id = pledge(here, 'Later')
    here.pledges.amend(anyone, id, { quantity: 7 }, '')
    clock.pass(SECOND)
    pledge(terminal, 'By a command')
    expect(wordings(here)).toEqual(['By a command', 'Later'])
    expect([here.id === before, here.id === terminal.id]).toEqual([false, true])
    isWhole(here)
    here.close()
    terminal.close()
    expect(readFileSync(answeredIn(here.folder), 'latin1')).toContain(here.id)
    expect(wordings(openTest(here.folder, { now: clock }))).toEqual(['By a command', 'Later'])
  })

  /** A tablet that has counted what it was told, and a command beside it that takes in the other branch of the same. */
  async function toldBeside() {
    const { clock, here, copy } = await copied()
    const other = await readyStation({ now: clock })
    const terminal = openTest(other.folder, { now: clock })
    pledge(here, 'Here')
    carry(here, other)
    expect(wordings(other)).toEqual(['Here'])
    isWhole(other)
    pledge(copy, 'At the copy')
    carry(copy, terminal)
    return { clock, here, other, terminal }
  }

  test('which facts count is read again where that one took in a clash, and where it took in the ruling', async () => {
    const { clock, here, other, terminal } = await toldBeside()
    const tell = (wording: string) => {
      clock.pass(SECOND)
      pledge(here, wording)
      carry(here, other)
    }
    tell('And on')
    expect(wordings(other)).toEqual([])
    const chosen = factsOf(other).find(({ body }) => body['wording'] === 'Here')
    if (chosen === undefined) throw new Error('It was told')
    const { station, seq, hash } = chosen
    terminal.journal.commit(organiser, (write) => {
      write.about(forkSettled, terminal.event().id, { station, seq, hash, reason: 'The one at the door' })
    })
    tell('And on still')
    expect(wordings(other)).toEqual(['And on still', 'And on', 'Here'])
    isWhole(other)
  })

  test('a check finds nothing wrong with records that this one changed', async () => {
    const { other } = await toldBeside()
    expect(other.check()).toMatchObject({ sound: true, findings: [] })
  })
})

describe('it is cut off as it goes on', () => {
  test('before that was noted: it opens, and is whole', async () => {
    const { clock, here, copy } = await copied()
    pledge(here, 'Here')
    pledge(copy, 'At the copy')
    const noted = readFileSync(answeredIn(here.folder))
    carry(copy, here)
    pledge(here, 'Later')
    const { id } = here
    here.close()
    writeFileSync(answeredIn(here.folder), noted)
    const again = openTest(here.folder, { now: clock })
    expect([again.id, wordings(again)]).toEqual([id, ['Later']])
    isWhole(again)
    expect(readFileSync(answeredIn(here.folder), 'latin1')).toContain(id)
  })

  test('what it answered under the id of before is still missed where it is gone', async () => {
    const { clock, here, copy } = await copied()
    pledge(copy, 'At the copy')
    carry(copy, here)
    pledge(here, 'Later')
    const { id } = here
    pledge(copy, 'Never heard of here')
    const beyond = readFileSync(answeredIn(copy.folder))
    here.close()
    writeFileSync(answeredIn(here.folder), beyond)
    expect(() => openTest(here.folder, { now: clock })).toThrow('answered more than its data holds')
    expect(id).not.toBe(copy.id)
  })
})

test('data of before that holds both branches already: the first who writes goes on under a new id', async () => {
  const { clock, here, copy, before } = await copied()
  pledge(here, 'Here')
  pledge(copy, 'At the copy')
  carry(copy, here)
  const { id } = here
  here.close()
  // As a version left it that went on under the id that two have.
  const { db } = openDatabase(here.folder, keyFile(), shippedMigrations(), clock)
  db.prepare("DELETE FROM setting WHERE key IN ('wentBy', 'noted')").run()
  db.prepare("UPDATE setting SET value = ? WHERE key = 'station'").run(before)
  db.prepare("INSERT INTO setting (key, value) VALUES ('givenUp', 'null') ON CONFLICT DO NOTHING").run()
  db.close()
  writeFileSync(answeredIn(here.folder), readFileSync(answeredIn(copy.folder)))
  const again = openTest(here.folder, { now: clock })
  clock.pass(SECOND)
  pledge(again, 'Later')
  expect(wordings(again)).toEqual(['Later'])
  expect([before, id]).not.toContain(again.id)
  isWhole(again)
})
