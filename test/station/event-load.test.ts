/** An event that is loaded again from the terminal, with forty actions and ninety pledges in it: nothing that people hold is lost. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EventPack } from '../../shared/domain/event-pack.ts'
import { runHere } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { anAction, anyone, aPledge, ewa, facilitator, openTest, shippedPack, steward } from '../support/test-station.ts'

/** A folder with the event in it and a morning’s work, and what loads a pack into it. */
async function morning() {
  const folder = join(tempFolder(), 'station')
  const file = join(tempFolder(), 'pack.json')
  const load = async (pack: unknown, ...options: string[]) => {
    writeFileSync(file, JSON.stringify(pack))
    const { code, out, err } = await runHere('event', 'load', file, '--data', folder, '--json', ...options)
    return { code, json: JSON.parse(out || err) as Record<string, unknown> }
  }
  const plan = async () => {
    const out = join(tempFolder(), 'plan.json')
    expect((await runHere('plan', 'export', '--out', out, '--data', folder)).code).toBe(0)
    const { rows } = JSON.parse(readFileSync(out, 'utf8')) as { rows: Record<string, unknown>[] }
    return rows.map(({ ref, priority, actionSubtype, sourceSession, sourceTable }) => ({
      ref,
      priority,
      actionSubtype,
      sourceSession,
      sourceTable,
    }))
  }
  expect(await load(shippedPack())).toMatchObject({
    code: 0,
    json: { remarks: ['This event was on 12 December 2023.'] },
  })
  const station = openTest(folder)
  const { pledgeTypes, priorities } = station.event().pack
  station.batch(() => {
    for (let n = 0; n < 40; n += 1)
      station.workshops.propose(facilitator, {
        ...anAction,
        table: `table-${1 + (n % 5)}`,
        priority: priorities[n % 4]?.id ?? null,
      })
    for (let n = 0; n < 90; n += 1)
      station.pledges.make(anyone, { ...aPledge, type: pledgeTypes[n % pledgeTypes.length]?.id ?? '' })
    station.signIn.walkIn(steward, ewa, { access: '', dietary: '' })
  })
  station.close()
  return { load, plan }
}

/** Without Table 3, the first kind of pledge and the first priority, and with another code. */
const changed = (pack: EventPack, code: string): unknown => {
  const [gone] = pack.priorities
  return {
    ...pack,
    code,
    tables: pack.tables.filter(({ id }) => id !== 'table-3'),
    priorities: pack.priorities.slice(1),
    pledgeTypes: pack.pledgeTypes
      .slice(1)
      .map((type) => (type.priority === gone?.id ? { ...type, priority: pack.priorities[1]?.id } : type)),
    programme: pack.programme.map((session) => ({
      ...session,
      priorities: session.priorities.filter((id) => id !== gone?.id),
    })),
  }
}

test('a changed pack says what it would orphan and is refused; forced, every reference, table, kind and priority stands in the plan as before', async () => {
  const { load, plan } = await morning()
  const before = await plan()
  expect(before).toHaveLength(130)
  expect(await load(shippedPack())).toMatchObject({ code: 0, json: { changes: [] } })

  const coded = await load(changed(shippedPack(), 'OTH'), '--force')
  expect(coded).toMatchObject({ code: 1, json: { errors: [{ path: 'code' }] } })
  const refused = await load(changed(shippedPack(), 'NEC'))
  expect(refused).toMatchObject({
    code: 1,
    json: { error: expect.stringContaining('--move tables/table-3=table-1') as string },
  })
  expect(refused.json['hanging']).toHaveLength(3)
  const dry = await load(changed(shippedPack(), 'NEC'), '--dry-run')
  expect(dry).toMatchObject({ code: 0, json: { hanging: refused.json['hanging'] } })
  expect(await plan()).toEqual(before)

  expect(await load(changed(shippedPack(), 'NEC'), '--force')).toMatchObject({ code: 0, json: { moved: 0 } })
  expect(await plan()).toEqual(before)
})

test('what hangs on a table is moved where the terminal says; the file may close it itself', async () => {
  const { load, plan } = await morning()
  const before = await plan()
  const pack = shippedPack()
  const without = { ...pack, tables: pack.tables.filter(({ id }) => id !== 'table-3') }
  expect(await load(without, '--move', 'tables/table-33=table-4')).toMatchObject({
    code: 1,
    json: { error: expect.stringContaining('There is no “table-33” among the tables') as string },
  })
  expect(await load(without, '--move', 'tables/table-3=table-4')).toMatchObject({ code: 0, json: { moved: 9 } })
  // They stand behind what table 4 wrote, so that the plan has them in another place.
  const byRef = (rows: Awaited<ReturnType<typeof plan>>) =>
    rows
      .map((row) => ({ ...row, sourceRank: null }))
      .toSorted((one, other) => (String(one.ref) < String(other.ref) ? -1 : 1))
  expect(byRef(await plan())).toEqual(
    byRef(before).map((row) => (row.sourceTable === 'Table 3' ? { ...row, sourceTable: 'Table 4' } : row)),
  )
  const { code, err } = await runHere('event', 'load', 'x', '--move', 'table-3')
  expect([code, err]).toEqual([2, expect.stringContaining('--move tables/table-3=table-4') as string])
})

test('a pack that closes a table itself is taken: it says so, and what was written stays there', async () => {
  const { load, plan } = await morning()
  const before = await plan()
  const pack = shippedPack()
  const closing = { ...pack, tables: pack.tables.map((one) => (one.id === 'table-3' ? { ...one, closed: true } : one)) }
  expect(await load(closing)).toMatchObject({ code: 0, json: { moved: 0 } })
  expect(await plan()).toEqual(before)
})
