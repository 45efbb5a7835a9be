/** Forgetting one of 20,000 people, and writing the files anew afterwards, beside a backup of the same data. */
import Papa from 'papaparse'
import type { Actor } from '../../shared/domain/fact.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { openStation } from '../../electron/station/app/station.ts'
import { shippedPack } from './bench-station.ts'
import type { Figure } from './figure.ts'
import { inFolder, median, timed } from './measure.ts'

const PEOPLE = 20_000
const ROUNDS = 5

const organiser: Actor = { role: 'organiser', delegate: null }

/**
 * `erase-20k` and `clear-away-20k`: medians in seconds, of all that one erasing writes, and of what is put off until nobody waits: each
 * holds every screen for as long. Against the backup that is made every quarter of an hour, and holds them just so.
 */
export const benchErase = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const station = openStation(folder)
    try {
      station.loadEvent(shippedPack(), false)
      const rows = inventedPeople({ count: PEOPLE, seed: 7 }).map(({ name, organisation, email }, index) => [
        name,
        organisation,
        email,
        `EB-${index}`,
      ])
      const bytes = new TextEncoder().encode(Papa.unparse([['Name', 'Organisation', 'Email', 'Ticket code'], ...rows]))
      const answer = station.signIn.importer.run(organiser, 'delegates.csv', bytes, {})
      if (answer.code !== 'imported' || answer.added !== PEOPLE) throw new Error(JSON.stringify(answer).slice(0, 400))
      const people = station.journal.facts.ofTypes(['delegate.added']).map(({ subject }) => subject)
      const times = { erase: [] as number[], clear: [] as number[], backup: [] as number[] }
      for (const id of people.slice(0, ROUNDS)) {
        times.erase.push(await timed(() => station.eraseDelegate(organiser, id, 'They asked')))
        times.clear.push(
          await timed(() => {
            if (!station.leftover.isDue() || !station.leftover.clear()) throw new Error('Nothing was cleared away')
          }),
        )
        times.backup.push(await timed(() => station.backup()))
      }
      const against = { unit: 's', against: 'backup', againstValue: median(times.backup) / 1000 }
      return [
        { name: 'erase-20k', value: median(times.erase) / 1000, ...against },
        { name: 'clear-away-20k', value: median(times.clear) / 1000, ...against },
      ]
    } finally {
      station.close()
    }
  })
