/** Calls about sticks that are plugged into this tablet: which there are, and a file put on one. */
import { z } from 'zod'
import { asGiven } from '../domain/text.ts'
import { call } from './base.ts'

/** `id` is good while it is plugged in. `free` and `size` in bytes. */
const stick = z.object({ id: z.string(), name: z.string(), free: z.number(), size: z.number() })
export type StickView = z.infer<typeof stick>

/** `locked`: the app itself decides where downloads go, and asks nobody. */
const plugged = z.object({ sticks: z.array(stick), locked: z.boolean() })
export type PluggedIn = z.infer<typeof plugged>

const saved = z.discriminatedUnion('code', [
  /** Whole and synced, under this name: a number was added where the stick had a file of that name. */
  z.object({ code: z.literal('saved'), name: z.string(), stick: z.string() }),
  z.object({ code: z.literal('gone'), message: z.string() }),
  z.object({
    code: z.enum([
      'too-large',
      'disk-full',
      'folder-missing',
      'not-writable',
      'file-in-use',
      'is-a-folder',
      'device-failed',
    ]),
    message: z.string(),
  }),
])
export type SavedOnStick = z.infer<typeof saved>

export const sticks = {
  /** Also where data could not be opened: the support file is needed most there. */
  list: call({ who: 'steward', when: 'always' }).output(plugged),
  /** Every `message` is a sentence for whoever holds the stick. Nothing on the stick is ever written over. */
  save: call({ who: 'steward', when: 'always' })
    .input(z.object({ stick: asGiven(100), file: z.file() }))
    .output(saved),
}
