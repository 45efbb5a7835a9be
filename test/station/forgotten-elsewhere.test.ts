/** Who is forgotten at one tablet is forgotten at all: also what was said by who had not heard of it, and what somebody on the way withheld. */
import { truncateSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { databasePath, keyFile } from '../../electron/station/kernel/database/index.ts'
import { tryRestore } from '../../electron/station/app/restore.ts'
import { retentionPassed } from '../../electron/station/kernel/journal/index.ts'
import { takenOut } from '../../electron/station/kernel/journal/hash.ts'
import type { CarriedChain } from '../support/merge.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { type FieldClass, isGone, type RawFact } from '../../shared/domain/fact.ts'
import { carried, carry, factsOf, takeIn } from '../support/merge.ts'
import { tempFolder } from '../support/temp-folder.ts'
import {
  anyone,
  aPledge,
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  PASSPHRASE,
  shippedPack,
  steward,
} from '../support/test-station.ts'

function tablet() {
  const clock = handClock()
  const station = openTest(tempFolder(), { now: clock })
  station.loadEvent(shippedPack(), false)
  return { station, clock }
}
const said = (station: Station) => JSON.stringify([...station.journal.facts.told()])
const recordsOf = (station: Station) => [...station.journal.records.lines()]
/** It has heard of nothing but these, in this order. */
function told(...all: CarriedChain[][]): Station {
  const station = openTest(tempFolder())
  for (const chains of all) takeIn(station, chains)
  return station
}
function expectTheSame(one: Station, ...others: Station[]): void {
  for (const other of others) {
    expect(factsOf(other)).toEqual(factsOf(one))
    expect(recordsOf(other)).toEqual(recordsOf(one))
    expect(other.check()).toMatchObject({ sound: true, findings: [] })
  }
}

describe('a tablet that had not heard of it changes what they promised', () => {
  test('their address and what was said of them are nowhere once it is heard, whichever was heard first', () => {
    const [west, east] = [tablet().station, tablet().station]
    const id = west.signIn.add(organiser, ewa)
    const by = { kind: 'delegate' as const, delegate: id }
    const pledge = west.pledges.make(anyone, { ...aPledge, by, mayContact: true, email: ewa.email }).made?.id ?? ''
    carry(west, east)
    east.pledges.amend(steward, pledge, { email: 'ewa.new@elmdon.example', quantity: 9 }, 'Ewa Kaur rang')
    east.pledges.withdraw(organiser, pledge, 'Ewa Kaur is ill')
    east.pledges.restore(organiser, pledge, 'Ewa Kaur is well')
    west.eraseDelegate(organiser, id, 'They asked')
    const [fromWest, fromEast] = [carried(west), carried(east)]
    const [one, two] = [told(fromWest, fromEast), told(fromEast, fromWest)]
    carry(west, east)
    carry(east, west)
    for (const station of [west, east, one, two]) {
      expect(said(station)).not.toMatch(/ewa\.|Ewa|elmdon\.example/)
      expect(station.pledges.latest()).toMatchObject([{ name: '', email: '', quantity: 9, wording: aPledge.wording }])
    }
    expectTheSame(west, east)
    expectTheSame(one, two)
  })

  test('a promise of nobody on the list is changed and withdrawn as before', () => {
    const { station } = tablet()
    const by = { kind: 'organisation' as const, organisation: 'Meriden Motors', sector: 'business', name: kwame.name }
    const pledge = station.pledges.make(anyone, { ...aPledge, by, mayContact: true, email: 'k@meriden.example' }).made
      ?.id
    station.pledges.amend(steward, pledge ?? '', { email: 'works@meriden.example' }, 'As they said')
    expect(station.pledges.withdraw(organiser, pledge ?? '', 'Not now').withdrawnReason).toBe('Not now')
    expect(station.pledges.read(pledge ?? '')?.email).toBe('works@meriden.example')
  })
})

describe('a tablet hears that somebody was forgotten elsewhere', () => {
  function hall() {
    const [west, east] = [tablet(), tablet()]
    const id = west.station.signIn.add(organiser, ewa)
    const by = { kind: 'delegate' as const, delegate: id }
    const pledge = west.station.pledges.make(anyone, { ...aPledge, by }).made?.id ?? ''
    carry(west.station, east.station)
    return { west: west.station, east: east.station, id, pledge, clock: east.clock }
  }

  test('what was being typed of them there goes, and what was typed of others stays', () => {
    const { west, east, id, pledge } = hall()
    const kwameId = east.signIn.add(organiser, kwame)
    east.drafts.save(`organiser-delegate:${id}`, '{"role":"Mentor"}', 'window-1')
    east.drafts.save(`organiser-pledge:${pledge}`, '{"wording":"Three days"}', 'window-1')
    east.drafts.save('walk-in', '{"name":"Ewa Kaur"}', 'window-1')
    east.drafts.save(`organiser-delegate:${kwameId}`, '{"role":"Fitter"}', 'window-1')
    west.eraseDelegate(organiser, id, 'They asked')
    const news: string[] = []
    east.journal.onCommit(({ changes }) => void news.push(...changes))
    carry(west, east)
    const left = [`organiser-delegate:${id}`, `organiser-pledge:${pledge}`, 'walk-in'].map((scope) =>
      east.drafts.open(scope, 'window-1'),
    )
    expect(left).toEqual([null, null, null])
    expect(east.drafts.open(`organiser-delegate:${kwameId}`, 'window-1')?.body).toBe('{"role":"Fitter"}')
    expect(news).toContain('drafts')
  })

  test('data that is put back from before it was heard does not bring them back', async () => {
    const { west, east, id, clock } = hall()
    await east.staff.prepare('organiser', PASSPHRASE).then((keep) => east.keepSecret(keep))
    const { name } = east.backup()
    west.eraseDelegate(organiser, id, 'They asked')
    carry(west, east)
    carry(west, east)
    const { folder } = east
    east.close()
    truncateSync(databasePath(folder), 8192)
    const deps = { folder, now: clock, keyStore: keyFile() }
    expect(await tryRestore(deps, name, PASSPHRASE)).toMatchObject({ code: 'restored' })
    const again = openTest(folder, { now: clock })
    expect(again.signIn.delegate(id)).toBeNull()
    expect(said(again)).not.toContain('Ewa Kaur')
    carry(west, again)
    expect(again.check()).toMatchObject({ sound: true, findings: [] })
  })
})

/** As somebody passes it on who keeps back all that is said of people in facts of these types. */
const withheld = (chains: readonly CarriedChain[], types: RegExp): CarriedChain[] =>
  chains.map((chain) => ({
    ...chain,
    facts: chain.facts.map((given) => {
      const fact = given as RawFact
      if (!types.test(fact.type)) return fact
      return { ...fact, fields: fact.fields.map((field) => (field.class === 'none' ? field : takenOut(field, null))) }
    }),
  }))

describe('somebody on the way withholds what is taken out afterwards, or was before', () => {
  const retire = (at: Station, kind: FieldClass) => {
    const upTo = Object.fromEntries(at.journal.facts.chains().map(({ station, seq }) => [station, seq]))
    at.journal.commit(organiser, (write) => {
      write.about(retentionPassed, at.event().id, { class: kind, upTo, reason: 'Thirty days' })
    })
  }
  const list = 'Name,Organisation,Job title\nOdo Wrongly,Elsewhere,Clerk\n'
  test.each<[string, (at: Station, id: string) => void]>([
    ['a person', (at, id) => void at.eraseDelegate(organiser, id, 'They asked')],
    [
      'a name in what somebody promised',
      (at, id) => {
        const words = at
          .beforeErasing(id)
          .texts.map(({ subject, field }) => ({ subject, field, text: 'A friend helps' }))
        at.eraseDelegate(organiser, id, 'They asked', words)
      },
    ],
    ['what was kept long enough', (at) => retire(at, 'identity')],
    [
      'a list',
      (at) => {
        const [made] = at.signIn.importUndo.imports()
        const seen = at.signIn.importUndo.before(made?.id ?? '')?.seen ?? ''
        at.signIn.importUndo.undo(organiser, { id: made?.id ?? '', reason: 'Last year’s list', seen })
      },
    ],
  ])('%s: all end with the same bytes', (_, takeOut) => {
    const { station, clock } = tablet()
    const id = station.signIn.add(organiser, ewa)
    station.signIn.note(steward, id, 'Ask Ewa Kaur again')
    station.signIn.importer.run(organiser, 'wrong.csv', Buffer.from(list), {})
    station.pledges.make(anyone, { ...aPledge, wording: 'Ewa Kaur and I help' })
    const before = carried(station)
    clock.pass(1000)
    takeOut(station, id)
    const after = carried(station)
    expect(factsOf(station).some(({ fields }) => fields.some(isGone))).toBe(true)
    const kept = withheld(before, /./)
    // It came withheld, and then what takes it out; or both at once; or whole, after that; or what takes it out is withheld at first.
    const all = [
      told(kept, after),
      told(withheld(after, /^(delegate|pledge|import\.made)/), after),
      told(after, withheld(after, /./)),
      told(before, withheld(after, /./), after),
      told(kept, withheld(after, /erased|undone|passed/), after),
    ]
    expectTheSame(station, ...all)
    // Who has it whole hears from who has it withheld, and the other way round.
    const [whole, part] = [told(before), told(kept)]
    const heard = withheld(after, /^(delegate|pledge|import\.made)/)
    takeIn(whole, heard)
    takeIn(part, heard)
    carry(part, whole)
    carry(whole, part)
    expectTheSame(station, whole)
    expect(recordsOf(whole)).toEqual(recordsOf(station))
    expectTheSame(whole, part)
  })

  test('a fact without what is never taken out is not taken: nobody could tell what it erases', () => {
    const { station } = tablet()
    const id = station.signIn.add(organiser, ewa)
    station.eraseDelegate(organiser, id, 'They asked')
    const [chain] = carried(station)
    if (chain === undefined) throw new Error('One chain')
    const facts = chain.facts.map((given) => {
      const fact = given as RawFact
      if (fact.type !== 'person.erased') return fact
      return { ...fact, fields: fact.fields.map((field) => (field.path === 'ids' ? takenOut(field, null) : field)) }
    })
    const here = openTest(tempFolder())
    expect(takeIn(here, [{ ...chain, facts }])).toMatchObject({ added: 0, refused: facts.length })
    expect(takeIn(here, [chain])).toMatchObject({ added: facts.length, refused: 0 })
  })
})
