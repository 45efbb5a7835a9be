/** What hangs on the parts of an event, and what would have nowhere to go if it were changed so. Pure; screens, terminal and set-up ask it alike. */
import { z } from 'zod'
import type { EventPack } from '../event-pack.ts'

/** Parts that what people wrote may hang on. */
const PARTS = ['tables', 'programme', 'questions', 'priorities', 'pledgeTypes', 'sectors'] as const
export type HangingPart = (typeof PARTS)[number]
const WRITTEN = ['pledges', 'actions', 'ideas', 'people'] as const

/** Something that people wrote, or somebody on the list: by its reference, which is empty of people, and the ids that it names. */
export type Entry = {
  what: (typeof WRITTEN)[number]
  id: string
  reference: string
  on: Readonly<Partial<Record<HangingPart, string | null>>>
}

/** Something that would be closed, how much hangs on it, and where that could go instead. */
const counted = z.int().min(0)
export const hangingSchema = z.object({
  part: z.enum(PARTS),
  id: z.string(),
  name: z.string(),
  pledges: counted,
  actions: counted,
  ideas: counted,
  people: counted,
  /** As they are written down, the first of them. */
  references: z.array(z.string()),
  /** Others of its kind that stay open. None where what hangs on it can go nowhere. */
  others: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type Hanging = z.infer<typeof hangingSchema>

/** So many references are told; whoever has more looks for them in the lists. */
const TOLD = 60

type Part = { id: string; name: string; open: boolean }

/** Everything of an event that an entry may name, by the part that it is of. */
export function partsOf(pack: EventPack): Readonly<Record<HangingPart, readonly Part[]>> {
  const isOpen = ({ closed }: { closed?: boolean | undefined }): boolean => closed !== true
  // Tables write in workshops alone: what is none any more takes nothing new.
  const isWorkshop = (session: EventPack['programme'][number]): boolean =>
    session.kind === 'workshop' && isOpen(session)
  return {
    tables: pack.tables.map((table) => ({ id: table.id, name: table.name, open: isOpen(table) })),
    programme: pack.programme.map((session) => ({ id: session.id, name: session.title, open: isWorkshop(session) })),
    questions: pack.programme.flatMap((session) =>
      session.questions.map((question) => ({
        id: question.id,
        name: question.words,
        open: isWorkshop(session) && isOpen(question),
      })),
    ),
    priorities: pack.priorities.map((priority) => ({
      id: priority.id,
      name: `${priority.label}: ${priority.title}`,
      open: isOpen(priority),
    })),
    pledgeTypes: pack.pledgeTypes.map((type) => ({ id: type.id, name: type.title, open: isOpen(type) })),
    sectors: pack.sectors.map((sector) => ({ id: sector.id, name: sector.name, open: isOpen(sector) })),
  }
}

/** Whose sector somebody is of is not for us to say otherwise; everything else may go to another. */
const MOVES: ReadonlySet<HangingPart> = new Set(['tables', 'programme', 'questions', 'priorities', 'pledgeTypes'])

/**
 * What was open and would not be, as far as anything hangs on it. A question goes with its session, and is told by itself only where the
 * session stays. What is written with references is told by them: `shown` writes one.
 */
export function whatHangsOn(
  before: EventPack,
  after: EventPack,
  entries: Iterable<Entry>,
  shown: (reference: string) => string = (reference) => reference,
): Hanging[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  const closing = new Map<string, Hanging & { part: HangingPart }>()
  for (const part of PARTS) {
    const open = new Map(is[part].flatMap((one) => (one.open ? [[one.id, one]] : [])))
    for (const { id, name, open: wasOpen } of was[part]) {
      if (!wasOpen || open.has(id)) continue
      const others = MOVES.has(part) ? [...open.values()].map((one) => ({ id: one.id, name: one.name })) : []
      closing.set(`${part} ${id}`, {
        part,
        id,
        name,
        pledges: 0,
        actions: 0,
        ideas: 0,
        people: 0,
        references: [],
        others,
      })
    }
  }
  if (closing.size === 0) return []
  const withSession = new Set(
    before.programme.flatMap(({ id, questions }) =>
      closing.has(`programme ${id}`) ? questions.map((question) => question.id) : [],
    ),
  )
  for (const { what, reference, on } of entries)
    for (const part of PARTS) {
      const id = on[part]
      const found = id === undefined || id === null ? undefined : closing.get(`${part} ${id}`)
      if (found === undefined) continue
      found[what] += 1
      if (reference !== '' && found.references.length < TOLD) found.references.push(shown(reference))
    }
  return [...closing.values()].filter(
    (one) =>
      one.pledges + one.actions + one.ideas + one.people > 0 && !(one.part === 'questions' && withSession.has(one.id)),
  )
}
