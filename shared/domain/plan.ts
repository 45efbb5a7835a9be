/** The action plan as it leaves the station: every column, every choice and the JSON document, each named once, here. */
import { z } from 'zod'
import type { ActionRow, HiddenOfAction, IdeaRow } from './action.ts'
import type { HiddenOfPledge, PledgeRow } from './pledge.ts'

/** One allowed answer of a column and what it means, for drop-down lists and the legend. */
export type PlanChoice = { value: string; meaning: string }

/** How a column is stored and shown: `long` wraps in a wide column, `instant` is a date with its time in UTC, `flag` is Yes or No. */
type PlanKind = 'text' | 'long' | 'date' | 'instant' | 'number' | 'choice' | 'flag'

/** Which part of the sheet a column belongs to: what a board prints, what it writes at each review, more about the action, or where it came from. */
type PlanGroup = 'board' | 'review' | 'detail' | 'source'

/** One column of a sheet; `width` is in characters, as spreadsheets count them. */
export type PlanColumn<Key extends string = string> = {
  key: Key
  heading: string
  width: number
  kind: PlanKind
  note: string
  choices: readonly PlanChoice[]
  group: PlanGroup
  /** On the page that a board prints; the others are for the screen. */
  printed: boolean
}

/** `from`: the field of a record that it shows as it stands. */
type Spec<Schema extends z.ZodType> = Omit<PlanColumn, 'key' | 'group' | 'printed'> & {
  schema: Schema
  from?: string
  /** False for a column of a sheet that would be too small to read if it were printed as well. */
  printed?: boolean
}
type Specs = Record<string, Spec<z.ZodType>>

/** How far an action has come. Every pledge and action leaves the event as Proposed. */
const PLAN_STAGES = [
  { value: 'Proposed', meaning: 'Offered at the event. The lead officer has not agreed it yet.' },
  { value: 'Not started', meaning: 'Agreed, with a lead officer and a due date. Work has not begun.' },
  { value: 'In progress', meaning: 'Work has begun.' },
  { value: 'Completed', meaning: 'Done, and the evidence column says how we know.' },
  { value: 'On hold', meaning: 'Paused for a reason that the progress update gives.' },
  { value: 'Cancelled', meaning: 'Will not happen. The progress update says why and who agreed.' },
] as const satisfies readonly PlanChoice[]

/** The stage of every row that comes from a rehearsal, so that no such row can pass as a live one. */
export const REHEARSAL_STAGE = {
  value: 'Rehearsal – not live',
  meaning: 'A practice entry from a rehearsal. It is nobody’s promise.',
} as const satisfies PlanChoice

/** Blue, red, amber, green, as boards of partner organisations use them; blank until someone has judged. */
export const PLAN_BRAG = [
  { value: '', meaning: 'Blank: nobody has judged it yet. Every action starts here.' },
  { value: 'Blue', meaning: 'Completed, with evidence. Nothing more to do.' },
  { value: 'Red', meaning: 'Off track or overdue. It needs the board’s help; say what in the corrective action.' },
  { value: 'Amber', meaning: 'At risk or a little behind. A corrective action is in hand.' },
  { value: 'Green', meaning: 'On track for its due date.' },
] as const satisfies readonly PlanChoice[]

/** Whether things are getting better since the last review. */
export const PLAN_DIRECTIONS = [
  { value: '', meaning: 'Blank: not reviewed yet.' },
  { value: 'Improving', meaning: 'Better than at the last review.' },
  { value: 'Steady', meaning: 'No change since the last review.' },
  { value: 'Slipping', meaning: 'Worse than at the last review.' },
] as const satisfies readonly PlanChoice[]

/** Who may be shown a row. */
export const PLAN_VISIBILITIES = [
  {
    value: 'public',
    meaning:
      'May be shown to anyone as it stands: they agreed that their name is shown, and no e-mail address is in the row.',
  },
  { value: 'board', meaning: 'For the board and the officers who follow the plan up.' },
  {
    value: 'restricted',
    meaning: 'For the lead officer and the plan’s owner only. Take it out before you share the file.',
  },
] as const satisfies readonly PlanChoice[]

/** The longest action title, in characters: the limit of the planning systems that councils load the plan into. */
const TITLE_LIMIT = 255

const spec = <Schema extends z.ZodType>(
  kind: PlanKind,
  schema: Schema,
  heading: string,
  width: number,
  note: string,
  choices: readonly PlanChoice[] = [],
): Spec<Schema> => ({ kind, schema, heading, width, note, choices })
const text = (heading: string, width: number, note: string) => spec('text', z.string(), heading, width, note)
const long = (heading: string, width: number, note: string) => spec('long', z.string(), heading, width, note)
// A day must fit in whatever letters another program has for ours, and beside the word “Overdue”: what does not fit is shown as ####.
const date = (heading: string, note: string, width = 17) => spec('date', z.iso.date().nullable(), heading, width, note)
const instant = (heading: string, note: string) => spec('instant', z.iso.datetime(), heading, 24, note)
const flag = (heading: string, width: number, note: string) => spec('flag', z.boolean(), heading, width, note)
const number = (heading: string, width: number, note: string) =>
  spec('number', z.number().nullable(), heading, width, note)
const choice = <const Value extends string>(
  heading: string,
  width: number,
  choices: readonly (PlanChoice & { value: Value })[],
  note: string,
) => spec('choice', z.enum(valuesOf(choices)), heading, width, note, choices)

/** Fields with one name are one column, so none may be what another kind of entry keeps to itself, such as where an action stands at its table. */
type Shown = Exclude<keyof (PledgeRow & ActionRow & IdeaRow), HiddenOfAction | HiddenOfPledge>

/** It shows this text of a pledge, an action or an idea as it stands; blank where an entry has none. */
const of = <Schema extends z.ZodType<string>>(from: Shown, column: Spec<Schema>) => ({
  ...column,
  from,
})

const origin = of(
  'origin',
  text(
    'How it came',
    12,
    '“paper” where it stood on a printed card or sheet and was entered afterwards; else “screen”.',
  ),
)

// To add a column of the plan, add one line below; the schema, the workbook, the CSV, the legend and the JSON follow.
const BOARD = {
  ref: spec(
    'text',
    z.string().min(1),
    'Action ref',
    17,
    'Short, unique, and the same in every export. Use it when you write to somebody about the action.',
  ),
  priority: text('Strategic priority', 21, 'The priority of the strategy that this action serves.'),
  title: spec('text', z.string().max(TITLE_LIMIT), 'Action title', 38, 'What will be done, in at most 255 characters.'),
  leadOrganisation: text('Lead organisation', 20, 'The organisation that promised it.'),
  area: text('Service area', 17, 'The team, department or directorate. Blank where none was given.'),
  leadOfficerName: text('Lead officer or owner', 19, 'The person who will see it done.'),
  dueDate: date(
    'Due date',
    'When it is to be done. In italics where it was worked out from the words in “Timescale as stated”, or offered because nobody said a day; with the word Overdue, and in red, once it is.',
    27,
  ),
  measureOfSuccess: text(
    'Measure of success',
    25,
    'How we will know that it has worked, where somebody said so. How many were promised stands in “Target quantity”.',
  ),
  stage: spec(
    'choice',
    z.enum([...valuesOf(PLAN_STAGES), REHEARSAL_STAGE.value]),
    'Stage',
    13,
    'How far it has come. Choose from the list.',
    PLAN_STAGES,
  ),
  brag: choice('BRAG', 9, PLAN_BRAG, 'Blue, red, amber or green. Left blank for the lead officer to judge.'),
}
const REVIEW = {
  directionOfTravel: choice(
    'Direction of travel',
    12,
    PLAN_DIRECTIONS,
    'Better or worse than at the last review. Choose from the list.',
  ),
  progressUpdate: text(
    'Progress update',
    36,
    'What has happened since the last review. Earlier updates belong on the Updates sheet.',
  ),
  correctiveAction: text('Corrective action', 28, 'What is being done about it, where the rating is red or amber.'),
  nextReview: date('Next review', 'When the board looks at it again.'),
}
const DETAIL = {
  detail: long('Detail', 52, 'The whole of what was promised or proposed, as it was written.'),
  actionType: text('Action type', 18, 'Pledge or workshop action.'),
  actionSubtype: text(
    'Action subtype',
    22,
    'The kind of pledge, such as work experience, interview practice or a home.',
  ),
  leadOfficerJobTitle: text('Lead officer job title', 24, 'The lead officer’s role.'),
  ownerEmail: text('Owner e-mail', 30, 'Only where the owner agreed to be contacted.'),
  partners: text('Partners', 28, 'Others who will help.'),
  startDate: date(
    'Start date',
    'When work begins, where the words in “Timescale as stated” name a start, such as “from September”.',
  ),
  dueDateDerived: flag(
    'Due date derived',
    11,
    'Yes where the due date was worked out from words such as “by the spring”.',
  ),
  timescaleAsStated: text('Timescale as stated', 24, 'The words that were used.'),
  milestones: long('Milestones', 34, 'Steps on the way, with dates where given.'),
  expectedOutcome: long('Expected outcome', 40, 'What will be different for children in our care and care leavers.'),
  targetQuantity: number('Target quantity', 10, 'How many were promised.'),
  targetUnit: text('Target unit', 18, 'What is counted: placements, interviews, homes.'),
  evidence: long('Evidence', 34, 'How we know that it has happened.'),
  linkedPlans: text('Linked plans', 26, 'Other plans or strategies that it belongs to.'),
  voiceTheme: of(
    'voice',
    text(
      'Young people’s voice theme',
      26,
      'What children and young people told us, that this answers. Only where a table or the organiser put it there.',
    ),
  ),
  dueDateOffered: flag(
    'Due date offered',
    11,
    'Yes where nobody said a day, and whoever made this file put one in so that the row can be followed up. Agree it with the owner.',
  ),
  sector: text(
    'Sector',
    22,
    'The part of the partnership that the lead organisation belongs to; of an action, as the list of delegates has it.',
  ),
  linkOfficer: text(
    'Council link officer',
    24,
    'Who at the council keeps in touch with this sector, as the event pack says. Write another name where it is another.',
  ),
  followUpGroup: text(
    'Followed up with',
    26,
    'The group of like offers that it was confirmed to belong to, so that one officer follows them up together.',
  ),
}
const SOURCE = {
  sourceEvent: text('Source event', 30, 'The event at which it was captured.'),
  sourceSession: text('Source session', 26, 'The workshop session, for an action.'),
  sourceTable: text('Source table', 14, 'The table that proposed it.'),
  sourcePledgeRef: text(
    'Source pledge ref',
    15,
    'The reference on the delegate’s thank-you page, for a pledge; each of them where it was written down twice.',
  ),
  visibility: choice('Visibility', 12, PLAN_VISIBILITIES, 'Who may be shown this row.'),
  parentRef: text('Parent ref', 14, 'The action that this one is part of.'),
  recordId: spec('text', z.uuid(), 'Record id', 39, 'The identifier in the kiosk’s own records; never changes.'),
  captured: of('made', instant('Captured (UTC)', 'When it was first written down; on paper, by what stands there.')),
  changed: of('changed', instant('Changed (UTC)', 'When it was last changed at the event.')),
  exported: instant('Exported (UTC)', 'When this file was made.'),
  sourceRank: number('Place at the table', 10, 'The table’s own order: 1 is what it put first. For an action.'),
  origin,
}
const IDEA = {
  ref: spec('text', z.string().min(1), 'Idea ref', 17, 'Short and unique.'),
  question: long('Question', 32, 'The question that the session asked.'),
  session: text('Session', 24, 'The workshop session.'),
  table: text('Table', 12, 'The table where it was posted.'),
  text: of('words', long('Idea', 56, 'The idea, as it was written.')),
  name: of('name', text('Name', 20, 'Blank where the idea was posted without a name.')),
  organisation: of('organisation', text('Organisation', 22, 'Blank where none was given.')),
  area: of('area', text('Service area', 20, 'The team, department or directorate. Blank where none was given.')),
  captured: { ...of('made', instant('Captured (UTC)', 'When it was posted.')), printed: false },
  origin,
}
const WITHDRAWN = {
  ref: spec('text', z.string().min(1), 'Ref', 17, 'The reference that the entry had. It is not used again.'),
  what: text('What', 12, 'Pledge, action or idea.'),
  title: long('Title', 52, 'What it said.'),
  why: of('withdrawnReason', long('Reason', 44, 'Why it was withdrawn.')),
  when: of('changed', instant('Withdrawn (UTC)', 'When it was withdrawn.')),
}
const UPDATE = {
  ref: { ...BOARD.ref, note: 'The action that the update is about. Choose from the list.' },
  date: date('Date', 'The day of the update.'),
  stage: BOARD.stage,
  brag: BOARD.brag,
  progressUpdate: { ...REVIEW.progressUpdate, width: 44, note: 'What has happened since the last update.' },
  correctiveAction: { ...REVIEW.correctiveAction, width: 32 },
  directionOfTravel: REVIEW.directionOfTravel,
  evidence: { ...DETAIL.evidence, width: 30 },
  by: text('By', 20, 'Who wrote the update.'),
}

/** Columns of the action plan, in the order of the sheet; those of the group `board` come first and are the ones that print. */
export const PLAN_COLUMNS = [
  ...columnsOf(BOARD, 'board'),
  ...columnsOf(REVIEW, 'review'),
  ...columnsOf(DETAIL, 'detail'),
  ...columnsOf(SOURCE, 'source'),
]
export const PLAN_IDEA_COLUMNS = columnsOf(IDEA, 'board')
export const PLAN_WITHDRAWN_COLUMNS = columnsOf(WITHDRAWN, 'board')
/** Columns of the sheet that officers fill in each quarter; the station only provides the empty table. */
export const PLAN_UPDATE_COLUMNS = columnsOf(UPDATE, 'board')

/** What a record says of the columns that show its fields as they stand. */
export const plainPlan = plainOf({ ...BOARD, ...REVIEW, ...DETAIL, ...SOURCE })
export const plainIdea = plainOf(IDEA)
export const plainWithdrawn = plainOf(WITHDRAWN)

/** One row of the action plan. Texts are blank (`''`) and dates null where nothing is known. */
const planRowSchema = z.object(shapeOf({ ...BOARD, ...REVIEW, ...DETAIL, ...SOURCE }))
export type PlanRow = z.infer<typeof planRowSchema>

/** A note to a workshop's question. */
const planIdeaSchema = z.object(shapeOf(IDEA))
export type PlanIdea = z.infer<typeof planIdeaSchema>

/** An entry that was taken back: listed apart, never among the live rows. */
const planWithdrawnSchema = z.object(shapeOf(WITHDRAWN))
export type PlanWithdrawn = z.infer<typeof planWithdrawnSchema>

/** The JSON export. `rehearsal` is true for practice entries, whose rows all carry the rehearsal stage as well. */
export const planDocumentSchema = z.object({
  format: z.literal('pledge-kiosk-action-plan'),
  version: z.literal(1),
  event: z.object({
    id: z.string().min(1),
    name: z.string().min(1),
    code: z.string(),
    venue: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  }),
  rehearsal: z.boolean(),
  exported: z.iso.datetime(),
  rows: z.array(planRowSchema),
  ideas: z.array(planIdeaSchema),
  withdrawn: z.array(planWithdrawnSchema),
})
export type PlanDocument = z.infer<typeof planDocumentSchema>

/** Live rows without a due date: how many, the first of them, pledges before actions, and the day of the board's next meeting where the pack names one. */
export const undated = z.object({
  total: z.int(),
  first: z.array(z.object({ ref: z.string(), title: z.string() })),
  board: z.iso.date().nullable(),
})
export type Undated = z.infer<typeof undated>

/**
 * The title for a promise worded freely: its first line on one line, cut between words to 255 characters with an ellipsis.
 * Put the whole wording in `detail` wherever the answer differs from it.
 */
export function planTitle(wording: string): string {
  const line = wording
    .trim()
    .split(/\r\n|\r|\n/, 1)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= TITLE_LIMIT) return line
  const room = line.slice(0, TITLE_LIMIT - 1)
  const lastSpace = room.lastIndexOf(' ')
  const cut = lastSpace > TITLE_LIMIT / 2 ? room.slice(0, lastSpace) : room.replace(/[\uD800-\uDBFF]$/, '')
  return `${cut}…`
}

function valuesOf<const Value extends string>(choices: readonly (PlanChoice & { value: Value })[]): Value[] {
  return choices.map(({ value }) => value)
}

function columnsOf<Kind extends Specs>(specs: Kind, group: PlanGroup): PlanColumn<Extract<keyof Kind, string>>[] {
  return Object.entries(specs).map(([key, { schema: _, from: _from, printed = group === 'board', ...column }]) => ({
    key: key as Extract<keyof Kind, string>,
    ...column,
    group,
    printed,
  }))
}

function shapeOf<Kind extends Specs>(specs: Kind): { [Key in keyof Kind]: Kind[Key]['schema'] } {
  const shape = Object.fromEntries(Object.entries(specs).map(([key, { schema }]) => [key, schema]))
  return shape as { [Key in keyof Kind]: Kind[Key]['schema'] }
}

type Plain<Kind extends Specs> = {
  [Key in keyof Kind as Kind[Key] extends { from: string } ? Key : never]: z.infer<Kind[Key]['schema']>
}
function plainOf<Kind extends Specs>(specs: Kind): (row: object) => Plain<Kind> {
  const columns = Object.entries(specs).flatMap(([key, { from }]) => (from === undefined ? [] : [{ key, from }]))
  return (row) => {
    const fields = new Map<string, unknown>(Object.entries(row))
    return Object.fromEntries(columns.map(({ key, from }) => [key, fields.get(from) ?? ''])) as Plain<Kind>
  }
}
