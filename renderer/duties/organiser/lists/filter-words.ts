/** What a list is narrowed by, as its chips say it. Pure. */
import { type AnyList, NONE } from '../../../../shared/domain/list.ts'
import { dayInWords } from '../../../words/days.ts'
import { dayOf, timeOf } from '../../../words/times.ts'

export type Choice = { value: string; label: string }
/** What can be chosen for each filter, by its name. */
export type Choices = Readonly<Record<string, readonly Choice[]>>

type Asked = Readonly<Record<string, unknown>>
/** `without`: what to ask for so that it is gone. */
export type FilterChip = { id: string; words: string; without: Asked }

const ANY_STANDING = 'Also those withdrawn'

/** One for each thing that a list is narrowed by, in the order in which they are declared. */
export function chipsOf({ filters }: AnyList, query: Asked, choices: Choices, now: Date): FilterChip[] {
  return Object.entries(filters).flatMap(([name, { rule, usual, called }]): FilterChip[] => {
    const value = query[name]
    const labelOf = (id: string) => choices[name]?.find((one) => one.value === id)?.label ?? id
    if (Array.isArray(value))
      return value.map((gap: string) => ({
        id: `${name} ${gap}`,
        words: labelOf(gap),
        without: { [name]: value.filter((other) => other !== gap) },
      }))
    if (value === usual) return []
    const chip = (words: string) => [{ id: name, words, without: { [name]: usual } }]
    if (typeof value !== 'string') return chip(ANY_STANDING)
    switch (rule.is) {
      case 'overdue':
        return chip(called)
      case 'flag':
        return chip(`${called}: ${value}`)
      case 'from':
      case 'to':
        return chip(`${called} ${value.includes('T') ? timeOf(value, now) : dayInWords(value)}`)
      case 'one':
      case 'apart':
        return chip(
          value === NONE || usual !== null || rule.is === 'apart' ? labelOf(value) : `${called}: ${labelOf(value)}`,
        )
      case 'gap':
        return []
    }
  })
}

/** A day of this tablet’s calendar as the instant at which it begins, or at which its last millisecond does. */
export const momentOf = (day: string, is: 'from' | 'to'): string =>
  new Date(`${day}T${is === 'from' ? '00:00:00.000' : '23:59:59.999'}`).toISOString()

/** The day that a field for days shows: of a day itself, or of an instant. Empty where nothing is asked. */
export const dayShown = (value: unknown): string =>
  typeof value !== 'string' ? '' : value.includes('T') ? dayOf(new Date(value)) : value
