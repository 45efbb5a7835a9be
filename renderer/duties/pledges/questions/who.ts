/** Who is pledging: somebody on the list, an organisation, or somebody without a name. */
import { z } from 'zod'
import { publicPerson } from '../../../../shared/domain/delegate.ts'
import { type PledgeBy, pledgeBy } from '../../../../shared/domain/pledge.ts'
import { errorsOf, type Question } from './question.ts'

/**
 * Who is pledging, as far as a public screen knows. `sector` chooses the examples that are shown; `emailHeld` says that the
 * organisers have an address already, so that it need not be typed.
 */
const pledgingPerson = publicPerson.extend({ sector: z.string().default(''), emailHeld: z.boolean().default(false) })
export type PledgingPerson = z.infer<typeof pledgingPerson>

/** The person who was found or whose badge was read, with as much as the station said of them. */
export const readPerson = (found: z.input<typeof pledgingPerson>): PledgingPerson => pledgingPerson.parse(found)

export const whoAnswers = z.object({
  by: z.enum(['delegate', 'organisation', 'anonymous']).nullable(),
  person: pledgingPerson.nullable(),
  organisation: z.string(),
  /** Of an organisation, or of somebody without a name; a delegate’s stands on the list. Drafts of older versions have none. */
  area: z.string().default(''),
  sector: z.string(),
  contactName: z.string(),
})
export type WhoAnswers = z.infer<typeof whoAnswers>
export const NOBODY: WhoAnswers = {
  by: null,
  person: null,
  organisation: '',
  area: '',
  sector: '',
  contactName: '',
}

export const isNamed = ({ by }: Pick<WhoAnswers, 'by'>): boolean => by !== 'anonymous'

function byOf({ by, person, organisation, area, sector, contactName }: WhoAnswers): PledgeBy | null {
  if (by === 'anonymous') return { kind: 'anonymous', area }
  if (by === 'organisation') return { kind: 'organisation', organisation, area, sector, name: contactName }
  return by === null || person === null ? null : { kind: 'delegate', delegate: person.id }
}

/** What is wrong with who pledges; `ids` are those of the fields that are there to put it right. */
export const checkBy = (answers: WhoAnswers, ids: Readonly<Record<string, string>>, otherwise = '') =>
  errorsOf(pledgeBy.safeParse(byOf(answers)), ids, otherwise)

/** Whose pledge it is, in its two parts: a name, and an organisation that may be empty. */
export function whoseWords({
  by,
  person,
  organisation,
  contactName,
}: WhoAnswers): { name: string; organisation: string } | null {
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

/** The same in one line. */
export const whoseLine = (answers: WhoAnswers): string => {
  const whose = whoseWords(answers)
  return [whose?.name, whose?.organisation].filter(Boolean).join(', ')
}

export const who: Question<WhoAnswers> = {
  aboutThem: true,
  title: () => 'Who is making this pledge?',
  check: ({ by }) =>
    by === null ? [{ id: 'who', message: 'Find your name, or choose one of the other two ways' }] : [],
  sent: (answers) => ({ by: byOf(answers) }),
  row: (answers) => ({
    name: 'Who',
    words: answers.by === 'organisation' ? 'An organisation' : whoseLine(answers),
    what: 'who is making this pledge',
  }),
}
