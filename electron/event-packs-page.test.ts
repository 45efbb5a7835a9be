/** The page on event packs names every limit and requirement of the schema. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { MOST_OPEN } from '../shared/domain/event-pack-rules.ts'
import { eventPackSchema } from '../shared/domain/event-pack.ts'

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  anyOf?: Schema[]
}

/** Every part that has a limit, by its path. */
function limitsIn(schema: Schema, path: string, needed: boolean): string[] {
  const whole = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
  const { properties, required = [], items, minItems, maxItems, maxLength, minimum, maximum } = whole
  const name = path.replace('[]', '').split('.').at(-1)?.replace('[]', '') ?? ''
  const open = (MOST_OPEN as Record<string, number>)[name]
  const told = [
    ...(maxItems === undefined
      ? []
      : [`${minItems ?? 0} to ${maxItems === 200 && open !== undefined ? `${open} open` : maxItems}`]),
    ...(maxLength === undefined ? [] : [`${maxLength} characters`]),
    ...(minimum === undefined || maximum === undefined || maximum > 1e9 ? [] : [`${minimum} to ${maximum}`]),
  ]
  return [
    ...(told.length === 0 ? [] : [`| \`${path}\` | ${told.join(', ')} | ${needed ? 'needed' : 'optional'} |`]),
    ...Object.entries(properties ?? {}).flatMap(([part, below]) =>
      limitsIn(below, path === '' ? part : `${path}.${part}`, required.includes(part)),
    ),
    ...(items === undefined ? [] : limitsIn(items, `${path}[]`, needed)),
  ]
}

test('every limit of the schema stands on the page on event packs, and no other', () => {
  const schema = z.toJSONSchema(eventPackSchema, { target: 'draft-2020-12', io: 'input' }) as Schema
  const wanted = limitsIn(schema, '', true)
  const page = readFileSync(join(import.meta.dirname, '../docs/event-packs.md'), 'utf8')
  const [, table = ''] = /## Every limit\n[\s\S]*?\| part[^\n]*\n[^\n]*\n([\s\S]*?)\n\n/.exec(page) ?? []
  const there = table.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim())
  expect(there).toEqual(wanted)
  expect(wanted.length).toBeGreaterThan(50)
})
