/** Applying changes to a pack. Pure; what comes of it is a pack only where the schema says so. */
import { checkPack, type EventPack } from '../event-pack.ts'
import { inOrderOf } from './between.ts'
import {
  FIXED,
  type Group,
  isGroup,
  isList,
  isObject,
  type Item,
  itemsIn,
  type PackChange,
  readValue,
  written,
} from './change.ts'

const ORDER = ':order'

/** What stands at a path; undefined where nothing does. */
export function valueAt(pack: EventPack, path: string): unknown {
  const isOrder = path.endsWith(ORDER)
  let here: unknown = pack
  for (const name of (isOrder ? path.slice(0, -ORDER.length) : path).split('/'))
    here = Array.isArray(here)
      ? itemsIn(here).find(({ id }) => id === name)
      : isObject(here) && Object.hasOwn(here, name)
        ? here[name]
        : undefined
  return isOrder ? itemsIn(here).map(({ id }) => id) : here
}

/** Whether a path leads to a part that may be changed. */
function placeOf(
  path: string,
): { list: ListAt; id: string; field: string | null } | { part: string; field: string | null } | null {
  const names = path.split('/')
  const [part = '', ...rest] = names
  if (FIXED.has(part) || names.includes('__proto__') || names.includes('')) return null
  if (!isList(part)) {
    if (rest.length > 1 || (rest.length === 1) !== isGroup(part)) return null
    return { part, field: rest[0] ?? null }
  }
  const [id, field, inner, innerField] = rest
  if (id === undefined || rest.length > 4) return null
  if (part === 'programme' && field === 'questions' && inner !== undefined)
    return { list: [part, id, field], id: inner, field: innerField ?? null }
  return rest.length > 2 || field === 'questions' || field === 'id' ? null : { list: [part], id, field: field ?? null }
}
type ListAt = readonly [string] | readonly [string, string, string]

const changedItem = (item: Item, field: string, value: unknown): Item => {
  const { [field]: _before, ...others } = item
  return value === undefined ? { ...others, id: item.id } : { ...item, [field]: value, id: item.id }
}

/** The list without anything gone: what is taken out is closed. */
function changedList(list: unknown, { id, field }: { id: string; field: string | null }, value: unknown): Item[] {
  const items = itemsIn(list)
  const known = items.find((item) => item.id === id)
  if (field !== null) return items.map((item) => (item.id === id ? changedItem(item, field, value) : item))
  if (value === undefined) return items.map((item) => (item.id === id ? { ...item, closed: true } : item))
  if (!isObject(value)) return items
  if (known === undefined) return [...items, { ...value, id }]
  // Two tablets made the same: the later says what it is, and no question of the other goes.
  return items.map((item) => (item.id === id ? { ...item, ...value, id, ...questionsOf(item, value) } : item))
}

function questionsOf(item: Item, value: Group): Group {
  const [held, said] = [itemsIn(item['questions']), itemsIn(value['questions'])]
  const others = held.filter(({ id }) => !said.some((question) => question.id === id))
  return held.length === 0 ? {} : { questions: [...said, ...others] }
}

function withList(pack: Group, at: ListAt, change: (list: unknown) => Item[]): Group {
  const [part, within, field] = at
  if (within === undefined || field === undefined) return { ...pack, [part]: change(pack[part]) }
  const items = itemsIn(pack[part])
  return {
    ...pack,
    [part]: items.map((item) => (item.id === within ? { ...item, [field]: change(item[field]) } : item)),
  }
}

function applyOne(pack: Group, { path, after }: PackChange): Group {
  const value = readValue(after)
  if (path.endsWith(ORDER)) return ordered(pack, path.slice(0, -ORDER.length), value)
  const place = placeOf(path)
  if (place === null) return pack
  if ('list' in place) return withList(pack, place.list, (list) => changedList(list, place, value))
  const { part, field } = place
  const whole = pack[part]
  if (field === null) {
    const { [part]: _before, ...others } = pack
    return value === undefined ? others : { ...pack, [part]: value }
  }
  return isObject(whole) ? { ...pack, [part]: { ...whole, [field]: value } } : pack
}

function ordered(pack: Group, path: string, value: unknown): Group {
  const [part = '', id, field] = path.split('/')
  if (!isList(part) || !Array.isArray(value)) return pack
  const wanted = value.filter((one) => typeof one === 'string')
  const at: ListAt = id === undefined || field === undefined ? [part] : [part, id, field]
  return withList(pack, at, (list) => {
    const items = itemsIn(list)
    const byId = new Map(items.map((item) => [item.id, item]))
    return inOrderOf([...byId.keys()], wanted).flatMap((one) => byId.get(one) ?? [])
  })
}

/** A question that moved to another session stands there alone; it may have been left closed where it was. */
function withoutMoved(pack: Group): Group {
  const sessions = itemsIn(pack['programme'])
  const seats = new Map<string, number>()
  for (const session of sessions)
    for (const { id } of itemsIn(session['questions'])) seats.set(id, (seats.get(id) ?? 0) + 1)
  if ([...seats.values()].every((count) => count === 1)) return pack
  const programme = sessions.map((session) => ({
    ...session,
    questions: itemsIn(session['questions']).filter((question) => {
      const isLeft = question['closed'] === true && (seats.get(question.id) ?? 0) > 1
      if (isLeft) seats.set(question.id, (seats.get(question.id) ?? 0) - 1)
      return !isLeft
    }),
  }))
  return { ...pack, programme }
}

/** With all of them, whether that is a pack or not. */
export const withChanges = (pack: EventPack, changes: readonly PackChange[]): unknown =>
  withoutMoved(changes.reduce(applyOne, pack as Group))

/**
 * With all of them; or, where two tablets’ changes make no pack together, with each that leaves it one. It is always a pack, and has
 * every id that it had.
 */
export function applied(pack: EventPack, changes: readonly PackChange[]): EventPack {
  if (changes.length === 0) return pack
  const whole = checkPack(withChanges(pack, changes))
  if (whole.ok) return whole.pack
  return changes.reduce((held, change) => {
    const next = checkPack(withChanges(held, [change]))
    return next.ok ? next.pack : held
  }, pack)
}

/** Which of these say something else than what stands there now, and did not mean just that. */
export const overtaken = (pack: EventPack, changes: readonly PackChange[]): PackChange[] =>
  changes.filter(({ path, before, after }) => {
    const now = written(valueAt(pack, path))
    return now !== before && now !== after
  })
