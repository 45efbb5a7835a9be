/** What is typed about a person at the desk: a walk-in, or a correction; checked before it is sent. */
import { z } from 'zod'
import {
  type DelegateDetails,
  type DelegateView,
  delegateDetails,
  type Needs,
  needsSchema,
} from '../../../shared/domain/delegate.ts'
import { reasonSchema } from '../../../shared/domain/text.ts'
import type { Fault } from '../../components/fields.tsx'

const typed = z.string().catch('')
const walkInShape = z.object({
  name: typed,
  organisation: typed,
  area: typed,
  role: typed,
  sector: typed,
  table: typed,
  access: typed,
  dietary: typed,
})
export type WalkInForm = z.infer<typeof walkInShape>

export const EMPTY_WALK_IN: WalkInForm = {
  name: '',
  organisation: '',
  area: '',
  role: '',
  sector: '',
  table: '',
  access: '',
  dietary: '',
}

/** A walk-in as it was left on the disk, or null where there is nothing of one. */
export function readWalkIn(body: unknown): WalkInForm | null {
  const read = walkInShape.safeParse(body)
  return read.success && Object.values(read.data).some((text) => text.trim() !== '') ? read.data : null
}

type Checked<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

/** Each fault with the field of the form it belongs to: `walk-in-name`, `person-reason`. */
const faultsOf = (form: string, error: z.ZodError): Fault[] =>
  error.issues.map(({ path, message }) => ({ id: `${form}-${String(path[0])}`, message }))

export function checkWalkIn({ access, dietary, ...details }: WalkInForm): Checked<DelegateDetails & { needs?: Needs }> {
  const checked = delegateDetails.safeParse({ ...details, email: '' })
  const needs = needsSchema.safeParse({ access, dietary })
  if (checked.success && needs.success)
    return {
      ok: true,
      value:
        needs.data.access === '' && needs.data.dietary === '' ? checked.data : { ...checked.data, needs: needs.data },
    }
  return {
    ok: false,
    faults: [checked, needs].flatMap((part) => (part.success ? [] : faultsOf('walk-in', part.error))),
  }
}

const correctionShape = z.object({
  name: typed,
  organisation: typed,
  area: typed,
  role: typed,
  email: typed,
  sector: typed,
  table: typed,
  reason: typed,
})
export type CorrectionForm = z.infer<typeof correctionShape>

export const correctionOf = ({
  name,
  organisation,
  area,
  role,
  email,
  sector,
  table,
}: DelegateView): CorrectionForm => ({
  name,
  organisation,
  area,
  role,
  email,
  sector,
  table,
  reason: '',
})

export function readCorrection(body: unknown): CorrectionForm | null {
  const read = correctionShape.safeParse(body)
  return read.success ? read.data : null
}

type Correction = Partial<DelegateDetails> & { reason: string }

/** Only what was changed, and why; `null` where nothing was. */
export function checkCorrection(before: DelegateView, { reason, ...form }: CorrectionForm): Checked<Correction> | null {
  const changed = Object.fromEntries(
    Object.entries(form).filter(([field, text]) => text.trim() !== correctionText(before, field)),
  )
  if (Object.keys(changed).length === 0) return null
  const checked = delegateDetails
    .partial()
    .extend({ reason: reasonSchema })
    .safeParse({ ...changed, reason })
  return checked.success ? { ok: true, value: checked.data } : { ok: false, faults: faultsOf('person', checked.error) }
}

const correctionText = (before: DelegateView, field: string): string =>
  Object.entries(correctionOf(before)).find(([name]) => name === field)?.[1] ?? ''

/** What was typed into the search, as the start of a name: `zara exley` becomes `Zara Exley`; capitals already there stay. */
export function nameFromSearch(text: string): string {
  const name = text.trim().replaceAll(/\s+/g, ' ')
  if (/\d/.test(name)) return ''
  return name === name.toLowerCase()
    ? name.replaceAll(/(^|[\s'’-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : name
}
