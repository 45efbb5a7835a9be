/** What is typed from a pledge card or a line of a sheet, read as what the station takes; what is wrong stands at its field. Pure. */
import { z } from 'zod'
import type { CardEntry } from '../../../shared/contract/cards.ts'
import { actionDetails, ideaDetails } from '../../../shared/domain/action.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { cardLine, readCard } from '../../../shared/domain/paper-card.ts'
import { type PledgeBy, pledgeDetails } from '../../../shared/domain/pledge.ts'
import { clockOf, dayOf } from '../../words/times.ts'
import { doorsOn } from '../../words/sheet-day.ts'
import { readOn } from '../../words/written-time.ts'
import { detailsTyped, typedOf } from '../form/details.ts'

export const EMPTY_CARD = {
  code: '',
  day: '',
  time: '',
  type: '',
  wording: '',
  quantity: '',
  timescale: '',
  priority: '',
  name: '',
  /** Somebody on the list who was chosen; empty where nobody was. */
  delegate: '',
  organisation: '',
  sector: '',
  showName: false,
  mayContact: false,
  email: '',
}
export type CardTyped = typeof EMPTY_CARD

export const EMPTY_LINE = {
  code: '',
  day: '',
  time: '',
  session: '',
  table: '',
  /** `ACTIONS`, or the id of a question. */
  part: 'actions',
  line: '1',
  title: '',
  owner: '',
  organisation: '',
  timescale: '',
  measure: '',
  priority: '',
  text: '',
  name: '',
}
export type LineTyped = typeof EMPTY_LINE
/** No id of a question: the pack’s are told apart from it by the colon. */
export const ACTIONS = 'actions'

type Around = { pack: EventPack; now: () => Date }
type Context = z.core.$RefinementCtx

const CODE_ERRORS = {
  'wrong-length': 'A code has seven letters and digits. Look at the card again',
  'wrong-character': 'There is a letter in it that no code has. Look at the card again',
  'wrong-check': 'One letter or digit is not as on the card, or two have changed places',
} as const

/** What is wrong with a code, in words; null where it is one of this event’s. */
function codeError(text: string, pack: Pick<EventPack, 'code'>): string | null {
  if (text.trim() === '') return 'Scan the code, or type it as it stands on the paper'
  const read = readCard(text, pack.code)
  if (read.kind === 'other-event') return `This is a card of another event, ${read.event}`
  return read.kind === 'card' ? null : CODE_ERRORS[read.why]
}

const TIME_ERRORS = {
  unreadable: 'Write a time like 9:05, 0905 or 1.30 pm',
  'not-yet': 'That time has not come yet. Look at the day, too',
  'out-before-in': 'Write a time like 9:05, 0905 or 1.30 pm',
  skipped: 'The clocks went forward that night: there was no such time',
} as const

/** What every piece of paper has: its code, and when it was written on. Null where one is wrong. */
function readPaper(
  { code, day, time }: { code: string; day: string; time: string },
  { pack, now }: Around,
  context: Context,
): { card: string; written: string } | null {
  const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  const wrong = codeError(code, pack)
  if (wrong !== null) issue('code', wrong)
  const read = readCard(code, pack.code)
  const at = time.trim() === '' ? null : readOn(time, { day, now: now(), from: doorsOn(pack, day) })
  if (at === null) issue('time', 'Write the time that stands on it, or when the session was')
  else if (!at.ok && at.why !== 'early') issue('time', TIME_ERRORS[at.why])
  return read.kind !== 'card' || at?.at == null ? null : { card: read.card, written: at.at.toISOString() }
}

/** The details as their schema reads them; what is wrong is told at its field. */
function readDetails<Details extends z.ZodType>(
  details: Details,
  typed: object,
  context: Context,
): z.output<Details> | null {
  const read = detailsTyped(details).safeParse(typed)
  for (const { path, message } of read.error?.issues ?? [])
    context.addIssue({ code: 'custom', path: [...path], message })
  return read.success ? read.data : null
}

function whose({ delegate, name, organisation, sector }: CardTyped, context: Context): PledgeBy | null {
  if (delegate !== '') return { kind: 'delegate', delegate }
  if (organisation.trim() !== '') return { kind: 'organisation', organisation, sector, name }
  if (name.trim() === '') return { kind: 'anonymous' }
  context.addIssue({
    code: 'custom',
    path: ['organisation'],
    message: 'Write where they work, or choose them from the list. A card without a name has neither',
  })
  return null
}

export const cardSchema = (around: Around) =>
  z.custom<CardTyped>().transform((typed, context) => {
    const { code: _c, day: _d, time: _t, name: _n, delegate: _w, organisation: _o, sector: _s, ...rest } = typed
    const paper = readPaper(typed, around, context)
    if (rest.type === '')
      context.addIssue({
        code: 'custom',
        path: ['type'],
        message: 'Choose the kind that is ticked, or the one that fits',
      })
    const details = rest.type === '' ? null : readDetails(pledgeDetails, rest, context)
    const by = whose(typed, context)
    return paper === null || details === null || by === null ? z.NEVER : { ...details, by, ...paper }
  })

export const lineSchema = (around: Around) =>
  z.custom<LineTyped>().transform((typed, context) => {
    const paper = readPaper(typed, around, context)
    const { session, table, part } = typed
    if (session === '') context.addIssue({ code: 'custom', path: ['session'], message: 'Choose the session' })
    if (table === '') context.addIssue({ code: 'custom', path: ['table'], message: 'Choose the table' })
    const line = cardLine.safeParse(Number(typed.line))
    if (!line.success)
      context.addIssue({ code: 'custom', path: ['line'], message: 'Write the number that stands before the line' })
    const { title, owner, organisation, timescale, measure, priority, text, name } = typed
    const what =
      part === ACTIONS
        ? readDetails(actionDetails, { title, owner, organisation, timescale, measure, priority }, context)
        : readDetails(ideaDetails, { text, name, organisation }, context)
    if (paper === null || what === null || !line.success || session === '' || table === '') return z.NEVER
    const where = { ...paper, session, table, line: line.data }
    return 'title' in what
      ? { kind: 'action' as const, input: { ...what, ...where } }
      : { kind: 'idea' as const, input: { ...what, ...where, question: part } }
  })

/** Nothing was typed yet but what the one before had. */
export const isBegun = ({ code, wording }: CardTyped): boolean => code !== '' || wording !== ''
export const isLineBegun = ({ title, text }: LineTyped): boolean => title !== '' || text !== ''

const when = (written: string) => ({ day: dayOf(new Date(written)), time: clockOf(new Date(written)) })

/** A card as it was entered, to be put right. */
export function typedCard({ card, pledge }: Extract<CardEntry, { kind: 'pledge' }>): CardTyped {
  const { byKind, delegate, name, organisation, sector } = pledge
  const isNobody = byKind === 'anonymous'
  return {
    ...EMPTY_CARD,
    ...typedOf(pledgeDetails, pledge),
    ...when(pledge.made),
    code: card,
    name: isNobody ? '' : name,
    organisation: isNobody ? '' : organisation,
    sector: byKind === 'organisation' ? sector : '',
    delegate: delegate ?? '',
  }
}

/** A line as it was entered, to be put right. */
export function typedLine(entry: Exclude<CardEntry, { kind: 'pledge' }>): LineTyped {
  const common = { ...EMPTY_LINE, code: entry.card, line: String(entry.line ?? 1) }
  if (entry.kind === 'idea') {
    const { session, table, question, text, name, organisation, made } = entry.idea
    return { ...common, ...when(made), session, table, part: question, text, name, organisation }
  }
  const { session, table, made, title, owner, organisation, timescale, measure, priority } = entry.action
  const what = { title, owner, organisation, timescale, measure, priority: priority ?? '' }
  return { ...common, ...when(made), session, table, part: ACTIONS, ...what }
}

/** The first line of this part that nothing was entered from yet. */
export function nextLine(entries: readonly CardEntry[], part: string): number {
  const its = entries.filter((one) =>
    one.kind === 'idea' ? one.idea.question === part : one.kind === 'action' && part === ACTIONS,
  )
  return 1 + Math.max(0, ...its.map(({ line }) => line ?? 0))
}
