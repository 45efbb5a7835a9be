/** How the desk works, as it is being changed. Pure. */
import { z } from 'zod'
import { doorSettings } from '../../../../shared/domain/door.ts'

/** What stands round the letters that a scanner types first is not meant. */
export const doorTyped = z
  .custom<z.input<typeof doorSettings>>()
  .transform((form) => ({ ...form, scanner: { ...form.scanner, prefix: form.scanner.prefix.trim() } }))
  .pipe(doorSettings)
