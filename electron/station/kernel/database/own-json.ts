/** What this app once wrote as JSON into its own tables, read again. */
import type { ZodType } from 'zod'
import { notAsWritten } from './storage-error.ts'

/** `text`, which this app wrote as JSON. Throws StorageError where it is none: nobody else writes there, so that is damage. */
export function jsonWritten(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw notAsWritten(cause)
  }
}

/** The same, in the shape that it was written in. Throws StorageError also where it has another. */
export function readWritten<Read>(shape: ZodType<Read>, text: string): Read {
  const read = shape.safeParse(jsonWritten(text))
  if (!read.success) throw notAsWritten(read.error)
  return read.data
}
