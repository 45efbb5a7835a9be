/** The answers of the set-up, and what is wrong with those of each step. Pure. */
import { packChoice, passphraseSchema, pinSchema, stationName } from '../../../shared/contract/station.ts'
import { type Duty, dutySchema } from '../../../shared/domain/duty.ts'
import type { Fault } from '../../components/fields.tsx'

export type SetUpAnswers = {
  pack: { kind: 'shipped'; id: string } | { kind: 'file'; json: string; name: string } | null
  name: string
  duty: Duty | null
  passphrase: string
  pin: string
}

export const NO_ANSWERS: SetUpAnswers = { pack: null, name: '', duty: null, passphrase: '', pin: '' }

export const SET_UP_STEPS = ['event', 'tablet', 'staff'] as const
export type SetUpStep = (typeof SET_UP_STEPS)[number]

const messageOf = (result: {
  success: boolean
  error?: { issues: { message: string }[] } | undefined
}): string | null => (result.success ? null : (result.error?.issues[0]?.message ?? 'Look at this again'))

/** What has to be put right before the step can be left. */
export function faultsOf(step: SetUpStep, answers: SetUpAnswers): Fault[] {
  const fault = (id: string, message: string | null): Fault[] => (message === null ? [] : [{ id, message }])
  switch (step) {
    case 'event':
      return fault(
        'pack',
        answers.pack === null || !packChoice.safeParse(answers.pack).success
          ? 'Choose the event this tablet is for'
          : null,
      )
    case 'tablet':
      return [
        ...fault('station-name', messageOf(stationName.safeParse(answers.name))),
        ...fault('duty', dutySchema.safeParse(answers.duty).success ? null : 'Choose what this tablet is for'),
      ]
    case 'staff':
      return [
        ...fault('passphrase', messageOf(passphraseSchema.safeParse(answers.passphrase))),
        ...fault('pin', messageOf(pinSchema.safeParse(answers.pin))),
      ]
  }
}
