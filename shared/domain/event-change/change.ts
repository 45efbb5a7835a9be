/**
 * What a change of the event is: one part of its pack, by a path of stable ids, as it was and as it is to be. Two tablets that change two
 * parts of one event contradict each other in nothing.
 */
import { z } from 'zod'
import { optionalLine, optionalText } from '../text.ts'

/**
 * `path`: `name`, `privacy/purpose`, `tables/table-3/where`; `tables/table-9` where it is new; `programme/workshop-1/questions/who-else`;
 * `tables:order` for the ids in their order. `before` and `after` are JSON, empty where there is nothing.
 */
export type PackChange = { path: string; before: string; after: string }

export const packChange = z.object({
  path: optionalLine(300),
  before: optionalText(40_000),
  after: optionalText(40_000),
})

/** Parts that are lists of things with ids, on which what people wrote may hang. */
const LISTS = ['priorities', 'pledgeTypes', 'sectors', 'tables', 'programme'] as const
export type ListName = (typeof LISTS)[number]
/** Parts that are changed one text at a time. */
const GROUPS = ['strategy', 'privacy'] as const
/** What makes it this file, and this event. */
export const FIXED: ReadonlySet<string> = new Set(['$schema', 'format', 'version', 'id'])

export const isList = (part: string): part is ListName => (LISTS as readonly string[]).includes(part)
export const isGroup = (part: string): boolean => (GROUPS as readonly string[]).includes(part)

export type Group = Record<string, unknown>
export type Item = Group & { id: string }

export const isObject = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The things with ids in a list. */
export const itemsIn = (list: unknown): Item[] =>
  Array.isArray(list) ? list.filter((one): one is Item => isObject(one) && typeof one['id'] === 'string') : []

/** Empty where there is nothing. */
export const written = (value: unknown): string => (value === undefined ? '' : (JSON.stringify(value) ?? ''))

/** Undefined where nothing is written, or nothing that can be read. */
export function readValue(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
