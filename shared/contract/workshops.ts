/** Calls of the workshop duty: one table's actions and ideas. */
import { z } from 'zod'
import { actionDetails, actionList, actionView, ideaDetails, ideaList, ideaView, tablePlace } from '../domain/action.ts'
import { optionalLine, slug } from '../domain/text.ts'
import { call, listInput, pageOf } from './base.ts'

export const workshops = {
  /** Live actions in the table's own order, and live ideas, oldest first. */
  table: call({ who: 'facilitator', when: 'ready' })
    .input(tablePlace)
    .output(z.object({ actions: z.array(actionView), ideas: z.array(ideaView) })),
  proposeAction: call({ who: 'facilitator', when: 'ready' })
    .input(actionDetails.extend(tablePlace.shape))
    .output(actionView),
  amendAction: call({ who: 'facilitator', when: 'ready' })
    .input(actionDetails.partial().extend({ id: z.uuid(), reason: optionalLine(200) }))
    .output(actionView),
  moveAction: call({ who: 'facilitator', when: 'ready' })
    .input(z.object({ id: z.uuid(), to: z.enum(['up', 'down']) }))
    .output(z.object({ moved: z.boolean() })),
  withdrawAction: call({ who: 'facilitator', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: optionalLine(200) }))
    .output(actionView),
  restoreAction: call({ who: 'facilitator', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: optionalLine(200) }))
    .output(actionView),
  postIdea: call({ who: 'facilitator', when: 'ready' })
    .input(ideaDetails.extend(tablePlace.shape).extend({ question: slug }))
    .output(ideaView),
  amendIdea: call({ who: 'facilitator', when: 'ready' })
    .input(ideaDetails.partial().extend({ id: z.uuid(), reason: optionalLine(200) }))
    .output(ideaView),
  withdrawIdea: call({ who: 'facilitator', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: optionalLine(200) }))
    .output(ideaView),
  restoreIdea: call({ who: 'facilitator', when: 'ready' })
    .input(z.object({ id: z.uuid(), reason: optionalLine(200) }))
    .output(ideaView),
  listActions: call({ who: 'organiser', when: 'ready' })
    .input(listInput.extend(actionList.input))
    .output(pageOf(actionView)),
  listIdeas: call({ who: 'organiser', when: 'ready' }).input(listInput.extend(ideaList.input)).output(pageOf(ideaView)),
}
