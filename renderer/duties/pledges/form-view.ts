/** What a page of the pledge form is given: the answers so far, and whom to tell what happens. */
import { useState } from 'react'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { FieldError } from '../../components/fields.tsx'
import type { Flow } from './flow/flow.ts'
import type { Notice } from './flow/states.ts'
import { type Answers, checkStep, type Step } from './questions/all.ts'
import type { Act } from './use-pledging.ts'

export type FormView = {
  pack: EventPack
  flow: Flow
  step: Step
  notice: Notice | null
  /** It is on its way to the station. */
  busy: boolean
  /** Why it was not made; empty where nothing was wrong. */
  error: string
  act: Act
}

const NO_FAULTS: readonly FieldError[] = []

/** Looks at the answer when Continue is pressed: goes on (or does `then`), or says what to put right. */
export function useStep(
  { step, flow: { answers }, pack, act }: FormView,
  then: () => void = () => act({ type: 'onward' }),
) {
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const wrong = checkStep(step, answers, pack)
  const proceed = () => {
    setErrors(wrong)
    if (wrong.length === 0) then()
  }
  return {
    // Once everything is put right, what was wrong is not held against anybody.
    errors: errors.length > 0 && wrong.length === 0 ? NO_FAULTS : errors,
    proceed,
    answers,
    answer: (next: Partial<Answers>) => act({ type: 'answered', answers: next }),
  }
}
