/** The calls of the import, and of taking one back. */
import { createGuard, known, type Refuse } from '../../kernel/guard.ts'
import type { SignIn } from '../sign-in.ts'

const { ready } = createGuard<{ signIn: SignIn }, { shift(): object }>()

const notHeld = { message: 'This tablet does not have that list in its hands any more. Choose it again.' }
const tooMany = {
  message: 'That is a great deal to put right by hand. Import what there is, or mend the rest in the spreadsheet.',
  data: { code: 'too-many' },
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
  commit: ready.import.commit.handler(({ input, context, errors }) => {
    const answer = context.station.signIn.importer.commit(context.actor, context.session.shift(), input.id)
    if (answer === null) throw errors.NOT_FOUND(notHeld)
    return answer
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
    const end = yield* told(context.kiosk, errors, 'undoImport', steps, signal)
    if (end === 'not-standing') throw errors.NOT_FOUND(notStanding)
  }),
}

const notStanding = { message: 'That list was taken back already. Look at the lists again.' }

/** What goes wrong after the first step no longer comes by the guard, so it is named and logged here. */
async function* told<T, End>(
  kiosk: Parameters<typeof known>[2] & { log(line: { call: string; outcome: string; ms: number }): void },
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
    throw known(error, errors, kiosk, (outcome) =>
      kiosk.log({ call: `signIn.${call}`, outcome, ms: performance.now() - started }),
    )
  }
}
