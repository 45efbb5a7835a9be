/** What a page of the pledge form is given: the answers so far, and whom to tell what happens. */
import { useState } from 'react'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Fault } from '../../components/fields.tsx'
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
  fault: string
  act: Act
}

const NO_FAULTS: readonly Fault[] = []

/** Looks at the answer when Continue is pressed: goes on (or does `then`), or says what to put right. */
export function useStep(
  { step, flow: { answers }, pack, act }: FormView,
  then: () => void = () => act({ type: 'onward' }),
) {
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const wrong = checkStep(step, answers, pack)
  const proceed = () => {
    setFaults(wrong)
    if (wrong.length === 0) then()
  }
  return {
    // Once everything is put right, what was wrong is not held against anybody.
    faults: faults.length > 0 && wrong.length === 0 ? NO_FAULTS : faults,
    proceed,
    answers,
    answer: (next: Partial<Answers>) => act({ type: 'answered', answers: next }),
  }
}
