/** Publishes the JSON Schemas of the files that pass between people: `node electron/publish-schemas.ts` writes them to `resources/schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { eventPackSchema } from '../shared/domain/event-pack.ts'
import { planDocumentSchema } from '../shared/domain/plan.ts'

/** One entry a file that somebody else may write or read: to publish another, add it here. */
const PUBLISHED = [
  {
    file: 'event-pack.schema.json',
    schema: eventPackSchema,
    title: 'Pledge Kiosk event pack',
    description:
      'Everything one event needs: programme, priorities, pledge types, sectors, tables, explanation and privacy notice.',
  },
  {
    file: 'action-plan.schema.json',
    schema: planDocumentSchema,
    title: 'Pledge Kiosk action plan',
    description: 'The action plan of one event, as Pledge Kiosk exports it to JSON.',
  },
]

/**
 * The published files and their text, made anew from the zod schemas (JSON Schema draft 2020-12). They describe what may be
 * written, before defaults are filled in; readers of a plan ignore keys that they do not know.
 */
export function publishedSchemas(): { file: string; text: string }[] {
  return PUBLISHED.map(({ file, schema, title, description }) => {
    const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
    return { file, text: `${JSON.stringify({ ...json, title, description }, null, 2)}\n` }
  })
}

/** Where the published schemas stand; a pack in `resources/event-packs` points here with `"$schema": "../schemas/…"`. */
export const schemasFolder = join(dirname(import.meta.dirname), 'resources', 'schemas')

if (import.meta.main) {
  mkdirSync(schemasFolder, { recursive: true })
  for (const { file, text } of publishedSchemas()) {
    writeFileSync(join(schemasFolder, file), text)
    process.stdout.write(`Wrote resources/schemas/${file}\n`)
  }
}
