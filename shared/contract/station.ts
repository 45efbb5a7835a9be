/** Calls about the station itself: its state, setting it up, its rehearsal, its safety. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { dutySchema } from '../domain/duty.ts'
import { eventPackSchema, packErrorSchema } from '../domain/event-pack.ts'
import { roleSchema } from '../domain/fact.ts'
import { passphraseError, pinError } from '../domain/secret-rules.ts'
import { asGiven, instant, requiredName } from '../domain/text.ts'
import { warningSchema } from '../domain/warning.ts'
import { call } from './base.ts'

export const packChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shipped'), id: asGiven(80) }),
  z.object({ kind: z.literal('file'), json: asGiven(2_000_000) }),
  /** What was loaded from the terminal, before the tablet is set up. */
  z.object({ kind: z.literal('loaded') }),
])

const packSummary = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  venue: z.string(),
  from: z.string(),
  to: z.string(),
  hosts: z.array(z.string()),
  /** What somebody should look at, a sentence each. */
  remarks: z.array(z.string()),
  /** It is on this tablet already. */
  loaded: z.boolean(),
})
export type PackSummary = z.infer<typeof packSummary>

export const stationName = requiredName(40, 'Give this tablet a name, like “West door”')
/** What nobody guesses at once: the rules are told in a sentence. */
const judgedBy = (errorOf: (secret: string) => string | null) =>
  asGiven(1000).superRefine((secret, context) => {
    const error = errorOf(secret)
    if (error !== null) context.addIssue({ code: 'custom', message: error })
  })
export const passphraseSchema = judgedBy(passphraseError)
export const pinSchema = judgedBy(pinError)

const setUpInput = z.object({
  pack: packChoice,
  name: stationName,
  passphrase: passphraseSchema,
  pin: pinSchema,
  duty: dutySchema,
  /** Somebody was told that the tablet holds an event already, and wants the other one. */
  replaces: z.boolean().default(false),
})
export type SetUpInput = z.infer<typeof setUpInput>

const setUpAnswer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('ready') }),
  z.object({ code: z.literal('pack-refused'), errors: z.array(packErrorSchema) }),
  z.object({ code: z.literal('already-set-up') }),
  /** The tablet holds another event, or another version of this one; `differences` says in how many places. Nothing was done. */
  z.object({ code: z.literal('holds-another'), name: z.string(), differences: z.int().nullable() }),
])
export type SetUpAnswer = z.infer<typeof setUpAnswer>

const backupView = z.object({ name: z.string(), taken: instant, bytes: z.int() })

/** The name of the way back that is no backup: what is left of the data itself. */
export const WHAT_IS_LEFT = 'station.db'

/** What a station whose data is damaged can start again from. `facts` are all it holds. */
const wayBack = backupView.extend({ facts: z.int() })

const stationState = z.object({
  /**
   * `locked`: the data is there, and its key is sealed with the organiser's passphrase, which nobody has given since the start. `opening`:
   * another version of the app had the data, and it is being brought up to date; then it is ready by itself.
   */
  phase: z.enum(['new', 'ready', 'opening', 'locked', 'refused']),
  /** Why the data could not be opened, what to do, and what there is to start again from, the most first; the data itself was left alone. */
  refused: z
    .object({
      code: z.enum(['damaged', 'newer', 'key', 'read-only', 'full', 'in-use']),
      sentence: z.string(),
      todo: z.string(),
      /** True where it may go by itself: then it is tried again every few seconds. */
      passing: z.boolean(),
      waysBack: z.array(wayBack),
    })
    .nullable(),
  /** While it is `opening`: what is brought up to date, every fact or the lists that are made from them, and how many facts are done. */
  broughtUp: z.object({ what: z.enum(['facts', 'lists']), done: z.int(), of: z.int() }).nullable(),
  rehearsal: z.boolean(),
  /** What the check in the background has found wrong; empty while all is well. */
  findings: z.array(z.string()),
  /** What staff should see to before it costs something; empty on a good day. Data: the screens have the words. */
  warnings: z.array(warningSchema),
  station: z.object({ id: z.uuid(), name: z.string(), duty: dutySchema }).nullable(),
  /**
   * How the key to the data is kept: by the system's keychain, sealed with the organiser's passphrase, in a file that is
   * sealed as soon as the passphrase is given, or in a file.
   */
  key: z.enum(['keychain', 'passphrase', 'passphrase-soon', 'file']),
  /** What this screen may do now. */
  role: roleSchema,
  /** What whoever opened this station can do: close a locked tablet for staff, say how it has been going, install a newer version. */
  platform: z.object({ canLeave: z.boolean(), keepsLog: z.boolean(), takesUpdates: z.boolean() }),
})
export type StationState = z.infer<typeof stationState>

const unsealAnswer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('open') }),
  z.object({ code: z.literal('wrong'), left: z.int() }),
  z.object({ code: z.literal('wait'), seconds: z.int() }),
])
export type UnsealAnswer = z.infer<typeof unsealAnswer>

const restoreAnswer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('restored'), keptIn: z.string() }),
  z.object({ code: z.literal('wrong'), left: z.int() }),
  z.object({ code: z.literal('wait'), seconds: z.int() }),
])
export type RestoreAnswer = z.infer<typeof restoreAnswer>

const putBackAnswer = z.discriminatedUnion('code', [
  z.object({ code: z.literal('put-back') }),
  z.object({ code: z.literal('unreadable'), message: z.string() }),
  z.object({ code: z.literal('wrong'), left: z.int() }),
  z.object({ code: z.literal('wait'), seconds: z.int() }),
])
export type PutBackAnswer = z.infer<typeof putBackAnswer>

/** Which lists changed, so that screens ask again for just those. */
export const changeKinds = z.enum([
  'station',
  'delegates',
  'attendance',
  'badges',
  'roll-calls',
  'pledges',
  'actions',
  'ideas',
  'answers',
  'drafts',
])
export type ChangeKind = z.infer<typeof changeKinds>

export const station = {
  state: call({ who: 'delegate', when: 'always' }).output(stationState),
  /** Those that ship; before them what was loaded already, where the tablet is not set up yet. */
  packs: call({ who: 'delegate', when: 'always' }).output(z.array(packSummary)),
  /** Reads a pack without loading it. */
  checkPack: call({ who: 'delegate', when: 'always' })
    .input(packChoice)
    .output(
      z.discriminatedUnion('ok', [
        z.object({ ok: z.literal(true), pack: packSummary }),
        z.object({ ok: z.literal(false), errors: z.array(packErrorSchema) }),
      ]),
    ),
  setUp: call({ who: 'delegate', when: 'always' }).input(setUpInput).output(setUpAnswer),
  /**
   * Opens a locked tablet's data; it gives this screen no role. Wrong answers are counted and slowed down, also over a
   * restart; `wait` is in seconds. After `open` the state says whether the data itself could be opened.
   */
  unseal: call({ who: 'delegate', when: 'always' })
    .input(z.object({ passphrase: asGiven(300) }))
    .output(unsealAnswer),
  event: call({ who: 'delegate', when: 'ready' }).output(eventPackSchema),
  /** What has changed, as it changes, until the caller stops listening; first of all, at once, every kind there is. */
  changes: call({ who: 'delegate', when: 'always' }).output(eventIterator(z.array(changeKinds))),
  /** With a pack of one's own where one was chosen; else with this tablet's event, or the one at the NEC. */
  startRehearsal: call({ who: 'delegate', when: 'always' })
    .input(z.object({ pack: packChoice.nullable() }))
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('open') }),
        z.object({ code: z.literal('pack-refused'), errors: z.array(packErrorSchema) }),
      ]),
    ),
  leaveRehearsal: call({ who: 'delegate', when: 'always' }).output(z.object({})),
  changeDuty: call({ who: 'steward', when: 'ready' })
    .input(z.object({ duty: dutySchema }))
    .output(z.object({})),
  rename: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ name: stationName }))
    .output(z.object({})),
  /** What this tablet’s clock says, and how far ahead of the right time somebody said that it is. Milliseconds, 0 where nobody did. */
  clock: call({ who: 'organiser', when: 'ready' }).output(z.object({ now: instant, ahead: z.int() })),
  /** Somebody looked at a clock that they trust: what this tablet wrote since its own was last set is shown by that. */
  sayTime: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ right: instant }))
    .output(z.object({})),
  /** Whole and sound? Checks every chain, every body's hash, and that the records are what the facts add up to. */
  check: call({ who: 'steward', when: 'ready' }).output(
    z.object({ sound: z.boolean(), facts: z.int(), findings: z.array(z.string()) }),
  ),
  backup: call({ who: 'organiser', when: 'ready' }).output(backupView),
  backups: call({ who: 'organiser', when: 'ready' }).output(z.array(backupView)),
  /**
   * Everything on this tablet in one file that may leave it: encrypted, and its key sealed with the organiser passphrase, which is asked
   * for again. Wrong ones are counted as everywhere.
   */
  saveCopy: call({ who: 'organiser', when: 'ready' })
    .input(z.object({ passphrase: asGiven(300) }))
    .output(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('saved'), file: z.file() }),
        z.object({ code: z.literal('wrong'), left: z.int() }),
        z.object({ code: z.literal('wait'), seconds: z.int() }),
      ]),
    ),
  /**
   * Makes a new tablet go on from such a file, with the passphrase it was sealed with. NOT_POSSIBLE `set-up` on one that is set up;
   * `unreadable` with a sentence where the file is none, damaged, or from a newer version: then nothing was changed.
   */
  putBack: call({ who: 'delegate', when: 'always' })
    .input(z.object({ file: z.file(), passphrase: asGiven(300) }))
    .output(putBackAnswer),
  /** Tries again to open data that could not be opened; the state then says whether it could. */
  reopen: call({ who: 'delegate', when: 'always' }).output(z.object({})),
  /**
   * Puts the damaged files aside and starts from one of the ways back, by its name. Only where the data is damaged, and for whoever knows
   * the PIN or the passphrase of the event in it: wrong ones are counted and slowed down, also over a restart. NOT_POSSIBLE `sound`.
   */
  restore: call({ who: 'delegate', when: 'always' })
    .input(z.object({ name: asGiven(200), secret: asGiven(300) }))
    .output(restoreAnswer),
  /**
   * Closes the app on a locked tablet. Needs a steward of the real event once the tablet is set up: nobody may leave with
   * the PIN of a rehearsal, which everybody knows. NOT_POSSIBLE `not-locked`, `rehearsal`, or `no-station` where the data,
   * and the PIN with it, could not be opened.
   */
  leave: call({ who: 'steward', when: 'always' }).output(z.object({})),
  /** One file for whoever is asked for help: versions, log and checks, without anybody’s name. Also where data could not be opened. */
  support: call({ who: 'steward', when: 'always' }).output(z.object({ file: z.file() })),
}
