/** Memory over a long day: an hour of an event’s traffic through the desktop app, again and again, must not make it grow. */
import { join } from 'node:path'
import type { KioskClient } from '../../shared/contract/index.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { startUnseen } from '../support/electron-double/unseen.ts'
import { aPledge, anAction } from '../support/test-station.ts'
import { BENCH_PASSPHRASE, readyKiosk } from './bench-station.ts'
import { startApp, withBrowser } from './desktop-app.ts'
import type { Figure } from './figure.ts'
import { inFolder } from './measure.ts'

const HOURS = 4
/** What happens in an hour at a busy event of two hundred, on one tablet that does everything. */
const HOUR = { arrivals: 200, pledges: 140, lettersOfADraft: 40, actions: 60, looks: 300, exports: 4 }

/**
 * `memory-station-mb`: what the station’s process holds after a collection, after so many hours of traffic, against itself
 * after the first. `memory-page-mb`: the same of the page of a wall, its tree as large as it became in those hours. The data
 * grows meanwhile, and so may both by that much: a name in the index, a leaf on the tree.
 */
export async function benchLongDay(): Promise<Figure[]> {
  return [...(await stationMemory()), ...(await pageMemory())]
}

const stationMemory = (): Promise<Figure[]> =>
  inFolder(async (temp) => {
    const folder = join(temp, 'station')
    ;(await readyKiosk(folder, 'sign-in')).close()
    const { shell, offer } = await startUnseen(folder)
    try {
      const { client } = await offer()
      await client.staff.unlock({ role: 'organiser', passphrase: BENCH_PASSPHRASE })
      const after: number[] = []
      for (let hour = 0; hour < HOURS; hour += 1) {
        await anHour(client, hour)
        const { heap, external, resident } = await shell.stationMemory()
        after.push(heap + external)
        process.stderr.write(
          `The station’s process after hour ${hour + 1}: ${(heap + external).toFixed(1)} MB, ${resident.toFixed(0)} MB resident\n`,
        )
      }
      const against = 'itself after the first hour'
      return [{ name: 'memory-station-mb', value: after.at(-1) ?? 0, unit: 'MB', against, againstValue: after[0] ?? 0 }]
    } finally {
      await shell.close()
    }
  })

async function anHour(client: KioskClient, hour: number): Promise<void> {
  const people = inventedPeople({ count: HOUR.arrivals, seed: 500 + hour })
  for (const person of people) {
    await client.signIn.find({ query: person.name.slice(0, 5) })
    const { name, organisation, role, sector, email } = person
    await client.signIn.walkIn({ name, organisation, role, sector, email, table: '', evenIfKnown: true })
  }
  for (let made = 0; made < HOUR.pledges; made += 1) {
    for (let letter = 1; letter <= HOUR.lettersOfADraft; letter += 1)
      await client.drafts.save({ scope: 'pledge', body: JSON.stringify({ wording: 'x'.repeat(letter) }) })
    await client.pledges.make(aPledge)
    await client.pledges.endVisit()
    await client.drafts.clear({ scope: 'pledge' })
  }
  for (let made = 0; made < HOUR.actions; made += 1) await client.workshops.proposeAction(anAction)
  for (let look = 0; look < HOUR.looks; look += 1) {
    await client.station.state()
    await client.pledges.tree()
    await client.signIn.counts()
  }
  for (let exported = 0; exported < HOUR.exports; exported += 1) {
    await client.attendance.numbers()
    await client.plan.export({ kind: 'xlsx' })
  }
}

const pageMemory = (): Promise<Figure[]> =>
  withBrowser(async (browser, temp) => {
    const folder = join(temp, 'station')
    // What happens elsewhere in this app is written here: the page hears of it as of what another program writes.
    const kiosk = await readyKiosk(folder, 'wall')
    const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
    const { shell, errors } = await startApp(page, folder)
    try {
      const cdp = await page.context().newCDPSession(page)
      await page.getByText('The tree is in bud').waitFor({ timeout: 60_000 })
      const after: number[] = []
      for (let hour = 0; hour < HOURS; hour += 1) {
        for (let made = 0; made < HOUR.pledges; made += 1) {
          kiosk.station()?.pledges.make({ role: 'delegate', delegate: null }, aPledge)
          // Ten at a time, so that the page has something new to draw again and again.
          if (made % 10 === 9) await page.waitForTimeout(1100)
        }
        await page.getByText(`${(hour + 1) * HOUR.pledges} pledges so far`).waitFor({ timeout: 60_000 })
        await page.waitForTimeout(3000)
        await cdp.send('HeapProfiler.collectGarbage')
        const { usedSize } = await cdp.send('Runtime.getHeapUsage')
        after.push(usedSize / 1e6)
        process.stderr.write(`The wall’s page after hour ${hour + 1}: ${(usedSize / 1e6).toFixed(1)} MB\n`)
      }
      if (errors.length > 0) throw new Error(errors.join('\n'))
      const against = 'itself after the first hour'
      return [{ name: 'memory-page-mb', value: after.at(-1) ?? 0, unit: 'MB', against, againstValue: after[0] ?? 0 }]
    } finally {
      kiosk.close()
      await shell.close()
    }
  })
