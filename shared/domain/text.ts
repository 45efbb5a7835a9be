/** The shapes of text that people type: trimmed, normalised, bounded, free of control characters. */
import { z } from 'zod'

// Tab and line breaks are typed on purpose in long answers; every other control character, and the marks that
// turn text round without showing it, come from bad scans and pasted files.
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

const tidyLine = (text: string) => text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim()
const tidyText = (text: string) => text.normalize('NFC').replace(UNSEEN, '').replace(/\r\n?/g, '\n').trim()

const tooLong = (max: number) => `Shorten this to ${max} characters or fewer`

/** One line that may be left empty. */
export const optionalLine = (max: number) =>
  z
    .string()
    .transform(tidyLine)
    .pipe(z.string().max(max, tooLong(max)))
/** One line that must be filled; `empty` is the sentence shown when it is not. */
export const requiredLine = (max: number, empty: string) =>
  z
    .string()
    .transform(tidyLine)
    .pipe(z.string().min(1, empty).max(max, tooLong(max)))
/** A few sentences that must be filled. */
export const requiredText = (max: number, empty: string) =>
  z
    .string()
    .transform(tidyText)
    .pipe(z.string().min(1, empty).max(max, tooLong(max)))

/** An e-mail address, or nothing. */
export const optionalEmail = z
  .string()
  .transform((text) => tidyLine(text).toLowerCase())
  .pipe(
    z
      .string()
      .max(254, tooLong(254))
      .refine(
        (email) => email === '' || z.email().safeParse(email).success,
        'Write an e-mail address like name@example.org, or leave it empty',
      ),
  )

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
export const isoDate = z.iso.date('Choose a date')
/** An ISO instant in UTC, for showing. */
export const instant = z.iso.datetime()

/** Why someone changed or withdrew an entry. */
export const reasonSchema = requiredLine(200, 'Say briefly why')
