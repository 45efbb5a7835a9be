/**
 * Numbers of kinds and priorities on paper. Each has that of its place among all the event has, closed ones too: a card that was printed
 * before one was closed is entered by the numbers that stand on it. Pure.
 */
import type { EventPack, Priority } from '../../../shared/domain/event-pack.ts'

type MayClose = { id: string; closed?: boolean | undefined }
/** One box of a card, or one choice where it is entered. */
export type Numbered = { id: string; number: number; words: string }

const numbered = <Part extends MayClose>(parts: readonly Part[], words: (part: Part) => string) =>
  parts.map((part, index) => ({ id: part.id, number: index + 1, words: words(part), isOpen: part.closed !== true }))

/** What is printed: only what is open. */
export const printed = <Part extends MayClose>(parts: readonly Part[], words: (part: Part) => string): Numbered[] =>
  numbered(parts, words)
    .filter(({ isOpen }) => isOpen)
    .map(({ id, number, words: said }) => ({ id, number, words: said }))

/** What may be chosen where paper is entered: all, for it may be older than a closing, which is said. */
export const choices = <Part extends MayClose>(parts: readonly Part[], words: (part: Part) => string) =>
  numbered(parts, words).map(({ id, number, words: said, isOpen }) => ({
    value: id,
    label: `${number} ${said}${isOpen ? '' : CLOSED}`,
  }))

/** The same of sessions, tables and questions, which have no numbers. */
export const unnumbered = <Part extends MayClose>(parts: readonly Part[], words: (part: Part) => string) =>
  parts.map((part) => ({ value: part.id, label: `${words(part)}${part.closed === true ? CLOSED : ''}` }))

const CLOSED = ' (closed)'

export const kindWords = ({ title }: EventPack['pledgeTypes'][number]): string => title
export const priorityWords = ({ label, title }: Priority): string => `${label}: ${title}`
