/** The answers said back in words. */
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { unitWords } from '../../../components/tree-totals.ts'
import { type Answers, NO_PRIORITY, type WhenChoice } from './answers.ts'
import { dayOf, numberOf, priorityOf, typeOf } from './checks.ts'

export const WHEN_LABELS: Record<WhenChoice, string> = {
  month: 'Within a month',
  'three-months': 'Within three months',
  'school-year': 'By the end of the school year',
  day: 'On or before a day I choose',
  words: 'In my own words',
  open: 'Not sure yet',
}

const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
/** An ISO day as it is written: 31 March 2027. */
export const dayInWords = (date: string): string => longDay.format(new Date(`${date}T00:00:00Z`))

/** Whose pledge it is, in its two parts: a name, and an organisation that may be empty. */
export function whoseWords({
  by,
  person,
  organisation,
  contactName,
}: Answers): { name: string; organisation: string } | null {
  switch (by) {
    case null:
      return null
    case 'delegate':
      return person === null ? null : { name: person.name, organisation: person.organisation }
    case 'organisation':
      return organisation.trim() === '' ? null : { name: organisation.trim(), organisation: contactName.trim() }
    case 'anonymous':
      return { name: 'Without a name', organisation: '' }
  }
}

/** What the big screen would show, exactly: who makes the pledge decides. */
export function shownName({ by, person, organisation, contactName }: Answers): string {
  if (by === 'delegate') return person?.name.trim() ?? ''
  return [contactName, organisation]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ')
}

export function howManyWords(answers: Answers, pack: EventPack): string {
  if (answers.howMany.unsure) return 'Not sure yet'
  const type = typeOf(answers, pack)
  const number = numberOf(answers.howMany.number)
  return type === null ? String(number) : unitWords(type, number)
}

export function byWhenWords({ when }: Answers): string {
  if (when.choice === null) return ''
  if (when.choice === 'words') return when.words.trim()
  const date = when.choice === 'day' ? dayOf(when) : null
  return date === null ? WHEN_LABELS[when.choice] : `By ${dayInWords(date)}`
}

export function priorityWords(answers: Answers, pack: EventPack): string {
  const id = priorityOf(answers, pack)
  if (id === NO_PRIORITY) return 'Not sure'
  const priority = pack.priorities.find((one) => one.id === id)
  return priority === undefined ? '' : `${priority.label}: ${priority.title}`
}

export function contactWords({ mayContact, email, by }: Answers): string {
  if (mayContact !== true) return 'No'
  if (email.trim() !== '') return `Yes, at ${email.trim().toLowerCase()}`
  return by === 'delegate' ? 'Yes, at the address the organisers have' : 'Yes'
}

export const showNameWords = (answers: Answers): string =>
  answers.showName === true ? `Yes, as ${shownName(answers)}` : 'No'
