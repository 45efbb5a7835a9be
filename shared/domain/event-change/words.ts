/** A change of the event in words: what was changed, and what stood there and stands there now. Pure. */
import type { EventPack } from '../event-pack.ts'
import { isObject, type PackChange, readValue } from './change.ts'
import { valueAt } from './apply.ts'

/** What parts and their texts are called; the others as they stand in the file. */
const NAMES: Readonly<Record<string, string>> = {
  name: 'Name of the event',
  venue: 'Venue',
  dates: 'Days',
  hosts: 'Hosts',
  code: 'Code',
  invitation: 'Invitation',
  invitationHint: 'Line under the invitation',
  'strategy/name': 'Strategy',
  'strategy/board': 'Board',
  'strategy/nextBoard': 'Next board',
  'strategy/followUp': 'How promises are followed up',
  explanation: 'Explanation',
  sources: 'Sources',
  'privacy/controller': 'Privacy notice: who decides how it is used',
  'privacy/purpose': 'Privacy notice: what it is used for',
  'privacy/lawfulBasis': 'Privacy notice: the lawful basis',
  'privacy/recipients': 'Privacy notice: who receives it',
  'privacy/retention': 'Privacy notice: how long it is kept',
  'privacy/rights': 'Privacy notice: rights',
  'privacy/contact': 'Privacy notice: where to write',
  'priorities:order': 'Order of the priorities',
  'pledgeTypes:order': 'Order of the kinds of pledge',
  'sectors:order': 'Order of the sectors',
  'tables:order': 'Order of the tables',
  'programme:order': 'Order of the programme',
}
const FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  title: 'title',
  label: 'what the strategy calls it',
  words: 'words',
  where: 'where it is',
  closed: 'closed',
  outcomes: 'outcomes',
  voices: 'quotations',
  practices: 'what others do',
  hint: 'line under it',
  unit: 'what one and several are called',
  questions: 'questions',
  'questions:order': 'order of the questions',
  examples: 'examples',
  icon: 'picture',
  leaf: 'colour',
  priority: 'priority',
  priorities: 'priorities',
  day: 'day',
  starts: 'begins',
  ends: 'ends',
  room: 'room',
  about: 'what happens',
  kind: 'kind of session',
  wanted: 'ideas hoped for',
  aliases: 'other words for it',
  protected: 'protected',
}

export type ChangeInWords = { what: string; before: string; after: string }

/** What a thing with an id is called. */
const calledIn = (value: unknown): string | null => {
  if (!isObject(value)) return null
  const name = value['name'] ?? value['title'] ?? value['words']
  return typeof name === 'string' ? name : null
}

export function valueInWords(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(valueInWords).join('\n')
  if (!isObject(value)) return ''
  const called = calledIn(value)
  return [...new Set(called === null ? Object.values(value) : [called, ...Object.entries(value).flatMap(told)])]
    .map(valueInWords)
    .filter(Boolean)
    .join(' · ')
}
/** Beside its name. */
const told = ([name, value]: [string, unknown]): unknown[] =>
  ['id', 'name', 'title', 'words', 'closed'].includes(name) || isObject(value) || Array.isArray(value) ? [] : [value]

/** `pack` is the event as it is after the change, where whatever was named is still found. */
export function changeInWords(pack: EventPack, { path, before, after }: PackChange): ChangeInWords {
  const [was, is] = [readValue(before), readValue(after)]
  const said = { before: valueInWords(was), after: valueInWords(is) }
  const known = NAMES[path]
  if (path.endsWith(':order'))
    return {
      what: known ?? 'Order of the questions',
      before: orderInWords(pack, path, was),
      after: orderInWords(pack, path, is),
    }
  if (known !== undefined) return { what: known, ...said }
  const names = path.split('/')
  const field = names.length % 2 === 1 ? (names.at(-1) ?? '') : ''
  const at = field === '' ? path : names.slice(0, -1).join('/')
  const called = calledIn(valueAt(pack, at)) ?? names[1] ?? path
  if (field === '') return { what: is === undefined ? `${called} is closed` : `${called} is new`, ...said }
  if (field === 'closed')
    return { what: is === true ? `${called} is closed` : `${called} is open again`, before: '', after: '' }
  return { what: `${called}: ${FIELDS[field] ?? field}`, ...said }
}

function orderInWords(pack: EventPack, path: string, ids: unknown): string {
  const list = path.slice(0, -':order'.length)
  return Array.isArray(ids)
    ? ids.map((id) => calledIn(valueAt(pack, `${list}/${String(id)}`)) ?? String(id)).join(', ')
    : ''
}
