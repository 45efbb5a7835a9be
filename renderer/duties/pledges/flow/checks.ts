/** Whether an answer can be taken as it is, and what the whole of them comes to. */
import type { EventPack, PledgeType } from '../../../../shared/domain/event-pack.ts'
import {
  type PledgeBy,
  pledgeBy,
  pledgeDetails,
  type PledgeDetails,
  type PledgeInput,
  pledgeInput,
  type TimescaleInput,
  timescaleInput,
} from '../../../../shared/domain/pledge.ts'
import type { Fault } from '../../../components/fields.tsx'
import { type Answers, NO_PRIORITY } from './answers.ts'
import type { Step } from './steps.ts'

/** A promise to a young person may reach to the day they turn 25; a year beyond that was mistyped. */
const FURTHEST_YEARS = 25

/** What is said about “by when” to the station, which works the day out. */
const SAID = {
  month: 'within a month',
  'three-months': 'within three months',
  'school-year': 'by the end of the school year',
} as const

export const typeOf = (answers: Answers, pack: EventPack): PledgeType | null =>
  pack.pledgeTypes.find((type) => type.id === answers.type) ?? null

/** The priority that was chosen, or else the one this kind of pledge usually serves; null while there is neither. */
export const priorityOf = (answers: Answers, pack: EventPack): string | null =>
  answers.priority ?? typeOf(answers, pack)?.priority ?? null

/** A day typed as three numbers, as an ISO day; null where there is no such day. */
export function dayOf({ day, month, year }: Answers['when']): string | null {
  const [d, m, y] = [day, month, year].map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : NaN))
  if (d === undefined || m === undefined || y === undefined || !Number.isFinite(d + m + y)) return null
  const date = new Date(Date.UTC(y < 100 ? 2000 + y : y, m - 1, d))
  return date.getUTCDate() === d && date.getUTCMonth() === m - 1 ? date.toISOString().slice(0, 10) : null
}

/** “1,200” and “1 200” as people write them; not a number where it is none. */
export const numberOf = (typed: string): number => Number(typed.replaceAll(/[\s,]/g, ''))

/** Everything that keeps this step from being finished, each with the id of its field. */
export function checkStep(step: Step, answers: Answers, pack: EventPack): Fault[] {
  switch (step) {
    case 'who':
      return answers.by === null ? [{ id: 'who', message: 'Find your name, or choose one of the other two ways' }] : []
    case 'organisation':
      return faultsOf(pledgeBy.safeParse(byOf(answers)), {
        organisation: 'organisation',
        area: 'area',
        sector: 'sector',
        name: 'contact-name',
      })
    case 'kind':
      return typeOf(answers, pack) === null ? [{ id: 'kind', message: 'Choose what you could offer' }] : []
    case 'wording':
      return faultsOf(pledgeDetails.shape.wording.safeParse(answers.wording), {}, 'wording')
    case 'how-many':
      return checkHowMany(answers.howMany)
    case 'by-when':
      return checkByWhen(answers.when, pack)
    case 'priority': {
      const priority = priorityOf(answers, pack)
      const known = priority === NO_PRIORITY || pack.priorities.some(({ id }) => id === priority)
      return known ? [] : [{ id: 'priority', message: 'Choose the priority it serves, or “I am not sure”' }]
    }
    case 'contact':
      return checkContact(answers)
    case 'name':
      return answers.by !== 'anonymous' && answers.showName === null
        ? [{ id: 'name', message: 'Say whether we may show your name' }]
        : []
    case 'check':
      return answers.by === 'anonymous' ? faultsOf(pledgeBy.safeParse(byOf(answers)), {}, 'area') : []
  }
}

function checkHowMany({ unsure, number }: Answers['howMany']): Fault[] {
  if (unsure) return []
  if (number.trim() === '') return [{ id: 'how-many', message: 'Write how many, or choose “I am not sure yet”' }]
  return faultsOf(pledgeDetails.shape.quantity.safeParse(numberOf(number)), {}, 'how-many')
}

function checkByWhen(when: Answers['when'], pack: EventPack): Fault[] {
  if (when.choice === null) return [{ id: 'by-when', message: 'Say by when, or choose “Not sure yet”' }]
  if (when.choice === 'words')
    return faultsOf(timescaleInput.safeParse({ kind: 'words', words: when.words }), { words: 'own-words' })
  if (when.choice !== 'day') return []
  const date = dayOf(when)
  if (date === null) return [{ id: 'day', message: 'Write a day that is in the calendar, like 31 3 2027' }]
  if (date < pack.dates.from) return [{ id: 'day', message: 'Choose a day that is still to come' }]
  const furthest = Number(pack.dates.to.slice(0, 4)) + FURTHEST_YEARS
  return Number(date.slice(0, 4)) > furthest
    ? [{ id: 'year', message: 'Look at the year again: it is a long way off' }]
    : []
}

function checkContact({ by, mayContact, email }: Answers): Fault[] {
  if (by === 'anonymous') return []
  if (mayContact === null) return [{ id: 'contact', message: 'Say whether we may write to you' }]
  if (!mayContact) return []
  if (by === 'organisation' && email.trim() === '')
    return [{ id: 'email', message: 'Write an e-mail address that we can use, or choose “No”' }]
  return faultsOf(pledgeDetails.shape.email.safeParse(email), {}, 'email')
}

type Parsed =
  | { success: true }
  | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }

/** One fault a field: what zod found, at the ids that the page gives its fields. */
function faultsOf(parsed: Parsed, ids: Record<string, string>, otherwise = ''): Fault[] {
  if (parsed.success) return []
  const faults = new Map<string, Fault>()
  for (const { path, message } of parsed.error.issues) {
    const id = ids[String(path[0])] ?? otherwise
    if (!faults.has(id)) faults.set(id, { id, message })
  }
  return [...faults.values()]
}

function byOf({ by, person, organisation, area, sector, contactName }: Answers): PledgeBy | null {
  if (by === 'anonymous') return { kind: 'anonymous', area }
  if (by === 'organisation') return { kind: 'organisation', organisation, area, sector, name: contactName }
  return by === null || person === null ? null : { kind: 'delegate', delegate: person.id }
}

function timescaleOf(when: Answers['when']): TimescaleInput | null {
  switch (when.choice) {
    case null:
      return null
    case 'day': {
      const date = dayOf(when)
      return date === null ? null : { kind: 'date', date }
    }
    case 'words':
      return { kind: 'words', words: when.words }
    case 'open':
      return { kind: 'open' }
    case 'month':
    case 'three-months':
    case 'school-year':
      return { kind: 'words', words: SAID[when.choice] }
  }
}

/** The pledge as the station takes it; null while anything is missing. */
export function pledgeOf(answers: Answers, pack: EventPack): PledgeInput | null {
  const nameless = answers.by === 'anonymous'
  const mayContact = !nameless && answers.mayContact === true
  const priority = priorityOf(answers, pack)
  const parsed = pledgeInput.safeParse({
    by: byOf(answers),
    type: answers.type,
    wording: answers.wording,
    quantity: answers.howMany.unsure ? null : numberOf(answers.howMany.number),
    timescale: timescaleOf(answers.when),
    priority: priority === NO_PRIORITY ? null : priority,
    mayContact,
    // An address that may not be used is not kept.
    email: mayContact ? answers.email : '',
    showName: !nameless && answers.showName === true,
  })
  return parsed.success ? parsed.data : null
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
