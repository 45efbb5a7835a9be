import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RawFact } from '../../../../shared/domain/fact.ts'
import { anyStep, loadedStation, play } from '../../../../test/support/any-day.ts'
import {
  anyone,
  aPledge,
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  readyStation,
  steward,
} from '../../../../test/support/test-station.ts'
import { carried, carry, factsOf, takeIn } from '../../../../test/support/merge.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { openDatabase, keyFile, shippedMigrations } from '../database/index.ts'
import type { Station } from '../../app/station.ts'
import { drain } from '../../../slices.ts'
import { hashOfFact } from './hash.ts'
import { forkSettled, stationShutOut } from './rulings.ts'
import { makeSigningKeys } from '../../../transfer/index.ts'
import { signHead } from './signed-head.ts'
import { verifyHeads, verifyRecords } from './verify.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

function databaseOf(station: Station) {
  return openDatabase(station.folder, keyFile(), shippedMigrations(), Date.now).db
}

describe('a commit', () => {
  test('ends with its last fact, which says so as no other does, whether it is of one fact or of several', async () => {
    const station = await readyStation()
    const ends: number[] = []
    const sizes = new Set<number>()
    const chain = () => station.journal.facts.chain(station.id)
    const first = chain()?.seq ?? 0
    const step = (work: () => unknown) => {
      const before = chain()?.seq ?? 0
      work()
      ends.push(chain()?.seq ?? 0)
      sizes.add((chain()?.seq ?? 0) - before)
    }
    step(() => station.pledges.make(anyone, aPledge))
    step(() => station.signIn.walkIn(steward, ewa, { access: '', dietary: '' }))
    step(() => station.signIn.walkIn(steward, kwame, { access: 'A ramp', dietary: '' }))
    step(() => station.pledges.make(anyone, aPledge))
    const written = [...station.journal.facts.from(station.id, first)]
    expect(written.filter(({ last }) => last).map(({ seq }) => seq)).toEqual(ends)
    expect([...sizes].toSorted((a, b) => a - b)).toEqual([1, 2, 3])
    expect(written.at(-1)?.hash).toBe(chain()?.hash)
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
  })
})

describe('the journal and its records never disagree', () => {
  test('fold and records agree for any sequence of facts, and a refold is byte-identical', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const station = loadedStation()
        play(station, steps)
        const kept = [...station.journal.records.lines()]
        station.journal.records.refoldAll()
        expect([...station.journal.records.lines()]).toEqual(kept)
        expect(station.check()).toMatchObject({ sound: true, findings: [] })
        station.close()
      }),
      { numRuns: runs(12) },
    )
  })

  test('merging is the same in any order, twice, or in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 25 }),
        fc.array(anyStep, { maxLength: 25 }),
        fc.integer({ min: 1, max: 50 }),
        (first, second, size) => {
          const west = loadedStation()
          const east = loadedStation()
          play(west, first)
          play(east, second)
          const one = openTest(tempFolder(), { now: handClock() })
          const two = openTest(tempFolder(), { now: handClock() })
          const all = takeIn(one, carried(west, east))
          expect(all).toMatchObject({ known: 0, clashing: 0, notUnderstood: 0, refused: 0, waiting: 0 })
          takeIn(two, carried(east), size)
          takeIn(two, carried(east, west), size)
          expect(takeIn(two, carried(west, east))).toMatchObject({
            added: 0,
            known: all.added,
            clashing: 0,
            refused: 0,
          })
          expect([...two.journal.records.lines()]).toEqual([...one.journal.records.lines()])
          expect(factsOf(two)).toEqual(factsOf(one))
          expect(one.check()).toMatchObject({ sound: true, findings: [] })
          // By way of a third, it is the same again.
          const three = openTest(tempFolder(), { now: handClock() })
          carry(two, three)
          expect(factsOf(three)).toEqual(factsOf(one))
          for (const station of [west, east, one, two, three]) station.close()
        },
      ),
      { numRuns: runs(12) },
    )
  })

  test('a gap in another tablet’s facts is told, and what was given waits', () => {
    const west = loadedStation()
    play(west, [
      { what: 'arrive', n: 1, words: 'A' },
      { what: 'pledge', n: 9, words: 'B' },
    ])
    const here = openTest(tempFolder())
    const [chain] = carried(west)
    if (chain === undefined) throw new Error('One chain expected')
    const cut = (facts: readonly unknown[]) => takeIn(here, [{ ...chain, facts }])
    const total = chain.facts.length
    expect(cut(chain.facts.toSpliced(1, 1))).toMatchObject({ added: 0, waiting: total - 1 })
    // The stick was pulled out: nobody can tell whether what came is what its tablet signed.
    expect(cut(chain.facts.slice(0, -1))).toMatchObject({ added: 0, waiting: total - 1 })
    expect(cut(chain.facts)).toMatchObject({ added: total, waiting: 0 })
  })

  test('a relay that appends: what its own tablet did not sign is not taken, and neither is what was changed', () => {
    const west = loadedStation()
    play(west, [{ what: 'pledge', n: 9, words: 'B' }])
    const here = openTest(tempFolder())
    const [chain] = carried(west)
    const last = chain?.facts.at(-1) as RawFact | undefined
    if (chain === undefined || last === undefined) throw new Error('One chain expected')
    const { hash: _, ...open } = { ...last, seq: last.seq + 1 }
    const forged = { ...open, hash: hashOfFact(last.hash, open) }
    const head = { station: chain.chain.station, seq: forged.seq, hash: forged.hash, signature: chain.head.signature }
    expect(takeIn(here, [{ ...chain, head, facts: [...chain.facts, forged] }])).toMatchObject({ added: 0 })
    const other = makeSigningKeys()
    const signed = signHead(head, other.privateKey)
    expect(takeIn(here, [{ ...chain, head: signed, facts: [...chain.facts, forged] }])).toMatchObject({ added: 0 })
    const theirs = { ...chain, chain: { ...chain.chain, publicKey: other.publicKey }, head: signed }
    expect(takeIn(here, [{ ...theirs, facts: [...chain.facts, forged] }])).toMatchObject({ added: 0 })
    const changed = chain.facts.map((fact) => ({ ...(fact as RawFact), wall: 7 }))
    expect(takeIn(here, [{ ...chain, facts: changed }])).toMatchObject({ added: 0, refused: changed.length })
    expect(takeIn(here, [{ ...chain, facts: [...chain.facts, forged] }])).toMatchObject({
      added: chain.facts.length,
      refused: 1,
    })
  })

  test('the imaged disk: both go on under one number, both are held everywhere, and neither counts until somebody says which', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    clock.pass(1000)
    west.pledges.make(anyone, { ...aPledge, wording: 'Before the copy' })
    west.close()
    const image = join(tempFolder(), 'image')
    cpSync(west.folder, image, { recursive: true })
    const one = openTest(west.folder, { now: clock })
    const two = openTest(image, { now: clock })
    clock.pass(1000)
    one.pledges.make(anyone, { ...aPledge, wording: 'One went on' })
    clock.pass(1000)
    two.pledges.make(anyone, { ...aPledge, wording: 'Two went on' })
    clock.pass(1000)
    two.pledges.make(anyone, { ...aPledge, wording: 'And on' })
    const [first, second] = [carried(one), carried(two)]
    const wordings = (station: Station) => station.pledges.latest().map(({ wording }) => wording)
    const [here, there] = [openTest(tempFolder()), openTest(tempFolder())]
    expect(takeIn(here, first)).toMatchObject({ clashing: 0 })
    expect(wordings(here)).toEqual(['One went on', 'Before the copy'])
    expect(takeIn(here, second)).toMatchObject({ clashing: 1, added: 1 })
    takeIn(there, second)
    takeIn(there, first)
    for (const station of [here, there]) {
      expect(wordings(station)).toEqual(['Before the copy'])
      expect(station.check()).toMatchObject({ sound: true, findings: [] })
    }
    expect(factsOf(there)).toEqual(factsOf(here))
    expect([...there.journal.records.lines()]).toEqual([...here.journal.records.lines()])

    // Somebody looks at both, and says which it is; the other tablet hears of it.
    const fork = here.journal.facts
      .from(west.id, 0)
      .find(
        ({ hash }) =>
          factsOf(two).some((fact) => fact.hash === hash) && !factsOf(one).some((fact) => fact.hash === hash),
      )
    if (fork === undefined) throw new Error('They have gone apart')
    const { station, seq, hash } = fork
    here.journal.commit(organiser, (write) => {
      write.about(forkSettled, here.currentEvent()?.id ?? '', { station, seq, hash, reason: 'The one at the door' })
    })
    carry(here, there)
    for (const each of [here, there]) {
      expect(wordings(each)).toEqual(['And on', 'Two went on', 'Before the copy'])
      expect(each.check()).toMatchObject({ sound: true, findings: [] })
    }
    // And what comes of it later counts as well.
    clock.pass(1000)
    two.pledges.make(anyone, { ...aPledge, wording: 'Later' })
    carry(two, there)
    expect(wordings(there)).toEqual(['Later', 'And on', 'Two went on', 'Before the copy'])
  })

  test('a tablet that was shut out is held, and counts up to the number that was named', async () => {
    const clock = handClock()
    const [west, east] = [await readyStation({ now: clock }), openTest(tempFolder(), { now: clock })]
    clock.pass(1000)
    west.pledges.make(anyone, { ...aPledge, wording: 'While it was ours' })
    const last = west.journal.facts.chain(west.id)?.seq ?? 0
    clock.pass(1000)
    west.pledges.make(anyone, { ...aPledge, wording: 'After it was stolen' })
    carry(west, east)
    east.journal.commit(organiser, (write) => {
      const event = east.currentEvent()?.id ?? ''
      write.about(stationShutOut, event, { station: west.id, last, reason: 'Stolen at lunch' })
    })
    clock.pass(1000)
    west.pledges.make(anyone, { ...aPledge, wording: 'And later' })
    expect(carry(west, east)).toMatchObject({ added: 1 })
    expect(east.pledges.latest().map(({ wording }) => wording)).toEqual(['While it was ours'])
    expect(east.check()).toMatchObject({ sound: true, findings: [] })
    const kept = [...east.journal.records.lines()]
    east.journal.records.refoldAll()
    expect([...east.journal.records.lines()]).toEqual(kept)
  })

  test('a ruling that did not come to be counts for nothing', async () => {
    const clock = handClock()
    const [west, east] = [await readyStation({ now: clock }), openTest(tempFolder(), { now: clock })]
    carry(west, east)
    expect(() =>
      east.journal.atomically(() => {
        east.journal.commit(organiser, (write) => {
          const event = east.currentEvent()?.id ?? ''
          write.about(stationShutOut, event, { station: west.id, last: 1, reason: 'Stolen at lunch' })
        })
        throw new Error('No room')
      }),
    ).toThrow('No room')
    west.pledges.make(anyone, { ...aPledge, wording: 'It was never stolen' })
    carry(west, east)
    expect(east.pledges.latest().map(({ wording }) => wording)).toEqual(['It was never stolen'])
  })

  test('two tablets change one person without seeing each other: both facts stay, the later wins, and the record says so', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    const id = west.signIn.add(organiser, kwame)
    const east = openTest(tempFolder(), { now: clock })
    carry(west, east)
    clock.pass(1000)
    west.signIn.amend(steward, id, { organisation: 'Meriden Motors Ltd' }, 'As on the badge')
    clock.pass(1000)
    east.signIn.amend(steward, id, { organisation: 'Meriden Motor Works' }, 'As they said')
    carry(west, east)
    const eastDb = databaseOf(east)
    const row = eastDb
      .prepare<[string], { organisation: string; conflict: number }>(
        'SELECT organisation, conflict FROM delegate WHERE id = ?',
      )
      .get(id)
    expect(row).toEqual({ organisation: 'Meriden Motor Works', conflict: 1 })
    eastDb.close()
  })
})

describe('a chain that was cut or changed is noticed', () => {
  test('somebody edits a pledge in the database file', async () => {
    const station = await readyStation()
    station.pledges.make(anyone, { ...aPledge, wording: 'Three placements' })
    const db = databaseOf(station)
    db.prepare(`UPDATE fact SET fields = replace(fields, 'Three', 'Thirty') WHERE type = 'pledge.made'`).run()
    db.close()
    const { sound, findings } = station.check()
    expect(sound).toBe(false)
    expect(findings.join(' ')).toContain('was changed after it was written')
  })

  test('the last fact is missing, and the next opening sees it at once', async () => {
    const station = await readyStation()
    station.pledges.make(anyone, aPledge)
    const db = databaseOf(station)
    db.prepare('DELETE FROM fact WHERE seq = (SELECT max(seq) FROM fact)').run()
    db.close()
    expect(verifyHeads(station.journal)).toHaveLength(1)
    station.close()
    expect(() => openTest(station.folder)).toThrow('answered more than its data holds')
  })

  test('a record that was changed behind the facts’ back is found by the thorough check', async () => {
    const station = await readyStation()
    station.pledges.make(anyone, aPledge)
    const db = databaseOf(station)
    db.prepare('UPDATE pledge SET quantity = 400').run()
    db.close()
    expect(station.check().findings.join(' ')).toContain('not what its facts add up to')
  })

  test('in a crowd, the check comes to the very last person, and a refold forgets nobody', () => {
    const station = loadedStation()
    station.batch(() => {
      for (let person = 0; person < 1100; person += 1) station.signIn.add(organiser, { ...ewa, name: `Ewa ${person}` })
    })
    const kept = [...station.journal.records.lines()]
    station.journal.records.refoldAll()
    expect([...station.journal.records.lines()]).toEqual(kept)
    expect(station.check()).toMatchObject({ sound: true })
    const db = databaseOf(station)
    db.prepare("UPDATE delegate SET name = 'Somebody else' WHERE id = (SELECT max(id) FROM delegate)").run()
    db.close()
    expect(station.check().findings).toHaveLength(1)
  })
})

test('a pledge that no fact speaks of, slipped into the table, is found too', async () => {
  const station = await readyStation()
  station.pledges.make(anyone, aPledge)
  const db = databaseOf(station)
  db.prepare(
    "INSERT INTO idea SELECT 'x', reference, 's', 't', 'q', wording, '', '', status, '', made, changed, 0, '', 'screen', '', made FROM pledge",
  ).run()
  db.close()
  expect(station.check().findings).toEqual(['The table idea holds 1 more than the facts add up to.'])
})

describe('another program may write in the midst of a check, which is no fault of the data', () => {
  /** A station with a pledge; another program changes it, and makes another, once a check has read `what` for the `nth` time. */
  const besideAnother = async (what: 'chains' | 'about' | 'count', nth: number) => {
    const station = await readyStation()
    const another = openTest(station.folder)
    const made = station.pledges.make(anyone, aPledge).made
    let reads = 0
    const beside =
      <Given extends unknown[], T>(name: string, read: (...given: Given) => T) =>
      (...given: Given): T => {
        const answer = read(...given)
        if (name !== what || (what === 'about' && given[0] !== made?.id)) return answer
        reads += 1
        if (reads !== nth) return answer
        another.pledges.amend(anyone, made?.id ?? '', { quantity: 7 }, '')
        another.pledges.make(anyone, aPledge)
        return answer
      }
    const { facts, records } = station.journal
    const journal = {
      ...station.journal,
      facts: { ...facts, chains: beside('chains', facts.chains), count: beside('count', facts.count) },
      records: { ...records, about: beside('about', records.about) },
    }
    const written = () => station.journal.facts.count()
    return { journal, before: written(), written }
  }

  test('facts that came after the heads were read are not beyond them', async () => {
    const { journal, before, written } = await besideAnother('chains', 1)
    expect(verifyHeads(journal)).toEqual([])
    expect(written()).toBe(before + 2)
  })

  test.each([
    ['each record', 'about', 1],
    ['how many there are', 'count', 2],
  ] as const)('records are compared with the facts of the same moment: %s', async (_name, what, nth) => {
    const { journal, before, written } = await besideAnother(what, nth)
    expect(drain(verifyRecords(journal))).toEqual([])
    expect(written()).toBe(before + 2)
  })
})

describe('access and dietary needs are purged first', () => {
  test('the contents are gone from the file, and the chain still holds', async () => {
    const station = await readyStation()
    const { id } = station.signIn.walkIn(steward, ewa, { access: 'Step-free, please', dietary: 'No nuts' })
    expect(station.signIn.needs(id).access).toBe('Step-free, please')
    expect(station.signIn.purgeNeeds(organiser, 'The day is over')).toBe(1)
    expect(station.signIn.needs(id)).toEqual({ access: '', dietary: '' })
    expect(JSON.stringify(factsOf(station))).not.toContain('Step-free')
    expect(station.check()).toMatchObject({ sound: true })
  })
})
