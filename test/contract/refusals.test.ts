import { describe, expect, test } from 'vitest'
import type { KioskClient } from '../../shared/contract/index.ts'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { endOf } from '../support/end-of.ts'
import { aPledge } from '../support/test-station.ts'
import type { Heard } from './answers.ts'
import { openBoth } from './both.ts'
import { callOf } from './calls.ts'
import { A_JOB, aList, hallOf, NINE, NOBODY } from './hall.ts'
import { table } from './table.ts'

/** Calls that name somebody or something, and what they are given where there is nobody of that name. */
const OF_NOBODY: Record<string, unknown> = {
  'signIn.read': { delegate: NOBODY },
  'signIn.note': { delegate: NOBODY, note: '' },
  'signIn.recordNeeds': { delegate: NOBODY, access: '', dietary: '' },
  'signIn.signIn': { delegate: NOBODY },
  'signIn.signOut': { delegate: NOBODY },
  'signIn.undo': { delegate: NOBODY, reason: 'The wrong Ewa' },
  'signIn.badge': { delegate: NOBODY },
  'signIn.amend': { delegate: NOBODY, reason: 'Moved' },
  'signIn.withdraw': { delegate: NOBODY, reason: 'Cannot come' },
  'signIn.restore': { delegate: NOBODY, reason: '' },
  'signIn.beforeErasing': { delegate: NOBODY },
  'signIn.erase': { delegate: NOBODY, reason: 'Asked' },
  'import.decide': { id: NOBODY, changes: [{ decide: 'without', row: 2 }] },
  'import.commit': { id: NOBODY },
  'paper.enter': { delegate: NOBODY, in: NINE, out: null },
  'paper.undo': { delegate: NOBODY, entered: `${NOBODY} 1` },
  'rollCall.read': { rollCall: NOBODY },
  'rollCall.people': { rollCall: NOBODY },
  'rollCall.tick': { rollCall: NOBODY, delegate: NOBODY, ticked: true, by: 'Sam Vale' },
  'rollCall.end': { rollCall: NOBODY, by: 'Sam Vale' },
  'rollCall.reopen': { rollCall: NOBODY, by: 'Sam Vale' },
  'badges.notOut': { job: A_JOB },
  'drafts.resume': { id: 999 },
  'pledges.make': { ...aPledge, type: 'no-such-type' },
  'pledges.read': { id: NOBODY },
  'pledges.amend': { id: NOBODY, reason: 'One more' },
  'pledges.withdraw': { id: NOBODY, reason: 'Not now' },
  'pledges.restore': { id: NOBODY, reason: '' },
  'workshops.amendAction': { id: NOBODY, reason: '' },
  'workshops.moveAction': { id: NOBODY, to: 'up' },
  'workshops.withdrawAction': { id: NOBODY, reason: '' },
  'workshops.restoreAction': { id: NOBODY, reason: '' },
  'workshops.amendIdea': { id: NOBODY, reason: '' },
  'workshops.withdrawIdea': { id: NOBODY, reason: '' },
  'workshops.restoreIdea': { id: NOBODY, reason: '' },
}

describe('a refusal is the same over both transports: its code, its status, its data and its sentence', () => {
  test('NOT_FOUND 404: whoever or whatever is named is not on this tablet', async () => {
    const { same } = await openBoth()
    const answers: string[] = []
    for (const [name, input] of Object.entries(OF_NOBODY))
      answers.push(`${name} ${inShort(await same(({ client }) => callOf(client, name)(input)))}`)
    expect(answers).toEqual(Object.keys(OF_NOBODY).map((name) => `${name} NOT_FOUND 404, as the contract names it`))
  })

  test('NOT_POSSIBLE 409: another roll call is open meanwhile', async () => {
    const { same } = await openBoth()
    const answer = await same(async ({ kiosk, client }) => {
      const ended = hallOf(kiosk, client).rollCall('ended')
      await client.rollCall.start({ by: 'Sam Vale' })
      return client.rollCall.reopen({ rollCall: ended, by: 'Sam Vale' })
    })
    expect(answer).toMatchObject({ code: 'NOT_POSSIBLE', status: 409, defined: true, data: { code: 'another-open' } })
  })

  test('STORAGE 507: the disk is full, and nothing of the pledge is kept', async () => {
    const { same, each } = await openBoth()
    for (const { kiosk } of each) kiosk.station()?.limitPages(0)
    const answer = await same(({ client }) => fill(() => client.pledges.make({ ...aPledge, wording: 'A'.repeat(600) })))
    expect(answer).toMatchObject({ code: 'STORAGE', status: 507, defined: true, data: { code: 'full' } })
    for (const { kiosk, client } of each) {
      kiosk.station()?.limitPages(100_000)
      expect((await client.station.check()).findings).toEqual([])
      const kept = await client.pledges.list({ limit: 200 })
      expect(kept.total).toBe((await client.pledges.tree()).pledges)
    }
  })

  test('STORAGE 507: a list does not fit any more, nobody of it is on the tablet, and it is still in the hand', async () => {
    const { same, each } = await openBoth()
    const held: string[] = []
    const answer = await same(async ({ kiosk, client }) => {
      const id = await inHand(client)
      held.push(id)
      kiosk.station()?.limitPages(0)
      return client.import.commit({ id })
    })
    expect(answer).toMatchObject({ code: 'STORAGE', status: 507, defined: true, data: { code: 'full' } })
    for (const [index, { kiosk, client }] of each.entries()) {
      expect((await client.signIn.list({})).total).toBe(0)
      kiosk.station()?.limitPages(100_000)
      expect(await endOf(client.import.commit({ id: held[index] ?? '' }))).toMatchObject({ code: 'imported' })
    }
  })

  test('STORAGE 507 also in the middle of a stream: a list is not taken back, and all of it is still on the tablet', async () => {
    const { same, each } = await openBoth()
    const answer = await same(async ({ kiosk, client }) => {
      await endOf(client.import.commit({ id: await inHand(client) }))
      const [list] = await client.signIn.imports()
      const id = list?.id ?? ''
      const { seen } = await client.signIn.beforeUndoingImport({ id })
      kiosk.station()?.limitPages(0)
      return client.signIn.undoImport({ id, reason: 'The wrong list', seen })
    })
    expect(answer).toMatchObject({ code: 'STORAGE', status: 507, defined: true, data: { code: 'full' } })
    for (const { client } of each) expect((await client.signIn.list({})).total).toBe(500)
  })

  test('NOT_POSSIBLE 409: more is put right by hand than anybody should', async () => {
    const { same } = await openBoth()
    const answer = await same(async ({ client }) => {
      let id = await inHand(client)
      for (let from = 1; from < 4000; from += 100) {
        const changes = Array.from({ length: 100 }, (_, index) => ({ decide: 'without' as const, row: from + index }))
        const decided = await client.import.decide({ id, changes })
        if (decided.code !== 'analysis') throw new Error(decided.sentence)
        id = decided.id
      }
    })
    expect(answer).toMatchObject({ code: 'NOT_POSSIBLE', status: 409, defined: true, data: { code: 'too-many' } })
  })

  test('BAD_REQUEST 400: what is given is not what the call takes, and nothing is done', async () => {
    const { same, each } = await openBoth()
    const before = each.map(stateOf)
    const answers: string[] = []
    const taking = [...table].filter(([, { give }]) => give !== undefined).map(([name]) => name)
    for (const name of taking) answers.push(`${name} ${inShort(await same(({ client }) => callOf(client, name)(7)))}`)
    expect(answers).toEqual(taking.map((name) => `${name} BAD_REQUEST 400`))
    expect(each.map(stateOf)).toEqual(before)
  })
})

const inShort = (answer: Heard['answer']): string =>
  typeof answer === 'string'
    ? answer
    : `${answer.code} ${answer.status}${answer.defined ? ', as the contract names it' : ''}`

/** Makes it again and again, until there is no room for one more. */
async function fill(make: () => Promise<unknown>): Promise<never> {
  for (;;) await make()
}

async function inHand(client: KioskClient): Promise<string> {
  const answer = await client.import.analyse({ file: aList(500) })
  if (answer.code !== 'analysis') throw new Error(answer.sentence)
  return answer.id
}

/** All that these calls could have changed. */
const stateOf = ({ kiosk }: { kiosk: Kiosk }) => {
  const station = kiosk.station()
  return [
    station?.journal.facts.count(),
    station?.described(),
    station?.door(),
    station?.drafts.parked('organiser'),
    station?.drafts.open('walk-in', ''),
    station?.backups(),
    station?.wallBeside(),
  ]
}
