/** One line of the sheet as it is typed: who, when in, when out; checked before it goes to the station. */
import { z } from 'zod'
import { assertNever } from '../../../../shared/domain/never.ts'
import { delegateDetails } from '../../../../shared/domain/delegate.ts'
import { clockOf } from '../../../words/times.ts'
import { type TimeError, readOn } from '../../../words/written-time.ts'

const typed = z.string().max(400)
const lineShape = z.object({
  /** What is in the name field. */
  name: typed,
  /** Who was chosen: somebody on the list, or (`new`) somebody who is not. */
  who: z.union([
    z.null(),
    z.literal('new'),
    z.object({ id: z.uuid(), name: z.string(), organisation: z.string(), here: z.boolean() }),
  ]),
  organisation: typed,
  in: typed,
  out: typed,
  /** The entry that this line corrects. */
  instead: z.string().nullable(),
})
export type LineForm = z.infer<typeof lineShape>

export const EMPTY_LINE: LineForm = { name: '', who: null, organisation: '', in: '', out: '', instead: null }

export const isBegun = (form: LineForm): boolean =>
  form.name.trim() !== '' || form.who !== null || form.out.trim() !== ''

/** What is kept on the disk: the line being typed, and those that were sent and not answered. */
export type KeptLines = { form: LineForm; unsent: LineForm[] }
const keptShape = z.object({ form: lineShape, unsent: z.array(lineShape) })

/** The lines as they were left on the disk, or null where nothing of them is worth bringing back. */
export function readLines(body: unknown): KeptLines | null {
  const read = keptShape.safeParse(body)
  return read.success && (isBegun(read.data.form) || read.data.unsent.length > 0) ? read.data : null
}

export type LineError = {
  field: 'name' | 'organisation' | 'in' | 'out'
  message: string
  /** It may stand if the person says so once more. */
  ask: boolean
}
type Times = { in: string | null; out: string | null }
export type CheckedLine =
  | { ok: true; kind: 'known'; delegate: string; times: Times }
  | { ok: true; kind: 'new'; name: string; organisation: string; times: Times & { in: string } }
  | { ok: false; error: LineError }

type Around = { day: string; dayWords: string; now: Date; from: Date }

/** `sure`: times the person has said once more. */
export function checkLine(form: LineForm, around: Around, sure: readonly string[] = []): CheckedLine {
  const error = (field: LineError['field'], message: string, ask = false): CheckedLine => ({
    ok: false,
    error: { field, message, ask },
  })
  const { who } = form
  if (who === null) return error('name', 'Choose whose line this is, or add them')
  const details = who === 'new' ? delegateDetails.pick({ name: true, organisation: true }).safeParse(form) : null
  if (details?.success === false) {
    const [issue] = details.error.issues
    return error(issue?.path[0] === 'organisation' ? 'organisation' : 'name', issue?.message ?? 'Look at this again')
  }
  const [inText, outText] = [form.in.trim(), form.out.trim()]
  const mayOnlyLeave = who !== 'new' && who.here && outText !== ''
  if (inText === '' && !mayOnlyLeave) return error('in', 'Write the time in, as on the sheet')
  const came = inText === '' ? null : readOn(inText, around)
  if (came !== null && !came.ok && !(came.why === 'early' && sure.includes(inText)))
    return error('in', sentenceFor(came.why, came.at, around), came.why === 'early')
  const cameAt = came === null ? null : came.at
  const left = outText === '' ? null : readOn(outText, { ...around, after: cameAt })
  if (left !== null && !left.ok && !(left.why === 'early' && sure.includes(outText)))
    return error('out', sentenceFor(left.why, left.at, around), left.why === 'early')
  const times = { in: cameAt?.toISOString() ?? null, out: left?.at?.toISOString() ?? null }
  if (who !== 'new') return { ok: true, kind: 'known', delegate: who.id, times }
  if (details === null || times.in === null) return error('in', 'Write the time in, as on the sheet')
  return { ok: true, kind: 'new', ...details.data, times: { ...times, in: times.in } }
}

/** What a time is read as, while it is typed: `13:30`; empty while it is none. */
export function readingOf(text: string, around: Around, after: Date | null = null): string {
  const read = text.trim() === '' ? null : readOn(text, { ...around, after })
  return read?.at == null ? '' : clockOf(read.at)
}

function sentenceFor(why: TimeError, at: Date | null, { dayWords, from }: Around): string {
  const time = at === null ? '' : clockOf(at)
  switch (why) {
    case 'unreadable':
      return 'Write a time like 9:05, 0905 or 1.30 pm'
    case 'not-yet':
      return `${time} on ${dayWords} has not come yet`
    case 'out-before-in':
      return `${time} is not after the time in`
    case 'early':
      return `${time} is before the doors open (${clockOf(from)}). If the sheet says so, press Enter again`
    case 'skipped':
      return 'The clocks went forward that night: there was no such time'
    default:
      return assertNever(why)
  }
}
