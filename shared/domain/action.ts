/** Actions and ideas: what a table proposes, and the notes it leaves on a question. */
import { z } from 'zod'
import { timescaleInput } from './pledge.ts'
import { area, instant, optionalLine, requiredLine, requiredText, slug } from './text.ts'

export const actionDetails = z.object({
  title: requiredLine(255, 'Write what should happen'),
  owner: optionalLine(160),
  organisation: optionalLine(160),
  area,
  timescale: timescaleInput,
  measure: optionalLine(300),
  priority: slug.nullable(),
})
export type ActionDetails = z.infer<typeof actionDetails>

export const tablePlace = z.object({ session: slug, table: slug })
export type TablePlace = z.infer<typeof tablePlace>

export const actionView = z.object({
  id: z.uuid(),
  reference: z.string(),
  session: z.string(),
  table: z.string(),
  title: z.string(),
  owner: z.string(),
  organisation: z.string(),
  area: z.string(),
  timescale: z.string(),
  due: z.string().nullable(),
  dueDerived: z.boolean(),
  measure: z.string(),
  priority: z.string().nullable(),
  status: z.enum(['live', 'withdrawn']),
  withdrawnReason: z.string(),
  made: instant,
  changed: instant,
})
export type ActionView = z.infer<typeof actionView>

/** What an action still lacks before a board could follow it up: questions, not errors. */
export const actionGaps = (
  action: Pick<ActionView, 'owner' | 'organisation' | 'area' | 'timescale' | 'due' | 'measure'>,
): ('owner' | 'timescale' | 'measure')[] => {
  const gaps: ('owner' | 'timescale' | 'measure')[] = []
  if (action.owner === '' && action.organisation === '' && action.area === '') gaps.push('owner')
  if (action.due === null) gaps.push('timescale')
  if (action.measure === '') gaps.push('measure')
  return gaps
}

export const ideaDetails = z.object({
  text: requiredText(400, 'Write your idea'),
  name: optionalLine(120),
  organisation: optionalLine(160),
  area,
})
export type IdeaDetails = z.infer<typeof ideaDetails>

export const ideaView = z.object({
  id: z.uuid(),
  reference: z.string(),
  session: z.string(),
  table: z.string(),
  question: z.string(),
  text: z.string(),
  name: z.string(),
  organisation: z.string(),
  area: z.string(),
  status: z.enum(['live', 'withdrawn']),
  withdrawnReason: z.string(),
  made: instant,
  changed: instant,
})
export type IdeaView = z.infer<typeof ideaView>
