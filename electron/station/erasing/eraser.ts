/** Forgetting a person everywhere on this station: by what they are known, where they are named, and what is left without them. */
import { z } from 'zod'
import {
  type BeforeErasing,
  type Erased,
  NAMING_FIELDS,
  type NamingField,
  type NamingText,
  type NewWords,
} from '../../../shared/contract/erasing.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { NamedPerson } from '../../../shared/domain/named-person.ts'
import { pledgeRecord } from '../../../shared/domain/pledge.ts'
import type { DraftDrawer } from '../drafts/index.ts'
import { factType, type Journal, type Writer } from '../kernel/journal/index.ts'
import type { Pledges } from '../pledges/index.ts'
import type { RollCalls } from '../roll-call/index.ts'
import type { SignIn } from '../sign-in/index.ts'
import type { Workshops } from '../workshops/index.ts'
import { fieldAt, treatmentOf, withTexts } from './fields.ts'
import { createNaming, type Places } from './naming.ts'

/** Who called a roll, once they are forgotten. */
const SOMEBODY = 'somebody'
const NOTHING_LEFT = '…'
/** Without these there is no pledge, no action, no idea. */
const MUST_SAY: ReadonlySet<string> = new Set(['wording', 'title', 'text'])

type Deps = {
  journal: Journal
  signIn: SignIn
  pledges: Pledges
  workshops: Workshops
  rollCalls: RollCalls
  drafts: DraftDrawer
}

type Entry = Pick<NamingText, 'kind' | 'reference'> & { texts: readonly Pick<NamingText, 'field' | 'text'>[] }
type View = { reference: string } & { readonly [field in NamingField]?: string }

/** `isAsked`: of which fields the organiser is asked. */
const entry = (kind: Entry['kind'], view: View, isAsked: (field: NamingField) => boolean = () => true): Entry => ({
  kind,
  reference: view.reference,
  texts: NAMING_FIELDS.filter(isAsked).flatMap((field) => {
    const text = view[field]
    return text === undefined ? [] : [{ field, text }]
  }),
})

export function createEraser({ journal, signIn, pledges, workshops, rollCalls, drafts }: Deps) {
  const { personOf, naming } = createNaming(journal)

  /** Somebody on the list made it: who that is tells their id, and a namesake’s is not the forgotten person’s. */
  const isDelegates = (subject: string): boolean => pledges.read(subject)?.byKind === 'delegate'

  /** What a pledge, an action or an idea says now, by the fields of its form. */
  function entryOf(subject: string): Entry | null {
    const pledge = pledges.read(subject)
    if (pledge !== null) return entry('pledge', pledge, (field) => field in pledgeRecord.said || !isDelegates(subject))
    const action = workshops.actionOf(subject)
    if (action !== null) return entry('action', action)
    const idea = workshops.ideaOf(subject)
    return idea === null ? null : entry('idea', idea)
  }
  /** In their own promise one word of their name is theirs; elsewhere it may be somebody else’s. */
  const finderFor = (person: NamedPerson, theirs: ReadonlySet<string>, subject: string) =>
    theirs.has(subject) ? person.part : person.whole

  const isAbout =
    (ids: readonly string[], theirs: ReadonlySet<string>, { whole }: NamedPerson) =>
    (scope: string, body: string): boolean =>
      scope.split(':').some((part) => ids.includes(part) || theirs.has(part)) || whole.isIn(body)

  /** Tells what `erase` would ask about and take away. */
  function before(id: string): BeforeErasing {
    const ids = journal.membersOf(id)
    const person = personOf(ids)
    const theirs = new Set(pledges.ofDelegate(id))
    // Of pledges that are one there is one text to ask about.
    const subjects = new Set([...theirs, ...naming(person).keys()].map(journal.leaderOf))
    const texts = [...subjects].flatMap((subject): NamingText[] => {
      const said = entryOf(subject)
      if (said === null) return []
      const finder = finderFor(person, theirs, subject)
      const { kind, reference } = said
      return said.texts
        .filter(({ text }) => finder.isIn(text))
        .map((one) => ({ ...one, kind, reference, subject, theirs: theirs.has(subject) }))
    })
    return { pledges: countOf(theirs), drafts: drafts.countWhere(isAbout(ids, theirs, person)), texts }
  }

  /** How many pledges these entries are. */
  const countOf = (entries: ReadonlySet<string>): number => new Set([...entries].map(journal.leaderOf)).size

  /** True of a pledge of an organisation that has them as the one to speak to. */
  function speaksFor({ whole }: NamedPerson, subject: string): boolean {
    const pledge = pledges.read(subject)
    return pledge?.byKind === 'organisation' && (whole.isIn(pledge.name) || whole.isIn(pledge.email))
  }

  /** Takes them out of whatever else names them, in every version that it had. */
  function takeOut(write: Writer, places: Places, person: NamedPerson, theirs: ReadonlySet<string>, words: NewWords[]) {
    const given = new Map(words.map(({ subject, field, text }) => [`${subject} ${field}`, text]))
    for (const [subject, types] of places) {
      const finder = finderFor(person, theirs, subject)
      const isNamesakes = isDelegates(subject)
      for (const type of types) {
        // Of a type that only a newer app knows nothing can be read, and so nothing is left.
        const known = journal.catalogue.facts.get(type) ?? factType<unknown>(type, 0, z.unknown())
        const reworded = (path: string, text: string): string => {
          if (isNamesakes && /^by\.|email$/.test(path)) return text
          const label = known.labels[path]
          const treatment = label === undefined ? 'kept' : treatmentOf(label)
          if (path === 'by' && person.whole.isIn(text)) return SOMEBODY
          if (treatment === 'taken-out') return person.whole.takeOut(text)
          if (treatment !== 'asked' || !finder.isIn(text)) return text
          const field = fieldAt(path)
          const said = given.get(`${journal.leaderOf(subject)} ${field}`) ?? null
          if (said !== null && (said !== '' || !MUST_SAY.has(field))) return said
          return finder.takeOut(text) || (MUST_SAY.has(field) ? NOTHING_LEFT : '')
        }
        write.redact(known, subject, (body) => withTexts(body, reworded))
      }
    }
  }

  /** In one transaction, exactly these ids, which are one person. `words` are the organiser’s, for the texts that `before` told. */
  function erase(actor: Actor, ids: readonly string[], reason: string, words: NewWords[] = []): Erased {
    const erased = journal.commit(actor, (write) => {
      const person = personOf(ids)
      const theirs = new Set(pledges.madeAs(ids))
      const places = naming(person)
      for (const subject of theirs) places.set(subject, typesAbout(subject))
      for (const one of ids)
        places.set(one, new Set([...typesAbout(one)].filter((type) => !journal.catalogue.facts.has(type))))
      const draftsGone = drafts.forgetWhere(isAbout(ids, theirs, person))
      const hidden = [...places.keys()].filter((subject) => speaksFor(person, subject))
      rollCalls.forget(write, ids)
      signIn.forget(write, ids, person.part.takeOut(reason))
      pledges.forget(write, theirs, ids)
      for (const subject of hidden) pledges.hide(write, subject)
      takeOut(write, places, person, theirs, words)
      return { pledgesKept: countOf(theirs), draftsGone }
    })
    if (erased.draftsGone > 0) journal.announce({ changes: new Set(['drafts']), subjects: new Set() })
    return erased
  }
  /**
   * They were erased elsewhere; what stands here of them is still to be taken out. Inside a transaction of the caller's: how many went.
   * Only of those who are named: whoever is one with them here was not forgotten there.
   */
  const forgetDrafts = (ids: readonly string[]): number =>
    ids.reduce((gone, id) => gone + drafts.forgetWhere(isAbout([id], new Set(pledges.madeAs([id])), personOf([id]))), 0)
  const typesAbout = (subject: string): Set<string> => new Set(journal.facts.about(subject).map(({ type }) => type))

  return { before, erase, forgetDrafts }
}
