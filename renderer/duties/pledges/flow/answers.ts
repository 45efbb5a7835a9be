/** What a person has answered so far on the way to a pledge, just as they typed it. */
import { z } from 'zod'
import { publicPerson } from '../../../../shared/domain/delegate.ts'

/**
 * Who is pledging, as far as a public screen knows. `sector` chooses the examples that are shown; `emailHeld` says that the
 * organisers have an address already, so that it need not be typed.
 */
const pledgingPerson = publicPerson.extend({ sector: z.string().default(''), emailHeld: z.boolean().default(false) })
export type PledgingPerson = z.infer<typeof pledgingPerson>

/** The person who was found or whose badge was read, with as much as the station said of them. */
export const readPerson = (found: z.input<typeof pledgingPerson>): PledgingPerson => pledgingPerson.parse(found)

export const WHEN_CHOICES = ['month', 'three-months', 'school-year', 'day', 'words', 'open'] as const
export type WhenChoice = (typeof WHEN_CHOICES)[number]

/** The priority of somebody who has looked and is not sure. */
export const NO_PRIORITY = ''

export const answersSchema = z.object({
  by: z.enum(['delegate', 'organisation', 'anonymous']).nullable(),
  person: pledgingPerson.nullable(),
  organisation: z.string(),
  /** Of an organisation, or of somebody without a name; a delegate’s stands on the list. Drafts of older versions have none. */
  area: z.string().default(''),
  sector: z.string(),
  contactName: z.string(),
  type: z.string().nullable(),
  wording: z.string(),
  howMany: z.object({ unsure: z.boolean(), number: z.string() }),
  when: z.object({
    choice: z.enum(WHEN_CHOICES).nullable(),
    day: z.string(),
    month: z.string(),
    year: z.string(),
    words: z.string(),
  }),
  /** Null as long as the priority that the kind of pledge usually serves will do. */
  priority: z.string().nullable(),
  mayContact: z.boolean().nullable(),
  email: z.string(),
  showName: z.boolean().nullable(),
})
export type Answers = z.infer<typeof answersSchema>

export const NO_ANSWERS: Answers = {
  by: null,
  person: null,
  organisation: '',
  area: '',
  sector: '',
  contactName: '',
  type: null,
  wording: '',
  howMany: { unsure: false, number: '' },
  when: { choice: null, day: '', month: '', year: '', words: '' },
  priority: null,
  mayContact: null,
  email: '',
  showName: null,
}
