/** The event packs that ship with the app, and reading the one a person chose. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { PackSummary, packChoice } from '../../../shared/contract/station.ts'
import { type EventPack, type PackReading, readEventPack } from '../../../shared/domain/event-pack.ts'

export const summaryOf = (pack: EventPack): PackSummary => ({
  id: pack.id,
  code: pack.code,
  name: pack.name,
  venue: pack.venue,
  from: pack.dates.from,
  to: pack.dates.to,
  hosts: pack.hosts.map((host) => host.name),
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
    /** Reads a shipped pack by its id, or the text of a file that somebody chose. */
    choose(choice: z.infer<typeof packChoice>): PackReading {
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
