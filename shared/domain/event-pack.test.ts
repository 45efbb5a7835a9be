// An organiser loads a pack: the three that ship are complete and kind, and a faulty one gets every fault in a plain sentence.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type EventPack, eventPackSchema, type PackError, readEventPack } from './event-pack.ts'
import { fc, runs } from '../../test/support/chance.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Group = { [key: string]: Json }

const folder = join(import.meta.dirname, '../../resources/event-packs')
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')
const rawPack = (file = 'solihull-nec.json') => JSON.parse(textOf(file)) as Group

function loaded(text: string): EventPack {
  const reading = readEventPack(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.pack
}

function errorsOf(value: unknown): PackError[] {
  const reading = readEventPack(typeof value === 'string' ? value : JSON.stringify(value))
  return reading.ok ? [] : reading.errors
}

/** The Solihull pack with parts replaced; a path is written as the faults write it, and `undefined` takes the part away. */
function solihullWith(changes: Record<string, Json | undefined>): Group {
  const pack = rawPack()
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
    const last = steps.pop() ?? ''
    let holder: Json | undefined = pack
    for (const step of steps) holder = (holder as Group | undefined)?.[step]
    if (value === undefined) delete (holder as Group)[last]
    else (holder as Group)[last] = value
  }
  return pack
}

/** Everything people would read of a pack, apart from the privacy notice, where “contact” is a word of law. */
const everyWord = (pack: EventPack): string => JSON.stringify({ ...pack, privacy: null, sectors: null })

describe.each(files)('%s, as it ships', (file) => {
  const pack = loaded(textOf(file))

  test('loads, under the name of its file', () => {
    expect(`${pack.id}.json`).toBe(file)
  })

  test('has a hall’s worth of tables, seven to nine kinds of pledge, and a last one for what nobody thought of', () => {
    expect(pack.tables.length).toBeGreaterThanOrEqual(10)
    expect(pack.pledgeTypes.length).toBeGreaterThanOrEqual(7)
    expect(pack.pledgeTypes.length).toBeLessThanOrEqual(9)
    expect(pack.pledgeTypes.at(-1)?.priority).toBeNull()
    expect(new Set(pack.pledgeTypes.map((type) => type.icon)).size).toBe(pack.pledgeTypes.length)
  })

  test('gives everyone an example, and people from each sector one of their own', () => {
    for (const type of pack.pledgeTypes)
      expect(type.examples.filter((example) => example.sector === null)).toHaveLength(1)
    const spoken = new Set(pack.pledgeTypes.flatMap((type) => type.examples.map((example) => example.sector)))
    expect(pack.sectors.filter(({ id }) => id !== 'other' && !spoken.has(id))).toEqual([])
    expect(pack.sectors.filter(({ aliases }) => aliases.length === 0)).toEqual([])
  })

  test('runs from arrival to close without two things at once', () => {
    expect(pack.programme[0]?.kind).toBe('arrival')
    expect(pack.programme.at(-1)?.kind).toBe('close')
    expect(pack.programme.slice(1).map(({ starts }) => starts)).toEqual(
      pack.programme.slice(0, -1).map(({ ends }) => ends),
    )
    expect(pack.programme.filter(({ room }) => room === '')).toEqual([])
  })

  test('lets tables work on every priority, and every workshop has something to do', () => {
    const workshops = pack.programme.filter((session) => session.kind === 'workshop')
    const worked = new Set(workshops.flatMap((session) => session.priorities))
    expect(pack.priorities.filter(({ id, outcomes }) => !worked.has(id) || outcomes.length === 0)).toEqual([])
    for (const session of workshops) expect(session.priorities.length + session.questions.length).toBeGreaterThan(0)
    expect(workshops.some((session) => session.questions.length > 0)).toBe(true)
  })

  test('explains corporate parenting in about a minute', () => {
    const words = pack.explanation.paragraphs.join(' ').split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(130)
    expect(words).toBeLessThanOrEqual(170)
  })

  test('has a privacy notice that reads in a minute and gives no real address', () => {
    expect(Object.values(pack.privacy).join(' ').split(/\s+/).length).toBeLessThanOrEqual(300)
    expect(pack.privacy.contact).toMatch(/@[\w-]+\.example .*placeholder/)
  })

  test('speaks kindly of children: no initials, no case words', () => {
    expect(everyWord(pack)).not.toMatch(/\bLACs?\b|\bCLA\b|looked[- ]after|\bcontact\b|\brespite\b|\bsiblings? group/i)
  })

  test('says where its facts come from and what was made up', () => {
    expect(pack.sources.join(' ')).toMatch(/made up for this pack/i)
  })
})

describe('a faulty pack', () => {
  test('gets every fault at once, each with its path: a missing part, a wrong kind, a misspelling, a priority that is not there', () => {
    const errors = errorsOf(
      solihullWith({
        invitation: undefined,
        'dates.from': 12,
        'priorities[2].title': undefined,
        'priorities[2].titel': 'Open doors to work',
        'pledgeTypes[1].leaf': 'aprentice',
        'pledgeTypes[0].priority': 'open-doors',
        'programme[5].priorities[1]': 'nowhere',
        'programme[5].questions[0].wanted': 2.5,
        tables: 'twelve',
      }),
    )
    expect(errors).toEqual([
      { path: 'dates.from', message: 'This should be text in quotation marks; it is a number' },
      { path: 'invitation', message: '“invitation” is missing. Add it as text in quotation marks' },
      { path: 'priorities[2].title', message: '“title” is missing. Add it as text in quotation marks' },
      {
        path: 'priorities[2].titel',
        message: 'A pack has no part called “titel” here (did you mean “title”?). Correct the name or remove it',
      },
      {
        path: 'pledgeTypes[1].leaf',
        message:
          '“aprentice” is not one of the choices (did you mean “apprentice”?). Choose one of: “work”, “apprentice”, “interview”, “trade”, “home”, “mentor”, “health”, “other”',
      },
      { path: 'tables', message: 'This should be a list in square brackets [ ]; it is text in quotation marks' },
      { path: 'programme[5].questions[0].wanted', message: 'This should be a whole number; it is 2.5' },
      {
        path: 'pledgeTypes[0].priority',
        message:
          'There is no priority “open-doors” in this pack. Use one of: champion-our-children, children-in-care-council, doors-to-work, mentors-for-care-leavers, home-and-health, every-service-plays-its-part, hold-us-to-account',
      },
      {
        path: 'programme[5].priorities[1]',
        message: expect.stringContaining('There is no priority “nowhere”') as string,
      },
    ])
  })

  test('hears how long a text is and how many there may be', () => {
    const [name, hosts, sectors] = errorsOf(
      solihullWith({
        name: 'x'.repeat(130),
        hosts: [],
        sectors: Array.from({ length: 31 }, () => ({ id: 'a', name: 'A' })),
      }),
    )
    expect(name).toEqual({
      path: 'name',
      message: 'This is too long: 130 characters, and there is room for 120. Shorten it',
    })
    expect(hosts).toEqual({ path: 'hosts', message: 'There are too few: add at least 1' })
    expect(sectors).toEqual({ path: 'sectors', message: 'There are too many: 31, and there may be 30. Take some out' })
  })

  test('is told of days and times that cannot be', () => {
    const errors = errorsOf(
      solihullWith({
        'dates.to': '2023-12-11',
        'programme[1].day': '2023-12-13',
        'programme[2].ends': '10:10',
        'programme[3].starts': '9:30',
        'programme[4].day': '2023-02-30',
      }),
    )
    const said = new Map(errors.map(({ path, message }) => [path, message]))
    expect(said.get('dates.to')).toMatch(/ends before it starts/)
    expect(said.get('programme[1].day')).toMatch(/outside the dates/)
    expect(said.get('programme[2].ends')).toMatch(/ends before it starts/)
    expect(said.get('programme[3].starts')).toMatch(/like 09:30/)
    expect(said.get('programme[4].day')).toMatch(/real date/)
  })

  test('may not use an id, a table’s name or a question twice, nor leave workshops without tables', () => {
    const twice = errorsOf(
      solihullWith({
        'priorities[1].id': 'champion-our-children',
        'tables[3].name': ' table  1',
        'programme[8].questions[0].id': 'in-the-way',
        'pledgeTypes[2].id': 'work-experience',
      }),
    )
    const paths = twice.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'priorities[1].id',
        'tables[3].name',
        'programme[8].questions[0].id',
        'pledgeTypes[2].id',
      ]),
    )
    expect(errorsOf(solihullWith({ tables: [] }))).toEqual([
      { path: 'tables', message: 'There are workshops but no tables; add at least one table' },
    ])
  })

  test('may not let one word of a delegate list mean two sectors', () => {
    expect(
      errorsOf(solihullWith({ 'sectors[5].aliases': ['NHS'], 'sectors[6].aliases': ['police  AND justice'] })),
    ).toEqual([
      {
        path: 'sectors[5].aliases[0]',
        message: '“NHS” already means another sector (sectors[1]); keep it in one of them',
      },
      {
        path: 'sectors[6].aliases[0]',
        message: '“police  AND justice” already means another sector (sectors[2]); keep it in one of them',
      },
    ])
  })

  test('may not ask questions where no table sits to answer them', () => {
    expect(errorsOf(solihullWith({ 'programme[5].kind': 'talk' }))).toEqual([
      {
        path: 'programme[5].priorities',
        message: 'Only a workshop’s tables have priorities; make this session a workshop, or move them to one',
      },
      {
        path: 'programme[5].questions',
        message: 'Only a workshop’s tables have questions; make this session a workshop, or move them to one',
      },
    ])
  })

  test('points an example to a sector that exists', () => {
    expect(errorsOf(solihullWith({ 'pledgeTypes[0].examples[1].sector': 'bussiness' }))[0]).toEqual({
      path: 'pledgeTypes[0].examples[1].sector',
      message: expect.stringMatching(
        /^There is no sector “bussiness” in this pack\. Use one of: council, health/,
      ) as string,
    })
  })

  test('from a newer Pledge Kiosk is told to update', () => {
    expect(errorsOf(solihullWith({ version: 2 }))).toEqual([
      { path: 'version', message: expect.stringContaining('update Pledge Kiosk') as string },
    ])
  })
})

describe('what nobody can see in a pack', () => {
  test('is taken out, and half an emoji becomes a sign that a file can hold', () => {
    const pack = loaded(
      JSON.stringify(solihullWith({ name: '\u202eA day\u200b together \ud83d', venue: ' The\u00adHall ' })),
    )
    expect([pack.name, pack.venue]).toEqual(['A day together \ufffd', 'TheHall'])
  })

  test('is no name', () => {
    expect(errorsOf(solihullWith({ name: '\u200b\ufeff' }))).toEqual([
      { path: 'name', message: 'Write something here; it may not be empty' },
    ])
  })
})

describe('a file that would take minutes to find every fault of', () => {
  const tooMuch = [
    {
      path: '(file)',
      message: 'This holds far more than any event pack. Choose the file that was made as an event pack.',
    },
  ]
  test.each([
    [
      'a hundred thousand parts that no pack has',
      {
        ...rawPack(),
        ...Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`pledgeTipes${index}`, 1])),
      },
    ],
    ['a hundred thousand priorities', { ...rawPack(), priorities: Array.from({ length: 100_000 }, () => 0) }],
    ['a list within a list within a list', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
  ])('%s: it is told in one sentence', (_what, value) => {
    expect(errorsOf(value)).toEqual(tooMuch)
  })

  test('thousands of faults are told as far as anybody would read', () => {
    expect(errorsOf({ ...rawPack(), programme: Array.from({ length: 60 }, () => ({})) })).toHaveLength(200)
  })

  test('a word of a million letters is not said again in full', () => {
    const word = 'a'.repeat(1_000_000)
    const errors = errorsOf({ ...rawPack(), [word]: 1, format: word, programme: [{ kind: word }] })
    expect(errors.length).toBeGreaterThan(3)
    for (const { message } of errors) {
      expect(message.length).toBeLessThan(400)
      expect(message).not.toContain('did you mean')
    }
    expect(errors.map(({ message }) => message).join()).toContain('aaa…')
  })
})

describe('a file that is no pack at all', () => {
  test('cut short or with a stray comma, it is pointed to the line', () => {
    const [error] = errorsOf('{\n  "format": "pledge-kiosk-event-pack",\n  "version": 1,\n}')
    expect(error).toEqual({
      path: '(file)',
      message: expect.stringMatching(/cannot be read as JSON\. Look near line 4, column 1/) as string,
    })
    expect(errorsOf('')[0]?.message).toContain('cut short')
  })

  test('a list, a number or another program’s file says first that it is not a pack', () => {
    expect(errorsOf('[]')).toEqual([
      {
        path: '(file)',
        message: 'This should be a group of named parts in curly brackets { }; it is a list in square brackets [ ]',
      },
    ])
    expect(errorsOf('{"name": "my-app"}')[0]).toEqual({
      path: 'format',
      message: 'This is not marked as an event pack. Write "format": "pledge-kiosk-event-pack"',
    })
  })

  test('a byte-order mark at its start does no harm', () => {
    expect(readEventPack(`\uFEFF${textOf('solihull-nec.json')}`).ok).toBe(true)
  })
})

test('whatever part is taken away or put wrong, the faults have a path, speak plainly, and agree with the schema', () => {
  const places: (string | number)[][] = []
  const walk = (value: Json, path: (string | number)[]) => {
    if (path.length > 0) places.push(path)
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]))
    else if (value !== null && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key])
  }
  walk(rawPack(), [])
  const damage = fc.record({
    place: fc.constantFrom(...places),
    value: fc.oneof(fc.constant(undefined), fc.jsonValue({ maxDepth: 2 }), fc.string({ minLength: 1, maxLength: 900 })),
  })
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const pack = rawPack()
      for (const { place, value } of damages) {
        let holder: Json | undefined = pack
        for (const step of place.slice(0, -1))
          holder = holder !== null && typeof holder === 'object' ? (holder as Group)[step] : undefined
        const last = place.at(-1) ?? ''
        if (holder === null || typeof holder !== 'object') continue
        if (value === undefined && !Array.isArray(holder)) delete holder[last]
        else (holder as Group)[last] = (value ?? null) as Json
      }
      const text = JSON.stringify(pack)
      const reading = readEventPack(text)
      expect(reading.ok).toBe(eventPackSchema.safeParse(JSON.parse(text)).success)
      if (reading.ok) return
      expect(reading.errors.length).toBeGreaterThan(0)
      for (const { path, message } of reading.errors) {
        expect(path).not.toBe('')
        // What zod would have said by itself.
        expect(message).not.toMatch(
          /^Invalid|^Too (big|small)|Unrecognized|received (undefined|null|string|number)|expected/,
        )
      }
    }),
    { numRuns: runs(150) },
  )
})
