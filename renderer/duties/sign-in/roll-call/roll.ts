/** The roll as a screen holds it: everybody on it, by surname as on every list, and how it is cut into groups. Pure. */
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import { inSurnameOrder, letterOf, sortWord } from '../../../../shared/domain/name-order.ts'
import { type Standing, standingOf } from '../../../../shared/domain/roll-call.ts'

export type Roll = {
  /** Where the station is asked to go on from. */
  cursor: string
  people: ReadonlyMap<string, RollCallPerson>
  /** Ids, by surname. The same array as long as nobody came, went or is called otherwise. */
  order: readonly string[]
  /** What the search looks through, by id. */
  searched: ReadonlyMap<string, string>
}

export const NO_ROLL: Roll = { cursor: '', people: new Map(), order: [], searched: new Map() }

const titles = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** Without accents, marks and capitals: what people type in a hurry. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’‘`-]/gu, '')
    .toLocaleLowerCase('en-GB')

/** The roll after an answer of the station: `whole` begins anew, else only these changed and those are gone. */
export function withLatest(
  held: Roll,
  changes: { cursor: string; whole: boolean; items: readonly RollCallPerson[]; gone: readonly string[] },
): Roll {
  if (!changes.whole && changes.items.length === 0 && changes.gone.every((id) => !held.people.has(id))) {
    return { ...held, cursor: changes.cursor }
  }
  const people = new Map(changes.whole ? [] : held.people)
  const searched = new Map(changes.whole ? [] : held.searched)
  let reordered = changes.whole
  for (const id of changes.gone) {
    reordered = people.delete(id) || reordered
    searched.delete(id)
  }
  for (const person of changes.items) {
    const before = people.get(person.id)
    people.set(person.id, person)
    if (before?.name === person.name && before.organisation === person.organisation) continue
    reordered = true
    searched.set(person.id, plain(`${person.name} ${person.organisation}`))
  }
  const order = reordered ? inSurnameOrder([...people.values()]).map(({ person }) => person.id) : held.order
  return { cursor: changes.cursor, people, order, searched }
}

/** As it is shown once it is over, also where it was read while it went on: what people need is nobody's business any more. */
export const withoutNeeds = (roll: Roll): Roll => ({
  ...roll,
  people: new Map([...roll.people].map(([id, person]) => [id, { ...person, access: '' }])),
})

/** By what the list is cut: the tables, the sectors, the letters of surnames, or where people stand at the end. */
type Grouping = 'table' | 'sector' | 'name' | 'standing'

export type Item =
  | { kind: 'head'; id: string; title: string; toFind: number; total: number }
  | { kind: 'person'; id: string; person: RollCallPerson }

export type View = {
  grouping: Grouping
  search: string
  /** Only those still to find, and those just ticked, which `kept` names: a row that jumps away makes the next touch a wrong one. */
  only: boolean
  kept: ReadonlySet<string>
}

export const STANDINGS: Record<Standing, string> = {
  'to-find': 'Not accounted for',
  left: 'Signed out while it went on',
  accounted: 'Accounted for',
}
export const STANDING_ORDER: readonly Standing[] = ['to-find', 'left', 'accounted']
const STANDING_TITLES = STANDING_ORDER.map((standing) => STANDINGS[standing])

/** Where a person stands on this screen, `ticked` being what was last pressed here, if the station has not answered yet. */
export const standsNow = (person: RollCallPerson, ticked: boolean | undefined): Standing =>
  standingOf({ ...person, tick: ticked === undefined ? person.tick : ticked ? {} : null })

/** The rows of the list: a head and its people, group by group. A search looks at everybody and needs no groups. */
export function itemsOf(
  roll: Roll,
  view: View,
  standing: (person: RollCallPerson) => Standing,
  sectorName: (id: string) => string,
): Item[] {
  const words = plain(view.search).split(/\s+/).filter(Boolean)
  const groups = new Map<string, { people: RollCallPerson[]; toFind: number; total: number }>()
  for (const id of roll.order) {
    const person = roll.people.get(id)
    if (person === undefined) continue
    if (words.length > 0) {
      const text = roll.searched.get(id) ?? ''
      if (!words.every((word) => text.includes(word))) continue
    }
    const stands = standing(person)
    const title = words.length > 0 ? '' : titleOf(person, stands, view.grouping, sectorName)
    const group = groups.get(title) ?? { people: [], toFind: 0, total: 0 }
    groups.set(title, group)
    group.total += 1
    if (stands === 'to-find') group.toFind += 1
    if (words.length > 0 || !view.only || stands === 'to-find' || view.kept.has(id)) group.people.push(person)
  }
  return [...groups]
    .toSorted(([one], [other]) => compareTitles(one, other, view.grouping))
    .flatMap(([title, { people, toFind, total }]): Item[] =>
      people.length === 0
        ? []
        : [
            ...(title === '' ? [] : [{ kind: 'head' as const, id: `head ${title}`, title, toFind, total }]),
            ...people.map((person) => ({ kind: 'person' as const, id: person.id, person })),
          ],
    )
}

const NO_TABLE = 'No table given'
const NO_SECTOR = 'No sector given'
const NO_LETTER = 'Other names'
const LAST = new Set([NO_TABLE, NO_SECTOR, NO_LETTER])

function titleOf(
  person: RollCallPerson,
  stands: Standing,
  grouping: Grouping,
  sectorName: (id: string) => string,
): string {
  switch (grouping) {
    case 'table':
      return person.table === '' ? NO_TABLE : person.table
    case 'sector':
      return person.sector === '' ? NO_SECTOR : sectorName(person.sector)
    case 'name': {
      const letter = letterOf(sortWord(person.name))
      return letter === '#' ? NO_LETTER : letter
    }
    case 'standing':
      return STANDINGS[stands]
  }
}

function compareTitles(one: string, other: string, grouping: Grouping): number {
  if (grouping === 'standing') return STANDING_TITLES.indexOf(one) - STANDING_TITLES.indexOf(other)
  const last = Number(LAST.has(one)) - Number(LAST.has(other))
  return last === 0 ? titles.compare(one, other) : last
}
