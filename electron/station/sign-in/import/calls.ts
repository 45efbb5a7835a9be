/** The calls of the import. */
import { createGuard, known, type Refuse } from '../../kernel/guard.ts'
import type { SignInDesk } from '../sign-in.ts'

const { ready } = createGuard<{ signIn: SignInDesk }>()

export const importCalls = {
  previewImport: ready.signIn.previewImport.handler(async function* ({
    input: { file, ...options },
    context,
    signal,
    errors,
  }) {
    const { importer } = context.station.signIn
    const steps = importer.previewing(file.name, await bytesOf(file), options, signal)
    yield* told(context.kiosk, errors, 'previewImport', steps, signal)
  }),
  import: ready.signIn.import.handler(async function* ({ input: { file, ...options }, context, signal, errors }) {
    const { importer } = context.station.signIn
    const steps = importer.importing(context.actor, file.name, await bytesOf(file), options, signal)
    yield* told(context.kiosk, errors, 'import', steps, signal)
  }),
  imports: ready.signIn.imports.handler(({ context }) => context.station.signIn.importUndo.imports()),
  beforeUndoingImport: ready.signIn.beforeUndoingImport.handler(async ({ input, context, signal, errors }) => {
    const before = await context.station.signIn.importUndo.beforeInTurns(input.id, signal)
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

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

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
