// What others rely on to write a pack or read a plan: the published schemas are current, and mean what the station means.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { publishedSchemas, schemasFolder } from './publish-schemas.ts'

const packsFolder = join(schemasFolder, '..', 'event-packs')
const packs = readdirSync(packsFolder).filter((file) => file.endsWith('.json'))
const packText = (file: string) => readFileSync(join(packsFolder, file), 'utf8')
const published = (file: string) =>
  z.fromJSONSchema(JSON.parse(readFileSync(join(schemasFolder, file), 'utf8')) as z.core.JSONSchema.JSONSchema)

describe('the published schemas', () => {
  for (const { file, text } of publishedSchemas()) {
    test(`${file} is what the zod schema says today (if not: node electron/publish-schemas.ts)`, () => {
      expect(readFileSync(join(schemasFolder, file), 'utf8')).toBe(text)
    })
  }

  test('nothing lies in the folder that the script does not write', () => {
    expect(readdirSync(schemasFolder).toSorted()).toEqual(
      publishedSchemas()
        .map(({ file }) => file)
        .toSorted(),
    )
  })

  test('an organiser’s editor, which knows only the published file, accepts every pack that ships', () => {
    const schema = published('event-pack.schema.json')
    expect(packs.length).toBeGreaterThanOrEqual(3)
    expect(packs.filter((file) => !schema.safeParse(JSON.parse(packText(file))).success)).toEqual([])
  })

  test('and it marks a slip: a misspelt part, a leaf colour that does not grow here, a time of 25 o’clock', () => {
    const schema = published('event-pack.schema.json')
    const slips: [string, string][] = [
      ['"invitation":', '"invitaton":'],
      ['"leaf": "work"', '"leaf": "wrok"'],
      ['"starts": "11:45"', '"starts": "25:45"'],
    ]
    for (const [right, wrong] of slips) {
      const text = packText('solihull-nec.json')
      expect(text).toContain(right)
      expect(schema.safeParse(JSON.parse(text.replace(right, wrong))).success).toBe(false)
    }
  })

  test('an editor shows what each part is for', () => {
    const schema = JSON.parse(readFileSync(join(schemasFolder, 'event-pack.schema.json'), 'utf8')) as {
      title?: string
      properties: Record<string, { description?: string }>
    }
    expect(schema.title).toBe('Pledge Kiosk event pack')
    expect(schema.properties['invitation']?.description).toContain('attract screen')
  })

  test('the organisers’ guide has a word on every part of a pack, every icon and every leaf', () => {
    const guide = readFileSync(join(schemasFolder, '../../docs/event-packs.md'), 'utf8')
    const names = new Set<string>()
    const collect = (part: unknown): void => {
      if (part === null || typeof part !== 'object') return
      const { properties, enum: choices, ...rest } = part as { properties?: Record<string, unknown>; enum?: string[] }
      for (const name of [...Object.keys(properties ?? {}), ...(choices ?? [])]) names.add(name)
      for (const inner of [...Object.values(properties ?? {}), ...Object.values(rest)]) collect(inner)
    }
    collect(JSON.parse(readFileSync(join(schemasFolder, 'event-pack.schema.json'), 'utf8')))
    expect(names.size).toBeGreaterThan(60)
    expect([...names].filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  })
})
