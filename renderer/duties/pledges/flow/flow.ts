/** The way from “who” to “thank you”: which questions are asked, in which order, and where Back and Change lead. Pure. */
import { z } from 'zod'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import {
  type Answers,
  answersSchema,
  checkStep,
  NO_ANSWERS,
  NO_PLEDGE,
  questionOf,
  type Step,
  STEPS,
  UNASKED,
} from '../questions/all.ts'
import type { PledgingPerson } from '../questions/who.ts'

const flowSchema = z.object({
  answers: answersSchema,
  /** A further pledge of the same person: who they are, and how they may be reached and shown, is known already. */
  carried: z.boolean(),
  /** Came from the check page to change one answer: the way on leads back there. */
  returning: z.boolean(),
  /** The pledge that is being changed, and the answers it was made from, where this is no new one. */
  amending: z
    .object({
      id: z.uuid(),
      // Drafts of older versions have none.
      leaf: z.string().default(''),
      reference: z.string(),
      qr: z.string(),
      before: answersSchema,
    })
    .nullable(),
})
export type Flow = z.infer<typeof flowSchema>

/** What is kept on disk as it is typed: the answers, and the question that was on screen. */
const draftSchema = z.object({ flow: flowSchema, at: z.enum(STEPS) })
export type PledgeDraft = z.infer<typeof draftSchema>

export const NEW_FLOW: Flow = { answers: NO_ANSWERS, carried: false, returning: false, amending: null }
export const NO_DRAFT: PledgeDraft = { flow: NEW_FLOW, at: 'who' }

/** A draft from disk, or null where it no longer fits this form. */
export const readDraft = (body: unknown): PledgeDraft | null => draftSchema.safeParse(body).data ?? null

/** The next pledge of the same person: nothing about them is asked again. */
export const anotherFlow = ({ answers }: Flow): Flow => ({
  ...NEW_FLOW,
  carried: true,
  answers: { ...answers, ...NO_PLEDGE },
})

/** Changing the pledge that these answers made. */
export const amendFlow = ({
  id,
  leaf,
  reference,
  qr,
  flow: { answers },
}: {
  id: string
  leaf: string
  reference: string
  qr: string
  flow: Flow
}): Flow => ({ ...NEW_FLOW, answers, amending: { id, leaf, reference, qr, before: answers } })

export type FlowEvent =
  | { type: 'answered'; answers: Partial<Answers> }
  | { type: 'person-chosen'; person: PledgingPerson }
  | { type: 'organisation-chosen' }
  | { type: 'anonymous-chosen' }
  /** A Change link on the check page. */
  | { type: 'changing' }
  | { type: 'check-reached' }

export function flowReducer(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'answered':
      return { ...flow, answers: { ...flow.answers, ...event.answers } }
    case 'person-chosen': {
      const same = flow.answers.by === 'delegate' && flow.answers.person?.id === event.person.id
      return { ...flow, answers: { ...flow.answers, ...(same ? {} : UNASKED), by: 'delegate', person: event.person } }
    }
    case 'organisation-chosen':
      return {
        ...flow,
        answers: {
          ...flow.answers,
          ...(flow.answers.by === 'organisation' ? {} : UNASKED),
          by: 'organisation',
          person: null,
        },
      }
    case 'anonymous-chosen':
      return {
        ...flow,
        answers: {
          ...flow.answers,
          ...UNASKED,
          // An organisation’s could tell whose pledge it is.
          area: flow.answers.by === 'anonymous' ? flow.answers.area : '',
          by: 'anonymous',
          person: null,
        },
      }
    case 'changing':
      return flow.returning ? flow : { ...flow, returning: true }
    case 'check-reached':
      return flow.returning ? { ...flow, returning: false } : flow
  }
}

/** Every question that these answers call for, whether or not it was answered before; the check page is the last. */
function pathOf({ answers, amending }: Flow): Step[] {
  return STEPS.filter((step) => {
    // A pledge stays with whoever made it.
    if (amending !== null && (step === 'who' || step === 'organisation')) return false
    return step === 'check' || (questionOf(step).isAsked?.(answers) ?? true)
  })
}

const isAboutThem = (step: Step): boolean => step !== 'check' && questionOf(step).aboutThem === true

/** The questions that are asked one after the other on the way to the check page, which is not one of them. */
export function questionsOf(flow: Flow): Step[] {
  return pathOf(flow).filter((step) => step !== 'check' && !(flow.carried && isAboutThem(step)))
}

/** The first question that still needs an answer; the check page where there is none. */
function firstGap(flow: Flow, pack: EventPack): Step {
  return pathOf(flow).find((step) => checkStep(step, flow.answers, pack).length > 0) ?? 'check'
}

export function nextStep(flow: Flow, step: Step, pack: EventPack): Step {
  // Whoever says “for an organisation” is asked which, also when another was named before.
  if (step === 'who' && flow.answers.by === 'organisation') return 'organisation'
  if (flow.returning) return firstGap(flow, pack)
  const questions = questionsOf(flow)
  const index = questions.indexOf(step)
  // A question that is not asked this time can only have been opened to fill a gap.
  return index < 0 ? firstGap(flow, pack) : (questions[index + 1] ?? 'check')
}

/** The question before this one; null where Back leads out of the pledge. */
export function previousStep(flow: Flow, step: Step, pack: EventPack): Step | null {
  if (step === 'check') return flow.amending === null ? (questionsOf(flow).at(-1) ?? null) : null
  if (flow.returning && firstGap(flow, pack) === 'check') return 'check'
  const questions = questionsOf(flow)
  // Where a change has opened another question, Back must not lead to a check page that cannot be shown yet.
  const path = flow.returning || !questions.includes(step) ? pathOf(flow) : questions
  return path[path.indexOf(step) - 1] ?? null
}

/**
 * The question to show where this one was asked for by its address: itself, unless something before it is missing or it
 * is not asked of this person at all.
 */
export function stepToShow(flow: Flow, asked: Step, pack: EventPack): Step {
  const path = pathOf(flow)
  const gap = firstGap(flow, pack)
  return path.includes(asked) && path.indexOf(asked) <= path.indexOf(gap) ? asked : gap
}

/** True while nothing has been answered that anybody would miss. */
export const isUntouched = (flow: Flow): boolean => JSON.stringify(flow.answers) === JSON.stringify(NO_ANSWERS)
