/** What the organiser is shown before a person is forgotten, and what they say then. */
import { z } from 'zod'
import { optionalText } from '../domain/text.ts'

export const NAMING_FIELDS = [
  'wording',
  'timescale',
  'name',
  'organisation',
  'area',
  'title',
  'owner',
  'measure',
  'voice',
  'text',
] as const
const field = z.enum(NAMING_FIELDS)
export type NamingField = z.infer<typeof field>

/** A text of a pledge, an action or an idea that holds the person’s name, or in their own pledge a part of it. */
const namingText = z.object({
  subject: z.uuid(),
  kind: z.enum(['pledge', 'action', 'idea']),
  reference: z.string(),
  /** They made it themselves, by their badge or from the list. */
  theirs: z.boolean(),
  field,
  text: z.string(),
})
export type NamingText = z.infer<typeof namingText>

export const beforeErasing = z.object({ pledges: z.int(), drafts: z.int(), texts: z.array(namingText) })
export type BeforeErasing = z.infer<typeof beforeErasing>

/** What such a text shall say from now on; the same again keeps it. Where nothing is said of it, the name is taken out. */
const newWords = z.object({ subject: z.uuid(), field, text: optionalText(600) })
export type NewWords = z.infer<typeof newWords>
export const allNewWords = z.array(newWords).max(1000).default([])

/** `drafts`: how many that were about them, or named them, went. */
export const erased = z.object({ pledgesKept: z.int(), draftsGone: z.int() })
export type Erased = z.infer<typeof erased>
