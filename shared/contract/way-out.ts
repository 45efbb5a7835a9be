/** Calls about the one question at the way out: a touch answers it, and nobody is known by it. */
import { z } from 'zod'
import { slug } from '../domain/text.ts'
import { call } from './base.ts'

/** How many gave each answer, in the event pack’s order. What an earlier pack had and this one has not comes last, without words. */
const numbers = z.object({
  question: z.string(),
  total: z.int(),
  answers: z.array(z.object({ id: z.string(), words: z.string(), count: z.int() })),
})
export type WayOutNumbers = z.infer<typeof numbers>

export const wayOut = {
  /** NOT_FOUND where the event asks no such thing. `wait`: this screen has counted very many just now; nothing was counted. */
  answer: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ answer: slug }))
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('counted') }),
        z.object({ code: z.literal('wait'), seconds: z.int() }),
      ]),
    ),
  /** null where the event asks nothing. */
  numbers: call({ who: 'steward', when: 'ready' }).output(numbers.nullable()),
}
