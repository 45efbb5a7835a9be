/** The published JSON Schema of the plan's JSON export. `node electron/station/plan/json-schema.ts` writes it anew. */
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { planDocumentSchema } from '../../../shared/domain/plan.ts'

/** Where the published schema lies. */
export const PLAN_SCHEMA_FILE = new URL('../../../resources/schemas/action-plan.schema.json', import.meta.url)

/** The schema as text, made from the zod schema; readers of version 1 ignore keys that they do not know. */
export function planJsonSchema(): string {
  const schema = z.toJSONSchema(planDocumentSchema, { io: 'input' })
  const titled = {
    ...schema,
    title: 'Pledge Kiosk action plan',
    description: 'The action plan of one event, as Pledge Kiosk exports it to JSON.',
  }
  return `${JSON.stringify(titled, null, 2)}\n`
}

if (import.meta.main) writeFileSync(PLAN_SCHEMA_FILE, planJsonSchema())
