import { describe, expect, test } from 'vitest'
import { anyStep, loadedStation, play } from '../../../test/support/any-day.ts'
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
} from '../../../test/support/test-station.ts'
import { factsOf, mergeFacts } from '../../../test/support/merge.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openDatabase, keyFile, shippedMigrations } from '../database/index.ts'
import type { Station } from '../station.ts'
import { drain } from '../turns.ts'
import { verifyHeads, verifyRecords } from './verify.ts'
import { fc, runs } from '../../../test/support/chance.ts'

function databaseOf(station: Station) {
  return openDatabase(station.folder, keyFile(), shippedMigrations(), Date.now).db
}

describe('the journal and its records never disagree', () => {
  test('fold and records agree for any sequence of facts, and a refold is byte-identical', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const station = loadedStation()
        play(station, steps)
        const kept = [...station.journal.recordLines()]
        station.journal.refold()
        expect([...station.journal.recordLines()]).toEqual(kept)
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
        fc.nat(50),
        (first, second, cut) => {
          const west = loadedStation()
          const east = loadedStation()
          play(west, first)
          play(east, second)
          const facts = [...factsOf(west), ...factsOf(east)]
          const one = openTest(tempFolder(), { now: handClock() })
          const two = openTest(tempFolder(), { now: handClock() })
          mergeFacts(one.journal, facts)
          const eastFirst = [...factsOf(east), ...factsOf(west)]
          mergeFacts(two.journal, eastFirst.slice(0, cut))
          mergeFacts(two.journal, eastFirst)
          expect(mergeFacts(two.journal, facts)).toMatchObject({ added: 0, setAside: 0, broken: 0, gaps: [] })
          expect([...two.journal.recordLines()]).toEqual([...one.journal.recordLines()])
          expect(one.check()).toMatchObject({ sound: true })
          for (const station of [west, east, one, two]) station.close()
        },
      ),
      { numRuns: runs(12) },
    )
  })

  test('a gap in another tablet’s facts is told, and what comes after it waits', () => {
    const west = loadedStation()
    play(west, [
      { what: 'arrive', n: 1, words: 'A' },
      { what: 'pledge', n: 9, words: 'B' },
    ])
    const here = openTest(tempFolder())
    const all = factsOf(west)
    const report = mergeFacts(
      here.journal,
      all.filter((fact) => fact.seq !== 2),
    )
    expect(report.added).toBe(1)
    expect(report.gaps).toEqual([{ station: west.id, expected: 2, got: 3 }])
    expect(mergeFacts(here.journal, all).added).toBe(all.length - 1)
  })

  test('a cloned disk writes under the same number: the second fact is set aside, not dropped and not chosen', () => {
    const west = loadedStation()
    play(west, [{ what: 'pledge', n: 9, words: 'B' }])
    const here = openTest(tempFolder())
    const [first, second] = factsOf(west)
    if (first === undefined || second === undefined) throw new Error('two facts expected')
    mergeFacts(here.journal, [first, second])
    expect(mergeFacts(here.journal, [{ ...second, hash: 'f'.repeat(64) }])).toMatchObject({ added: 0, setAside: 1 })
    expect(here.journal.facts.aside().map((fact) => fact.hash)).toEqual(['f'.repeat(64)])
    expect(here.journal.facts.one(west.id, 2)?.hash).toBe(second.hash)
  })

  test('two tablets change one person without seeing each other: both facts stay, the later wins, and the record says so', async () => {
    const clock = handClock()
    const west = await readyStation({ now: clock })
    const id = west.signIn.add(organiser, kwame)
    const east = openTest(tempFolder(), { now: clock })
    mergeFacts(east.journal, factsOf(west))
    clock.pass(1000)
    west.signIn.amend(steward, id, { organisation: 'Meriden Motors Ltd' }, 'As on the badge')
    clock.pass(1000)
    east.signIn.amend(steward, id, { organisation: 'Meriden Motor Works' }, 'As they said')
    mergeFacts(east.journal, factsOf(west))
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
    db.prepare(`UPDATE fact SET body = replace(body, 'Three', 'Thirty') WHERE type = 'pledge.made'`).run()
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
    station.together(() => {
      for (let person = 0; person < 1100; person += 1) station.signIn.add(organiser, { ...ewa, name: `Ewa ${person}` })
    })
    const kept = [...station.journal.recordLines()]
    station.journal.refold()
    expect([...station.journal.recordLines()]).toEqual(kept)
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
    "INSERT INTO idea SELECT 'x', reference, 's', 't', 'q', wording, '', '', status, '', made, changed, 0, '' FROM pledge",
  ).run()
  db.close()
  expect(station.check().findings).toEqual(['The table idea holds 1 more than the facts add up to.'])
})

describe('another program may write in the midst of a check, which is no fault of the data', () => {
  /** A station with a pledge; another program changes it, and makes another, once a check has read `what` for the `nth` time. */
  const besideAnother = async (what: 'heads' | 'about' | 'count', nth: number) => {
    const station = await readyStation()
    const another = openTest(station.folder)
    const made = station.pledges.make(anyone, aPledge).made
    const read = station.journal.facts[what]
    let reads = 0
    const facts = {
      ...station.journal.facts,
      [what]: (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(read, null, given)
        if (what !== 'about' || given[0] === made?.id) reads += 1
        if (reads === nth) {
          another.pledges.amend(anyone, made?.id ?? '', { quantity: 7 }, '')
          another.pledges.make(anyone, aPledge)
          reads += 1
        }
        return answer
      },
    }
    const written = () => station.journal.facts.count()
    return { journal: { ...station.journal, facts }, before: written(), written }
  }

  test('facts that came after the heads were read are not beyond them', async () => {
    const { journal, before, written } = await besideAnother('heads', 1)
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
    expect(factsOf(station).some((fact) => JSON.stringify(fact).includes('Step-free'))).toBe(false)
    expect(station.check()).toMatchObject({ sound: true })
  })
})
