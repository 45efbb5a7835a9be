/** What a question on the way to a pledge is: all there is to it stands in the one file of the question. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { PledgeInput } from '../../../../shared/domain/pledge.ts'
import type { FieldError } from '../../../components/fields.tsx'
import { firstErrors } from '../../../components/form/check.ts'
import type { ByWhen } from '../../../components/use-by-when.ts'

export type FieldsProps<Answers> = {
  answers: Answers
  pack: EventPack
  errors: readonly FieldError[]
  answer: (next: Partial<Answers>) => void
}

/** `Answers` are its own and those of other questions that it looks at. */
export type Question<Answers> = {
  /** Left out where it is asked of everybody. */
  isAsked?: (answers: Answers) => boolean
  /** True where it is about whoever pledges: it is not asked again for a further pledge of theirs. */
  aboutThem?: boolean
  title: (answers: Answers, pack: EventPack) => string
  hint?: (answers: Answers, pack: EventPack) => string | undefined
  /** Everything that keeps it from being left, each with the id of its field. */
  check: (answers: Answers, pack: EventPack) => FieldError[]
  /** What it is to the station, as it was typed: the schema of a pledge tidies it. */
  sent: (answers: Answers, pack: EventPack) => { [Detail in keyof PledgeInput]?: unknown }
  /**
   * How it stands among the answers that are checked; `what` comes after the word “Change”. `byWhen`: what works days out; null while it is
   * not there.
   */
  row: (answers: Answers, pack: EventPack, byWhen: ByWhen | null) => { name: string; words: string; what: string }
  /** The fields of it, but for who pledges, which has a page of its own. */
  Fields?: (props: FieldsProps<Answers>) => ReactNode
}

/** One error a field: what the schema found, at the ids that the page gives its fields. */
export const errorsOf = (
  read: z.ZodSafeParseResult<unknown>,
  ids: Readonly<Record<string, string>>,
  otherwise = '',
): FieldError[] => firstErrors(read, (name) => ids[name] ?? otherwise)
