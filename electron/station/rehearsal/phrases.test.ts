// What an invented crowd says is data: each file is read before anything is made of it, and each phrase is said at some time.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { phrases } from '../../../test/fixtures/people.ts'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { shippedPack } from '../../../test/support/test-station.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { rehearsalCrowd } from './crowd.ts'
import { type Phrases, readPhrases } from './phrases.ts'
import { rehearse } from './rehearse.ts'

const folder = join(import.meta.dirname, '../../../resources/rehearsal')
const files = readdirSync(folder)

/** A copy of the files, one of them spoiled; `resources` is the folder and `path` the file. */
function spoil(file: string, spoiled: (text: string) => string | null) {
  const resources = tempFolder()
  cpSync(folder, join(resources, 'rehearsal'), { recursive: true })
  const path = join(resources, 'rehearsal', file)
  const text = spoiled(readFileSync(path, 'utf8'))
  if (text === null) rmSync(path)
  else writeFileSync(path, text)
  return { resources, path }
}

/** The same JSON, with what stands at a place in it, such as `kinds.0.words`, changed. */
const changed = (place: string, change: (before: unknown) => unknown) => (text: string) => {
  const parts = place.split('.')
  const step = (value: unknown, depth: number): unknown => {
    const part = parts[depth]
    if (part === undefined) return change(value)
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
    copy[part] = step(copy[part], depth + 1)
    return copy
  }
  return JSON.stringify(step(JSON.parse(text), 0))
}
const to = (value: unknown) => () => value

describe('the files of a rehearsal', () => {
  test('are those that are read, and no other lies beside them', () => {
    expect(files.toSorted()).toEqual(
      Object.keys(phrases)
        .map((name) => `${name}.json`)
        .toSorted(),
    )
  })

  test.each(files)('where %s is missing, cut off or holds what nobody reads, its path is told', (file) => {
    const gone = spoil(file, () => null)
    expect(() => readPhrases(gone.resources)).toThrow(
      `The rehearsal cannot begin, because ${gone.path} is missing. Install Pledge Kiosk again.`,
    )
    const half = spoil(file, (text) => text.slice(0, text.length / 2))
    expect(() => readPhrases(half.resources)).toThrow(
      `The rehearsal cannot begin, because ${half.path} is not JSON. Install Pledge Kiosk again.`,
    )
    const more = spoil(file, changed('songs', to(['Auld Lang Syne'])))
    expect(() => readPhrases(more.resources)).toThrow(
      `The rehearsal cannot begin, because ${more.path} is wrong at (file): Nobody reads “songs”. Install Pledge Kiosk again.`,
    )
  })

  test.each([
    ['people', 'backgrounds', [], 'backgrounds[0]: This is missing. Add it as a group'],
    ['people', 'titles.1', 'Cllr', 'titles[1]: “Cllr” stands in this list twice'],
    ['people', 'backgrounds.0.share', 0, 'backgrounds[0].share: This is too small; use a number from 1 up'],
    ['places', 'starts', undefined, 'starts: “starts” is missing. Add it as a list in square brackets [ ]'],
    ['organisations', 'sectors.0.roles', [], 'sectors[0].roles[0]: This is missing. Add it as text'],
    ['pledges', 'kinds.0.words', '(', 'kinds[0].words: “(” is not a regular expression'],
    ['pledges', 'kinds.2.most', '4', 'kinds[2].most: This should be a number; it is text in quotation marks'],
    ['pledges', 'kinds.2.mots', 4, 'kinds[2]: Nobody reads “mots”'],
    ['pledges', 'kinds.1.icons', ['guitar'], 'kinds[1].icons[0]: “guitar” is not one of the choices'],
    ['actions', 'whom.3', 'for all ', 'whom[3]: A phrase neither begins nor ends with a space'],
    ['actions', 'whom.3', '', 'whom[3]: This is too short; write at least 1 character'],
    ['ideas', 'anything.reads', '{first}', 'anything.reads: An answer reads {first}, then {second}, then {third}'],
    ['timescales', 'months', ['May'], 'months: A year has twelve months'],
  ])('%s.json with another %s is told with the place in it', (name, place, value, told) => {
    const { resources, path } = spoil(`${name}.json`, changed(place, to(value)))
    expect(() => readPhrases(resources)).toThrow(`${path} is wrong at ${told}`)
  })

  test('are read before a station is opened, so that no folder is left half-filled', async () => {
    const { resources, path } = spoil('ideas.json', () => null)
    const opened: string[] = []
    const open = () => {
      opened.push('a station')
      throw new Error('It was opened')
    }
    const asked = { pack: shippedPack(), delegates: 1, pledges: 1, actions: 1, seed: 1, now: 0, resources }
    await expect(rehearse(open, asked)).rejects.toThrow(path)
    expect(opened).toEqual([])
  })
})

/** A list of what is said; icons are looked up and never said. */
const isSaid = (key: string, value: unknown): value is string[] =>
  key !== 'icons' && Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The phrases of each list by their places, such as `pledges.kinds.0.things.2`. */
function lists(value: unknown, at = '', key = ''): [place: string, list: string[]][] {
  if (isSaid(key, value)) return [[at, value]]
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return []
  return Object.entries(value).flatMap(([name, part]) => lists(part, at === '' ? name : `${at}.${name}`, name))
}

/** The same phrases, each with its place written before it. */
function marked(value: unknown, at = '', key = ''): unknown {
  if (isSaid(key, value)) return value.map((phrase, index) => `⟦${at}.${index}⟧${phrase}`)
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value
  const parts = Object.entries(value).map(([name, part]): [string, unknown] => [
    name,
    marked(part, at === '' ? name : `${at}.${name}`, name),
  ])
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts)
}

/** What no pack that ships is about more than about anything else. */
const aboutHealth = (pack: EventPack): EventPack => ({
  ...pack,
  priorities: pack.priorities.map((priority) => ({ ...priority, title: 'Health and wellbeing', outcomes: [] })),
})

test('no phrase is left unsaid by large crowds at the events that ship and at one about health', () => {
  const places = lists(phrases).flatMap(([at, list]) => list.map((_, index) => `${at}.${index}`))
  expect(places.length).toBeGreaterThan(1600)

  const said = new Set<string>()
  const shipped = (['solihull-nec', 'wolverhampton-2010', 'staffordshire-promises'] as const).map(shippedPack)
  for (const [seed, pack] of [...shipped, ...shipped.slice(0, 1).map(aboutHealth)].entries()) {
    const size = { delegates: 3000, pledges: 3000, actions: 2000, seed }
    const crowd = rehearsalCrowd({ phrases: marked(phrases) as Phrases, pack, ...size })
    for (const part of [crowd.delegates, crowd.pledges, crowd.actions, crowd.ideas])
      for (const one of part) for (const [, place = ''] of JSON.stringify(one).matchAll(/⟦([\w.]+)⟧/g)) said.add(place)
  }
  expect(places.filter((place) => !said.has(place))).toEqual([])
})
