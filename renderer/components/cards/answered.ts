/** What the station made of a card: the entry, or why the form stays. Pure. */
import type { CardAnswer, CardEntry } from '../../../shared/contract/cards.ts'
import { assertNever } from '../../../shared/domain/never.ts'
import { Stays } from '../form/use-form.ts'

export function answered(answer: CardAnswer, before: string): CardEntry | Stays {
  switch (answer.code) {
    case 'entered':
      return answer.entry
    case 'before':
      return new Stays({ errors: { code: before } })
    case 'not-yet':
      return new Stays({ errors: { time: 'That time has not come yet. Look at the day, too' } })
    case 'before-event':
      return new Stays({ errors: { day: 'That is before the event. Look at the day again' } })
    default:
      return assertNever(answer)
  }
}
