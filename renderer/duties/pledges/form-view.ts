/** What a page of the pledge form is given: the answers, and the ways on, back and out. */
import { useState } from 'react'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Fault } from '../../components/fields.tsx'
import type { Answers } from './flow/answers.ts'
import { checkStep } from './flow/checks.ts'
import type { Flow, FlowEvent } from './flow/flow.ts'
import type { Step } from './flow/steps.ts'

/** A sentence that is not about a field: a badge that nobody knows, for instance. */
export type Notice = { tone: 'warn' | 'bad'; words: string }

export type FormView = {
  pack: EventPack
  flow: Flow
  step: Step
  notice: Notice | null
  answer(answers: Partial<Answers>): void
  /** Goes on from this question, once the event (if any) has happened. */
  onward(event?: FlowEvent): void
  back(): void
  /** Opens one question from the check page. */
  change(step: Step): void
  /** Gives the pledge up, after asking where something would be lost. */
  startAgain(): void
  showPrivacy(): void
}

const NO_FAULTS: readonly Fault[] = []

/** Looks at the answer when Continue is pressed: goes on, or says what to put right. */
export function useStep(form: FormView): { faults: readonly Fault[]; proceed: () => void; answers: Answers } {
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const proceed = () => {
    const found = checkStep(form.step, form.flow.answers, form.pack)
    setFaults(found)
    if (found.length === 0) form.onward()
  }
  // Once everything is put right, what was wrong is not held against anybody.
  const mended = faults.length > 0 && checkStep(form.step, form.flow.answers, form.pack).length === 0
  return { faults: mended ? NO_FAULTS : faults, proceed, answers: form.flow.answers }
}
