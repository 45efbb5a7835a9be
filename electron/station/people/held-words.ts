/** What is held of a person as they read it: names for what stands in records and facts, and for the ids in them. */
import { actionRecord, type ActionView, ideaRecord, type IdeaView } from '../../../shared/domain/action.ts'
import { delegateRecord, type DelegateView, type Needs } from '../../../shared/domain/delegate.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { type Fact, isGone } from '../../../shared/domain/fact.ts'
import { pledgeRecord, type PledgeView } from '../../../shared/domain/pledge.ts'
import { formatReference } from '../../../shared/domain/reference.ts'
import { jsonWritten } from '../kernel/database/index.ts'
import { isId } from '../kernel/journal/index.ts'

export type Said = { name: string; value: string }
export type Saying = {
  /** The ids that are this person. */
  ids: readonly string[]
  pack: EventPack
  /** Takes whoever else is named out of a text. */
  clean: (text: string) => string
  /** What a list that was read in is called; empty where nobody can tell. */
  listName: (id: string) => string
}

/** By the last part of a path. What is said of a person and has no word of its own stands under its path. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...delegateRecord.called,
    ...pledgeRecord.called,
    ...actionRecord.called,
    ...ideaRecord.called,
    reference: 'Reference',
    note: 'Note for staff',
    reason: 'Reason',
    access: 'Access needs',
    dietary: 'Food',
    badge: 'Badge code',
    ticket: 'Ticket code',
    layout: 'Badge layout',
    how: 'How',
    by: 'By',
    kind: 'Pledged as',
    walkIn: 'Came without being on the list',
    stated: 'By when',
    due: 'The day that comes to',
    import: 'From the list',
    at: 'Time on the paper sheet',
  }),
)
const KINDS: Record<string, string> = {
  delegate: 'somebody on the list',
  organisation: 'an organisation',
  anonymous: 'nobody by name',
}
const HOW: Record<string, string> = {
  found: 'found on the list',
  scanned: 'by badge or ticket',
  'walk-in': 'was not on the list before',
  self: 'by themselves',
  paper: 'on the paper sheet',
}

const CAME: Record<string, string> = {
  screen: 'at a tablet',
  paper: 'on paper, entered afterwards',
  hand: 'typed by hand',
  import: 'from a list',
  chosen: 'chosen while a list was read in',
}

/** What somebody wrote in their own words, of anybody. */
const FREE: ReadonlySet<string> = new Set(['note', 'words'])

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** An id of the event’s own as it is called. */
function valueOf(name: string, value: string | number | boolean, { pack, listName }: Saying): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return String(value)
  const byId = <T extends { id: string }>(all: readonly T[]) => all.find(({ id }) => id === value)
  switch (name) {
    case 'type':
      return byId(pack.pledgeTypes)?.title ?? value
    case 'priority': {
      const found = byId(pack.priorities)
      return found === undefined ? value : `${found.label}: ${found.title}`
    }
    case 'sector':
      return byId(pack.sectors)?.name ?? value
    case 'table':
      return byId(pack.tables)?.name ?? value
    case 'origin':
      return CAME[value] ?? value
    case 'how':
      return HOW[value] ?? value
    case 'kind':
      return KINDS[value] ?? value
    case 'reference':
      return `${pack.code}-${formatReference(value)}`
    case 'import':
      return listName(value) || 'one that was read in'
    default:
      return value
  }
}

/**
 * What a fact says of this person. Left out is what is about somebody else, unless it is words in which this one is named; ids, what was taken
 * out, and marks of ours that say nothing of anybody.
 */
export function saidIn({ fields }: Fact, saying: Saying, isNamed: (text: string) => boolean): Said[] {
  const isOthers = (about: string | null) => about !== null && !saying.ids.includes(about)
  // Who pledged is told in parts, and all of them are of that person.
  const who = fields.find(({ path }) => path === 'by.delegate')?.about ?? null
  return fields.flatMap((field) => {
    const { path } = field
    if (isGone(field) || path.startsWith('actor.')) return []
    const { value } = field
    const names = FREE.has(field.class) && typeof value === 'string' && isNamed(value)
    if (!names && (isOthers(field.about) || (isOthers(who) && /^(by|allows)\.|^reason$/.test(path)))) return []
    if (value === null || value === '' || typeof value === 'object') return []
    const name = lastOf(path)
    if (typeof value === 'string' && name !== 'import' && isId(value)) return []
    const word = WORDS.get(name)
    if (word === undefined && field.class === 'none') return []
    return [{ name: word ?? path, value: saying.clean(valueOf(name, value, saying)) }]
  })
}

/** As it stands now, by the fields that people are asked for. */
export function wordsFor(saying: Saying) {
  const rows = (said: Readonly<Record<string, string | number | boolean | null>>): Said[] =>
    Object.entries(said).flatMap(([name, value]) =>
      value === null || value === ''
        ? []
        : [{ name: WORDS.get(name) ?? name, value: saying.clean(valueOf(name, value, saying)) }],
    )
  const given = (called: Readonly<Record<string, string>>, view: Readonly<Record<string, unknown>>) =>
    rows(
      Object.fromEntries(
        Object.keys(called).flatMap((name) => {
          const value = view[name]
          return ['string', 'number', 'boolean'].includes(typeof value) ? [[name, value as string]] : []
        }),
      ),
    )
  const standing = ({ status }: { status: string }): Said => ({
    name: 'It stands',
    value: status === 'live' ? 'Yes' : 'No, it was taken back',
  })
  return {
    person: (delegate: DelegateView, badge: string): Said[] => [
      ...given(delegateRecord.called, delegate),
      ...rows({ badge, walkIn: delegate.walkIn }),
      { name: 'On the list', value: delegate.withdrawn ? 'No, they were taken off it' : 'Yes' },
    ],
    needs: (needs: Needs): Said[] => rows(needs),
    steps: (steps: readonly { kind: 'in' | 'out'; at: string; station: string }[]): Said[] =>
      steps.map(({ kind, at, station }) => ({
        name: kind === 'in' ? 'Signed in' : 'Signed out',
        value: `${at}, at ${station}`,
      })),
    pledge: (pledge: PledgeView): Said[] => [
      ...rows({ name: pledge.name, organisation: pledge.organisation, area: pledge.area, sector: pledge.sector }),
      ...given(pledgeRecord.called, pledge),
      standing(pledge),
    ],
    action: (action: ActionView): Said[] => [...given(actionRecord.called, action), standing(action)],
    idea: (idea: IdeaView): Said[] => [...given(ideaRecord.called, idea), standing(idea)],
    /** Of what was being typed, `body` as its form kept it, the texts of which `isTheirs` says so. */
    typed(body: string, isTheirs: (text: string) => boolean): Said[] {
      const texts = (value: unknown, path: string): [string, string][] =>
        typeof value === 'string'
          ? [[path, value]]
          : typeof value === 'object' && value !== null
            ? Object.entries(value).flatMap(([key, part]) => texts(part, key))
            : []
      return texts(typedIn(body), 'text')
        .filter(([, text]) => text !== '' && !isId(text) && isTheirs(text))
        .map(([name, text]) => ({ name: WORDS.get(name) ?? name, value: saying.clean(text) }))
    },
  }
}

/** A page may have kept what is no JSON: then it is words. */
function typedIn(body: string): unknown {
  try {
    return jsonWritten(body)
  } catch {
    return body
  }
}
