/** The event pack: the file an event is loaded from, its schema and how it is read. */
import { z } from 'zod'
import { plainError, showPath, unknownName } from './event-pack-errors.ts'
import { errorsBetweenParts } from './event-pack-rules.ts'
import { said, tidyText } from './text.ts'

/** The eight leaf colours of the pledge tree; each is a custom property `--leaf-…` in the design tokens. */
export const LEAF_COLOURS = ['work', 'apprentice', 'interview', 'trade', 'home', 'mentor', 'health', 'other'] as const
/** Icons a pack may name; the screens hold a picture for each. */
export const PLEDGE_ICONS = [
  'briefcase',
  'graduation-cap',
  'interview',
  'hammer',
  'house',
  'heart-handshake',
  'heart-pulse',
  'book-open',
  'phone',
  'users',
  'palette',
  'trophy',
  'bus',
  'laptop',
  'megaphone',
  'sprout',
  'gift',
  'shield',
  'sparkles',
] as const

/** Of everything that may be closed, the closed ones too; how many may be open at once stands in the rules. */
const MOST = 200

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens, like “work-experience”')
  .max(60)
const line = (max: number) =>
  z.string().overwrite(tidyText).min(1, 'Write something here; it may not be empty').max(max)
const text = (max: number) => z.string().overwrite(tidyText).max(max)
const isoDate = z.iso.date({
  error: (issue) =>
    issue.code === 'invalid_format' ? 'Write a real date as year-month-day, like 2023-12-12' : undefined,
})
/** Ids that entries hang on never go: what is over keeps its name for what was written, and takes nothing new. */
const closed = z
  .boolean()
  .optional()
  .describe('True where nothing new is to be written here; what was written keeps it')
/** A day, or words: “2024-02-06”, “every three months”. */
const dayOrWords = (max: number) =>
  text(max).refine((words) => !/^\d{4}-\d{1,2}-\d{1,2}$/.test(words) || z.iso.date().safeParse(words).success, {
    error: 'This is no real day. Write one as year-month-day, like 2024-02-06, or say it in words',
  })
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as hours and minutes, like 09:30')

const host = z.strictObject({
  name: line(120).describe('A public body or partner, as delegates know it'),
  role: text(120).default('').describe('What it does at this event'),
})

const prioritySchema = z.strictObject({
  id: id.describe('How other parts of the pack point here'),
  label: line(60).describe('What the strategy calls it: “Priority 3”, “Promise 1”'),
  title: line(200).describe('The priority itself, in plain words'),
  outcomes: z.array(line(300)).max(20).describe('What will be different for children and young people'),
  voices: z
    .array(
      z.strictObject({
        words: line(400).describe('Their published words'),
        who: text(160).default('').describe('Who said it and where it was published; never a child’s name'),
      }),
    )
    .max(12)
    .default([])
    .describe('What young people and carers said, shown beside the work'),
  practices: z
    .array(
      z.strictObject({
        where: line(120).describe('The place or organisation'),
        what: line(400).describe('What it does'),
      }),
    )
    .max(12)
    .default([])
    .describe('What others have already done, to start a table’s thinking'),
  closed,
})

const pledgeTypeSchema = z.strictObject({
  id,
  title: line(60).describe('What people choose on the pledge screen'),
  hint: line(120).describe('One short line under the title, in the voice of a friendly person'),
  unit: z
    .strictObject({ one: line(60), many: line(60) })
    .describe('What one of it is called, and several: one “work placement”, two “work placements”'),
  questions: z.array(line(200)).min(1).max(6).describe('Questions that help someone write a clear pledge'),
  examples: z
    .array(z.strictObject({ sector: id.nullable().describe('A sector’s id, or null for everyone'), words: line(300) }))
    .min(1)
    .max(30)
    .describe('What people from each sector might write'),
  icon: z.enum(PLEDGE_ICONS),
  leaf: z.enum(LEAF_COLOURS).describe('The colour of its leaf on the pledge tree'),
  priority: id.nullable().default(null).describe('The priority it usually serves; null leaves it to the person'),
  closed,
})

const questionSchema = z.strictObject({
  id,
  words: line(240).describe('The question as the table reads it'),
  hint: text(240).default(''),
  wanted: z.int().min(1).max(20).default(3).describe('How many ideas are hoped for from each person or table'),
  closed,
})

const sessionSchema = z.strictObject({
  id,
  title: line(160),
  kind: z.enum(['arrival', 'talk', 'film', 'break', 'workshop', 'close']),
  day: isoDate,
  starts: clock,
  ends: clock,
  room: text(80).default(''),
  about: text(800).default('').describe('What happens and what is asked of people'),
  priorities: z
    .array(id)
    .max(10)
    .default([])
    .describe('Priorities that this session’s tables work on; only for workshops'),
  questions: z.array(questionSchema).max(MOST).default([]).describe('Questions people answer with short ideas'),
  closed,
})

const wayOutSchema = z.strictObject({
  question: line(160).describe('What is asked at the way out, in plain words'),
  answers: z
    .array(z.strictObject({ id, words: line(60).describe('What the button says') }))
    .min(2)
    .max(5)
    .describe('Two to five answers, each one touch'),
})

const privacySchema = z.strictObject({
  controller: line(200).describe('Who decides how the information is used'),
  purpose: line(800),
  lawfulBasis: line(400),
  recipients: line(400),
  retention: line(400),
  rights: line(800),
  contact: line(200).describe('Where to write about this information'),
})

const packShape = z.strictObject({
  $schema: said.optional().describe('Lets an editor check the pack as you type'),
  format: z.literal(
    'pledge-kiosk-event-pack',
    'This is not marked as an event pack. Write "format": "pledge-kiosk-event-pack"',
  ),
  version: z.literal(
    1,
    'This station reads version 1 of the event pack. If the pack is newer, update Pledge Kiosk; otherwise write "version": 1',
  ),
  id: id.describe('A short name of the event, used for its folder'),
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,5}$/, 'Use two to six capital letters or digits, starting with a letter, like “NEC”')
    .describe('Two to six capital letters or digits that start every reference of this event'),
  name: line(120),
  venue: line(160),
  dates: z.strictObject({ from: isoDate, to: isoDate }).describe('The first and the last day; the same for one day'),
  hosts: z.array(host).min(1).max(12),
  mark: z
    .string()
    .max(400_000, 'This picture is too large. Make it smaller: 600 points wide is enough, and 300 kB the most')
    .regex(
      /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/,
      'Give the mark as a PNG or JPEG picture in one line of text that begins “data:image/png;base64,”',
    )
    .optional()
    .describe('The host’s mark as a picture, which badges carry: a data address of a PNG or JPEG file'),
  invitation: line(120).describe('The question on the attract screen'),
  invitationHint: line(200).describe('The quiet line under the invitation'),
  strategy: z
    .strictObject({
      name: line(200).describe('The strategy that the pledges and actions serve'),
      board: line(160).describe('Who follows them up'),
      nextBoard: dayOrWords(160).default('').describe('When they meet next: a day such as 2024-02-06, or words'),
      followUp: text(600).default('').describe('How a promise made today is followed up'),
    })
    .describe('The strategy and the board that carry the day’s work on'),
  priorities: z.array(prioritySchema).min(1).max(MOST),
  pledgeTypes: z.array(pledgeTypeSchema).min(1).max(MOST),
  sectors: z
    .array(
      z.strictObject({
        id,
        name: line(60),
        aliases: z.array(line(60)).max(30).default([]).describe('Other words for it in delegate lists'),
        linkOfficer: text(120)
          .optional()
          .describe('Who at the council keeps in touch with this sector: a name or a job title, for the action plan'),
        protected: z
          .boolean()
          .optional()
          .describe(
            'True where nobody of this sector may be found by name at a public screen, only by badge or by staff. Where it is left out, sectors of young people and of carers are protected',
          ),
        closed,
      }),
    )
    .min(1)
    .max(MOST),
  tables: z
    .array(
      z.strictObject({
        id,
        name: line(60),
        where: text(80).default('').describe('How to find it in the room'),
        closed,
      }),
    )
    .max(MOST)
    .default([]),
  programme: z.array(sessionSchema).min(1).max(MOST),
  wayOut: wayOutSchema
    .optional()
    .describe(
      'One question at the way out, answered by a touch and counted without any name; left out, nothing is asked',
    ),
  explanation: z
    .strictObject({ title: line(120), paragraphs: z.array(line(600)).min(1).max(8) })
    .describe('Corporate parenting in a minute, for someone who has never heard of it'),
  privacy: privacySchema.describe('The privacy notice delegates can read before they type'),
  sources: z.array(line(300)).max(20).default([]).describe('Where the facts came from, and what was made up'),
})

/** A whole pack: the shape, then the rules between its parts. */
export const eventPackSchema = packShape.superRefine((pack, context) => {
  for (const error of errorsBetweenParts(pack)) {
    context.addIssue({ code: 'custom', path: [...error.path], message: error.message })
  }
})

export type EventPack = z.infer<typeof eventPackSchema>
export type Priority = EventPack['priorities'][number]
export type PledgeType = EventPack['pledgeTypes'][number]
export type WayOut = z.infer<typeof wayOutSchema>
export type Session = EventPack['programme'][number]
export type LeafColour = (typeof LEAF_COLOURS)[number]
export type PledgeIcon = (typeof PLEDGE_ICONS)[number]

/** One thing wrong with a pack: where (`priorities[2].title`), what, and what to do. */
export const packErrorSchema = z.object({ path: z.string(), message: z.string() })
export type PackError = z.infer<typeof packErrorSchema>

export type PackReading = { ok: true; pack: EventPack } | { ok: false; errors: PackError[] }

/** What a JSON reader's complaint comes down to for a person with the file open; V8 ends its message with “(line 3 column 7)”. */
function unreadable(error: unknown): PackError {
  const place = error instanceof Error ? /line (\d+) column (\d+)/.exec(error.message) : null
  const where = place
    ? `Look near line ${place[1]}, column ${place[2]}: a comma, a bracket or a quotation mark may be missing there, or be one too many.`
    : 'Choose a file that ends in .json and was made as an event pack; if it should be one, it may have been cut short.'
  return { path: '(file)', message: `This is not an event pack: it cannot be read as JSON. ${where}` }
}

/** Parts and names of parts that a pack may have in all; the largest that ships has about a thousand. */
const MOST_PARTS = 20_000
/** So many faults are told at once: more is another file than a pack, and nobody mends them in one round. */
const MOST_FAULTS = 200

/** Whether there is far more in it than in any pack: each part would be looked at, and told, one by one. */
function isTooMuch(value: unknown): boolean {
  const open: unknown[] = [value]
  for (let parts = 0; open.length > 0; parts += 1) {
    if (parts + open.length > MOST_PARTS) return true
    const part = open.pop()
    if (typeof part !== 'object' || part === null) continue
    const within: unknown[] = Object.values(part)
    if (within.length > MOST_PARTS) return true
    open.push(...within)
  }
  return false
}

/**
 * Reads a pack from the text of a file. Every fault is listed by its path, never only the first: the rules between parts are
 * checked even where the shape is wrong elsewhere, so that a person mends the file in one round.
 */
export function readEventPack(json: string): PackReading {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, errors: [unreadable(error)] }
  }
  if (isTooMuch(value))
    return {
      ok: false,
      errors: [
        {
          path: '(file)',
          message: 'This holds far more than any event pack. Choose the file that was made as an event pack.',
        },
      ],
    }
  return checkPack(value)
}

/** The same of what is a value already: a pack that somebody is about to change. */
export function checkPack(value: unknown): PackReading {
  const whole = eventPackSchema.safeParse(value)
  if (whole.success) return { ok: true, pack: whole.data }
  const knownNames = new Map<string, string[]>()
  const shape = packShape.safeParse(value, {
    error: (issue) => plainError(issue, (path, names) => knownNames.set(path, names)),
  })
  const errors: PackError[] = []
  for (const issue of shape.error?.issues ?? []) {
    const path = showPath(issue.path)
    if (issue.code !== 'unrecognized_keys') errors.push({ path, message: issue.message })
    else
      for (const key of issue.keys)
        errors.push({ path: showPath([...issue.path, key]), message: unknownName(key, knownNames.get(path) ?? []) })
  }
  const told = new Set(errors.map((error) => error.path))
  for (const error of errorsBetweenParts(value)) {
    const path = showPath(error.path)
    if (!told.has(path)) errors.push({ path, message: error.message })
  }
  return { ok: false, errors: errors.slice(0, MOST_FAULTS) }
}
