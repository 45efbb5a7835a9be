import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REHEARSAL_SECRETS } from '../../../shared/domain/rehearsal.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { PIN } from '../../../test/support/test-station.ts'

/** A tablet whose host finds 0.2.0 on a stick, and notes how many backups there were when it is told to install. */
async function open() {
  const folder = join(tempFolder(), 'station')
  const backups = () => (existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).length : 0)
  const happened: string[] = []
  const kiosk = openTestKiosk(folder, {
    platform: {
      leave: null,
      support: null,
      updates: {
        look: async () => {
          happened.push('looked')
          return {
            current: '0.1.0',
            last: null,
            found: { code: 'offered', id: 'a', stick: 'KINGSTON', version: '0.2.0', byHand: false },
          }
        },
        install: async (id) => {
          happened.push(`installs ${id} with ${backups()} backup`)
          return { code: 'installing' }
        },
      },
    },
  })
  const client = portClient(kiosk)
  await client.station.setUp(setUpAnswers)
  return { client, happened, folder, backups }
}

describe('installing a newer version', () => {
  test('needs a steward, and a backup is there before anything happens', async () => {
    const { client, happened } = await open()
    await expect(client.updates.look()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(client.updates.install({ id: 'a' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect((await client.station.state()).platform.takesUpdates).toBe(true)
    expect((await client.updates.look()).found.code).toBe('offered')
    expect(await client.updates.install({ id: 'a' })).toEqual({ code: 'installing' })
    expect(happened).toEqual(['looked', 'installs a with 1 backup'])
  })

  test('with the PIN of a rehearsal, which everybody knows, nothing is looked at and nothing installed', async () => {
    const { client, happened } = await open()
    await client.staff.unlock({ role: 'steward', pin: PIN })
    await client.station.startRehearsal({ pack: null })
    await client.staff.unlock({ role: 'steward', pin: REHEARSAL_SECRETS.pin })
    for (const call of [client.updates.look(), client.updates.install({ id: 'a' })])
      await expect(call).rejects.toMatchObject({ code: 'NOT_POSSIBLE', data: { code: 'rehearsal' } })
    expect(happened).toEqual([])
  })

  test('where no backup can be made, nothing is installed', async () => {
    const { client, happened, folder } = await open()
    await client.staff.unlock({ role: 'steward', pin: PIN })
    // A file stands where the folder of the backups should be.
    rmSync(join(folder, 'backups'), { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'backups'), '')
    await expect(client.updates.install({ id: 'a' })).rejects.toBeInstanceOf(Error)
    expect(happened).toEqual([])
  })

  test('where IT trusts nobody’s versions, as in a browser, there is nothing to look for', async () => {
    const client = portClient(openTestKiosk())
    await client.station.setUp(setUpAnswers)
    await client.staff.unlock({ role: 'steward', pin: PIN })
    expect((await client.station.state()).platform.takesUpdates).toBe(false)
    await expect(client.updates.look()).rejects.toMatchObject({ code: 'NOT_POSSIBLE', data: { code: 'no-updates' } })
  })
})
