import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WHAT_IS_LEFT } from '../../../shared/contract/station.ts'
import { carry, factsOf } from '../../../test/support/merge.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { dayWithBackup } from '../../../test/support/day-with-backup.ts'
import {
  anyone,
  aPledge,
  ewa,
  handClock,
  kwame,
  openTest,
  organiser,
  PASSPHRASE,
  PIN,
  readyStation,
} from '../../../test/support/test-station.ts'
import { databasePath, keyFile } from '../kernel/database/index.ts'
import { clearSetAside, tryRestore } from './restore.ts'

/** A day: a pledge, a backup, another pledge, and then the file of the data is cut. */
async function damagedStation() {
  const day = await dayWithBackup()
  truncateSync(databasePath(day.folder), 8192)
  return { ...day, keyStore: keyFile() }
}

describe('starting again', () => {
  test('from a backup: the damaged files are kept, and the station takes a new id', async () => {
    const { name, id, ...deps } = await damagedStation()
    const answer = await tryRestore(deps, name, PIN)
    expect(answer.code === 'restored' ? readdirSync(answer.keptIn) : []).toContain('station.db')
    const again = openTest(deps.folder, { now: deps.now })
    expect(again.id).not.toBe(id)
    expect(again.plan.overview().pledges).toBe(1)
    again.pledges.make(anyone, aPledge)
    expect(again.check()).toMatchObject({ sound: true })
    expect(again.journal.facts.chains().map((chain) => chain.station)).toContain(id)
    again.close()
    // What was given up is known: nothing is missed at any later opening either.
    expect(openTest(deps.folder, { now: deps.now }).plan.overview().pledges).toBe(2)
  })

  test('from what is left, where that is sound and holds more than any backup', async () => {
    const now = handClock()
    const station = await readyStation({ now })
    station.pledges.make(anyone, aPledge)
    station.close()
    // The note says more than the data holds.
    writeFileSync(join(station.folder, 'station.answered'), '')
    const deps = { folder: station.folder, now, keyStore: keyFile() }
    expect((await tryRestore(deps, WHAT_IS_LEFT, PASSPHRASE)).code).toBe('restored')
    expect(openTest(station.folder, { now }).plan.overview().pledges).toBe(1)
  })

  test.each([
    ['a backup', false],
    ['what is left', true],
  ])('from %s: all that is in it can be carried to others, as its tablet wrote it', async (_, isLeft) => {
    const now = handClock()
    const station = await readyStation({ now })
    station.pledges.make(anyone, aPledge)
    const backup = station.backup().name
    station.pledges.make(anyone, { ...aPledge, wording: 'After the backup' })
    const { folder } = station
    station.close()
    if (isLeft) writeFileSync(join(folder, 'station.answered'), '')
    else truncateSync(databasePath(folder), 8192)
    const deps = { folder, now, keyStore: keyFile() }
    expect((await tryRestore(deps, isLeft ? WHAT_IS_LEFT : backup, PASSPHRASE)).code).toBe('restored')
    const again = openTest(folder, { now })
    const other = openTest(tempFolder(), { now })
    expect(carry(again, other)).toMatchObject({ refused: 0, waiting: 0 })
    expect(factsOf(other)).toEqual(factsOf(again))
    expect(other.plan.overview().pledges).toBe(isLeft ? 2 : 1)
  })

  test('whoever was erased since the backup was made is not brought back, not even for the first screen', async () => {
    const now = handClock()
    const station = await readyStation({ now })
    const ewaId = station.signIn.add(organiser, ewa)
    const kwameId = station.signIn.add(organiser, kwame)
    const by = { kind: 'delegate' as const, delegate: ewaId }
    station.pledges.make(anyone, { ...aPledge, by, wording: 'Ewa will open one door' })
    const { name } = station.backup()
    station.eraseDelegate(organiser, ewaId, 'Asked by letter')
    // A second time nothing is done, and nothing of the first is taken back.
    expect(() => station.eraseDelegate(organiser, ewaId, 'Asked again')).not.toThrow()
    station.close()
    truncateSync(databasePath(station.folder), 8192)
    expect(await tryRestore({ folder: station.folder, now, keyStore: keyFile() }, name, PIN)).toMatchObject({
      code: 'restored',
    })
    const again = openTest(station.folder, { now })
    expect(again.signIn.delegate(ewaId)).toBeNull()
    expect(again.pledges.latest()).toMatchObject([{ wording: '… will open one door', name: '' }])
    expect(again.signIn.delegate(kwameId)?.name).toBe(kwame.name)
    expect(again.check().sound).toBe(true)
  })

  test('what was put aside goes after thirty days', async () => {
    const { name, ...deps } = await damagedStation()
    const answer = await tryRestore(deps, name, PIN)
    const aside = answer.code === 'restored' ? answer.keptIn : ''
    deps.now.pass(29 * 24 * 60 * 60_000)
    clearSetAside(deps.folder, deps.now())
    expect(existsSync(aside)).toBe(true)
    deps.now.pass(2 * 24 * 60 * 60_000)
    clearSetAside(deps.folder, deps.now())
    expect(existsSync(aside)).toBe(false)
    expect(existsSync(databasePath(deps.folder))).toBe(true)
  })

  test('nobody does it without the PIN or the passphrase, and guessing is slow, also over a restart', async () => {
    const { name, ...deps } = await damagedStation()
    for (let left = 4; left > 0; left -= 1)
      expect(await tryRestore(deps, name, '1357')).toEqual({ code: 'wrong', left })
    expect(await tryRestore(deps, name, '1357')).toEqual({ code: 'wait', seconds: 30 })
    expect(await tryRestore(deps, name, PIN)).toEqual({ code: 'wait', seconds: 30 })
    deps.now.pass(30_000)
    expect(await tryRestore(deps, name, PASSPHRASE)).toMatchObject({ code: 'restored' })
  })

  test('a backup that is damaged too is not put back, and nothing is moved', async () => {
    const { name, ...deps } = await damagedStation()
    truncateSync(join(deps.folder, 'backups', name), 4096)
    const before = readdirSync(deps.folder)
    await expect(tryRestore(deps, name, PIN)).rejects.toThrow('damaged')
    expect(readdirSync(deps.folder)).toEqual(before)
  })

  test('a name that reaches out of the folder is not a backup', async () => {
    const { name: _, ...deps } = await damagedStation()
    await expect(tryRestore(deps, '../station.db', PIN)).rejects.toThrow('no backup of that name')
  })
})
