/** What a call was answered, put so that the table can be held to it and the two transports to each other. */
import { createHash } from 'node:crypto'
import { ORPCError } from '@orpc/client'
import type { KioskClient } from '../../shared/contract/index.ts'
import { callOf } from './calls.ts'
import { hallOf } from './hall.ts'
import type { Answer } from './row.ts'
import { type AnyRow, givenIn } from './table.ts'
import type { Tablet } from './tablet.ts'

/** What a screen heard: the whole of it, and the part that the table speaks of. */
export type Heard = {
  whole: unknown
  /** A code of the result, or `ok`; of a refusal all that a screen can tell of it. */
  answer: string | { code: string; status: number; defined: boolean; data: unknown; message: string }
}

/** Makes the call of a row on this screen, with what the row gives. Throws what is no answer of the station. */
export async function ask({ kiosk, folder }: Tablet, client: KioskClient, name: string, row: AnyRow): Promise<Heard> {
  const input = await givenIn(row, hallOf(kiosk, client))
  const { whole, ...heard } = await hear(() => callOf(client, name)(input))
  // Where the data lies is what two tablets have each for themselves.
  return { ...heard, whole: JSON.stringify(whole)?.replaceAll(folder, 'its folder') }
}

export async function hear(call: () => Promise<unknown>): Promise<Heard> {
  try {
    const whole = await wholeOf(await call())
    return { whole, answer: codeOf(whole) }
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const { code, status, defined, data, message } = error as ORPCError<string, unknown>
    const answer = { code, status, defined, data, message }
    return { whole: answer, answer }
  }
}

/** True where this is what the table says; a refusal has to be one that the contract names. */
export function isAs(said: Answer, { answer }: Heard): boolean {
  if (typeof said === 'string' || typeof answer === 'string') return said === answer
  return (
    answer.defined &&
    answer.code === said.code &&
    answer.status === said.status &&
    JSON.stringify(answer.data) === JSON.stringify(said.data) &&
    (said.message === undefined || answer.message === said.message)
  )
}

/** In a sentence. */
export const inWords = (answer: Answer): string =>
  typeof answer === 'string'
    ? answer
    : `${answer.code} ${answer.status} ${JSON.stringify(answer.data ?? null)} ${answer.message ?? ''}`.trim()

const codeOf = (whole: unknown): string =>
  typeof whole === 'object' && whole !== null && 'code' in whole && isCode(whole) ? whole.code : 'ok'

/** The code of a badge is no code of a result. */
const isCode = (whole: { code: unknown }): whole is { code: string } =>
  typeof whole.code === 'string' && /^[a-z]+(-[a-z]+)*$/.test(whole.code)

const SEALED = Buffer.from('pledge-kios')

/** A stream is heard up to its first news, or to what came of it, and then let go; a file by its bytes. */
async function wholeOf(result: unknown): Promise<unknown> {
  if (result instanceof Blob) {
    const bytes = Buffer.from(await result.arrayBuffer())
    return {
      name: result instanceof File ? result.name : '',
      type: result.type,
      // A copy of the tablet is sealed with other chance each time.
      bytes: bytes.subarray(0, 11).equals(SEALED) ? 'sealed' : createHash('sha256').update(bytes).digest('hex'),
    }
  }
  if (typeof result !== 'object' || result === null) return result
  if (Symbol.asyncIterator in result) {
    for await (const news of result as AsyncIterable<unknown>) {
      const whole = await wholeOf(news)
      if (codeOf(whole) !== 'progress') return whole
    }
    return null
  }
  if (Array.isArray(result)) return Promise.all(result.map(wholeOf))
  return Object.fromEntries(
    await Promise.all(Object.entries(result).map(async ([name, part]) => [name, await wholeOf(part)] as const)),
  )
}
