/** What becomes of each text of a fact where it names somebody who is forgotten: it follows from what the text says of people. */
import type { Label } from '../kernel/journal/index.ts'

/**
 * `taken-out`: the name is taken out of it. `asked`: what somebody promised, proposed or typed as a name; the organiser says what it shall
 * say instead. `kept`: an id or a code of ours, or what is said of another person.
 */
type Treatment = 'taken-out' | 'asked' | 'kept'

export function treatmentOf({ class: kind, about }: Label): Treatment {
  switch (kind) {
    case 'identity':
      return about === 'subject' ? 'kept' : 'asked'
    case 'contact':
      return about === 'subject' ? 'kept' : 'taken-out'
    case 'words':
      return 'asked'
    case 'need':
    case 'note':
      return 'taken-out'
    case 'none':
      return 'kept'
  }
}

/** The field of a form that a path belongs to: `changes.timescale.stated` is the timescale. */
export const fieldAt = (path: string): string => path.replace(/\.stated$/, '').replace(/^.*\./, '')

/** The body with each of its texts as `change` has it. */
export function withTexts(body: unknown, change: (path: string, text: string) => string, path = ''): unknown {
  if (typeof body === 'string') return change(path, body)
  if (Array.isArray(body)) return body.map((part) => withTexts(part, change, `${path}[]`))
  if (body === null || typeof body !== 'object') return body
  return Object.fromEntries(
    Object.entries(body).map(([key, part]) => [key, withTexts(part, change, path === '' ? key : `${path}.${key}`)]),
  )
}
