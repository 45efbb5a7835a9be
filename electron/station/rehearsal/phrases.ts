/** What a rehearsal crowd is called and says: the files of `resources/rehearsal`, checked before anything is made of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PLEDGE_ICONS } from '../../../shared/domain/event-pack.ts'
import { plainError, showPath } from '../../../shared/domain/event-pack-errors.ts'

/** At least one, and none twice: what is combined from such lists never repeats, and each phrase is as likely as it looks. */
function listOf(phrase: z.ZodString) {
  return z.tuple([phrase], phrase).superRefine((list, context) => {
    for (const [place, one] of list.entries())
      if (list.indexOf(one) < place)
        context.addIssue({ code: 'custom', path: [place], message: `“${one}” stands in this list twice` })
  })
}
/** What parts two phrases is put there when they are combined. */
const untrimmed = 'A phrase neither begins nor ends with a space'
const phrases = listOf(
  z
    .string()
    .min(1)
    .regex(/^\S(.*\S)?$/, untrimmed),
)
/** One of them may be empty: then nothing is added. */
const endings = listOf(z.string().regex(/^(\S(.*\S)?)?$/, untrimmed))

/** A regular expression; letters are found in either case. */
const pattern = z
  .string()
  .min(1)
  .transform((source, context): RegExp => {
    try {
      return new RegExp(source, 'gi')
    } catch {
      context.addIssue({ code: 'custom', message: `“${source}” is not a regular expression` })
      return z.NEVER
    }
  })

/** How common it is, beside the shares of its neighbours. */
const share = z.int().min(1)

const background = z.strictObject({
  share,
  given: phrases,
  family: phrases,
  /** Whether some of them put the family name first. */
  familyFirst: z.boolean().default(false),
})
const people = z.strictObject({
  /** The family names of the first also come from places. */
  backgrounds: z.tuple([background], background),
  titles: phrases,
  honours: phrases,
  /** Joined to a given name by a hyphen. */
  joined: phrases,
})

const places = z.strictObject({
  starts: phrases,
  familyEnds: phrases,
  /** Organisations stand in places that nobody could take for a real borough. */
  inventedEnds: phrases,
})

const sector = z.strictObject({
  /** As the event packs that ship use it. */
  id: z.string().min(1),
  share,
  /** `*` is an invented place. */
  organisations: phrases,
  roles: phrases,
})
const organisations = z.strictObject({ sectors: z.tuple([sector], sector) })

/** In a thing `*` stands for the plural’s s and `[y/ies]` for both endings. */
const promised = z.strictObject({ most: z.int().min(1), things: phrases, where: phrases, care: phrases })
/** `words` find a kind in a pack's own pledge types, `icons` where no word does. */
const kind = promised.extend({ words: pattern, icons: z.array(z.enum(PLEDGE_ICONS)) })
const byVoice = <List extends z.ZodType>(list: List) => z.strictObject({ we: list, i: list })
const pledges = z.strictObject({
  offers: byVoice(phrases),
  kinds: z.array(kind),
  /** Whatever is left: the kind that “Something else” is. */
  anything: promised,
  afterthoughts: byVoice(endings),
  /** Numbers as people write them, from two on; larger ones they write in figures. */
  numbers: phrases,
})

/** The topic of a priority is found by counting its `words` there; in a measure `#` is the figure. */
const topic = z.strictObject({ words: pattern, what: phrases, measures: phrases })
const actions = z.strictObject({
  whom: phrases,
  how: phrases,
  firstStep: endings,
  /** What every service can do, and the topic of a priority that names no other. */
  commitment: topic,
  topics: z.array(topic),
})

const answer = z.strictObject({
  reads: z
    .string()
    .regex(/^.*\{first\}.*\{second\}.*\{third\}.*$/, 'An answer reads {first}, then {second}, then {third}'),
  first: phrases,
  /** Where an answer has none of its own, those of all. */
  second: phrases.optional(),
  third: endings.optional(),
})
const ideas = z.strictObject({
  /** `words` find the answer in a question. */
  answers: z.array(answer.extend({ words: pattern })),
  /** Where no word of the question says what it wants. */
  anything: answer,
  second: phrases,
  third: endings,
})

const timescales = z.strictObject({
  /** What people say instead of a day: `{day}`, `{month}` and `{year}` are those of one. */
  ways: phrases,
  months: phrases.refine((months) => months.length === 12, 'A year has twelve months'),
})

/** Each file of the folder, by its name without `.json`. */
const files = z.strictObject({ people, places, organisations, pledges, actions, ideas, timescales })

export type Phrases = z.infer<typeof files>

/**
 * Reads every file of `rehearsal/` in the folder `resources`. Throws an Error whose sentence names the file, and the part of it,
 * where one is missing or wrong.
 */
export function readPhrases(resources: string): Phrases {
  const read = <Schema extends z.ZodType>(name: keyof Phrases, schema: Schema): z.infer<Schema> =>
    readChecked(join(resources, 'rehearsal', `${name}.json`), schema)
  return {
    people: read('people', people),
    places: read('places', places),
    organisations: read('organisations', organisations),
    pledges: read('pledges', pledges),
    actions: read('actions', actions),
    ideas: read('ideas', ideas),
    timescales: read('timescales', timescales),
  }
}

const refused = (path: string, why: string) =>
  new Error(`The rehearsal cannot begin, because ${path} ${why}. Install Pledge Kiosk again.`)

function readChecked<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw refused(path, 'is not JSON')
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw refused(path, code === 'ENOENT' ? 'is missing' : `cannot be read (${code})`)
  }
  const checked = schema.safeParse(value, { error: error })
  if (checked.success) return checked.data
  const [first] = checked.error.issues
  throw refused(path, `is wrong at ${showPath(first?.path ?? [])}: ${first?.message ?? ''}`)
}

/** As of an event pack, which such lists and groups are like; a tuple is a list of at least one. */
function error(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') return `Nobody reads ${issue.keys.map((key) => `“${key}”`).join(', ')}`
  const isTuple = issue.code === 'invalid_type' && issue.expected === 'tuple'
  return plainError(isTuple ? { ...issue, expected: 'array' } : issue, () => undefined)
}
