/** All questions on the way to a pledge, in their order, and what their answers come to. */
import { z } from 'zod'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { type PledgeDetails, type PledgeInput, pledgeInput } from '../../../../shared/domain/pledge.ts'
import type { FieldError } from '../../../components/fields.tsx'
import { byWhen, byWhenAnswers, NO_TIME } from './by-when.tsx'
import { contact, contactAnswers, NO_CONTACT } from './contact.tsx'
import { howMany, howManyAnswers, NO_NUMBER } from './how-many.tsx'
import { kind, kindAnswers, NO_KIND } from './kind.tsx'
import { name, nameAnswers, NOT_SAID } from './name.tsx'
import { organisation } from './organisation.tsx'
import { NO_CHOICE, priority, priorityAnswers } from './priority.tsx'
import type { Question } from './question.ts'
import { checkBy, NOBODY, who, whoAnswers } from './who.ts'
import { NO_WORDING, wording, wordingAnswers } from './wording.tsx'

/** What a person has answered so far, just as they typed it. */
export const answersSchema = z.object({
  ...whoAnswers.shape,
  ...kindAnswers.shape,
  ...wordingAnswers.shape,
  ...howManyAnswers.shape,
  ...byWhenAnswers.shape,
  ...priorityAnswers.shape,
  ...contactAnswers.shape,
  ...nameAnswers.shape,
})
export type Answers = z.infer<typeof answersSchema>

/** What one person allowed, and where they work, does not hold for another. */
export const UNASKED: Partial<Answers> = { area: '', ...NO_CONTACT, ...NOT_SAID }
/** What a further pledge of the same person is asked anew. */
export const NO_PLEDGE = { ...NO_KIND, ...NO_WORDING, ...NO_NUMBER, ...NO_TIME, ...NO_CHOICE }
export const NO_ANSWERS: Answers = { ...NOBODY, ...NO_PLEDGE, ...NO_CONTACT, ...NOT_SAID }

const QUESTIONS = {
  who,
  organisation,
  kind,
  wording,
  'how-many': howMany,
  'by-when': byWhen,
  priority,
  contact,
  name,
} satisfies Record<string, Question<Answers>>

type Asked = keyof typeof QUESTIONS
/** A question by the name that its address has, or the page on which all answers are checked. */
export type Step = Asked | 'check'
export const ASKED = Object.keys(QUESTIONS) as Asked[]
export const STEPS: readonly [Step, ...Step[]] = ['who', ...ASKED.slice(1), 'check']

export const questionOf = (step: Asked): Question<Answers> => QUESTIONS[step]

/** Everything that keeps this step from being finished, each with the id of its field. */
export function checkStep(step: Step, answers: Answers, pack: EventPack): FieldError[] {
  if (step === 'check') return answers.by === 'anonymous' ? checkBy(answers, {}, 'area') : []
  const { isAsked = () => true, check } = questionOf(step)
  return isAsked(answers) ? check(answers, pack) : []
}

/** The pledge as the station takes it; null while anything is missing. */
export function pledgeOf(answers: Answers, pack: EventPack): PledgeInput | null {
  const parts = ASKED.map((step) => questionOf(step).sent(answers, pack))
  return pledgeInput.safeParse(Object.assign({}, ...parts)).data ?? null
}

/** Only what is different now, so that the history of the pledge says what was changed and nothing else. */
export function changesBetween(before: PledgeInput, after: PledgeInput): Partial<PledgeDetails> {
  const { by: _was, ...was } = before
  const { by: _is, ...is } = after
  const changed = Object.entries(is).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key as keyof typeof was]),
  )
  return Object.fromEntries(changed)
}
