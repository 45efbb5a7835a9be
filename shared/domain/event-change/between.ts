/** What is different between two packs of one event, as changes. Pure. */
import type { EventPack } from '../event-pack.ts'
import { FIXED, type Group, isGroup, isList, isObject, type Item, itemsIn, type PackChange, written } from './change.ts'

const change = (path: string, before: unknown, after: unknown): PackChange[] =>
  written(before) === written(after) ? [] : [{ path, before: written(before), after: written(after) }]

const namesIn = (before: Group, after: Group): string[] => [...new Set([...Object.keys(before), ...Object.keys(after)])]

/** From one pack to another. What the other has no more is closed: ids do not go. */
export function changesBetween(before: EventPack, after: EventPack): PackChange[] {
  const [was, is]: [Group, Group] = [before, after]
  return namesIn(was, is)
    .filter((part) => !FIXED.has(part))
    .flatMap((part) => {
      if (isList(part)) return inList(part, was[part], is[part])
      const [from, to] = [was[part], is[part]]
      return isGroup(part) && isObject(from) && isObject(to) ? inGroup(part, from, to) : change(part, from, to)
    })
}

const inGroup = (path: string, before: Group, after: Group): PackChange[] =>
  namesIn(before, after).flatMap((name) => change(`${path}/${name}`, before[name], after[name]))

function inList(path: string, before: unknown, after: unknown): PackChange[] {
  const [was, is] = [itemsIn(before), itemsIn(after)]
  const afterById = new Map(is.map((item) => [item.id, item]))
  const known = new Set(was.map(({ id }) => id))
  const changed = was.flatMap((item) => {
    const next = afterById.get(item.id)
    const at = `${path}/${item.id}`
    if (next === undefined) return item['closed'] === true ? [] : change(`${at}/closed`, item['closed'], true)
    return inItem(at, item, next)
  })
  const added = is.filter(({ id }) => !known.has(id)).flatMap((item) => change(`${path}/${item.id}`, undefined, item))
  const usual = [...was.map(({ id }) => id), ...is.flatMap(({ id }) => (known.has(id) ? [] : [id]))]
  const wanted = inOrderOf(
    usual,
    is.map(({ id }) => id),
  )
  return [...changed, ...added, ...change(`${path}:order`, usual, wanted)]
}

function inItem(path: string, before: Item, after: Item): PackChange[] {
  return namesIn(before, after)
    .filter((name) => name !== 'id')
    .flatMap((name) =>
      name === 'questions' && path.startsWith('programme/')
        ? inList(`${path}/questions`, before[name], after[name])
        : change(`${path}/${name}`, before[name], after[name]),
    )
}

/** Those of `wanted` in its order; each other one stays behind the one that it stood behind. */
export function inOrderOf(ids: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(ids)
  const sorted = wanted.filter((id, index) => known.has(id) && wanted.indexOf(id) === index)
  const placed = new Set(sorted)
  ids.forEach((id, index) => {
    if (placed.has(id)) return
    const behind = ids[index - 1]
    sorted.splice(behind === undefined ? 0 : sorted.indexOf(behind) + 1, 0, id)
    placed.add(id)
  })
  return sorted
}
