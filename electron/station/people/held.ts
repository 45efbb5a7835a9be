/** Everything this tablet holds on one person, in plain words and with nothing of anybody else: the answer to whoever asks for it. */
import { type Fact, isGone } from '../../../shared/domain/fact.ts'
import { namedPerson } from '../../../shared/domain/named-person.ts'
import { formatReference } from '../../../shared/domain/reference.ts'
import type { DraftDrawer } from '../drafts/index.ts'
import { createNaming } from '../erasing/index.ts'
import type { StationCore } from '../kernel/core.ts'
import { inOrder } from '../kernel/journal/index.ts'
import type { Plan } from '../plan/index.ts'
import type { Pledges } from '../pledges/index.ts'
import type { SignIn } from '../sign-in/index.ts'
import type { Workshops } from '../workshops/index.ts'
import { type Said, type Saying, saidIn, wordsFor } from './held-words.ts'

export type HeldLine = { at: string; what: string; by: string; tablet: string; says: Said[] }
/** `now`: as it stands; `happened`: each thing that was written down, oldest first; `typed`: forms that were not finished. */
export type Held = {
  format: 'pledge-kiosk-held'
  version: 1
  made: string
  rehearsal: boolean
  event: { name: string; venue: string; code: string }
  tablet: string
  person: string
  now: { title: string; says: Said[] }[]
  happened: { title: string; lines: HeldLine[] }[]
  typed: { form: string; saved: string; says: Said[] }[]
}

type Deps = {
  core: StationCore
  signIn: SignIn
  pledges: Pledges
  workshops: Workshops
  drafts: DraftDrawer
  plan: Plan
  tabletName: () => string
}

/** What a fact about a pledge says of whose it is: who pledged it, or whose it was when it was changed. Null where it says nothing of that. */
const whoseIs = ({ fields }: Fact): string | null =>
  (fields.find(({ path }) => path === 'delegate') ?? fields.find(({ path }) => path === 'by.delegate'))?.about ?? null
const wasTheirs = ({ fields }: Fact): string | null => fields.find(({ path }) => path === 'was')?.about ?? null

export function createHeld({ core, signIn, pledges, workshops, drafts, plan, tabletName }: Deps) {
  const { journal, event, now } = core
  const naming = createNaming(journal)
  const referenceOf = (reference: string): string => `${event().pack.code}-${formatReference(reference)}`

  /** Takes everybody else on the list out of a text; whoever is on no list cannot be known. */
  function othersOut(ids: readonly string[], texts: readonly string[], own: readonly string[]) {
    const all = texts.join('\n').toLowerCase()
    const theirs = new Set(own.map((name) => name.toLowerCase()))
    const isIn = (text: string): boolean => text !== '' && all.includes(text.toLowerCase())
    const others = [...signIn.othersThan(ids)]
    const names = others.flatMap(({ name, listName }) => [name, listName]).filter((name) => /\s/.test(name.trim()))
    const { whole } = namedPerson({
      names: [...new Set(names)].filter((name) => isIn(name) && !theirs.has(name.toLowerCase())),
      marks: others.map(({ email }) => email).filter((email) => isIn(email) && !theirs.has(email.toLowerCase())),
    })
    return whole.takeOut
  }

  /** The facts that are about them or name them, by what they stand under. */
  function factsOn(ids: readonly string[], theirs: readonly string[], isNamed: (text: string) => boolean) {
    const person = signIn.onePerson.factsOf(ids[0] ?? '')
    const seen = new Set(person.map(({ hash }) => hash))
    const ofPledge = theirs.map((id) => {
      const about = journal.facts.about(id)
      const isFirst = (fact: Fact) => fact.type === 'pledge.made'
      const maker = about.find(isFirst)
      const isOurs = (fact: Fact): boolean =>
        [whoseIs(fact) ?? (maker === undefined ? null : whoseIs(maker)), wasTheirs(fact)].some(
          (whose) => whose !== null && ids.includes(whose),
        )
      return { id, facts: about.filter(isOurs) }
    })
    for (const { facts } of ofPledge) for (const { hash } of facts) seen.add(hash)
    const places = new Set<string>()
    for (const { subject, fields } of journal.facts.told()) if (isNamed(fields)) places.add(subject)
    const elsewhere = [...places]
      .flatMap(journal.facts.about)
      // What the event says of itself is in everybody’s hands.
      .filter((fact) => !fact.type.startsWith('event.') && !seen.has(fact.hash) && isNamed(JSON.stringify(fact.fields)))
      .toSorted(inOrder)
    return { person, ofPledge: ofPledge.filter(({ facts }) => facts.length > 0), elsewhere }
  }

  /** Null where nobody is on this tablet under this id. */
  function on(id: string): Held | null {
    const delegate = signIn.delegate(id)
    if (delegate === null) return null
    const ids = journal.membersOf(id)
    const { whole } = naming.personOf(ids)
    const { pack, rehearsal } = event()
    const theirs = pledges.ofDelegate(id)
    const { person, ofPledge, elsewhere } = factsOn(ids, theirs, whole.isIn)
    const isOfDraft = (scope: string, body: string) =>
      scope.split(':').some((part) => ids.includes(part) || theirs.includes(part)) || whole.isIn(body)
    const typed = drafts.where(isOfDraft)
    const texts = [...person, ...ofPledge.flatMap(({ facts }) => facts), ...elsewhere].flatMap(({ fields }) =>
      fields.flatMap((field) => (!isGone(field) && typeof field.value === 'string' ? [field.value] : [])),
    )
    const own = [delegate.name, delegate.listName, delegate.email, ...ids.map(signIn.onePerson.nameOn)]
    const whats = plan.telling(delegate.id, person).map(({ what }) => what)
    const clean = othersOut(ids, [...texts, ...whats, ...typed.map(({ body }) => body)], own)
    const lists = new Map(signIn.importUndo.imports().map((list) => [list.id, list.name]))
    const saying: Saying = { ids, pack, clean, listName: (list) => lists.get(list) ?? '' }
    const lineOf = (fact: Fact, onlyNaming: boolean): HeldLine => {
      const [line] = plan.telling(delegate.id, [fact])
      const all = saidIn(fact, saying, whole.isIn)
      const kept = onlyNaming ? all.filter(({ value }) => whole.isIn(value)) : all
      // Where it is told that they are named, it is told in what.
      const says = kept.length === 0 ? [] : all.filter((one) => kept.includes(one) || one.name === 'Reference')
      return {
        at: line?.at ?? '',
        what: clean(line?.what ?? fact.type),
        by: [null, ...ids].includes(fact.by.delegate) ? (line?.by ?? '') : 'somebody else',
        tablet: line?.station ?? '',
        says,
      }
    }
    const isAboutIds = ({ fields }: Fact): boolean => ids.some((one) => JSON.stringify(fields).includes(one))
    const told = (facts: readonly Fact[]) =>
      facts.filter(({ type }) => type !== 'words.erased').map((fact) => lineOf(fact, false))
    const { actions, ideas } = workshops.naming(whole.isIn)
    const words = wordsFor(saying)
    return {
      format: 'pledge-kiosk-held',
      version: 1,
      made: new Date(now()).toISOString(),
      rehearsal,
      event: { name: pack.name, venue: pack.venue, code: pack.code },
      tablet: tabletName(),
      person: delegate.name,
      now: [
        { title: 'On the list', says: words.person(delegate, signIn.badge(id)) },
        { title: 'What they need', says: words.needs(signIn.needs(id)) },
        { title: 'Coming and going', says: words.steps(signIn.stepsOf(id)) },
        ...[...new Set(theirs.map(journal.leaderOf))].flatMap((pledge) => {
          const view = pledges.read(pledge)
          return view === null || journal.leaderOf(view.delegate ?? '') !== delegate.id
            ? []
            : [{ title: `Pledge ${referenceOf(view.reference)}`, says: words.pledge(view) }]
        }),
        ...actions.map((action) => ({
          title: `Action ${referenceOf(action.reference)}, which names them`,
          says: words.action(action),
        })),
        ...ideas.map((idea) => ({
          title: `Idea ${referenceOf(idea.reference)}, which names them`,
          says: words.idea(idea),
        })),
      ].filter(({ says }) => says.length > 0),
      happened: [
        { title: 'About them', lines: told(person) },
        ...ofPledge.map(({ id: pledge, facts }) => ({
          title: `Their pledge ${referenceOf(pledges.referenceOf(pledge))}`,
          lines: told(facts),
        })),
        {
          title: 'Where they are named elsewhere',
          // Of a namesake nothing is left.
          lines: elsewhere
            .map((fact) => ({ fact, line: lineOf(fact, true) }))
            .flatMap(({ fact, line }) => (line.says.length > 0 || isAboutIds(fact) ? [line] : [])),
        },
      ].filter(({ lines }) => lines.length > 0),
      typed: typed.map(({ called, saved, scope, body }) => ({
        form: called,
        saved,
        says: words.typed(body, (text) => scope.split(':').some((part) => ids.includes(part)) || whole.isIn(text)),
      })),
    }
  }
  return { on: (id: string): Held | null => journal.readTransaction(() => on(id)) }
}
