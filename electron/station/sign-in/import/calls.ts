/** The calls of the import, and of taking one back. */
import { createGuard, known, type Refuse } from '../../kernel/guard.ts'
import type { SignIn } from '../sign-in.ts'
import { toTheEnd } from './paced.ts'

const { ready } = createGuard<{ signIn: SignIn }, { shift(): object }>()

const notHeld = { message: 'This tablet does not have that list in its hands any more. Choose it again.' }
const tooMany = {
  message: 'That is a great deal to put right by hand. Import what there is, or mend the rest in the spreadsheet.',
  data: { code: 'too-many' },
}

const oneAtATime = {
  message: 'Another list is being read in at the moment. Import this one once that is done.',
  data: { code: 'busy' },
}
const takenBack = {
  message: 'This list was taken back at another screen while it was read in, so the rest of it was left out.',
  data: { code: 'taken-back' },
}

export const importCalls = {
  analyse: ready.import.analyse.handler(async ({ input: { file, decisions }, context, signal }) => {
    const list = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    return context.station.signIn.importer.analyse(context.session.shift(), list, decisions, signal)
  }),
  decide: ready.import.decide.handler(async ({ input: { id, changes }, context, signal, errors }) => {
    const answer = await context.station.signIn.importer.decide(context.session.shift(), id, changes, signal)
    if (answer === null) throw errors.NOT_FOUND(notHeld)
    if (answer === 'too-many') throw errors.NOT_POSSIBLE(tooMany)
    return answer
  }),
  commit: ready.import.commit.handler(({ input, context, signal, errors }) => {
    const steps = context.station.signIn.importer.commit(context.actor, context.session.shift(), input.id)
    if (steps === null) throw errors.NOT_FOUND(notHeld)
    if (steps === 'busy') throw errors.NOT_POSSIBLE(oneAtATime)
    return committing(steps, context.kiosk, errors, signal)
  }),
  leave: ready.import.leave.handler(({ input, context }) =>
    context.station.signIn.importer.leave(context.session.shift(), input.id),
  ),
}

export const importUndoCalls = {
  imports: ready.signIn.imports.handler(({ context }) => context.station.signIn.importUndo.imports()),
  beforeUndoingImport: ready.signIn.beforeUndoingImport.handler(async ({ input, context, signal, errors }) => {
    const before = await context.station.signIn.importUndo.beforeInSlices(input.id, signal)
    if (before === null) throw errors.NOT_FOUND(notStanding)
    return before
  }),
  undoImport: ready.signIn.undoImport.handler(async function* ({ input, context, signal, errors }) {
    const steps = context.station.signIn.importUndo.undoing(context.actor, input, signal)
    const end = yield* told(context.kiosk, errors, 'signIn.undoImport', steps, signal)
    if (end === 'not-standing') throw errors.NOT_FOUND(notStanding)
  }),
}

const notStanding = { message: 'That list was taken back already. Look at the lists again.' }

type Kiosk = Parameters<typeof known>[2] & { log(line: { call: string; outcome: string; ms: number }): void }

async function* committing(
  steps: Exclude<ReturnType<SignIn['importer']['commit']>, 'busy' | null>,
  kiosk: Kiosk,
  errors: Refuse,
  signal: AbortSignal | undefined,
) {
  const call = 'import.commit'
  const failed = (error: unknown) => void nameError(kiosk, errors, call, error)
  const end = yield* told(kiosk, errors, call, toTheEnd(steps, failed), signal)
  if (end === 'stopped') throw errors.NOT_POSSIBLE(takenBack)
  if (end !== undefined) yield end
}

/** What goes wrong after the first step no longer comes by the guard, so it is named and logged here. */
const nameError = (kiosk: Kiosk, errors: Refuse, call: string, error: unknown, started = performance.now()): unknown =>
  known(error, errors, kiosk, (outcome) => kiosk.log({ call, outcome, ms: performance.now() - started }))

async function* told<T, End>(
  kiosk: Kiosk,
  errors: Refuse,
  call: string,
  steps: AsyncGenerator<T, End>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, End | undefined> {
  const started = performance.now()
  try {
    return yield* steps
  } catch (error) {
    // Stopped on purpose, and nobody listens any more.
    if (signal?.aborted === true) return undefined
    throw nameError(kiosk, errors, call, error, started)
  }
}
