/** What commands do with files that are sealed: writing one, and saying why one was not opened. */
import { saidOf } from '../station/tablets/index.ts'
import { BundleError } from '../transfer/index.ts'
import { failed, type Outcome } from './command.ts'
import { type Place, put } from './output.ts'

type Sealed = { bytes: ReadableStream<Uint8Array>; close: () => void }

/** Writes it, whole or not at all; `done` says what came of it. `folder`: the station’s. */
export async function putSealed(
  place: Place,
  { bytes, close }: Sealed,
  folder: string,
  done: (written: { bytes: number; where: string }) => Outcome,
): Promise<Outcome> {
  try {
    const written = await put(place, bytes, folder)
    return written.ok ? done(written) : failed(written.message)
  } finally {
    close()
  }
}

/** Why a file was not opened, in a sentence; anything else is thrown. */
export function refusedAs(error: unknown): { code: string; text: string } {
  if (error instanceof BundleError) return { code: error.code, text: saidOf(error.code) }
  throw error
}
