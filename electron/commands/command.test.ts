import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { openReadyKiosk, openTestKiosk, portClient } from '../../test/support/test-client.ts'
import { PASSPHRASE } from '../../test/support/test-station.ts'
import { openKeyStore } from './command.ts'

test('With --seal a copied folder gives nothing away: its key is sealed as soon as the organiser gives the passphrase', async () => {
  const folder = join(tempFolder(), 'station')
  const first = await openReadyKiosk(folder, 'organiser')
  first.close()
  const plain = await openKeyStore(folder, null)
  expect(plain.kept?.(folder)).toBe('file')

  const kiosk = openTestKiosk(folder, { keyStore: await openKeyStore(folder, null, true) })
  const client = portClient(kiosk)
  expect((await client.station.state()).key).toBe('passphrase-soon')
  await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
  expect(existsSync(join(folder, 'station.key'))).toBe(false)
  expect((await client.station.state()).key).toBe('passphrase')
  kiosk.close()

  expect((await portClient(openTestKiosk(folder)).station.state()).phase).toBe('locked')
  const file = join(tempFolder(), 'passphrase')
  writeFileSync(file, `${PASSPHRASE}\n`)
  const opened = openTestKiosk(folder, { keyStore: await openKeyStore(folder, file) })
  expect((await portClient(opened).station.state()).phase).toBe('ready')
})
