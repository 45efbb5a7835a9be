/** The event packs that ship with the app, and reading the one a person chose. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { PackSummary, packChoice } from '../../../shared/contract/station.ts'
import { packRemarks } from '../../../shared/domain/pack-remarks.ts'
import { type EventPack, type PackReading, readEventPack } from '../../../shared/domain/event-pack.ts'

/** `today` as `2023-12-12`. */
export const summaryOf = (pack: EventPack, today: string, loaded = false): PackSummary => ({
  id: pack.id,
  code: pack.code,
  name: pack.name,
  venue: pack.venue,
  from: pack.dates.from,
  to: pack.dates.to,
  hosts: pack.hosts.map((host) => host.name),
  remarks: packRemarks(pack, today),
  loaded,
})

/** `resources` is the folder that holds `event-packs/`. */
export function createPacks(resources: string) {
  const folder = join(resources, 'event-packs')
  const read = (file: string): PackReading => readEventPack(readFileSync(join(folder, file), 'utf8'))
  const files = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  return {
    shipped: (): EventPack[] =>
      files().flatMap((file) => {
        const reading = read(file)
        return reading.ok ? [reading.pack] : []
      }),
    /** Reads a shipped pack by its id, the text of a file that somebody chose, or what was loaded before. */
    choose(choice: z.infer<typeof packChoice>, loaded: EventPack | null = null): PackReading {
      if (choice.kind === 'loaded')
        return loaded === null
          ? {
              ok: false,
              errors: [{ path: '(file)', message: 'No event is loaded on this tablet. Choose one from the list.' }],
            }
          : { ok: true, pack: loaded }

      if (choice.kind === 'file') return readEventPack(choice.json)
      const file = files().find((name) => name === `${choice.id}.json`)
      return file === undefined
        ? {
            ok: false,
            errors: [
              {
                path: '(file)',
                message: `There is no event pack called “${choice.id}” in this app. Choose one from the list.`,
              },
            ],
          }
        : read(file)
    },
  }
}
