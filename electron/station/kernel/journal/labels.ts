/** What the texts of a fact say of people: declared once, where the type of the fact is, and read by whoever has to take somebody out. */

import type { FieldClass } from '../../../../shared/domain/fact.ts'

/**
 * `identity`: who somebody is. `contact`: how to reach them. `need`: what would help them. `note`: said in passing, of anybody.
 * `words`: what somebody promised or proposed. `none`: an id or a code of ours, or what is said of the event.
 */
type Class = FieldClass

/** `about`: the person it speaks of is the fact's subject, or whoever is named in the field at this path; null where that is typed. */
export type Label = { readonly class: Class; readonly about: 'subject' | { readonly path: string } | null }

/** By the path of each text in the body: `changes.timescale.due`, `takesBack[]`. */
export type Labels = Readonly<Record<string, Label>>

/** Says of a person who is the subject. */
export const theirs = (kind: Class): Label => ({ class: kind, about: 'subject' })
/** Says of whoever is named at the path. */
export const ofWhom = (kind: Class, path: string): Label => ({ class: kind, about: { path } })
/** Says of nobody whom we know by an id. */
export const typed = (kind: Class): Label => ({ class: kind, about: null })

/** The same label for all these paths, which stand in one text with spaces between. */
export const each = (label: Label, paths: string): Labels =>
  Object.fromEntries(paths.split(' ').map((path) => [path, label]))

/** The labels of a part of the body, below `path`. */
export const below = (path: string, labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [`${path}.${name}`, label]))

export const ours = (paths: string): Labels => each(typed('none'), paths)

/** As a record declares what is said of it. What was promised or proposed says of nobody whom we know by an id, whoever did it. */
export const declared = (says: Readonly<Record<string, Class>>, about: Label['about']): Labels =>
  Object.fromEntries(
    Object.entries(says).map(([path, kind]) => [
      path,
      { class: kind, about: kind === 'words' || kind === 'none' ? null : about },
    ]),
  )
