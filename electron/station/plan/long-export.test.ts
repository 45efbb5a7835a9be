import { describe, expect, test } from 'vitest'
import { inLane } from '../../../test/support/lane.ts'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { anyone, aPledge, PASSPHRASE } from '../../../test/support/test-station.ts'

/** Long enough that it takes many turns. */
const MANY = inLane(2000, 5000)

describe('a long export', () => {
  test('whoever stands at another tablet page is answered while it is written, and the file holds one moment', async () => {
    const kiosk = openTestKiosk()
    const office = portClient(kiosk)
    const hall = portClient(kiosk)
    await office.station.setUp({ ...setUpAnswers, duty: 'pledges' })
    await office.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
    const station = kiosk.station()
    station?.batch(() => {
      for (let made = 0; made < MANY; made += 1) station.pledges.make(anyone, aPledge)
    })

    let written = false
    const exporting = office.plan.export({ kind: 'xlsx' }).finally(() => void (written = true))
    // A new promise, one after the other, for as long as the file is being written.
    let meanwhile = 0
    while (!written) {
      await hall.pledges.make(aPledge)
      if (!written) meanwhile += 1
    }
    const { file, rows } = await exporting
    expect(meanwhile).toBeGreaterThan(5)
    // The first may have come before the file was begun.
    expect(rows).toBeLessThan(MANY + 3)
    const again = await office.plan.export({ kind: 'json' })
    expect(again.rows).toBeGreaterThanOrEqual(MANY + meanwhile)

    const { read, utils } = await import('@e965/xlsx')
    const book = read(new Uint8Array(await file.arrayBuffer()))
    const sheet = book.Sheets['Plan']
    const refs = sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).flat()
    expect(refs.filter((cell) => /^NEC-[0-9A-Z]{3}-[0-9A-Z]{4}$/.test(String(cell)))).toHaveLength(rows)
  })
})
