/** Calls of the sign-in duty: finding people, signing them in and out, walk-ins, the list of delegates and its import. */
import { z } from 'zod'
import { delegateDetails, delegateView, IMPORT_FIELDS, needsSchema, presenceSchema } from '../domain/delegate.ts'
import { instant, optionalLine, reasonSchema } from '../domain/text.ts'
import { call, listInput, pageOf } from './base.ts'

const found = delegateView.extend({ marks: z.array(z.tuple([z.int(), z.int()])) })
export type FoundDelegate = z.infer<typeof found>

/** The answer to a sign-in, however it was asked for. `station` and `at` say where and when it was already done. */
const signInAnswer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('signed-in'), delegate: delegateView, at: instant }),
  z.object({ code: z.literal('already'), delegate: delegateView, at: instant, station: z.string() }),
  z.object({ code: z.literal('withdrawn'), delegate: delegateView }),
  z.object({ code: z.literal('unknown-badge'), text: z.string() }),
  z.object({ code: z.literal('other-event'), event: z.string() }),
])
export type SignInAnswer = z.infer<typeof signInAnswer>

const counts = z.object({
  delegates: z.int(),
  here: z.int(),
  left: z.int(),
  expected: z.int(),
  walkIns: z.int(),
  /** Arrivals in each five minutes, oldest first; `from` is the start of the five minutes. */
  arrivals: z.array(z.object({ from: instant, count: z.int() })),
})

const walkIn = delegateDetails.extend({ needs: needsSchema.optional(), evenIfKnown: z.boolean().default(false) })

const field = z.enum(IMPORT_FIELDS)
export const importInput = z.object({
  file: z.file(),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).nullable().default(null),
  sheet: z.string().max(200).nullable().default(null),
  /** Heading for each field; null to leave a field empty; leave out to let the headings be recognised. */
  mapping: z.partialRecord(field, z.string().nullable()).nullable().default(null),
})
const importFault = z.object({ row: z.int(), column: z.string(), value: z.string(), reason: z.string() })
/** Every row read is in exactly one of the six counts. */
const importCounts = z.object({
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  repeated: z.int(),
  duplicates: z.int(),
  faulty: z.int(),
  faults: z.array(importFault),
  notices: z.array(importFault),
})
export type ImportCounts = z.infer<typeof importCounts>

const importPreview = z.object({
  format: z.string(),
  encoding: z.string(),
  /** True where the encoding was a guess that a person should look at. */
  encodingGuessed: z.boolean(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  headings: z.array(z.string()),
  leftBehind: z.array(z.string()),
  mapping: z.partialRecord(field, z.string().nullable()),
  sample: z.array(delegateDetails.partial().extend({ row: z.int() })),
  counts: importCounts,
})
export type ImportPreview = z.infer<typeof importPreview>

const refusedFile = z.object({ code: z.literal('file-refused'), sentence: z.string(), todo: z.string() })

export const signIn = {
  find: call({ who: 'steward', when: 'ready' })
    .input(z.object({ query: z.string().max(200) }))
    .output(z.array(found)),
  /** For a screen that anyone may stand at: name and organisation only. */
  findPublic: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ query: z.string().max(200) }))
    .output(
      z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          organisation: z.string(),
          marks: z.array(z.tuple([z.int(), z.int()])),
        }),
      ),
    ),
  scan: call({ who: 'steward', when: 'ready' })
    .input(z.object({ text: z.string().max(4000) }))
    .output(signInAnswer),
  signIn: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(signInAnswer),
  signOut: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('signed-out'), delegate: delegateView }),
        z.object({ code: z.literal('not-here'), delegate: delegateView }),
      ]),
    ),
  undo: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), reason: reasonSchema }))
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('undone'), delegate: delegateView }),
        z.object({ code: z.literal('nothing-to-undo'), delegate: delegateView }),
      ]),
    ),
  walkIn: call({ who: 'steward', when: 'ready' })
    .input(walkIn)
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('signed-in'), delegate: delegateView, at: instant }),
        z.object({ code: z.literal('possible-duplicates'), likely: z.array(delegateView) }),
      ]),
    ),
  counts: call({ who: 'delegate', when: 'ready' }).output(counts),
  /** Names of organisations already known here that start with what was typed. */
  organisations: call({ who: 'delegate', when: 'ready' })
    .input(z.object({ query: z.string().max(200) }))
    .output(z.array(z.string())),
  badge: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(z.object({ code: z.string() })),
  list: call({ who: 'organiser', when: 'ready' })
    .input(listInput.extend({ presence: presenceSchema.nullable().default(null) }))
    .output(pageOf(delegateView)),
  amend: call({ who: 'steward', when: 'ready' })
    .input(delegateDetails.partial().extend({ delegate: z.uuid(), reason: reasonSchema }))
    .output(delegateView),
  withdraw: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), reason: reasonSchema }))
    .output(delegateView),
  /** Puts back somebody who was taken off the list by mistake. */
  restore: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), reason: optionalLine(200) }))
    .output(delegateView),
  /** Forgets a person for good, as they may ask (UK GDPR, Article 17). Their pledges stay, without a name. */
  erase: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ delegate: z.uuid(), reason: reasonSchema }))
    .output(z.object({ pledgesKept: z.int() })),
  needs: call({ who: 'steward', when: 'ready' })
    .input(z.object({ delegate: z.uuid() }))
    .output(needsSchema),
  /** Removes every access and dietary need from this station for good; the rest stays. */
  purgeNeeds: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ reason: reasonSchema }))
    .output(z.object({ purged: z.int() })),
  previewImport: call({ who: 'organiser', when: 'ready' })
    .input(importInput)
    .output(z.discriminatedUnion('code', [importPreview.extend({ code: z.literal('preview') }), refusedFile])),
  import: call({ who: 'organiser', when: 'ready' })
    .input(importInput)
    .output(z.discriminatedUnion('code', [importCounts.extend({ code: z.literal('imported') }), refusedFile])),
}
