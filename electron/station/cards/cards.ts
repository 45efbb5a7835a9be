/** Printed pledge cards and action sheets: their codes, and what was written on them, entered afterwards. */
import type { Statement } from 'better-sqlite3'
import type { CardAnswer, CardEntry } from '../../../shared/contract/cards.ts'
import type { ActionDetails, IdeaDetails, TablePlace } from '../../../shared/domain/action.ts'
import type { PaperSaid } from '../../../shared/domain/entry.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import { paperPlace, placeOnPaper, readCard } from '../../../shared/domain/paper-card.ts'
import type { PledgeInput } from '../../../shared/domain/pledge.ts'
import type { StationCore } from '../kernel/core.ts'
import { sightOf } from '../kernel/journal/index.ts'
import { whyNotThen } from '../kernel/written-then.ts'
import type { Pledges } from '../pledges/index.ts'
import type { Workshops } from '../workshops/index.ts'
import { cardId, lineId, referenceFrom } from './ids.ts'
import { cardCodeOf, placeTold, sheetCode } from './sheet-code.ts'

type Kind = CardEntry['kind']
type OnPaper = { card: string; written: string; again: boolean }
type OnLine = OnPaper & { line: number }
type Found = { id: string; kind: Kind }

const BEGINS: Record<Kind, string> = { pledge: 'pledge.made', action: 'action.proposed', idea: 'idea.posted' }

const EACH = "SELECT id, 'KIND' AS kind, card, entered FROM KIND WHERE origin = 'paper'"
const ALL = (['pledge', 'action', 'idea'] as const).map((kind) => EACH.replaceAll('KIND', kind)).join(' UNION ALL ')

type Given = { pledges: Pledges; workshops: Workshops; stationName: (id: string) => string }

export type Cards = ReturnType<typeof createCards>

export function createCards(core: StationCore, { pledges, workshops, stationName }: Given) {
  const { db, journal, event, newReference } = core
  const latest: Statement<[number, number], Found> = db.prepare(
    `SELECT id, kind FROM (${ALL}) ORDER BY entered DESC, id DESC LIMIT ? OFFSET ?`,
  )
  const count: Statement<[], { n: number }> = db.prepare(`SELECT count(*) AS n FROM (${ALL})`)
  const onCard: Statement<[{ card: string }], Found> = db.prepare(
    `SELECT id, kind FROM (${ALL}) WHERE card = @card OR card LIKE @card || '/%' ORDER BY kind, card, id`,
  )
  const taken: Statement<[{ reference: string }], { id: string }> = db.prepare(
    'SELECT id FROM pledge WHERE reference = @reference UNION SELECT id FROM action WHERE reference = @reference UNION SELECT id FROM idea WHERE reference = @reference',
  )

  /** Who wrote down what stands; and who wrote the same thing down without having heard of it. */
  const tablets = ({ id, kind }: Found): { station: string; elsewhere: string[] } => {
    const facts = journal.facts.about(id)
    const entries = journal.counting(facts).filter(({ type }) => type === BEGINS[kind])
    const standing = entries.at(-1)
    if (standing === undefined) return { station: '', elsewhere: [] }
    const saw = sightOf(facts)
    const others = entries.filter((one) => one.station !== standing.station && !saw(one, standing))
    return {
      station: stationName(standing.station),
      elsewhere: [...new Set(others.map((one) => stationName(one.station)))],
    }
  }
  const entryOf = (found: Found): CardEntry => {
    const { id, kind } = found
    const about = (kept: string) => ({ ...(paperPlace(kept) ?? { card: '', line: null }), ...tablets(found) })
    const pledge = kind === 'pledge' ? pledges.read(id) : null
    if (pledge !== null) return { kind: 'pledge', ...about(pledge.card), pledge }
    const action = kind === 'action' ? workshops.actionOf(id) : null
    if (action !== null) return { kind: 'action', ...about(action.card), action }
    const idea = kind === 'idea' ? workshops.ideaOf(id) : null
    if (idea !== null) return { kind: 'idea', ...about(idea.card), idea }
    throw new Error(`What was entered from paper as ${id} is gone`)
  }
  const isFree = (reference: string, id: string): boolean => taken.all({ reference }).every((one) => one.id === id)

  /** `wish`: the reference that it has on every tablet, where nothing else has it here. */
  const enter = (
    found: Found,
    { card, written, again }: OnPaper,
    line: number | null,
    wish: string,
    write: (from: { id: string; reference: string; paper: PaperSaid; again: boolean }) => 'entered' | 'before' | null,
  ): CardAnswer | null => {
    const wrong = whyNotThen(core, [written])
    if (wrong !== null) return { code: wrong }
    const { id } = found
    const reference = isFree(wish, id) ? wish : newReference()
    const code = write({ id, reference, paper: { origin: 'paper', card: placeOnPaper(card, line), written }, again })
    return code === null ? null : { code, entry: entryOf(found) }
  }
  /** What any line needs. */
  const enterLine = (
    kind: 'action' | 'idea',
    of: string,
    paper: OnLine,
    write: Parameters<typeof enter>[4],
  ): CardAnswer => {
    const id = lineId(event().id, paper.card, of, paper.line)
    const answer = enter({ id, kind }, paper, paper.line, referenceFrom(id), write)
    if (answer === null) throw new Error('A line of a sheet names nobody by an id')
    return answer
  }

  return {
    codes(wanted: { count: number } | { places: readonly TablePlace[] }): string[] {
      const codes = new Set<string>()
      const anew = (draw: () => string) => {
        let code = draw()
        while (codes.has(code) || taken.all({ reference: code }).length > 0) code = draw()
        codes.add(code)
      }
      if ('places' in wanted) for (const place of wanted.places) anew(() => sheetCode(event(), place, newReference))
      else for (let made = 0; made < wanted.count; made += 1) anew(() => cardCodeOf(event(), newReference))
      return [...codes]
    },
    look(
      text: string,
    ):
      | { code: 'card'; card: string; place: TablePlace | null; told: TablePlace | null; entries: CardEntry[] }
      | { code: 'made-at-a-screen' }
      | { code: 'other-event'; event: string }
      | { code: 'not-a-card'; why: 'wrong-length' | 'wrong-character' | 'wrong-check' } {
      const read = readCard(text, event().pack.code)
      if (read.kind === 'other-event') return { code: read.kind, event: read.event }
      if (read.kind === 'not-a-card') return { code: read.kind, why: read.why }
      const { card, place } = read
      const entries = onCard.all({ card }).map(entryOf)
      if (entries.length === 0 && taken.all({ reference: card }).length > 0) return { code: 'made-at-a-screen' }
      return { code: 'card', card, place, told: placeTold(event(), card), entries }
    },
    /** Null where the delegate is not known here. */
    enterPledge(actor: Actor, { card, written, again, ...input }: PledgeInput & OnPaper): CardAnswer | null {
      const id = cardId(event().id, card)
      return enter({ id, kind: 'pledge' }, { card, written, again }, null, card, (from) =>
        pledges.enter(actor, from, input),
      )
    },
    enterAction(
      actor: Actor,
      { card, line, written, again, ...input }: ActionDetails & TablePlace & OnLine,
    ): CardAnswer {
      return enterLine('action', '', { card, line, written, again }, (from) =>
        workshops.enterAction(actor, from, input),
      )
    },
    enterIdea(
      actor: Actor,
      { card, line, written, again, ...input }: IdeaDetails & TablePlace & OnLine & { question: string },
    ): CardAnswer {
      return enterLine('idea', input.question, { card, line, written, again }, (from) =>
        workshops.enterIdea(actor, from, input),
      )
    },
    entered: ({ offset, limit }: { offset: number; limit: number }): { total: number; items: CardEntry[] } => ({
      total: count.get()?.n ?? 0,
      items: latest.all(limit, offset).map(entryOf),
    }),
  }
}
